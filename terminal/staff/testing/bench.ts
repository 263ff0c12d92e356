import type { CardReading, CardStatus } from '../../../common/contracts/devices/card.ts';
import type { PinPadStatus, PinVerifyResult } from '../../../common/contracts/devices/pin-pad.ts';
import type { StaffView } from '../../../common/contracts/session/staff-view.ts';
import { seededRandom } from '../../../common/kernel/seeded.ts';
import { type LabMember, labStaff, staffListOf } from '../../../simulator/lab/staff.ts';
import { loadPersona } from '../../../simulator/personas.ts';
import { openStore } from '../../store/open.ts';
import type { Store } from '../../store/store.ts';
import { manualClock } from '../../testing/manual-clock.ts';
import { cardReading } from '../../testing/people.ts';
import { createDesk, type DeskDeps, type Lent } from '../desk.ts';
import type { DeskBooks } from '../obstacle.ts';

/** Somebody who comes: whose card, and how her entry on the pad ends. */
export interface Comer {
  readonly persona: string;
  readonly pin?: PinVerifyResult;
  /** Where her card says something else than the persona's. */
  readonly card?: Partial<Pick<CardReading, 'cardId' | 'socialSecurityNumber'>>;
  /** She leaves her card in. */
  readonly stays?: boolean;
}

/** A desk over a real store in memory, with people who come by themselves; time moves while something is awaited. */
export function deskBench(
  options: {
    people?: readonly Comer[];
    resident?: boolean;
    members?: readonly LabMember[];
    open?: boolean;
    refusal?: DeskDeps['refusal'];
  } = {},
) {
  const clock = manualClock(Date.UTC(2026, 10, 22, 2));
  const opened = openStore({ memory: true }, () => new Uint8Array(32));
  if (!opened.ok) throw new Error(opened.error);
  const store: Store = opened.value;
  const list = staffListOf(options.members ?? labStaff);
  const how = { digest: 'd'.repeat(64), by: null, second: null, nowMs: 0 };
  if (options.members?.length !== 0) store.transaction(() => store.staff.putInForce(list, how));

  const audited: { code: string; facts: object }[] = [];
  const views: StaffView[] = [];
  let lent = false;
  let card: CardStatus = { kind: 'empty', reader: 'R' };
  const pinPad: PinPadStatus = { kind: 'ready' };
  let now: Comer | null = null;
  let cancelled = 0;
  const coming = [...(options.people ?? [])];
  let generation = 0;

  const books: DeskBooks = options.open === true ? { ...store, settlements: { open: () => [{ id: 1 }] } } : store;
  const glass: Lent = {
    show(view) {
      if (options.resident === true) return false;
      lent = true;
      views.push(view);
      return true;
    },
    takeBack: () => {
      lent = false;
    },
    isFree: () => options.resident !== true,
  };
  const desk = createDesk({
    clock,
    random: seededRandom(3),
    audit: (code, facts) => audited.push({ code, facts }),
    devices: {
      status: () => ({ card, pinPad, printer: { kind: 'offline' } }),
      async readCard() {
        const holder = loadPersona(now?.persona ?? '').holder;
        const { cardId = null, socialSecurityNumber = null, name = null } = holder ?? {};
        return { ok: true, value: cardReading({ cardId, socialSecurityNumber, name, ...now?.card }), cardMs: 1 };
      },
      async verifyPin() {
        const result = now?.pin ?? { kind: 'verified' };
        if (now?.stays !== true) card = { kind: 'empty', reader: 'R' };
        return result;
      },
      cancelPin: () => {
        cancelled += 1;
      },
    },
    pinEntryMs: 60_000,
    lent: glass,
    store: () => (options.members?.length === 0 ? store : books),
    fault: () => null,
    noList: () => 'STAFF_NO_LIST',
    refusal: (act, day) => options.refusal?.(act, day) ?? null,
  });

  /** Whoever is next puts in her card when one is asked for. */
  const step = (): void => {
    const view = views.at(-1);
    const next = coming[0];
    if (view?.kind === 'proof' && view.phase === 'card' && card.kind === 'empty' && next !== undefined) {
      coming.shift();
      now = next;
      generation += 1;
      card = { kind: 'present', reader: 'R', generation, atr: '3B' };
    }
    clock.advance(40);
  };

  /** Lets time go by until `asked` is answered. */
  async function until<T>(asked: Promise<T>): Promise<T> {
    let over = false;
    const watched = asked.finally(() => {
      over = true;
    });
    while (!over) {
      await new Promise((resolve) => setTimeout(resolve, 1));
      step();
    }
    return watched;
  }

  return {
    ...{ clock, desk, store, audited, views, glass, until },
    lent: () => lent,
    cancelled: () => cancelled,
    come: (...people: readonly Comer[]) => coming.push(...people),
    codes: () => audited.map(({ code }) => code),
  };
}
