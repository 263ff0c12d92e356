import { type Fen, fen, ZERO_FEN } from '../../../common/kernel/money.ts';
import { ofFen, type Ratio, ratio, times, toFen } from '../../../common/kernel/ratio.ts';
import type { Figure } from '../../plans/figures/figure.ts';
import type { National } from '../../plans/social/national.ts';

/** How many months of own wage the lump sum of a grade has, by the rule of the day; null before the first rule. */
export function injuryMonths(national: National, grade: number, day: string): Figure<number> | null {
  const term = national.injury.lumpSums.filter(({ from }) => from <= day).at(-1);
  return term?.months.find((one) => one.grade === grade)?.figure ?? null;
}

/** The share of own wage that the allowance of a grade is; null for milder grades, which have none. */
export function injuryShare(national: National, grade: number): Figure<Ratio> | null {
  return national.injury.monthly.find((one) => one.grade === grade)?.figure ?? null;
}

/** 一次性伤残补助金: months of own wage by grade, as they stood on the day (A-11; before 2011 general knowledge). */
export function injuryLumpSum(national: National, grade: number, wage: Fen, day: string): Fen | null {
  const months = injuryMonths(national, grade, day);
  return months === null ? null : toFen(times(ofFen(wage), ratio(months.value)));
}

/**
 * 伤残津贴 of a month: a share of own wage for grades 1 to 6, not below the minimum wage. Null for milder grades,
 * which have none.
 */
export function injuryAllowance(national: National, grade: number, wage: Fen, minimumWage: Fen): Fen | null {
  const share = injuryShare(national, grade);
  return share === null ? null : fen(Math.max(toFen(times(ofFen(wage), share.value)), minimumWage));
}

/** At retirement the pension takes its place; the injury fund pays the difference where it is lower (A-11, S003). */
export function injuryDifference(allowance: Fen, pension: Fen): Fen {
  return fen(Math.max(ZERO_FEN, allowance - pension));
}

/** 生活护理费: a share of the local average wage by how much care is needed (general knowledge). */
export function nursingAllowance(national: National, need: 'full' | 'most' | 'part', averageWage: Fen): Fen | null {
  const found = national.injury.nursing.find((one) => one.need === need);
  return found === undefined ? null : toFen(times(ofFen(averageWage), found.share.value));
}
