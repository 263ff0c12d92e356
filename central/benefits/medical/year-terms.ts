import { type Fen, ZERO_FEN } from '../../../common/kernel/money.ts';
import type { Facts } from '../../plans/figures/when.ts';
import { firstOf } from '../../plans/figures/when.ts';
import type { MedicalPlan } from '../../plans/medical/schema.ts';
import { usedOf, type YearUse } from './year-use.ts';

/** What a year allows at the clinic, and what of it is used: a query screen's two bars. */
export interface YearTerms {
  readonly deductible: Fen;
  readonly deductibleUsed: Fen;
  /** Null where the first layer has no ceiling, or there is no layer. */
  readonly ceiling: Fen | null;
  readonly ceilingUsed: Fen;
}

/** The clinic's yearly deductible and the ceiling of the layer that pays first; nothing where a plan has no clinic benefit. */
export function yearTerms(plan: MedicalPlan, facts: Facts, used: YearUse): YearTerms {
  const benefit = Object.values(plan.benefits).find(({ kinds }) => kinds.includes('outpatient'));
  const rule = benefit?.deductible;
  const yearly = rule?.how === 'year' ? rule : null;
  const layer = benefit?.layers[0];
  return {
    deductible: (yearly === null ? null : firstOf(yearly.amounts, facts)?.figure.value) ?? ZERO_FEN,
    deductibleUsed: yearly === null ? ZERO_FEN : usedOf(used, yearly.id),
    ceiling: (layer === undefined ? null : firstOf(layer.ceiling, facts)?.figure.value) ?? null,
    ceilingUsed: layer === undefined ? ZERO_FEN : usedOf(used, layer.id),
  };
}
