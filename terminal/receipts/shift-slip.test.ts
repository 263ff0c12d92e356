import { expect, it } from 'vitest';
import type { ShiftReport, ShiftSums } from '../../common/contracts/desk/shift.ts';
import { fen } from '../../common/kernel/money.ts';
import { shiftSlip } from './shift-slip.ts';
import { SITE } from './testing/slips.ts';

const sums = (account: number, ofFamily: number): ShiftSums => ({
  ...{ count: 1, total: fen(50_000), funds: fen(20_000), hospital: fen(0) },
  ...{ account: fen(account), accountMutualAid: fen(ofFamily), cash: fen(30_000 - account), external: fen(0) },
});

const REPORT: ShiftReport = {
  ...{ shiftId: 7, staffId: 'C0001', openedAt: 1_772_420_400_000, closedAt: null, bySchemes: [], unknown: 0, work: 0 },
  ...{ settled: sums(12_000, 4_500), refunded: sums(3_000, 0) },
  ...{ float: fen(20_000), expected: fen(20_000), counted: null, difference: null, count: null },
};

it('what the family’s accounts paid stands under the account, of what was settled and of what was given back', () => {
  const rows = shiftSlip(SITE, REPORT).blocks.flatMap((block) =>
    block.kind === 'amount' ? [[block.label, block.value]] : [],
  );
  const account = rows.flatMap(([label], at) => (label === '账户' ? [[rows[at], rows[at + 1]]] : []));
  expect(account).toEqual([
    [
      ['账户', '120.00'],
      ['其中共济', '45.00'],
    ],
    [
      ['账户', '30.00'],
      ['其中共济', '0.00'],
    ],
  ]);
});
