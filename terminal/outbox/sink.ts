import type { OutboxRow } from '../store/outbox-rows.ts';

/** What became of one row at its destination. */
export type RowVerdict =
  /** The other side has it (newly or already): done. `answer` is its own word. */
  | { readonly kind: 'delivered'; readonly answer: string }
  /** The other side will never take this row: set aside for a person, kept. */
  | { readonly kind: 'dead'; readonly reason: string }
  /** It said nothing about this row. */
  | { readonly kind: 'later'; readonly reason: string };

export type Delivery =
  /** One verdict per row, in the rows' order. */
  | { readonly kind: 'answered'; readonly verdicts: readonly RowVerdict[] }
  /**
   * The destination cannot be reached or is busy. `suspect`: it was reached and gave no usable answer, so one row of
   * the request may be why (a server that stumbles over one record); then the rows are tried one by one.
   */
  | {
      readonly kind: 'unavailable';
      readonly reason: string;
      readonly retryAfterMs: number | null;
      readonly suspect?: boolean;
    }
  /** The request as such was refused: with several rows in it, each is tried alone to find the one to blame. */
  | { readonly kind: 'refused'; readonly reason: string };

/** A destination of the queue. Never throws for an outside cause. */
export interface Sink {
  /** Rows per request; 1 sends them one by one. */
  readonly batch: number;
  deliver(rows: readonly OutboxRow[]): Promise<Delivery>;
}
