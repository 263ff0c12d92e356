import type { DockCommand } from '../../common/contracts/dock/commands.ts';
import { dockFaultSchema } from '../../common/contracts/dock/commands.ts';
import { faultProblem, usualFaultMs } from '../../common/contracts/dock/fault-sense.ts';
import type { Lab } from '../lab/lab.ts';
import type { CardHands, SlotNumber } from './card-hands.ts';
import { DockFailure } from './failure.ts';
import type { PaperTray } from './paper-tray.ts';
import type { Roster } from './people.ts';

export interface HandsParts {
  readonly lab: Lab;
  readonly roster: Roster;
  readonly tray: PaperTray;
  readonly cards: CardHands;
}

/** Keys are pressed at the pace of a hand that knows its PIN, ms. */
const KEY_MS = 60;

const slotOf = (slot: number): SlotNumber => (slot === 0 ? 0 : 1);

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
  const { lab, roster, tray, cards } = parts;
  switch (command.do) {
    case 'card.insert':
      return cards.insert(slotOf(command.slot), command.person, command.wrongWay);
    case 'card.remove':
      return cards.remove(slotOf(command.slot));
    case 'card.turn':
      return cards.turn(slotOf(command.slot));
    case 'card.renew':
      return cards.renew(command.person);
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
      const problem = faultProblem(fault);
      if (problem !== null) throw new DockFailure(problem, fault.kind);
      const ms = fault.ms ?? usualFaultMs[fault.kind];
      await lab.admin('POST', '/admin/faults', { arm: [{ ...fault, ...(ms === undefined ? {} : { ms }) }] });
      return;
    }
    case 'fault.clear':
      await lab.admin('POST', '/admin/faults', { clear: true });
      return;
  }
}
