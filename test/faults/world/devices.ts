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
  /** Reader or host is gone; with `back` all is there again, and the card in it is another card session. */
  away(what: 'readerUnplugged' | 'hostDies'): void;
  back(what: 'readerUnplugged' | 'hostDies'): void;
  /** When a card last came or went. */
  changedAt(): number;
  /** The device client of one process; what happens in the slot is told to it. */
  connect(
    process: { readonly clock: Clock; readonly alive: () => boolean },
    told: { card(status: CardStatus): void; hostGone(): void },
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
  const tell = new Set<(status: CardStatus, hostGone: boolean) => void>();
  /** Counted up when everything that was under way with reader or host is lost. */
  let [readers, hosts] = [0, 0];
  let [readerIn, hostUp] = [true, true];
  const troubles = items.filter((item) => item.is === 'print');

  const status = (): CardStatus =>
    !readerIn || !hostUp
      ? { kind: 'noReader' }
      : inside === null
        ? { kind: 'empty', reader: READER }
        : { kind: 'present', reader: READER, generation, atr: ATR };
  const told = (hostGone = false): void => {
    for (const listener of tell) listener(status(), hostGone);
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
    away(what) {
      const host = what === 'hostDies';
      readers += 1;
      if (host) hosts += 1;
      if (host) hostUp = false;
      else readerIn = false;
      changedAt = elapsed();
      told(host);
    },
    back(what) {
      if (what === 'hostDies') hostUp = true;
      else readerIn = true;
      generation += 1;
      changedAt = elapsed();
      told();
    },
    connect(process, { card, hostGone }, paper) {
      const { clock, alive } = process;
      const wait = (ms: number): Promise<void> => new Promise((resolve) => clock.after(ms, resolve));
      const listener = (next: CardStatus, isGone: boolean): void => {
        if (alive()) clock.after(10, () => (isGone ? hostGone() : card(next)));
      };
      tell.add(listener);
      const printer: PrinterStatus = { kind: 'ready', nearEnd: false };
      return {
        start: () => listener(status(), false),
        status: () => ({ card: status(), pinPad: { kind: 'ready' }, printer }),
        async readCard(asked) {
          const reader = readers;
          if (!readerIn || !hostUp) return { ok: false, error: 'READER_GONE' };
          await wait(READ_MS);
          // What the card said before it left is still on its way while another one goes in.
          const person = asked === generation ? inside : null;
          await wait(READ_MS / 4);
          if (reader !== readers) return { ok: false, error: 'READER_GONE' };
          if (person === null) return { ok: false, error: 'CARD_REMOVED' };
          return { ok: true, value: person.reading, cardMs: READ_MS };
        },
        async verifyPin(asked) {
          await wait(3000);
          return asked === generation && inside !== null
            ? { kind: 'verified' }
            : { kind: 'card', error: 'CARD_REMOVED' };
        },
        changePin: () => Promise.resolve({ kind: 'padGone' }),
        cancelPin() {},
        async print(jobId, slip) {
          const nth = ++prints;
          const trouble = isCleared() ? undefined : troubles.find((item) => item.nth === nth);
          if (!hostUp) {
            paper(jobId, slip).told = 'notPrinted';
            return { kind: 'notPrinted', trouble: 'hostGone' };
          }
          const host = hosts;
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
          if (host !== hosts) {
            sheet.told = 'unknown';
            return { kind: 'unknown', trouble: 'hostGone', acknowledged: 3, blocks: slip.blocks.length };
          }
          sheet.told = 'printed';
          return { kind: 'printed', printerMs: PRINT_MS };
        },
        abandonPrint() {},
        printerRate: async () => null,
        async speak() {
          return false;
        },
        async watchReader() {},
        stop() {
          tell.delete(listener);
        },
      };
    },
  };
}
