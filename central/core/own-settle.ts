import { ZERO_FEN } from '../../common/kernel/money.ts';
import type { Situation } from '../benefits/medical/situation.ts';
import { NOTHING_USED } from '../benefits/medical/year-use.ts';
import { type PaymentSplit, planFor, splitPayment } from '../benefits/split.ts';
import { isStayKind, kindOf } from '../plans/medical/kinds.ts';
import { schemeFor } from '../plans/plan.ts';
import { hospitalLevel } from './city-plan.ts';
import { type CitySplit, pursesOf } from './city-settle.ts';
import { type Context, dayOf } from './context.ts';
import type { InsuranceRow, PersonRow, VisitRow } from './ledger.ts';

/** A visit as its own city's plan file settles it, and the year that it counts in. */
export interface OwnSettled {
  readonly split: PaymentSplit | CitySplit;
  readonly year: string;
}

/**
 * The bill of a visit in the made-up city, or the words of a refusal: a kind of case that the scheme has no benefit for is
 * not settled. The clinic's year is kept in its own accumulators; what is kept beside them is the family's money.
 */
export function settleOwn(
  context: Context,
  { visit, person, insurance }: { visit: VisitRow; person: PersonRow; insurance: InsuranceRow },
  bill: { readonly scopes: Parameters<typeof splitPayment>[0]['scopes']; readonly useAccount: boolean },
): OwnSettled | string {
  const { db, plan } = context;
  const found = schemeFor(plan, visit.insutype, insurance.psnType);
  if (found === null) return `险种${visit.insutype}人员类别${insurance.psnType}无门诊待遇`;
  const [scheme, category] = found;
  const kind = kindOf(visit.medType ?? '');
  const benefits = Object.values(planFor(scheme, category).benefits);
  const benefit = kind === null ? undefined : benefits.find(({ kinds }) => kinds.includes(kind));
  if (kind === null || benefit === undefined || isStayKind(kind)) {
    return `险种${visit.insutype}没有医疗类别${visit.medType}的门诊待遇`;
  }
  const year = dayOf(context).slice(0, 4);
  const purses: Pick<Situation['purses'], 'current' | 'family'> = bill.useAccount
    ? { current: insurance.balance, family: db.family(person.psnNo) }
    : { current: ZERO_FEN, family: [] };
  const split = splitPayment({
    scopes: bill.scopes,
    scheme,
    category,
    used: db.accumulators(person.psnNo, visit.insutype, year),
    civilServant: insurance.civilServant,
    kind,
    date: visit.begunAt.slice(0, 10),
    level: hospitalLevel(context, visit.institution),
    purses,
  });
  const others = pursesOf(
    { account: { current: ZERO_FEN, earlier: ZERO_FEN }, mutualAid: split.mutualAid },
    person.psnNo,
  );
  const process = benefit.layers.length === 0 ? `${plan.city}：该医疗类别统筹基金不支付，只能由个人账户支付` : null;
  if (others.length === 0 && process === null) return { split, year };
  return { split: { ...split, city: { use: NOTHING_USED, purses: others, year, process } }, year };
}
