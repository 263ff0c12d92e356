import type { InjuryAnswer } from '../../common/contracts/benefits/injury.ts';
import { type Accident, type InjuryView, injuryViewSchema } from '../../common/contracts/session/services/injury.ts';
import { addFen, type Fen, fen, ZERO_FEN } from '../../common/kernel/money.ts';
import { ofFen, ratio, times, toFen } from '../../common/kernel/ratio.ts';
import { yuan } from '../session/visit-view.ts';
import { exact, percentOf } from './exact.ts';
import { paidOf } from './paid.ts';
import type { ResidentService } from './resident-service.ts';

/** S8: what an accident at work gives, and what the fund adds once a pension has taken the allowance's place. */
export const injury: ResidentService<InjuryView> = {
  name: 'injury',
  offers: ['injury'],
  ask: (query, benefits, person) => query(benefits.injury(person), injuryViewOf),
};

type Answered = NonNullable<InjuryAnswer['accident']>;

const money = (text: string | null): Fen | null => (text === null ? null : yuan(text));

/** Whether every sum is what stands beside it gives; half up to the fen. */
function holds({ wage, lumpSum, allowance, nursing, pension, difference, monthly }: Answered): boolean {
  const of = (amount: string, share: string): Fen => toFen(times(ofFen(yuan(amount)), exact(share)));
  const allowed = allowance === null ? ZERO_FEN : yuan(allowance.amount);
  const lower = pension === null ? null : fen(Math.max(ZERO_FEN, allowed - yuan(pension)));
  const cared = nursing === null ? ZERO_FEN : yuan(nursing.amount);
  return (
    (lumpSum === null || yuan(lumpSum.amount) === toFen(times(ofFen(yuan(wage)), ratio(lumpSum.months)))) &&
    (allowance === null ||
      allowed === Math.max(of(wage, allowance.share), allowance.least === null ? 0 : yuan(allowance.least))) &&
    (nursing === null || cared === of(nursing.average, nursing.share)) &&
    money(difference) === lower &&
    yuan(monthly) === addFen(lower ?? allowed, cared)
  );
}

function accidentOf(answered: Answered): Accident {
  const { grade, month, lumpSum, allowance, nursing, figures } = answered;
  return {
    grade,
    month,
    wage: yuan(answered.wage),
    lumpSum: lumpSum === null ? null : { months: lumpSum.months, amount: yuan(lumpSum.amount) },
    allowance:
      allowance === null
        ? null
        : { percent: percentOf(allowance.share), least: money(allowance.least), amount: yuan(allowance.amount) },
    nursing:
      nursing === null
        ? null
        : {
            need: nursing.need,
            percent: percentOf(nursing.share),
            average: yuan(nursing.average),
            amount: yuan(nursing.amount),
          },
    pension: money(answered.pension),
    difference: money(answered.difference),
    monthly: yuan(answered.monthly),
    illustrative: figures.some(({ illustrative }) => illustrative),
  };
}

/** The answer in fen, or null where a sum is not what stands beside it gives. */
export function injuryViewOf({ city, insured, accident, payments, asOf }: InjuryAnswer): InjuryView | null {
  if (accident !== null && !holds(accident)) return null;
  const parsed = injuryViewSchema.safeParse({
    service: 'injury',
    city,
    insured,
    accident: accident === null ? null : accidentOf(accident),
    payments: payments.map(paidOf),
    asOf,
  });
  return parsed.success ? parsed.data : null;
}
