import { addFen, type Fen } from '../../../common/kernel/money.ts';
import { ONE, ofFen, over, plus, type Ratio, ratio, times, toFen } from '../../../common/kernel/ratio.ts';
import type { Figure } from '../../plans/figures/figure.ts';
import type { National } from '../../plans/social/national.ts';
import type { TransitRule } from '../../plans/social/schema.ts';
import { type Age, pensionMonths } from './pension-months.ts';

/** What an estimate starts from. Money in fen; times in months of contribution. */
export interface PensionInput {
  /** C: last year's average monthly wage of the place. */
  readonly averageWage: Fen;
  /** Z: mean index of the person's bases. */
  readonly index: Ratio;
  /** All months that count, deemed ones too. */
  readonly months: number;
  readonly account: Fen;
  readonly age: Age;
  /** Months that are deemed to be paid, before there were contributions. */
  readonly deemedMonths: number;
  /** Months paid from then until the account began (Beijing: 1992-10 to 1998-06). */
  readonly earlyMonths: number;
}

/** One part with everything that its formula names. */
export interface PensionPart {
  readonly part: 'base' | 'account' | 'deemed' | 'early';
  readonly amount: Fen;
  readonly formula: string;
  readonly terms: Readonly<Record<string, Ratio>>;
  readonly figures: readonly Figure<unknown>[];
}

export interface PensionEstimate {
  readonly parts: readonly PensionPart[];
  readonly total: Fen;
}

const TWO = ratio(2);

function yearsOf(months: number): Ratio {
  return ratio(months, 12);
}

/** 基础养老金 = (C + C·Z) / 2 · N · 1 % (国发〔2005〕38号, A-09). Intermediate values are not rounded (B-03). */
function basePart(national: National, input: PensionInput): PensionPart {
  const C = ofFen(input.averageWage);
  const { index: Z } = input;
  const N = yearsOf(input.months);
  const factor = national.pension.factor;
  const amount = toFen(times(over(plus(C, times(C, Z)), TWO), N, factor.value));
  return { part: 'base', amount, formula: '(C + C × Z) ÷ 2 × N × 1 %', terms: { C, Z, N }, figures: [factor] };
}

/** 个人账户养老金 = balance / months of the age. */
function accountPart(national: National, input: PensionInput): PensionPart {
  const { months, figures } = pensionMonths(national, input.age);
  const balance = ofFen(input.account);
  return {
    part: 'account',
    amount: toFen(over(balance, months)),
    formula: 'A ÷ m',
    terms: { A: balance, m: months },
    figures,
  };
}

/**
 * 过渡性养老金. Beijing (order 183, 京劳社养发〔2007〕21号, A-09): 1 % of the average wage for each deemed year and of the
 * indexed wage for each year up to 1998-06. Elsewhere: k of the indexed wage for each deemed year (general knowledge).
 */
function transitParts(rule: TransitRule, input: PensionInput): readonly PensionPart[] {
  const C = ofFen(input.averageWage);
  const { index: Z } = input;
  const k = rule.factor.value;
  const figures = [rule.factor];
  const deemed = yearsOf(input.deemedMonths);
  const early = yearsOf(input.earlyMonths);
  const indexed = rule.how === 'indexed';
  const parts: PensionPart[] = [];
  if (input.deemedMonths > 0) {
    const amount = toFen(times(C, indexed ? Z : ONE, deemed, k));
    const formula = indexed ? 'C × Z × Nd × k' : 'C × Nd × k';
    const terms = indexed ? { C, Z, Nd: deemed, k } : { C, Nd: deemed, k };
    parts.push({ part: 'deemed', amount, formula, terms, figures });
  }
  if (input.earlyMonths > 0 && !indexed) {
    const amount = toFen(times(C, Z, early, k));
    parts.push({ part: 'early', amount, formula: 'C × Z × N98 × k', terms: { C, Z, N98: early, k }, figures });
  }
  return parts;
}

/** The monthly pension from 2006 on, part by part, each rounded half up to the fen. */
export function estimatePension(national: National, transit: TransitRule | null, input: PensionInput): PensionEstimate {
  const parts = [
    basePart(national, input),
    accountPart(national, input),
    ...(transit === null ? [] : transitParts(transit, input)),
  ];
  return { parts, total: addFen(...parts.map(({ amount }) => amount)) };
}
