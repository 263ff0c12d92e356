import { addFen, type Fen, subFen, ZERO_FEN } from '../../common/kernel/money.ts';
import { formatRatio, ofDecimal } from '../../common/kernel/ratio.ts';
import type { VisitKind } from '../plans/medical/kinds.ts';
import type { MedicalPlan } from '../plans/medical/schema.ts';
import type { FundField, Scheme, SchemeCategory } from '../plans/plan.ts';
import type { LineScopes } from './lines.ts';
import type { Outcome } from './medical/outcome.ts';
import { settleBill } from './medical/settle.ts';
import type { Purses } from './medical/situation.ts';
import { planOfScheme } from './scheme-plan.ts';

/** What a person has used up in the benefit year; fen. */
export interface Accumulators {
  readonly deductible: Fen;
  readonly pool: Fen;
  readonly large: Fen;
}

/** One fund's payment. `available` is the cost that the layer looked at, `limit` what it could still pay this year. */
export interface FundShare {
  readonly field: FundField;
  readonly fundPayType: string;
  readonly name: string;
  readonly available: Fen;
  readonly limit: Fen;
  readonly amount: Fen;
}

/** Who pays a settlement; total = Σ funds + hospital + account + cash, exactly. */
export interface PaymentSplit {
  readonly total: Fen;
  readonly scopes: LineScopes;
  readonly deductible: Fen;
  readonly funds: readonly FundShare[];
  readonly hospital: Fen;
  /** Of the family (`mutualAid`), too. */
  readonly account: Fen;
  readonly mutualAid: Outcome['mutualAid'];
  readonly cash: Fen;
  /** pool_prop_selfpay, N5,4: the pool's share in the highest band reached. */
  readonly poolShare: string;
  /** What this settlement adds to the year's accumulators. */
  readonly used: Accumulators;
}

const plans = new WeakMap<SchemeCategory, MedicalPlan>();

/** A scheme's plan, made once. */
export function planFor(scheme: Scheme, category: SchemeCategory): MedicalPlan {
  const plan = plans.get(category) ?? planOfScheme(scheme, category);
  plans.set(category, plan);
  return plan;
}

/** pool_prop_selfpay of the highest band that the first layer reached, N5,4. */
export function poolShareOf({ steps, layers }: Pick<Outcome, 'steps' | 'layers'>): string | null {
  const first = layers[0]?.name;
  const band = steps.filter((step) => step.step === 'band').findLast(({ layer }) => layer === first);
  return band === undefined ? null : formatRatio(band.share, 4);
}

/** The funds of an outcome that pay something; without a ceiling a fund could have paid all that it looked at. */
export function fundShares({ layers }: Pick<Outcome, 'layers'>): readonly FundShare[] {
  return layers
    .filter(({ fund }) => fund > 0)
    .map(({ field, fundPayType, name, available, limit, fund }) => ({
      field,
      fundPayType,
      name,
      available,
      limit: limit ?? available,
      amount: fund,
    }));
}

function usedOf({ layers }: Outcome, id: string): Fen {
  return layers.find((layer) => layer.id === id)?.fund ?? ZERO_FEN;
}

/** The first band's share, where the cost reached none. */
function firstShare({ bands: [first] }: SchemeCategory): string {
  return first === undefined ? '0.0000' : formatRatio(ofDecimal(first.share), 4);
}

/** Computes one visit's settlement in 海川市 with the engine. Pure; every amount in fen and ≥ 0. */
export function splitPayment(input: {
  readonly scopes: LineScopes;
  readonly scheme: Scheme;
  readonly category: SchemeCategory;
  readonly used: Accumulators;
  readonly civilServant: boolean;
  /** A kind for which this scheme has a benefit. */
  readonly kind: VisitKind;
  /** `yyyy-MM-dd` */
  readonly date: string;
  /** Hospital level, 0 to 3. */
  readonly level: number;
  /** What accounts may pay; nothing where the person said no. */
  readonly purses: Pick<Purses, 'current' | 'family'>;
}): PaymentSplit {
  const { scopes, scheme, category, used } = input;
  const { hospital, ...own } = scopes;
  const answer = settleBill({
    plan: planFor(scheme, category),
    patient: {
      psnType: category.psnType,
      birthDate: null,
      workedSince: null,
      retiredSince: null,
      statuses: input.civilServant ? ['公务员'] : [],
    },
    visit: { kind: input.kind, date: input.date, level: input.level, away: null, disease: null },
    // What the hospital must bear of the excess is nobody's share.
    scopes: { ...own, overLimit: subFen(own.overLimit, hospital) },
    used: { amounts: { ...used }, stays: 0 },
    purses: { ...input.purses, earlier: ZERO_FEN },
  });
  if (!answer.ok) throw new Error(`plan haichuan: ${answer.error}`);
  const outcome = answer.value;
  const [pool, ...others] = outcome.layers;
  // The pool's line names the whole cost inside the scope, as 2206 has always answered it.
  const layers = pool === undefined ? [] : [{ ...pool, available: scopes.inScope }, ...others];
  const reached = poolShareOf(outcome) ?? (input.kind === 'outpatient' ? firstShare(category) : '0.0000');
  return {
    total: addFen(outcome.total, hospital),
    scopes,
    deductible: outcome.deductible,
    funds: fundShares({ layers }),
    hospital,
    account: addFen(outcome.account.current, ...outcome.mutualAid.map(({ amount }) => amount)),
    mutualAid: outcome.mutualAid,
    cash: outcome.cash,
    poolShare: reached,
    used: { deductible: outcome.deductible, pool: usedOf(outcome, 'pool'), large: usedOf(outcome, 'large') },
  };
}
