import type { ResidentPensionAnswer } from '../../common/contracts/benefits/resident-pension.ts';
import {
  type ResidentPensionView,
  residentPensionViewSchema,
} from '../../common/contracts/session/services/resident-pension.ts';
import { addFen } from '../../common/kernel/money.ts';
import { compare, ofFen, over, toFen, ZERO } from '../../common/kernel/ratio.ts';
import { yuan } from '../session/visit-view.ts';
import { exact, percentOf, plain } from './exact.ts';
import { paidOf } from './paid.ts';
import type { ResidentService } from './resident-service.ts';

/** S8: the residents' and the rural pension: what was paid in, and what it gives with how it is worked out. */
export const residentPension: ResidentService<ResidentPensionView> = {
  name: 'residentPension',
  offers: ['residentPension', 'ruralPension'],
  ask: (query, benefits, person) => query(benefits.residentPension(person), residentPensionViewOf),
};

type Sums = NonNullable<ResidentPensionAnswer['sums']>;

/** Null where a sum is not what stands beside it gives. */
function sumsOf({ base, divisor, fromAccount, total, figures }: Sums, account: string): ResidentPensionView['sums'] {
  const by = exact(divisor);
  if (compare(by, ZERO) <= 0 || yuan(fromAccount) !== toFen(over(ofFen(yuan(account)), by))) return null;
  if (yuan(total) !== addFen(yuan(base), yuan(fromAccount))) return null;
  return {
    base: yuan(base),
    divisor: plain(by),
    fromAccount: yuan(fromAccount),
    total: yuan(total),
    illustrative: figures.some(({ illustrative }) => illustrative),
  };
}

/** The answer in fen, or null where a sum of the contract does not hold. */
export function residentPensionViewOf(answer: ResidentPensionAnswer): ResidentPensionView | null {
  const { account, opening, years, limits, payments } = answer;
  const sums = answer.sums === null ? null : sumsOf(answer.sums, account);
  if (sums === null && answer.sums !== null) return null;
  if (yuan(account) !== addFen(yuan(opening), ...years.map(({ paid }) => yuan(paid)))) return null;
  const parsed = residentPensionViewSchema.safeParse({
    service: 'residentPension',
    city: answer.city,
    state: answer.state,
    opening: yuan(opening),
    years: years.map(({ year, paid }) => ({ year, paid: yuan(paid) })).toReversed(),
    account: yuan(account),
    from: answer.from,
    sums,
    limits: limits.map(({ limit, share }) => ({ limit, percent: percentOf(share) })),
    payments: payments.map(paidOf),
    asOf: answer.asOf,
  });
  return parsed.success ? parsed.data : null;
}
