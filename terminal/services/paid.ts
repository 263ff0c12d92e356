import type { z } from 'zod';
import type { paymentSchema } from '../../common/contracts/benefits/fields.ts';
import type { Paid } from '../../common/contracts/session/services/shared.ts';
import { yuan } from '../session/visit-view.ts';

/** What a fund pays, in fen. */
export function paidOf({ what, from, to, monthly, once }: z.output<typeof paymentSchema>): Paid {
  return {
    what,
    from,
    to,
    monthly: monthly === null ? null : yuan(monthly),
    once: once === null ? null : yuan(once),
  };
}
