import { fen, subFen } from '../../../common/kernel/money.ts';
import {
  compare,
  larger,
  minus,
  ONE,
  ofFen,
  over,
  plus,
  type Ratio,
  smaller,
  times,
  toFen,
  ZERO,
} from '../../../common/kernel/ratio.ts';
import type { Figure } from '../../plans/figures/figure.ts';
import { firstOf } from '../../plans/figures/when.ts';
import type { Step as BandFigures, BandsLayer } from '../../plans/medical/layers.ts';
import { shareAway } from './away.ts';
import { ceilingLeft } from './ceiling.ts';
import type { Step } from './outcome.ts';
import { beyond, type Walk, within } from './walk.ts';

interface Covered {
  readonly position: Ratio;
  readonly fund: Ratio;
  readonly hit: boolean;
  readonly steps: readonly Step[];
}

/** The fund's share in one band: the plan's, the person's part of it times the factor, less what care away costs. */
function shareIn(
  layer: BandsLayer,
  walk: Walk,
  band: BandFigures,
): { share: Ratio; figures: readonly Figure<unknown>[] } {
  const factor = firstOf(layer.personFactor, walk.facts)?.figure ?? null;
  const own = band.share.value;
  const home = factor === null ? own : minus(ONE, times(minus(ONE, own), factor.value));
  const away = layer.lessAway ? shareAway(home, walk.plan, walk.facts) : { share: home, figures: [] };
  const limit = band.to === null ? [] : [band.to];
  return { share: away.share, figures: [band.share, ...limit, ...(factor === null ? [] : [factor]), ...away.figures] };
}

/**
 * The fund's exact part over the bands from the walk's position, until the cost ends or `left` is used up. A band of
 * which nothing is reached makes no step. Bands restart in every settlement (Beijing, derived from a hospital's
 * settlement, A-01); only the ceiling runs through the year.
 */
function cover(layer: BandsLayer, walk: Walk, bands: readonly BandFigures[], left: Ratio | null): Covered {
  const end = ofFen(walk.inScope);
  let covered: Covered = { position: walk.position, fund: ZERO, hit: false, steps: [] };
  for (const band of bands) {
    const { position, fund, steps } = covered;
    const to = band.to === null ? end : smaller(ofFen(band.to.value), end);
    if (compare(to, position) <= 0) continue;
    const { share, figures } = shareIn(layer, walk, band);
    const whole = times(minus(to, position), share);
    const hit = left !== null && compare(plus(fund, whole), left) > 0;
    const paid = hit ? minus(left, fund) : whole;
    const reached = hit ? plus(position, over(paid, share)) : to;
    const self = minus(minus(reached, position), paid);
    covered = {
      position: reached,
      fund: plus(fund, paid),
      hit,
      steps: [
        ...steps,
        { step: 'band', layer: layer.name, from: position, to: reached, share, fund: paid, self, figures },
      ],
    };
    if (hit) break;
  }
  return covered;
}

/**
 * A layer of bands: computed exactly, rounded once to the fen on the side that the plan names, the other side by
 * difference; at the ceiling the fund pays exactly what is left of it (benefit rules, rounding).
 */
export function bandsLayer(walk: Walk, layer: BandsLayer): Walk {
  const base = beyond(walk);
  const bands = firstOf(layer.bands, walk.facts)?.steps;
  if (base === 0 || bands === undefined) return walk;
  const ceiling = ceilingLeft(layer, walk.facts, walk.used);
  const covered = cover(layer, walk, bands, ceiling === null ? null : ofFen(ceiling.left));
  const self = minus(minus(covered.position, walk.position), covered.fund);
  const most = fen(Math.min(base, ceiling?.left ?? base));
  const rounded = layer.round.value;
  // Without a ceiling in the way the two sides are the whole base, so that only one of them may be rounded.
  const byFund = within(toFen(covered.fund), most);
  const byPerson = within(subFen(base, toFen(self)), most);
  const fund = covered.hit && ceiling !== null ? within(ceiling.left, base) : rounded === 'fund' ? byFund : byPerson;
  const rest = subFen(base, fund);
  const own = covered.hit ? within(toFen(larger(self, ZERO)), rest) : rest;
  const { id, field, fundPayType, name } = layer;
  const capped: readonly Step[] =
    covered.hit && ceiling !== null
      ? [{ step: 'ceiling', layer: name, left: ceiling.left, cut: covered.position, figures: [ceiling.figure] }]
      : [];
  return {
    ...walk,
    position: covered.position,
    settled: fen(walk.settled + fund + own),
    shares: [
      ...walk.shares,
      { id, field, fundPayType, name, available: base, limit: ceiling?.left ?? null, fund, self: own },
    ],
    steps: [
      ...walk.steps,
      ...covered.steps,
      ...capped,
      { step: 'layer', layer: name, base, rounded, fund, self: own, figures: [] },
    ],
  };
}
