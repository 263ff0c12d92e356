import type { Pension } from '../../common/contracts/benefits/pension.ts';
import { type PensionView, pensionViewSchema } from '../../common/contracts/session/services/pension.ts';
import { addFen } from '../../common/kernel/money.ts';
import { yuan } from '../session/visit-view.ts';
import { paidOf } from './paid.ts';
import type { ResidentService } from './resident-service.ts';

/** S8: where a person stands with the pension, and an estimate that can be worked out again. */
export const pension: ResidentService<PensionView> = {
  name: 'pension',
  offers: ['pension'],
  ask: (query, benefits, person) => query(benefits.pension(person), pensionViewOf),
};

/** The answer in fen, or null where the parts of the estimate do not sum to its total. */
export function pensionViewOf(answer: Pension): PensionView | null {
  const { estimate, lastBase, payments } = answer;
  const parts = (estimate?.parts ?? []).map((part) => ({ ...part, amount: yuan(part.amount) }));
  const total = estimate === null ? null : yuan(estimate.total);
  if (total !== null && addFen(...parts.map(({ amount }) => amount)) !== total) return null;
  const parsed = pensionViewSchema.safeParse({
    ...answer,
    service: 'pension',
    lastBase: lastBase === null ? null : yuan(lastBase),
    account: yuan(answer.account),
    estimate:
      estimate === null
        ? null
        : {
            parts,
            total,
            futureMonths: estimate.futureMonths,
            illustrative: estimate.figures.some(({ illustrative }) => illustrative),
          },
    payments: payments.map(paidOf),
  });
  return parsed.success ? parsed.data : null;
}
