import { dice } from '../plan/dice.ts';
import type { Item, Plan, Visit } from '../plan/plan.ts';
import type { World } from './build.ts';
import { type Client, client } from './client.ts';
import type { OtherSides } from './other-sides.ts';
import { reconcile, rule } from './staff.ts';

/** Starts of a second instance, one after the other, ms. */
const [SECOND_STARTS, SECOND_START_MS] = [30, 700];

/** Whoever came first comes for the same bill. */
export function again({ visits }: Plan): Visit {
  return { person: 0, encounter: 0, toggles: false, retries: 1, thinks: 400, leaves: 'atOnce', ...visits[0] };
}

/** What happens at its time, whoever does what; not once the sky is clear. */
export function happen(world: World, plan: Plan, item: Item, isClear: () => boolean): void {
  const { clock, record, terminals } = world;
  const at = (ms: number, what: () => void): void => {
    clock.after(ms, () => {
      if (!isClear()) what();
    });
  };
  switch (item.is) {
    case 'clock':
      at(item.at, () => {
        record.fault(item.by < 0 ? 'clockBack' : 'clockForward');
        clock.shift(item.by);
      });
      break;
    case 'suspend':
      at(item.at, () => {
        record.fault('suspend');
        world.sleep(item.ms);
      });
      break;
    case 'secondInstance':
      // Whoever starts it twice starts it again when nothing happens.
      for (let times = 0; times < SECOND_STARTS; times++) {
        at(item.at + times * SECOND_START_MS, () => {
          record.fault('secondInstance');
          terminals[0]?.secondInstance();
        });
      }
      break;
    case 'otherTerminal':
      at(item.at, () => {
        const [visit] = plan.visits;
        if (visit === undefined || terminals.length > 1) return;
        record.fault('otherTerminal');
        world.addTerminal([{ ...visit, retries: 1 }]);
        terminals[1]?.start();
      });
      break;
    case 'away':
      at(item.at, () => {
        record.fault(item.what);
        terminals[0]?.away(item.what, item.ms);
      });
      break;
    case 'staff':
      at(item.at, () => {
        const throws = dice(plan.seed ^ 0x3c19);
        for (const one of terminals) {
          void rule(one, { clock, record, throws, how: item }).then((said) => {
            const ms = item.thenGone;
            if (ms !== null) clock.after(ms, () => said.forEach(world.takeBack));
          });
        }
      });
      if (item.paysAfter !== null) at(item.at + item.paysAfter, () => terminals[0]?.comeAgain(again(plan)));
      break;
    case 'reconcile':
      at(item.at, () => {
        for (const one of terminals) void reconcile(one, world);
      });
      break;
    case 'comes':
      at(item.at, () => terminals[0]?.comeAgain({ ...again(plan), person: item.person }));
      break;
    case 'cardAway': {
      const reader = world.counter?.hardware;
      at(item.at, () => {
        const person = reader?.card()?.person ?? null;
        if (reader === undefined || person === null) return;
        record.fault('cardOut');
        reader.remove();
        clock.after(item.ms, () => reader.insert(person));
      });
      break;
    }
    case 'journalLost':
      at(item.at, () => terminals[0]?.loseJournal(item.ms));
      break;
    default:
  }
}

/** Somebody comes to the counter, at the time; it is not over before. */
export function comes(world: World, sides: OtherSides, item: Extract<Item, { is: 'client' }>, clients: Client[]): void {
  const { clock, record, terminals, counter } = world;
  clock.after(item.at, () => {
    const [first] = terminals;
    if (first === undefined || counter === null) return;
    const { process, told, noted } = first;
    clients.push(client({ clock, record, counter, sides, process, told, noted }, item));
  });
}
