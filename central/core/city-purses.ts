import { addFen, type Fen, negFen, subFen, ZERO_FEN } from '../../common/kernel/money.ts';
import { ACCOUNT_INSURANCE, type SettlementUse } from './entitlement.ts';
import type { Ledger, SettlementRow } from './ledger.ts';

/**
 * Moves what a settlement took from, or gives back to (`sign` 1), accounts and the year: this year's money of the
 * person, that of earlier years, the family's, and every accumulator. The fee lines are another matter. The sums of the
 * made-up city's clinic year know no stays: those have accumulators of their own.
 */
export function moveMoney(
  db: Ledger,
  row: Pick<SettlementRow, 'mdtrtId' | 'psnNo' | 'insutype' | 'year' | 'account' | 'used'>,
  city: SettlementUse | null,
  sign: 1 | -1,
): void {
  const signed = (amount: Fen): Fen => (sign === 1 ? amount : negFen(amount));
  const purses = city?.purses ?? [];
  const others = addFen(ZERO_FEN, ...purses.map(({ amount }) => amount));
  const use = sign === 1 ? -1 : 1;
  db.changeBalance(row.psnNo, row.insutype, signed(subFen(row.account, others)));
  for (const { purse, owner, amount } of purses) {
    if (purse === 'earlier') db.changeEarlier(owner, row.insutype, signed(amount));
    else db.changeBalance(owner, ACCOUNT_INSURANCE, signed(amount));
  }
  if (db.stay(row.mdtrtId) === null) db.accumulate(row.psnNo, row.insutype, row.year, row.used, use);
  if (city !== null) db.bookUse(row.psnNo, row.insutype, row.year, city.use, use);
}
