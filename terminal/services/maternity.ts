import type { MaternityAnswer } from '../../common/contracts/benefits/maternity.ts';
import { type MaternityView, maternityViewSchema } from '../../common/contracts/session/services/maternity.ts';
import { compare, ofFen, over, ratio, times, toFen, ZERO } from '../../common/kernel/ratio.ts';
import { yuan } from '../session/visit-view.ts';
import { exact } from './exact.ts';
import { paidOf } from './paid.ts';
import type { ResidentService } from './resident-service.ts';

/** S8: whether one is insured, and the allowance of each birth. */
export const maternity: ResidentService<MaternityView> = {
  name: 'maternity',
  offers: ['maternity'],
  ask: (query, benefits, person) => query(benefits.maternity(person), maternityViewOf),
};

/** Whether the allowance is what average and days give; half up to the fen. */
function holds({ average, daysPerMonth, days, allowance }: MaternityAnswer['births'][number]): boolean {
  const divisor = exact(daysPerMonth);
  if (compare(divisor, ZERO) <= 0) return false;
  return yuan(allowance) === toFen(times(over(ofFen(yuan(average)), divisor), ratio(days)));
}

/** The answer in fen, or null where an allowance is not what stands beside it gives. */
export function maternityViewOf(answer: MaternityAnswer): MaternityView | null {
  const { city, insured, births, figures, payments, asOf } = answer;
  if (!births.every(holds)) return null;
  const parsed = maternityViewSchema.safeParse({
    service: 'maternity',
    city,
    insured,
    births: births
      .map((birth) => ({ ...birth, average: yuan(birth.average), allowance: yuan(birth.allowance) }))
      .toReversed(),
    illustrative: figures.some(({ illustrative }) => illustrative),
    payments: payments.map(paidOf),
    asOf,
  });
  return parsed.success ? parsed.data : null;
}
