import type { Failure } from '../ports.ts';
import type { RefundUntil } from '../store/refunds.ts';

/** How giving a settlement back ended, by the centre. */
export type RefundEnd =
  | { readonly kind: 'refunded' }
  | { readonly kind: 'refused'; readonly failure: Failure; readonly people: boolean }
  | { readonly kind: 'unknown'; readonly people: boolean };

/** The money core's way of giving a settlement back because somebody asked for it. */
export interface Refunding {
  /** Durable before the first byte; waits `limitMs` for its end, and goes on without the caller. */
  refund(
    messageId: string,
    order: { readonly by: string; readonly second?: string | null; readonly until?: RefundUntil },
    limitMs: number,
  ): Promise<RefundEnd>;
}
