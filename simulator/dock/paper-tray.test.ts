import { expect, test } from 'vitest';
import { printOffline } from '../../drivers/receipt-printer/fixtures/offline-print.ts';
import { settlementSlip } from '../../drivers/receipt-printer/fixtures/sample-slips.ts';
import type { SimClient } from '../lab/sim-client.ts';
import { compare } from './compare.ts';
import { readPaper } from './paper-reader.ts';
import { createPaperTray } from './paper-tray.ts';
import type { JournalRow } from './sources.ts';

const slip = printOffline(settlementSlip(0), 48).bytes;
const half = slip.subarray(0, Math.floor(slip.length * 0.6));
const [whole] = readPaper(slip);
const second = whole?.messageId ?? '';
/** Settled in the second before. */
const first = `${second.slice(0, 29)}${Number(second.at(-1)) - 1}`.padStart(30, '0');

/** A printer out of which hangs what `out` says. */
function printer(): {
  sim: SimClient;
  out(bytes: Uint8Array): Promise<void>;
  tray: ReturnType<typeof createPaperTray>;
} {
  let hangs: Uint8Array = new Uint8Array();
  const settings = { paper: 'plenty', paperLeftMm: null, coverOpen: false, cutterJam: false, cable: true };
  const answers: Readonly<Record<string, () => object>> = {
    'card.status': () => ({ inserted: false }),
    'pin.status': () => ({ entering: false, cable: true }),
    'printer.status': () => ({
      settings,
      extent: { bytes: hangs.length, rows: hangs.length, waiting: 0, moving: false },
    }),
    'printer.paper': () => ({ cuts: 0, png: '', bytes: Buffer.from(hangs).toString('base64') }),
    'printer.tear': () => {
      hangs = new Uint8Array();
      return {};
    },
  };
  const sim: SimClient = { command: async (cmd) => ({ ...answers[cmd]?.() }), close: () => undefined };
  const tray = createPaperTray(sim);
  return {
    sim,
    tray,
    out(bytes) {
      hangs = bytes;
      return tray.look(bytes.length);
    },
  };
}

const amounts = whole?.amounts ?? { total: 0, funds: 0, account: 0, cash: 0 };
const row = (messageId: string, encounterId: string): JournalRow => ({
  ...{ messageId, encounterId, state: 'settled', totalFen: amounts.total },
  ...{ fundsFen: amounts.funds, accountFen: amounts.account, cashFen: amounts.cash },
});
const ledgers = (tray: ReturnType<typeof createPaperTray>, journal: readonly JournalRow[]) =>
  compare({
    centre: journal.map(({ messageId }) => ({ msgid: messageId, refundOf: null, state: 'settled', ...amounts })),
    his: journal.map(({ messageId, encounterId }) => ({
      ...{ encounterId, state: 'settled' },
      settlement: { messageId, amounts },
    })),
    journal,
    paper: tray.pieces(),
    queue: [],
    nameOf: () => null,
  });

test('the cable was pulled mid-slip and the half torn off; the next person’s slip is the only one of hers', async () => {
  const { tray, out } = printer();
  await out(half);
  tray.own([row(first, 'MZ1')]);
  expect(ledgers(tray, [row(first, 'MZ1')])).toMatchObject([{ words: ['paperPrinting'], originals: 0 }]);
  await tray.tear();
  expect(ledgers(tray, [row(first, 'MZ1')])).toMatchObject([{ words: ['paperHalf'], paper: { state: 'half' } }]);

  const both = [row(first, 'MZ1'), row(second, 'MZ2')];
  await out(half);
  tray.own(both);
  expect(ledgers(tray, both)).toMatchObject([
    { messageId: second, words: ['paperPrinting'], originals: 0 },
    { messageId: first, words: ['paperHalf'], originals: 0 },
  ]);
  await out(slip);
  tray.own(both);
  await tray.tear();
  expect(ledgers(tray, both)).toMatchObject([
    { messageId: second, verdict: 'agree', words: ['allAgree'], originals: 1 },
    { messageId: first, verdict: 'waiting', words: ['paperHalf'], originals: 0 },
  ]);
});

test('a half that the terminal cut off before the next slip stays whose it was, on one strip with it', async () => {
  const { tray, out } = printer();
  await out(half);
  tray.own([row(first, 'MZ1')]);
  const cutOff = Uint8Array.from([...half, 0x0a, 0x1d, 0x56, 0x00]);
  const both = [row(first, 'MZ1'), row(second, 'MZ2')];
  await out(cutOff);
  tray.own([row(first, 'MZ1')]);
  expect(ledgers(tray, [row(first, 'MZ1')])).toMatchObject([{ words: ['paperHalf'] }]);
  await out(Uint8Array.from([...cutOff, ...slip]));
  tray.own(both);
  expect(ledgers(tray, both)).toMatchObject([
    { messageId: second, words: ['allAgree'], originals: 1 },
    { messageId: first, words: ['paperHalf'], originals: 0 },
  ]);
});

test('two strips that nobody looked at in time: the last piece is of the newest settlement', async () => {
  const { tray, out } = printer();
  await out(Uint8Array.from([...half, 0x0a, 0x1d, 0x56, 0x00, ...half]));
  tray.own([row(first, 'MZ1'), row(second, 'MZ2')]);
  expect(tray.pieces().map(({ owner }) => owner)).toEqual([first, second]);
});

test('while a settlement is being sent, what hangs out is not of it', async () => {
  const { tray, out } = printer();
  await out(half);
  tray.own([row(first, 'MZ1'), { ...row(second, 'MZ2'), state: 'intended' }]);
  expect(tray.pieces().map(({ owner }) => owner)).toEqual([first]);
});
