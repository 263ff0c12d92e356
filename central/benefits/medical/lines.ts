import type { Decimal } from '../../../common/kernel/decimal.ts';
import { type Fen, fen, subFen, ZERO_FEN } from '../../../common/kernel/money.ts';
import { minus, ofDecimal, ofFen, type Ratio, ratio, times, toFen } from '../../../common/kernel/ratio.ts';
import type { Figure } from '../../plans/figures/figure.ts';
import { type Facts, holds } from '../../plans/figures/when.ts';
import type { ItemFigures, MedicalPlan } from '../../plans/medical/schema.ts';
import type { Scopes } from './situation.ts';

/** A line of the bill, divided; ownPay + overLimit + preSelfPay + inScope = amount. */
export interface DividedLine extends Scopes {
  /** Price limit per unit in yuan as the slip shows it; null: none. */
  readonly limit: Ratio | null;
  readonly figures: readonly Figure<unknown>[];
}

/** The rule for a national code at this hospital, or null: then the line is the person's own. */
export function itemFor(plan: Pick<MedicalPlan, 'items'>, code: string, facts: Facts): ItemFigures | null {
  return plan.items.find(({ prefix, when }) => code.startsWith(prefix) && holds(when, facts)) ?? null;
}

/** Fixed sum per unit, or a share of what is inside the limit; rounded per line so that the printed lines add up. */
function preSelfPayOf(
  rule: ItemFigures['preSelfPay'],
  within: Fen,
  count: Decimal,
): { amount: Fen; figure: Figure<unknown> } {
  if ('share' in rule) return { amount: toFen(times(ofFen(within), rule.share.value)), figure: rule.share };
  const sum = toFen(times(ofDecimal(count), ofFen(rule.perUnit.value)));
  return { amount: fen(Math.min(sum, within)), figure: rule.perUnit };
}

/**
 * Divides one line (amount ≥ 0, already count × price): 丙 is wholly the person's; else what lies above count × limit,
 * then the own first share of the rest (乙类先自付, or a fixed sum per unit as in Shanghai, A-08), the rest is inside
 * the scope. Source of the order: benefit rules, steps.
 */
export function divideByPlan(amount: Fen, count: Decimal, item: ItemFigures | null): DividedLine {
  if (item === null || item.class.value === '丙') {
    const figures = item === null ? [] : [item.class];
    return { ownPay: amount, overLimit: ZERO_FEN, preSelfPay: ZERO_FEN, inScope: ZERO_FEN, limit: null, figures };
  }
  const limit = item.limit === null ? ofFen(amount) : times(ofDecimal(count), item.limit.value, ratio(100));
  const overLimit = fen(Math.max(0, toFen(minus(ofFen(amount), limit))));
  const inside = subFen(amount, overLimit);
  const pre = preSelfPayOf(item.preSelfPay, inside, count);
  return {
    ownPay: ZERO_FEN,
    overLimit,
    preSelfPay: pre.amount,
    inScope: subFen(inside, pre.amount),
    limit: item.limit?.value ?? null,
    figures: [item.class, pre.figure, ...(item.limit === null ? [] : [item.limit])],
  };
}
