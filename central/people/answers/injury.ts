import type { z } from 'zod';
import type { whoAsks } from '../../../common/contracts/benefits/fields.ts';
import type { InjuryAnswer } from '../../../common/contracts/benefits/injury.ts';
import { addFen, type Fen, formatFen, ZERO_FEN } from '../../../common/kernel/money.ts';
import { averageMonthly, wageFor } from '../../benefits/social/contribution-base.ts';
import {
  injuryAllowance,
  injuryDifference,
  injuryLumpSum,
  injuryMonths,
  injuryShare,
  nursingAllowance,
} from '../../benefits/social/injury.ts';
import type { Figure } from '../../plans/figures/figure.ts';
import { type Found, find, type People } from './find.ts';
import { figureOf, isInsured, monthlyOf, paymentsOf } from './shared.ts';

type Accident = NonNullable<InjuryAnswer['accident']>;
type Injury = NonNullable<Found['career']['injury']>;

/** A sum of the answer, its amount, and the figures that it was worked out from. */
interface Part<T> {
  readonly shown: T;
  readonly amount: Fen;
  readonly figures: readonly Figure<unknown>[];
}

function lumpSumOf({ national }: People, { grade, wage, month }: Injury): Part<Accident['lumpSum']> | null {
  const day = `${month}-15`;
  const months = injuryMonths(national, grade, day);
  const amount = injuryLumpSum(national, grade, wage, day);
  if (months === null || amount === null) return null;
  return { shown: { months: months.value, amount: formatFen(amount) }, amount, figures: [months] };
}

function allowanceOf({ national }: People, { grade, wage }: Injury): Part<Accident['allowance']> | null {
  const share = injuryShare(national, grade);
  // No source that was read states the minimum wage of a city.
  const amount = injuryAllowance(national, grade, wage, ZERO_FEN);
  if (share === null || amount === null) return null;
  return { shown: { share: share.text, least: null, amount: formatFen(amount) }, amount, figures: [share] };
}

function nursingOf(
  { national }: People,
  { city, month }: Found,
  { nursing }: Injury,
): Part<Accident['nursing']> | null {
  const wage = wageFor(city, `${month}-15`);
  const share = national.injury.nursing.find(({ need }) => need === nursing)?.share;
  if (nursing === null || wage === null || share === undefined) return null;
  const average = averageMonthly(wage);
  const amount = nursingAllowance(national, nursing, average.wage);
  if (amount === null) return null;
  const shown = { need: nursing, share: share.text, average: formatFen(average.wage), amount: formatFen(amount) };
  return { shown, amount, figures: [share, average.figure] };
}

function accidentOf(people: People, found: Found): Accident | null {
  const { career, month } = found;
  const { injury } = career;
  if (injury === null || injury.month > month) return null;
  const [lumpSum, allowance] = [lumpSumOf(people, injury), allowanceOf(people, injury)];
  const nursing = nursingOf(people, found, injury);
  const pension = monthlyOf(career, 'pension', month);
  const drawn = allowance !== null && pension > ZERO_FEN;
  const difference = drawn ? injuryDifference(allowance.amount, pension) : null;
  const now = difference ?? allowance?.amount ?? ZERO_FEN;
  return {
    grade: injury.grade,
    month: injury.month,
    wage: formatFen(injury.wage),
    lumpSum: lumpSum?.shown ?? null,
    allowance: allowance?.shown ?? null,
    nursing: nursing?.shown ?? null,
    pension: drawn ? formatFen(pension) : null,
    difference: difference === null ? null : formatFen(difference),
    monthly: formatFen(addFen(now, nursing?.amount ?? ZERO_FEN)),
    figures: [lumpSum, allowance, nursing].flatMap((part) => part?.figures ?? []).map(figureOf),
  };
}

/** Insured or not, and what an accident gives; null for a person who is not known. */
export function injuryAnswer(people: People, now: number, ask: z.output<typeof whoAsks>): InjuryAnswer | null {
  const found = find(people, ask, now);
  if (found === null) return null;
  const { career, city, month, asOf } = found;
  return {
    city: city.city,
    insured: isInsured(career, 'injury', month),
    accident: accidentOf(people, found),
    payments: paymentsOf(career, month).filter(({ insurance }) => insurance === 'injury'),
    asOf,
  };
}
