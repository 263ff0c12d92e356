import { addFen, type Fen } from '../../../common/kernel/money.ts';
import { ofFen, over, type Ratio, toFen } from '../../../common/kernel/ratio.ts';
import type { Figure } from '../../plans/figures/figure.ts';
import type { National } from '../../plans/social/national.ts';
import type { City } from '../../plans/social/schema.ts';
import { pensionMonths } from './pension-months.ts';

/** What a residents' pension is made of, each month; fen. */
export interface ResidentPension {
  readonly base: Fen;
  readonly divisor: Ratio;
  readonly fromAccount: Fen;
  readonly total: Fen;
  readonly figures: readonly Figure<unknown>[];
}

/** 基础养老金 of a city on a day: flat, whatever was paid; null where its file has none of that time. */
export function residentBase({ standards }: Pick<City, 'standards'>, day: string): Figure<Fen> | null {
  const found = standards.flatMap((one) => {
    if (!('residentBase' in one) || one.residentBase === null || one.residentBase.from > day) return [];
    return [{ from: one.residentBase.from, amount: one.amount }];
  });
  return found.sort((a, b) => a.from.localeCompare(b.from)).at(-1)?.amount ?? null;
}

/** Base pension and account / 计发月数 of the age (国发〔2005〕38号's table, A-09; that residents use it is general knowledge). */
export function residentPension(national: National, base: Figure<Fen>, account: Fen): ResidentPension {
  const { age } = national.residentPension;
  const { months, figures } = pensionMonths(national, { years: age.value, months: 0 });
  const fromAccount = toFen(over(ofFen(account), months));
  return {
    base: base.value,
    divisor: months,
    fromAccount,
    total: addFen(base.value, fromAccount),
    figures: [base, age, ...figures],
  };
}
