import type { Entitled } from '../../common/contracts/benefits/entitlements.ts';
import { type EntitlementsView, entitlementsViewSchema } from '../../common/contracts/session/services/entitlements.ts';
import { parseFen } from '../../common/kernel/money.ts';
import { paidOf } from './paid.ts';
import type { ResidentService } from './resident-service.ts';

/** Funds whose payments have a service of their own. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  'pension',
  'residentPension',
  'ruralPension',
  'unemployment',
  'injury',
  'maternity',
  'assistance',
  'housing',
]);

/** What a city names that pays sums of money and has no service of its own. */
const OFFERS = ['veterans', 'disabled', 'orphans', 'agedCare', 'funeral'] as const;

/** S9: welfare and 优抚; what was paid, and the sums of the city. */
export const entitlements: ResidentService<EntitlementsView> = {
  name: 'entitlements',
  offers: OFFERS,
  ask: (query, benefits, person) => query(benefits.entitlements(person), entitlementsViewOf),
};

/** Goals are no sums that anybody is entitled to, and counts, shares and areas are no sums. */
function standardOf({ id, name, per, figure }: Entitled['standards'][number]): EntitlementsView['standards'] {
  const { kind, illustrative, value } = figure;
  const amount = parseFen(value);
  if (kind === 'goal' || !amount.ok || (per !== 'month' && per !== 'year' && per !== 'once')) return [];
  return [{ id, name, per, amount: amount.value, kind, illustrative }];
}

/** The answer in fen. Nothing in it is a sum of something else, so there is nothing that could fail to hold. */
export function entitlementsViewOf({ city, payments, standards, asOf }: Entitled): EntitlementsView | null {
  const parsed = entitlementsViewSchema.safeParse({
    service: 'entitlements',
    city,
    payments: payments.filter(({ insurance }) => !ELSEWHERE.has(insurance)).map(paidOf),
    standards: standards.flatMap(standardOf),
    asOf,
  });
  return parsed.success ? parsed.data : null;
}
