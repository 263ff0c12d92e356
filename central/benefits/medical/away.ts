import { compare, minus, type Ratio, times, ZERO } from '../../../common/kernel/ratio.ts';
import type { Figure } from '../../plans/figures/figure.ts';
import { type Facts, firstOf } from '../../plans/figures/when.ts';
import type { MedicalPlan } from '../../plans/medical/schema.ts';

/**
 * The fund's share for care outside the city. Two readings stand side by side (benefit rules, cross-region): points
 * taken off the share, or a factor on it; the plan's `away.mode` says which. At home the share is what it was.
 */
export function shareAway(
  share: Ratio,
  plan: Pick<MedicalPlan, 'away'>,
  facts: Facts,
): { readonly share: Ratio; readonly figures: readonly Figure<unknown>[] } {
  if (facts.away === null || plan.away === null) return { share, figures: [] };
  const { mode, points, factor } = plan.away;
  const found = firstOf(mode.value === 'points' ? points : factor, facts);
  if (found === null) return { share, figures: [] };
  const changed = mode.value === 'points' ? minus(share, found.figure.value) : times(share, found.figure.value);
  return { share: compare(changed, ZERO) < 0 ? ZERO : changed, figures: [mode, found.figure] };
}
