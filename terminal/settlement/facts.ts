import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Split } from '../../common/contracts/session/snapshot.ts';
import type { Fen } from '../../common/kernel/money.ts';
import type { Failure, FeeScope } from '../ports.ts';
import type { RefundCause, RefundUntil } from '../store/refunds.ts';
import type { SettlementRow } from '../store/settlements.ts';
import type { SettlementEvent } from './reducer.ts';

/** What the centre said of a settlement that stands. */
export interface Confirmed {
  readonly split: Split;
  readonly scope: FeeScope;
  readonly setlId: string;
  readonly setlTime: string;
  readonly foundBy: 'answer' | '5203';
}

/** What the centre's books show of a settlement that nobody counted on; for the person who must look at it. */
export interface Seen {
  readonly setlId: string;
  readonly total: Fen;
  /** What cannot be right about it. */
  readonly why: FailureCode | null;
}

/** Who wants a settlement given back, why, and under which number it stands at the centre. */
export interface RefundOrder {
  readonly setlId: string | null;
  readonly cause: RefundCause;
  readonly by: string | null;
  readonly second: string | null;
  /** How far a stay is undone; missing: its settlement alone. */
  readonly until?: RefundUntil;
}

/** Begins a refund within the caller's transaction, or takes up one that was given up. */
export type BeginRefund = (settlement: SettlementRow, order: RefundOrder) => void;

/** What comes with an event of a settlement. */
export interface Facts {
  readonly confirmed?: Confirmed;
  readonly failure?: Failure;
  /** What 5203 shows where it is for a person. */
  readonly seen?: Seen;
  readonly refund?: RefundOrder;
  /** Who said it, where the operator is told by whom. */
  readonly people?: { readonly by: string; readonly second: string | null };
  /** Keeps the answer that the event came with, in the same transaction. */
  readonly keep?: () => void;
}

/** Does one move of the settlement's table, durably. */
export type Apply = (id: number, event: SettlementEvent, facts?: Facts) => SettlementRow;
