import type { ShiftReport, ShiftSums } from '../../../common/contracts/desk/shift.ts';
import { addFen, type Fen, subFen, ZERO_FEN } from '../../../common/kernel/money.ts';
import type { ShiftMoney, ShiftRow } from '../../store/shifts.ts';

const NOTHING: ShiftSums = {
  ...{ count: 0, total: ZERO_FEN, funds: ZERO_FEN, hospital: ZERO_FEN },
  ...{ account: ZERO_FEN, accountMutualAid: ZERO_FEN, cash: ZERO_FEN, external: ZERO_FEN },
};

function add(sums: ShiftSums, { split, external }: ShiftMoney): ShiftSums {
  return {
    count: sums.count + 1,
    total: addFen(sums.total, split.total),
    funds: addFen(sums.funds, split.funds),
    hospital: addFen(sums.hospital, split.hospital),
    account: addFen(sums.account, split.account),
    accountMutualAid: addFen(sums.accountMutualAid, split.accountMutualAid),
    cash: external ? sums.cash : addFen(sums.cash, split.cash),
    external: external ? addFen(sums.external, split.cash) : sums.external,
  };
}

function sumsOf(money: readonly ShiftMoney[], kind: ShiftMoney['kind']): ShiftSums {
  return money.filter((one) => one.kind === kind).reduce(add, NOTHING);
}

/** What should lie in the drawer: float + cash settled − cash refunded, fen. */
export function expectedIn(float: Fen, settled: ShiftSums, refunded: ShiftSums): Fen {
  return subFen(addFen(float, settled.cash), refunded.cash);
}

/**
 * The report of a shift from what the journal has of it. A settlement that was given back stands in both columns, so that
 * the drawer is right whoever gave it back; what nobody knows yet is in no sum.
 */
export function shiftReport(
  shift: ShiftRow,
  money: readonly ShiftMoney[],
  left: { readonly unknown: number; readonly work: number },
): ShiftReport {
  const [settled, refunded] = [sumsOf(money, 'settled'), sumsOf(money, 'refunded')];
  const schemes = [...new Set(money.map(({ insutype }) => insutype))].sort().slice(0, 20);
  const expected = shift.closed?.expected ?? expectedIn(shift.float, settled, refunded);
  const counted = shift.closed?.counted ?? null;
  return {
    ...{ shiftId: shift.id, staffId: shift.staffId, openedAt: shift.openedAt, closedAt: shift.closed?.at ?? null },
    ...{ settled, refunded },
    bySchemes: schemes.map((scheme) => {
      const own = money.filter(({ insutype }) => insutype === scheme);
      return { scheme, settled: sumsOf(own, 'settled'), refunded: sumsOf(own, 'refunded') };
    }),
    ...left,
    ...{ float: shift.float, expected, counted },
    difference: counted === null ? null : subFen(counted, expected),
    count: shift.closed === null ? null : [...shift.closed.pieces],
  };
}
