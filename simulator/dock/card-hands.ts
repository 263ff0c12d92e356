import { z } from 'zod';
import { type Clock, sleep } from '../../common/kernel/ports.ts';
import type { PersonaInput } from '../../drivers/card-reader/emulator/persona.ts';
import type { SimClient } from '../lab/sim-client.ts';
import { DockFailure } from './failure.ts';
import type { Roster } from './people.ts';

export interface SlotHolds {
  readonly person: string;
  readonly wrongWay: boolean;
  /** Monotonic ms: what was looked at before knows nothing of it. */
  readonly since: number;
}

/** What is in the two slots, as the dock put it there. */
export type Slots = [SlotHolds | null, SlotHolds | null];
export type SlotNumber = 0 | 1;

/** Cards and the two slots, each movement in its time: one slot, one movement after the other. */
export interface CardHands {
  /** What was in the slot is taken out first. */
  insert(slot: SlotNumber, person: string, wrongWay: boolean): Promise<void>;
  remove(slot: SlotNumber): Promise<void>;
  /** Out, round, and in again. */
  turn(slot: SlotNumber): Promise<void>;
  /** The next card of this person is a new one: all PIN tries, the first PIN. */
  renew(person: string): Promise<void>;
}

/**
 * How long a slot is empty before a card goes in, ms. The reader service looks every 0.4 s: one that came sooner would
 * be for it the card that was in before, and what it found out about that one would stay.
 */
export const OUT_MS = 1000;

const statusSchema = z.object({ inserted: z.boolean(), emptyMs: z.number().nullable() });

/** Contacts on the wrong side: powered, but silent. */
function turned(card: PersonaInput): PersonaInput {
  return { ...card, behaviour: { ...card.behaviour, mute: 'noAtr' } };
}

export function createCardHands(parts: {
  readonly sim: SimClient;
  readonly roster: Roster;
  readonly slots: Slots;
  readonly clock: Clock;
}): CardHands {
  const { sim, roster, slots, clock } = parts;
  const last: [Promise<unknown>, Promise<unknown>] = [Promise.resolve(), Promise.resolve()];

  function inTurn(slot: SlotNumber, move: () => Promise<void>): Promise<void> {
    const done = last[slot].then(move);
    last[slot] = done.catch(() => undefined);
    return done;
  }

  async function takeOut(slot: SlotNumber): Promise<void> {
    await sim.command('card.remove', { slot });
    slots[slot] = null;
  }

  async function untilSeenEmpty(slot: SlotNumber): Promise<void> {
    for (;;) {
      const { inserted, emptyMs } = statusSchema.parse(await sim.command('card.status', { slot }));
      if (inserted) await takeOut(slot);
      else if (emptyMs === null || emptyMs >= OUT_MS) return;
      else await sleep(clock, OUT_MS - emptyMs);
    }
  }

  function find(person: string): NonNullable<ReturnType<Roster['find']>> {
    const entry = roster.find(person);
    if (entry === null) throw new DockFailure('DOCK_NO_SUCH_PERSON', person);
    return entry;
  }

  async function putIn(slot: SlotNumber, who: string, wrongWay: boolean): Promise<void> {
    const { card, person } = find(who);
    await untilSeenEmpty(slot);
    // Under one name it is one card for the lab's life: what a wrong PIN did to it stays.
    await sim.command('card.insert', { persona: wrongWay ? turned(card) : card, slot, card: person.id });
    slots[slot] = { person: person.id, wrongWay, since: clock.monotonic() };
  }

  return {
    insert: (slot, person, wrongWay) => inTurn(slot, () => putIn(slot, person, wrongWay)),
    remove: (slot) =>
      inTurn(slot, async () => {
        if (slots[slot] === null) throw new DockFailure('DOCK_NO_CARD');
        await takeOut(slot);
      }),
    turn: (slot) =>
      inTurn(slot, async () => {
        const holds = slots[slot];
        if (holds === null) throw new DockFailure('DOCK_NO_CARD');
        await putIn(slot, holds.person, !holds.wrongWay);
      }),
    async renew(who) {
      const { person } = find(who);
      if (slots.some((holds) => holds?.person === person.id)) throw new DockFailure('DOCK_CARD_IS_IN', person.name);
      await sim.command('card.renew', { card: person.id });
    },
  };
}
