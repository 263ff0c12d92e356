import type { MedicalSummary } from '../../common/contracts/benefits/medical-summary.ts';
import { type BenefitSummary, benefitSummarySchema } from '../../common/contracts/session/benefits.ts';
import { addFen, type Fen, ZERO_FEN } from '../../common/kernel/money.ts';
import { type Pii, pii, unwrapPii } from '../../common/kernel/pii.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import type { BenefitsGateway } from '../gateways/benefits/port.ts';
import type { CallFailure } from '../gateways/json-call.ts';
import type { CardHolder, Failure, Timing } from '../ports.ts';
import { yuan } from '../session/visit-view.ts';

export interface BenefitQueryDeps {
  /** Null where the profile has none, or its files cannot be read. */
  readonly benefits: Pick<BenefitsGateway, 'medicalSummary'> | null;
  readonly timing: Timing;
}

/** The holder's medical account and year. An answer whose sums do not hold is not shown: the person would count. */
export async function benefitQuery(
  { benefits, timing }: BenefitQueryDeps,
  holder: Pii<CardHolder>,
): Promise<Result<BenefitSummary, Failure>> {
  if (benefits === null) return err({ code: 'BENEFITS_UNREACHABLE', reason: null });
  const { name, identityNumber, cardNumber } = unwrapPii(holder);
  const card = cardNumber === '' ? {} : { cardNumber };
  const answer = await benefits.medicalSummary(pii({ name, identityNumber, ...card }));
  if (!answer.ok) return err({ code: failureCode(answer.error), reason: null });
  const { reply, timing: took } = answer.value;
  timing('benefits.summary', took.wallMs, Math.max(0, took.wallMs - (took.serverMs ?? 0)));
  const summary = summaryOf(reply);
  return summary === null ? err({ code: 'BENEFITS_BAD_ANSWER', reason: null }) : ok(summary);
}

function failureCode(failure: CallFailure): Failure['code'] {
  if (failure.kind === 'notSent') return 'BENEFITS_UNREACHABLE';
  // 404 with the documented code is "this person"; any other 404 is a wrong address.
  if (failure.kind === 'refused') {
    return failure.code === 'NO_SUCH_PERSON' ? 'BENEFITS_NO_RECORD' : 'BENEFITS_BAD_ANSWER';
  }
  return failure.reason === 'badAnswer' || failure.reason === 'redirect'
    ? 'BENEFITS_BAD_ANSWER'
    : 'BENEFITS_UNREACHABLE';
}

/** The answer in fen, or null where an identity of the contract does not hold. */
export function summaryOf(answer: MedicalSummary): BenefitSummary | null {
  const { year } = answer;
  const months = answer.months.map((row) => ({
    month: Number(row.month.slice(5)),
    year: row.month.slice(0, 4),
    funds: yuan(row.funds),
    account: yuan(row.account),
    cash: yuan(row.cash),
  }));
  const layers = year.layers.map(({ layer, paid }) => ({ layer, paid: yuan(paid) }));
  const [account, cash, funds] = (['account', 'cash', 'funds'] as const).map((part) =>
    addFen(ZERO_FEN, ...months.map((row) => row[part])),
  ) as [Fen, Fen, Fen];
  const paid = addFen(ZERO_FEN, ...layers.map((row) => row.paid));
  const [hospital, totalFees] = [yuan(year.hospital), yuan(year.totalFees)];
  const holds =
    funds === paid &&
    addFen(account, cash) === yuan(year.selfPaid) &&
    addFen(paid, hospital, account, cash) === totalFees &&
    months.every((row, index) => row.year === year.year && row.month === index + 1) &&
    new Set(layers.map(({ layer }) => layer)).size === layers.length;
  if (!holds) return null;
  const { amount } = year.poolCeiling;
  const schemes = answer.schemes.map(({ scheme }) => scheme);
  const parsed = benefitSummarySchema.safeParse({
    schemes: [year.scheme, ...schemes.filter((scheme) => scheme !== year.scheme)].slice(0, 10),
    balance: yuan(answer.account.balance),
    year: year.year,
    deductible: { amount: yuan(year.deductible.amount), used: yuan(year.deductible.used) },
    poolCeiling: { amount: amount === null ? null : yuan(amount), used: yuan(year.poolCeiling.used) },
    layers,
    visits: year.visits,
    totalFees,
    hospital,
    account,
    cash,
    months: months.map(({ year: _year, ...row }) => row),
    asOf: answer.asOf,
  });
  return parsed.success ? parsed.data : null;
}
