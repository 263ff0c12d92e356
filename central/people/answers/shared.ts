import type { z } from 'zod';
import type { figureSchema, paymentSchema } from '../../../common/contracts/benefits/fields.ts';
import { formatFen } from '../../../common/kernel/money.ts';
import type { Figure } from '../../plans/figures/figure.ts';
import type { Career } from '../career.ts';

/** A figure with its papers. */
export function figureOf({ text, kind, source, illustrative, note }: Figure<unknown>): z.output<typeof figureSchema> {
  return { value: text, kind, source, illustrative, note };
}

/** What funds pay or have paid by a month. */
export function paymentsOf(career: Career, month: string): z.output<typeof paymentSchema>[] {
  return career.payments
    .filter(({ from }) => from <= month)
    .map(({ insurance, what, from, to, monthly, once }) => ({
      insurance,
      what,
      from,
      to,
      monthly: monthly === null ? null : formatFen(monthly),
      once: once === null ? null : formatFen(once),
    }));
}
