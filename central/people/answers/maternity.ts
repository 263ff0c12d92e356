import type { z } from 'zod';
import type { whoAsks } from '../../../common/contracts/benefits/fields.ts';
import type { MaternityAnswer } from '../../../common/contracts/benefits/maternity.ts';
import { formatFen } from '../../../common/kernel/money.ts';
import { maternityAllowance, maternityLeave } from '../../benefits/social/maternity.ts';
import type { Figure } from '../../plans/figures/figure.ts';
import { find, type People } from './find.ts';
import { figureOf, isInsured, paymentsOf } from './shared.ts';

/** Insured or not, and the allowance of each birth; null for a person who is not known. */
export function maternityAnswer(people: People, now: number, ask: z.output<typeof whoAsks>): MaternityAnswer | null {
  const found = find(people, ask, now);
  if (found === null) return null;
  const { career, city, month: until, asOf } = found;
  const { national } = people;
  const { daysPerMonth } = national.maternity;
  const used = new Set<Figure<unknown>>();
  const births = career.births.flatMap(({ month, average }) => {
    const days = maternityLeave(national, `${month}-15`);
    if (month > until || days === null) return [];
    used.add(days).add(daysPerMonth);
    const allowance = formatFen(maternityAllowance(national, average, days.value));
    return [{ month, average: formatFen(average), daysPerMonth: daysPerMonth.text, days: days.value, allowance }];
  });
  return {
    city: city.city,
    insured: isInsured(career, 'maternity', until),
    births,
    figures: [...used].map(figureOf),
    payments: paymentsOf(career, until).filter(({ insurance }) => insurance === 'maternity'),
    asOf,
  };
}
