import { type Fen, fen } from '../../../common/kernel/money.ts';
import type { Figure } from '../../plans/figures/figure.ts';
import { type Facts, firstOf } from '../../plans/figures/when.ts';
import type { Layer } from '../../plans/medical/layers.ts';
import { usedOf, type YearUse } from './year-use.ts';

/** What a layer may still pay in this benefit year; null where it has no ceiling. */
export function ceilingLeft(
  layer: Pick<Layer, 'id' | 'ceiling'>,
  facts: Facts,
  used: YearUse,
): { readonly left: Fen; readonly figure: Figure<Fen> } | null {
  const found = firstOf(layer.ceiling, facts);
  if (found === null) return null;
  return { left: fen(Math.max(0, found.figure.value - usedOf(used, layer.id))), figure: found.figure };
}
