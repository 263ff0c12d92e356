import { addFen, type Fen, fen, subFen, ZERO_FEN } from '../../../common/kernel/money.ts';
import { minus, ONE, ofFen, times, toFen } from '../../../common/kernel/ratio.ts';
import { firstOf } from '../../plans/figures/when.ts';
import type { RemainderLayer } from '../../plans/medical/layers.ts';
import { ceilingLeft } from './ceiling.ts';
import { beyond, type Walk, within } from './walk.ts';

/** What the named layers left to the person as ratio share, less what earlier layers of this kind took of it. */
function leftOf(walk: Walk, layer: RemainderLayer): Fen {
  const named = walk.shares.filter(({ id }) => layer.of.includes(id));
  const above = layer.of.includes('above') ? beyond(walk) : ZERO_FEN;
  return addFen(above, ...named.map(({ self }) => self));
}

/**
 * 退休人员统一补充, 公务员补助: a share of what is left, never of the deductible. What it pays is taken off the ratio
 * shares it looked at, so that the next layer of this kind sees only the rest.
 */
export function remainderLayer(walk: Walk, layer: RemainderLayer): Walk {
  const base = leftOf(walk, layer);
  const found = firstOf(layer.shares, walk.facts);
  if (base === 0 || found === null) return walk;
  const ceiling = ceilingLeft(layer, walk.facts, walk.used);
  const exact = times(ofFen(base), found.figure.value);
  const person = toFen(times(ofFen(base), minus(ONE, found.figure.value)));
  const rounded = layer.round.value === 'fund' ? toFen(exact) : subFen(base, person);
  const fund = within(rounded, fen(Math.min(base, ceiling?.left ?? base)));
  const { id, field, fundPayType, name } = layer;
  let toTake = fund;
  const shares = walk.shares.map((share) => {
    if (!layer.of.includes(share.id)) return share;
    const taken = within(toTake, share.self);
    toTake = subFen(toTake, taken);
    return { ...share, self: subFen(share.self, taken) };
  });
  const figures = [found.figure, ...(ceiling === null ? [] : [ceiling.figure])];
  return {
    ...walk,
    // What it paid of the cost above the ceilings is dealt with.
    settled: addFen(walk.settled, toTake),
    shares: [
      ...shares,
      { id, field, fundPayType, name, available: base, limit: ceiling?.left ?? null, fund, self: ZERO_FEN },
    ],
    steps: [...walk.steps, { step: 'remainder', layer: name, base, share: found.figure.value, fund, figures }],
  };
}
