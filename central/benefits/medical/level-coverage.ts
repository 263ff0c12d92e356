import { type Fen, ZERO_FEN } from '../../../common/kernel/money.ts';
import { minus, ONE, type Ratio, times } from '../../../common/kernel/ratio.ts';
import type { Figure } from '../../plans/figures/figure.ts';
import { type Facts, firstOf, holds } from '../../plans/figures/when.ts';
import type { BandsLayer } from '../../plans/medical/layers.ts';
import type { Benefit, MedicalPlan } from '../../plans/medical/schema.ts';
import { factsOf, type Patient } from './situation.ts';
import { NOTHING_USED } from './year-use.ts';

/** What a kind of visit is worth to somebody at a hospital of a level, before anything of the year is used. */
export interface LevelCoverage {
  readonly kind: 'outpatient' | 'inpatient';
  readonly level: number;
  readonly deductible: { readonly how: Benefit['deductible']['how']; readonly amount: Fen };
  /** Of the layer that pays first; empty where it pays nothing at such a hospital. */
  readonly bands: readonly { readonly to: Fen | null; readonly share: Ratio }[];
  readonly ceiling: Fen | null;
  readonly figures: readonly Figure<unknown>[];
}

const LEVELS = [0, 1, 2, 3] as const;
const KINDS = ['outpatient', 'inpatient'] as const;

type Priced = Pick<LevelCoverage, 'bands' | 'figures'>;

/** The fund's share in each band; of retired people in some cities the person's part of it times a factor. */
function bandsOf(layer: BandsLayer, facts: Facts): Priced {
  const steps = holds(layer.who, facts) ? (firstOf(layer.bands, facts)?.steps ?? []) : [];
  const factor = firstOf(layer.personFactor, facts)?.figure ?? null;
  const shareOf = (own: Ratio): Ratio => (factor === null ? own : minus(ONE, times(minus(ONE, own), factor.value)));
  return {
    bands: steps.map(({ to, share }) => ({ to: to?.value ?? null, share: shareOf(share.value) })),
    figures: [
      ...steps.flatMap(({ to, share }) => [share, ...(to === null ? [] : [to])]),
      ...(factor === null ? [] : [factor]),
    ],
  };
}

function deductibleAt(rule: Benefit['deductible'], facts: Facts): { amount: Fen; figures: readonly Figure<unknown>[] } {
  const found = rule.how === 'none' ? null : firstOf(rule.amounts, facts);
  if (found !== null) return { amount: found.figure.value, figures: [found.figure] };
  return { amount: ZERO_FEN, figures: rule.how === 'none' ? [rule.rule] : [] };
}

function termsAt(benefit: Benefit, kind: LevelCoverage['kind'], facts: Facts): LevelCoverage {
  const layer = benefit.layers.find((one) => one.type === 'bands') ?? null;
  const { amount, figures } = deductibleAt(benefit.deductible, facts);
  const priced: Priced = layer === null ? { bands: [], figures: [] } : bandsOf(layer, facts);
  const ceiling = layer === null ? null : (firstOf(layer.ceiling, facts)?.figure ?? null);
  return {
    kind,
    level: facts.level,
    deductible: { how: benefit.deductible.how, amount },
    bands: priced.bands,
    ceiling: ceiling?.value ?? null,
    figures: [...figures, ...priced.figures, ...(ceiling === null ? [] : [ceiling])],
  };
}

/** Clinic and first stay at each level, on a day; a benefit that is not in force yet, or not for this person, is left out. */
export function levelCoverage(plan: MedicalPlan, patient: Patient, date: string): readonly LevelCoverage[] {
  return KINDS.flatMap((kind) => {
    const benefit = Object.values(plan.benefits).find(({ kinds }) => kinds.includes(kind));
    if (benefit === undefined || (benefit.since !== null && benefit.since.value > date)) return [];
    return LEVELS.flatMap((level) => {
      const facts = factsOf({
        plan,
        patient,
        visit: { kind, date, level, away: null, disease: null },
        scopes: { ownPay: ZERO_FEN, overLimit: ZERO_FEN, preSelfPay: ZERO_FEN, inScope: ZERO_FEN },
        used: NOTHING_USED,
        purses: { current: ZERO_FEN, earlier: ZERO_FEN, family: [] },
      });
      return facts === null ? [] : [termsAt(benefit, kind, facts)];
    });
  });
}
