import type { DockCommand } from '../../common/contracts/dock/commands.ts';
import { dockFaultSchema, envelopeFaultKinds } from '../../common/contracts/dock/commands.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import type { PersonaInput } from '../../drivers/card-reader/emulator/persona.ts';
import type { Lab } from '../lab/lab.ts';
import { DockFailure } from './failure.ts';
import type { PaperTray } from './paper-tray.ts';
import type { Roster } from './people.ts';

export interface SlotHolds {
  readonly person: string;
  readonly wrongWay: boolean;
  /** Monotonic ms: what was looked at before knows nothing of it. */
  readonly since: number;
}

/** What is in the two slots, as the dock put it there. */
export type Slots = [SlotHolds | null, SlotHolds | null];

export interface HandsParts {
  readonly lab: Lab;
  readonly roster: Roster;
  readonly tray: PaperTray;
  readonly slots: Slots;
  readonly clock: Clock;
}

/** Keys are pressed at the pace of a hand that knows its PIN, ms. */
const KEY_MS = 60;

/** Contacts on the wrong side: powered, but silent. */
function turned(card: PersonaInput): PersonaInput {
  return { ...card, behaviour: { ...card.behaviour, mute: 'noAtr' } };
}

async function insert(parts: HandsParts, slot: 0 | 1, person: string, wrongWay: boolean): Promise<void> {
  const entry = parts.roster.find(person);
  if (entry === null) throw new DockFailure('DOCK_NO_SUCH_PERSON', person);
  const persona = wrongWay ? turned(entry.card) : entry.card;
  await parts.lab.sim.command('card.insert', { persona, slot });
  parts.slots[slot] = { person: entry.person.id, wrongWay, since: parts.clock.monotonic() };
}

async function typePin({ lab }: HandsParts, digits: string): Promise<void> {
  const status = await lab.sim.command('pin.status');
  if (status['entering'] !== true) throw new DockFailure('DOCK_PAD_NOT_ASKING');
  await lab.sim.command('pin.type', { digits, intervalMs: KEY_MS, waitMs: 0 });
}

async function setPrinter(lab: Lab, command: Extract<DockCommand, { do: 'printer' }>): Promise<void> {
  const { do: _, outAfterMm, ...rest } = command;
  // New paper has no end in sight; an armed end would come back otherwise.
  const end = rest.paper === 'plenty' ? { paperLeftMm: null } : {};
  const soon = outAfterMm === undefined ? {} : { paperLeftMm: outAfterMm };
  await lab.sim.command('printer.set', { settings: { ...rest, ...end, ...soon } });
}

/** Does what a command says. Rejects with a DockFailure where it cannot be done now. */
export async function doCommand(parts: HandsParts, command: DockCommand): Promise<void> {
  const { lab, roster, tray, slots } = parts;
  switch (command.do) {
    case 'card.insert':
      return insert(parts, command.slot === 0 ? 0 : 1, command.person, command.wrongWay);
    case 'card.remove':
      if (slots[command.slot] === null) throw new DockFailure('DOCK_NO_CARD');
      await lab.sim.command('card.remove', { slot: command.slot });
      slots[command.slot] = null;
      return;
    case 'card.turn': {
      const holds = slots[command.slot];
      if (!holds) throw new DockFailure('DOCK_NO_CARD');
      return insert(parts, command.slot === 0 ? 0 : 1, holds.person, !holds.wrongWay);
    }
    case 'people.draw':
      return roster.draw();
    case 'pin.key': {
      const status = await lab.sim.command('pin.status');
      if (status['entering'] !== true) throw new DockFailure('DOCK_PAD_NOT_ASKING');
      await lab.sim.command('pin.key', { key: command.key });
      return;
    }
    case 'pin.type':
      return typePin(parts, command.digits);
    case 'paper.tear':
      return tray.tear();
    case 'printer':
      return setPrinter(lab, command);
    case 'pad.cable':
      await lab.sim.command('pin.set', { settings: { cable: command.plugged } });
      return;
    case 'net':
      if (lab.network === null) throw new DockFailure('DOCK_NO_NET_CONTROL');
      lab.network.set(command.state, command.ms);
      return;
    case 'clock':
      if (lab.clocks === null) throw new DockFailure('DOCK_NO_CLOCK_CONTROL');
      lab.clocks.set('terminal', command.seconds);
      lab.clocks.set('others', command.everyone ? command.seconds : 0);
      return;
    case 'fault.arm': {
      const fault = dockFaultSchema.parse(command.fault);
      if (fault.target !== 'centre' && envelopeFaultKinds.includes(fault.kind))
        throw new DockFailure('DOCK_FAULT_NEEDS_CENTRE', fault.kind);
      await lab.admin('POST', '/admin/faults', { arm: [fault] });
      return;
    }
    case 'fault.clear':
      await lab.admin('POST', '/admin/faults', { clear: true });
      return;
  }
}
