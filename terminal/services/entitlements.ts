import type { Entitled } from '../../common/contracts/benefits/entitlements.ts';
import { type EntitlementsView, entitlementsViewSchema } from '../../common/contracts/session/services/entitlements.ts';
import { parseFen } from '../../common/kernel/money.ts';
import { yuan } from '../session/visit-view.ts';
import { paidOf } from './paid.ts';
import type { ResidentService } from './resident-service.ts';

/** Funds whose payments have a service of their own. */
const ELSEWHERE: ReadonlySet<string> = new Set(['pension', 'unemployment']);

/** What a city names that pays sums of money, beside pension, medical care and unemployment. */
const OFFERS = [
  'injury',
  'maternity',
  'minimumLiving',
  'assistance',
  'veterans',
  'disabled',
  'orphans',
  'agedCare',
  'funeral',
] as const;

/** S8 to S10, the rest of them: injury, maternity, assistance and welfare; what was paid, and the sums of the city. */
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
export function entitlementsViewOf({ city, injury, payments, standards, asOf }: Entitled): EntitlementsView | null {
  const money = (text: string | null) => (text === null ? null : yuan(text));
  const parsed = entitlementsViewSchema.safeParse({
    service: 'entitlements',
    city,
    injury: injury === null ? null : { ...injury, lumpSum: money(injury.lumpSum), allowance: money(injury.allowance) },
    payments: payments.filter(({ insurance }) => !ELSEWHERE.has(insurance)).map(paidOf),
    standards: standards.flatMap(standardOf),
    asOf,
  });
  return parsed.success ? parsed.data : null;
}
