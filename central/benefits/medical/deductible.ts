import { type Fen, fen, ZERO_FEN } from '../../../common/kernel/money.ts';
import type { Facts } from '../../plans/figures/when.ts';
import { firstOf } from '../../plans/figures/when.ts';
import type { Benefit } from '../../plans/medical/schema.ts';
import type { Step } from './outcome.ts';
import { usedOf, type YearUse } from './year-use.ts';

/** What the person bears before any layer looks, and the step that says so. */
export interface Deducted {
  readonly amount: Fen;
  /** Accumulator that it counts on; null where it is not counted over the year. */
  readonly key: string | null;
  readonly steps: readonly Step[];
}

/**
 * 起付线 of one settlement (benefit rules, steps): by the year only cost inside the scope counts, by the stay it is due
 * at every admission, and some kinds have none. Never more than the cost.
 */
export function deductibleOf(rule: Benefit['deductible'], facts: Facts, used: YearUse, inScope: Fen): Deducted {
  if (rule.how === 'none') {
    const figures = [rule.rule];
    return {
      amount: ZERO_FEN,
      key: null,
      steps: [{ step: 'deductible', whole: ZERO_FEN, before: ZERO_FEN, amount: ZERO_FEN, figures }],
    };
  }
  const found = firstOf(rule.amounts, facts);
  if (found === null) return { amount: ZERO_FEN, key: null, steps: [] };
  const key = rule.how === 'year' ? rule.id : null;
  const before = key === null ? ZERO_FEN : usedOf(used, key);
  const whole = found.figure.value;
  const amount = fen(Math.min(Math.max(0, whole - before), inScope));
  return { amount, key, steps: [{ step: 'deductible', whole, before, amount, figures: [found.figure] }] };
}
