import { expect, it } from 'vitest';
import type { ReconcileReport, ReconcileRow } from '../../common/contracts/reconcile.ts';
import type { LedgerRow } from './books.ts';
import type { CentreLogEntry } from './centre-log.ts';
import { isSeen, ledgerSums, unlike } from './closing.ts';

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

it('a report is unlike the ledger by every fen, and by rows that come to nothing', () => {
  const sums = { count: 3, total: 100, funds: 60, account: 10 };
  const none = { count: 0, total: 0, funds: 0, account: 0 };
  const report = (ours = sums, difference = none, open = 0): ReconcileReport => ({
    ...{ run: 1, day: '2026-03-02', mode: 'lab', institutionCode: 'H', institutionName: 'H', terminal: 'T', by: null },
    ...{ startedAt: '', finishedAt: '', state: 'agreed', others: [], rows: [], causes: [], rowsLeftOut: 0 },
    open: { rows: open, fen: open },
    parts: [
      {
        insutype: '310',
        clrType: '11',
        ours: { ...ours, cash: 30 },
        theirs: ours,
        difference,
        result: '0',
        state: 'agreed',
      },
    ],
  });
  const of = () => sums;
  expect(unlike(report(), of)).toBe(0);
  expect(unlike(report({ ...sums, funds: 61 }), of)).toBe(1);
  expect(unlike(report({ ...sums, count: 2 }), of)).toBe(1);
  expect(unlike(report(sums, { ...none, total: -5 }), of)).toBe(5);
  expect(unlike(report(sums, none, 7), of)).toBe(7);
});

it('a fen is seen where the comparison is open and names a row that is a fen apart', () => {
  const sums = { count: 1, total: 100, funds: 60, account: 10 };
  const row = (more: Partial<ReconcileRow> = {}): ReconcileRow => ({
    ...{ insutype: '310', clrType: '11', setlId: '1', mdtrtId: '1', messageId: '1', refund: false, result: '3' },
    ...{ ours: sums, theirs: { ...sums, total: 101 }, encounterId: null, worklist: null, resolution: null },
    verdict: 'amountDiffers',
    ...more,
  });
  expect(isSeen({ state: 'open', rows: [row()] })).toBe(true);
  expect(isSeen({ state: 'agreed', rows: [row()] })).toBe(false);
  expect(isSeen({ state: 'open', rows: [] })).toBe(false);
  expect(isSeen({ state: 'open', rows: [row({ theirs: sums })] })).toBe(false);
  expect(isSeen({ state: 'open', rows: [row({ verdict: 'missingThere' })] })).toBe(false);
});
