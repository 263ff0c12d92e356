import { expect, it } from 'vitest';
import type { ReconcileReport, ReconcileRow } from '../../common/contracts/reconcile.ts';
import type { LedgerRow } from './books.ts';
import type { CentreLogEntry } from './centre-log.ts';
import { isSeen, ledgerSums, unaccounted, unlike } from './closing.ts';

const row = (msgid: string, more: Partial<LedgerRow> = {}): LedgerRow => ({
  ...{ setlId: `S${msgid}`, refundOf: null, msgid, insutype: '310', state: 'settled' },
  ...{ settledAt: '2026-03-02 08:00:00', total: 100, funds: 60, account: 10, cash: 30, ...more },
});
const sent = (messageId: string, key: string): CentreLogEntry => ({
  ...{ sequence: 1, at: 0, target: 'centre', key, messageId, fault: null, handled: true },
});
const part = { day: '2026-03-02', insutype: '310', clrType: '11' };

const ledger = [
  row('A'),
  row('B', { state: 'refunded' }),
  row('C', { refundOf: 'SB' }),
  row('D', { state: 'reversed' }),
  row('E'),
  row('F', { insutype: '390' }),
  row('G', { settledAt: '2026-03-03 00:00:00' }),
];
const log = [sent('A', '2207'), sent('E', '2304')];

it('a part of a day is its insurance type, its clearing type, and its day; a refund takes away, a void row is none', () => {
  expect(ledgerSums(ledger, log, part)).toEqual({ count: 3, total: 100, funds: 60, account: 10 });
  expect(ledgerSums(ledger, log, { ...part, clrType: '21' })).toEqual({ count: 1, total: 100, funds: 60, account: 10 });
  expect(ledgerSums(ledger, log, { ...part, insutype: '390' }).count).toBe(1);
});

const sums = { count: 1, total: 100, funds: 60, account: 10 };
const found = (more: Partial<ReconcileRow> = {}): ReconcileRow => ({
  ...{ insutype: '310', clrType: '11', setlId: '1', mdtrtId: '1', messageId: 'R1', refund: false, result: '3' },
  ...{ ours: sums, theirs: { ...sums, total: 101 }, encounterId: null, worklist: null, resolution: null },
  verdict: 'amountDiffers',
  ...more,
});

it('a report is unlike the ledger by every fen of the centre’s side, by rows that come to nothing, by what is open', () => {
  const none = { count: 0, total: 0, funds: 0, account: 0 };
  const report = (theirs = sums, open = 0): ReconcileReport => ({
    ...{ run: 1, day: '2026-03-02', mode: 'lab', institutionCode: 'H', institutionName: 'H', terminal: 'T', by: null },
    ...{ startedAt: '', finishedAt: '', state: 'agreed', others: [], rows: [], causes: [], rowsLeftOut: 0 },
    open: { rows: open, fen: open },
    parts: [
      {
        ...{ insutype: '310', clrType: '11', ours: { ...none, cash: 0 }, theirs, difference: none },
        ...{ result: '0', state: 'agreed' },
      },
    ],
  });
  const of = () => sums;
  expect(unlike(report(), of)).toBe(0);
  for (const what of ['count', 'total', 'funds', 'account'] as const) {
    expect(unlike(report({ ...sums, [what]: sums[what] + 1 }), of)).toBe(1);
  }
  expect(unlike(report(sums, 7), of)).toBe(7);
});

it('a row of the comparison is accounted for by the lost answer to its own refund, and by nothing else', () => {
  const takenUp = found({ verdict: 'takenUp', refund: true, ours: null });
  expect(unaccounted({ rows: [takenUp] }, ['R1'])).toEqual([]);
  expect(unaccounted({ rows: [takenUp] }, ['R2'])).toEqual([
    "the day's comparison has takenUp 11 refund R1: none here, 101 there",
  ]);
  expect(unaccounted({ rows: [{ ...takenUp, refund: false }, found({ refund: true })] }, ['R1'])).toHaveLength(2);
});

it('a fen is seen where the comparison is open and names a row that is a fen apart', () => {
  expect(isSeen({ state: 'open', rows: [found()] })).toBe(true);
  expect(isSeen({ state: 'agreed', rows: [found()] })).toBe(false);
  expect(isSeen({ state: 'open', rows: [] })).toBe(false);
  expect(isSeen({ state: 'open', rows: [found({ theirs: sums })] })).toBe(false);
  expect(isSeen({ state: 'open', rows: [found({ verdict: 'missingThere' })] })).toBe(false);
});
