import type { HisEncounter, HisLine } from '../../common/contracts/his/his.ts';
import { lineAmount, parseDecimal } from '../../common/kernel/decimal.ts';
import { addFen, type Fen, parseFen, ZERO_FEN } from '../../common/kernel/money.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { LineDifference } from './port.ts';

/** The bill is more than can be counted in fen: nobody's, so it is not looked at any further. */
export type BeyondMoney = 'HIS_BAD_ANSWER';

/** Arithmetic on what a stranger sent: only its leaving the range of fen is expected to throw. */
function counted(work: () => Fen): Fen | null {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}

function lineOf(line: HisLine): { readonly hospital: Fen; readonly computed: Fen } | null {
  const [count, price, told] = [parseDecimal(line.count, 4), parseDecimal(line.unitPrice, 6), parseFen(line.amount)];
  if (!count.ok || !price.ok || !told.ok) return null;
  const computed = counted(() => lineAmount(count.value, price.value));
  return computed === null ? null : { hospital: told.value, computed };
}

/**
 * Every line and the total, to the fen, as the hospital has them and as the centre will take them (round half up per
 * line, then summed: domain-facts B7.5). Nothing is sent. Empty: nothing differs.
 */
export function compareBill({ lines, total }: HisEncounter): Result<readonly LineDifference[], BeyondMoney> {
  const differences: LineDifference[] = [];
  const hospitals: Fen[] = [];
  for (const line of lines) {
    const both = lineOf(line);
    if (both === null) return err('HIS_BAD_ANSWER');
    hospitals.push(both.hospital);
    const { lineId, name, count, unitPrice } = line;
    if (both.hospital !== both.computed) differences.push({ lineId, name, count, unitPrice, ...both });
  }
  const [told, sum] = [parseFen(total), counted(() => addFen(ZERO_FEN, ...hospitals))];
  if (!told.ok || sum === null) return err('HIS_BAD_ANSWER');
  if (told.value !== sum) {
    differences.push({ lineId: null, name: '', count: '', unitPrice: '', hospital: told.value, computed: sum });
  }
  return ok(differences);
}
