import { addFen, type Fen, fen, subFen, ZERO_FEN } from '../../../common/kernel/money.ts';
import {
  compare,
  larger,
  minus,
  ONE,
  ofFen,
  plus,
  type Ratio,
  smaller,
  times,
  toFen,
  ZERO,
} from '../../../common/kernel/ratio.ts';
import type { Figure } from '../../plans/figures/figure.ts';
import { firstOf, holds } from '../../plans/figures/when.ts';
import type { BurdenLayer } from '../../plans/medical/layers.ts';
import { ceilingLeft } from './ceiling.ts';
import type { Step } from './outcome.ts';
import { type Walk, within } from './walk.ts';
import { usedOf } from './year-use.ts';

/** Name of the accumulator of a layer's burden over the year. */
export function burdenKey(id: string): string {
  return `burden:${id}`;
}

interface Terms {
  readonly from: Ratio;
  readonly points: Ratio;
  readonly noCeiling: boolean;
  readonly figures: readonly Figure<unknown>[];
}

/** Deductible and extra points for this person: eased for 特困, 低保 and 返贫 (A-01; the national order is C). */
function termsOf(walk: Walk, layer: BurdenLayer): Terms {
  const deductible = firstOf(layer.deductible, walk.facts)?.figure ?? null;
  const whole = deductible === null ? ZERO : ofFen(deductible.value);
  const figures = deductible === null ? [] : [deductible];
  if (layer.eased === null || !holds(layer.eased.when, walk.facts)) {
    return { from: whole, points: ZERO, noCeiling: false, figures };
  }
  const { deductibleFactor, points, noCeiling } = layer.eased;
  return {
    from: times(whole, deductibleFactor.value),
    points: points.value,
    noCeiling: noCeiling.value,
    figures: [...figures, deductibleFactor, points, noCeiling],
  };
}

/** What the tiers pay of the year's burden between two points, exact, with a step for each tier that is reached. */
function tiersBetween(walk: Walk, layer: BurdenLayer, terms: Terms, from: Ratio, to: Ratio) {
  let [position, fund] = [larger(from, terms.from), ZERO];
  const steps: Step[] = [];
  for (const tier of firstOf(layer.tiers, walk.facts)?.steps ?? []) {
    const end = tier.to === null ? to : smaller(ofFen(tier.to.value), to);
    if (compare(end, position) <= 0) continue;
    const share = smaller(plus(tier.share.value, terms.points), ONE);
    fund = plus(fund, times(minus(end, position), share));
    const figures = [tier.share, ...(tier.to === null ? [] : [tier.to])];
    steps.push({ step: 'tier', layer: layer.name, from: position, to: end, share, figures });
    position = end;
  }
  return { fund, steps };
}

/**
 * 大病保险, 医疗救助: a share of all that the person still has to pay inside the scope. The burden is summed over the
 * year, so what a settlement is paid depends on the sum before and after it, not on how the bills were cut. Tiers are
 * read on the year's burden (B-01 begins the first one at the deductible, that is on the whole).
 */
export function burdenLayer(walk: Walk, layer: BurdenLayer): Walk {
  const now = subFen(walk.inScope, addFen(ZERO_FEN, ...walk.shares.map(({ fund }) => fund)));
  if (now === 0) return walk;
  const before = usedOf(walk.used, burdenKey(layer.id));
  const terms = termsOf(walk, layer);
  const reached = addFen(before, now);
  const { fund: exact, steps } = tiersBetween(walk, layer, terms, ofFen(before), ofFen(reached));
  const ceiling = terms.noCeiling ? null : ceilingLeft(layer, walk.facts, walk.used);
  const byPerson = subFen(now, toFen(minus(ofFen(now), exact)));
  const rounded = layer.round.value === 'fund' ? toFen(exact) : byPerson;
  const most: Fen = fen(Math.min(now, ceiling?.left ?? now));
  const fund = within(rounded, most);
  const { id, field, fundPayType, name } = layer;
  const figures = [...terms.figures, ...(ceiling === null ? [] : [ceiling.figure])];
  return {
    ...walk,
    shares: [
      ...walk.shares,
      { id, field, fundPayType, name, available: now, limit: ceiling?.left ?? null, fund, self: ZERO_FEN },
    ],
    steps: [
      ...walk.steps,
      ...steps,
      { step: 'burden', layer: name, before, now, fund, capped: fund < rounded, figures },
    ],
  };
}
