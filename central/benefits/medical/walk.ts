import { addFen, type Fen, fen, subFen, ZERO_FEN } from '../../../common/kernel/money.ts';
import { ofFen, type Ratio } from '../../../common/kernel/ratio.ts';
import type { Facts } from '../../plans/figures/when.ts';
import type { MedicalPlan } from '../../plans/medical/schema.ts';
import type { LayerShare, Step } from './outcome.ts';
import type { YearUse } from './year-use.ts';

/** How far the layers have come over the cost inside the scope. Each layer takes a walk and gives the next. */
export interface Walk {
  readonly plan: MedicalPlan;
  readonly facts: Facts;
  readonly used: YearUse;
  /** Cost inside the scope that the layers look at, fen. */
  readonly inScope: Fen;
  readonly deductible: Fen;
  /** Cost up to which layers of bands have looked, exact. */
  readonly position: Ratio;
  /** The same in fen, after rounding: deductible and both sides of every layer so far. */
  readonly settled: Fen;
  readonly shares: readonly LayerShare[];
  readonly steps: readonly Step[];
}

/** Before the first layer. */
export function beginWalk(input: Pick<Walk, 'plan' | 'facts' | 'used' | 'inScope' | 'deductible' | 'steps'>): Walk {
  return { ...input, position: ofFen(input.deductible), settled: input.deductible, shares: [] };
}

/** Cost beyond what the layers of bands have dealt with, fen. */
export function beyond(walk: Walk): Fen {
  return subFen(walk.inScope, walk.settled);
}

/** What all layers pay so far. */
export function fundsOf(shares: readonly LayerShare[]): Fen {
  return addFen(ZERO_FEN, ...shares.map(({ fund }) => fund));
}

/** `amount` kept within 0 and `most`. */
export function within(amount: number, most: Fen): Fen {
  return fen(Math.max(0, Math.min(amount, most)));
}
