import { denominations, type ShiftReport, type ShiftSums } from '../../common/contracts/desk/shift.ts';
import { fen } from '../../common/kernel/money.ts';
import { shiftSlip } from '../../terminal/receipts/shift-slip.ts';
import { SITE } from '../../terminal/receipts/testing/slips.ts';

const sums = (count: number, fens: Readonly<Record<Exclude<keyof ShiftSums, 'count'>, number>>): ShiftSums => ({
  count,
  total: fen(fens.total),
  funds: fen(fens.funds),
  hospital: fen(fens.hospital),
  account: fen(fens.account),
  accountMutualAid: fen(fens.accountMutualAid),
  cash: fen(fens.cash),
  external: fen(fens.external),
});

/** A shift in its middle: the drawer has not been counted, one bill is not known yet. */
const OPEN: ShiftReport = {
  shiftId: 12,
  staffId: 'S001',
  openedAt: Date.UTC(2026, 2, 2, 0, 1, 9),
  closedAt: null,
  settled: sums(41, {
    ...{ total: 2_576_850, funds: 1_893_211, hospital: 12_000, account: 520_800 },
    ...{ accountMutualAid: 31_500, cash: 121_339, external: 29_500 },
  }),
  refunded: sums(2, {
    ...{ total: 62_850, funds: 50_531, hospital: 0, account: 8640, accountMutualAid: 0, cash: 3679, external: 0 },
  }),
  bySchemes: [],
  unknown: 1,
  work: 3,
  float: fen(20_000),
  expected: fen(137_660),
  counted: null,
  difference: null,
  count: null,
};

/** 1376.10 were counted where 1376.60 had to be: half a yuan is missing. */
const PIECES: Readonly<Record<number, number>> = { 10000: 12, 5000: 3, 2000: 1, 500: 1, 100: 1, 10: 1 };
const CLOSED: ShiftReport = {
  ...OPEN,
  closedAt: Date.UTC(2026, 2, 2, 8, 4, 30),
  unknown: 0,
  counted: fen(137_610),
  difference: fen(-50),
  count: denominations.map((each) => PIECES[each] ?? 0),
};

/** The slips of a shift that are kept as goldens. */
export const SHIFT_SLIPS = [
  { name: 'shift-closed-80mm', slip: shiftSlip(SITE, CLOSED), columns: 48 },
  { name: 'shift-closed-58mm', slip: shiftSlip(SITE, CLOSED), columns: 32 },
  { name: 'shift-closed-en-80mm', slip: shiftSlip({ ...SITE, locale: 'en' }, CLOSED), columns: 48 },
  { name: 'shift-open-80mm', slip: shiftSlip(SITE, OPEN), columns: 48 },
  { name: 'shift-open-en-80mm', slip: shiftSlip({ ...SITE, locale: 'en' }, OPEN), columns: 48 },
] as const;
