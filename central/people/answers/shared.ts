import type { z } from 'zod';
import type { figureSchema, paymentSchema } from '../../../common/contracts/benefits/fields.ts';
import { addFen, type Fen, formatFen, ZERO_FEN } from '../../../common/kernel/money.ts';
import type { Figure } from '../../plans/figures/figure.ts';
import type { insurances } from '../../plans/social/schema.ts';
import type { Career } from '../career.ts';

type Insurance = (typeof insurances)[number];

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

/** What goes on in a month, of one insurance; nothing where it is paid once. */
export function monthlyOf(
  { payments }: Career,
  insurance: Career['payments'][number]['insurance'],
  month: string,
): Fen {
  const now = payments.filter((one) => one.insurance === insurance && isIn(one, month));
  return addFen(ZERO_FEN, ...now.map(({ monthly }) => monthly ?? ZERO_FEN));
}

/** Whether somebody's insurance in a month is paid by an employer. */
export function isInsured({ spans }: Career, insurance: Insurance, month: string): boolean {
  return spans.some((span) => span.kind === 'paid' && isIn(span, month) && span.insurances.includes(insurance));
}

function isIn({ from, to }: { readonly from: string; readonly to: string | null }, month: string): boolean {
  return from <= month && (to === null || month <= to);
}
