import type { CardStatus } from '../../../common/contracts/devices/card.ts';
import type { PrinterStatus } from '../../../common/contracts/devices/printer.ts';
import type { Clock } from '../../../common/kernel/ports.ts';
import type { Devices } from '../../../terminal/devices/devices.ts';
import type { Item } from '../plan/plan.ts';
import type { Person } from './people.ts';
import type { Paper, Recorder } from './record.ts';

const READER = 'Reader 0';
const ATR = '3B6D00';
const READ_MS = 400;
const PRINT_MS = 1500;

/** Reader, pad and printer of one terminal. They outlive its process. */
export interface Hardware {
  card(): { readonly person: Person; readonly generation: number } | null;
  insert(person: Person): void;
  remove(): void;
  status(): CardStatus;
  /** When a card last came or went. */
  changedAt(): number;
  /** The device client of one process; what happens in the slot is told to it. */
  connect(
    process: { readonly clock: Clock; readonly alive: () => boolean },
    told: { card(status: CardStatus): void },
    paper: (jobId: string, slip: Paper['slip']) => Paper,
  ): Devices;
}

export function hardware(
  record: Recorder,
  elapsed: () => number,
  items: readonly Item[],
  isCleared: () => boolean,
): Hardware {
  let changedAt = 0;
  let generation = 0;
  let inside: Person | null = null;
  let prints = 0;
  const tell = new Set<(status: CardStatus) => void>();
  const troubles = items.filter((item) => item.is === 'print');

  const status = (): CardStatus =>
    inside === null ? { kind: 'empty', reader: READER } : { kind: 'present', reader: READER, generation, atr: ATR };
  const told = (): void => {
    for (const listener of tell) listener(status());
  };

  return {
    card: () => (inside === null ? null : { person: inside, generation }),
    insert(person) {
      inside = person;
      changedAt = elapsed();
      generation += 1;
      record.say(`card ${person.name} in`);
      told();
    },
    remove() {
      if (inside === null) return;
      record.say(`card ${inside.name} out`);
      inside = null;
      changedAt = elapsed();
      told();
    },
    status,
    changedAt: () => changedAt,
    connect(process, { card }, paper) {
      const { clock, alive } = process;
      const wait = (ms: number): Promise<void> => new Promise((resolve) => clock.after(ms, resolve));
      const listener = (next: CardStatus): void => {
        if (alive()) clock.after(10, () => card(next));
      };
      tell.add(listener);
      const printer: PrinterStatus = { kind: 'ready', nearEnd: false };
      return {
        start: () => listener(status()),
        status: () => ({ card: status(), pinPad: { kind: 'ready' }, printer }),
        async readCard(asked) {
          await wait(READ_MS);
          // What the card said before it left is still on its way while another one goes in.
          const person = asked === generation ? inside : null;
          await wait(READ_MS / 4);
          if (person === null) return { ok: false, error: 'CARD_REMOVED' };
          return { ok: true, value: person.reading, cardMs: READ_MS };
        },
        async verifyPin(asked) {
          await wait(3000);
          return asked === generation && inside !== null
            ? { kind: 'verified' }
            : { kind: 'card', error: 'CARD_REMOVED' };
        },
        cancelPin() {},
        async print(jobId, slip) {
          const nth = ++prints;
          const trouble = isCleared() ? undefined : troubles.find((item) => item.nth === nth);
          const sheet = paper(jobId, slip);
          if (trouble?.how === 'offline') {
            record.fault('printerOffline', 'P8');
            await wait(50);
            sheet.told = 'notPrinted';
            return { kind: 'notPrinted', trouble: 'offline' };
          }
          if (trouble?.how === 'unknown' || trouble?.how === 'unknownPrinted') {
            record.fault('printerUnknown', 'P9');
            sheet.came = trouble.how === 'unknownPrinted';
            await wait(PRINT_MS);
            sheet.told = 'unknown';
            return { kind: 'unknown', trouble: 'noAnswer', acknowledged: 3, blocks: slip.blocks.length };
          }
          if (trouble?.how === 'slow') {
            record.fault('printerSlow', 'P9');
            await wait(20_000);
          }
          sheet.came = true;
          await wait(PRINT_MS);
          sheet.told = 'printed';
          return { kind: 'printed', printerMs: PRINT_MS };
        },
        abandonPrint() {},
        async watchReader() {},
        stop() {
          tell.delete(listener);
        },
      };
    },
  };
}
