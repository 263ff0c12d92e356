import { type Decimal, formatDecimal, lineAmount } from '../../common/kernel/decimal.ts';
import { addFen, type Fen, fen, subFen, ZERO_FEN } from '../../common/kernel/money.ts';
import type { ItemRule } from '../plans/plan.ts';

/** One fee line divided into the four scopes of identity 1: ownPay + overLimit + preSelfPay + inScope = amount. */
export interface LineScopes {
  readonly ownPay: Fen;
  readonly overLimit: Fen;
  readonly preSelfPay: Fen;
  readonly inScope: Fen;
  /** The part of `overLimit` that the hospital must bear. */
  readonly hospital: Fen;
}

/** `amount × share` in fen, half up, for amounts ≥ 0. */
export function shareOf(amount: Fen, share: Decimal): Fen {
  const divisor = 10n ** BigInt(share.scale);
  return fen(Number((BigInt(amount) * share.units * 2n + divisor) / (divisor * 2n)));
}

/** Divides one line (amount ≥ 0, already rounded from count × price) by the rule of its item. */
export function divideLine(amount: Fen, count: Decimal, rule: ItemRule): LineScopes {
  if (rule.level === '03') {
    return { ownPay: amount, overLimit: ZERO_FEN, preSelfPay: ZERO_FEN, inScope: ZERO_FEN, hospital: ZERO_FEN };
  }
  const limit = rule.ceiling === null ? amount : lineAmount(count, rule.ceiling);
  const overLimit = fen(Math.max(0, amount - limit));
  const within = subFen(amount, overLimit);
  const preSelfPay = shareOf(within, rule.preSelfPay);
  return {
    ownPay: ZERO_FEN,
    overLimit,
    preSelfPay,
    inScope: subFen(within, preSelfPay),
    hospital: rule.overLimitBorneBy === 'hospital' ? overLimit : ZERO_FEN,
  };
}

/** The sum of divided lines. */
export function sumScopes(lines: readonly LineScopes[]): LineScopes {
  const total = (pick: (line: LineScopes) => Fen): Fen => addFen(...lines.map(pick));
  return {
    ownPay: total((line) => line.ownPay),
    overLimit: total((line) => line.overLimit),
    preSelfPay: total((line) => line.preSelfPay),
    inScope: total((line) => line.inScope),
    hospital: total((line) => line.hospital),
  };
}

/** selfpay_prop (N5,4) of a line: 1 for 丙, else its own first share. */
export function selfPayProportion(rule: ItemRule): string {
  return rule.level === '03' ? '1.0000' : formatDecimal(rule.preSelfPay, 4);
}
