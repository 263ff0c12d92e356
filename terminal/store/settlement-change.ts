import type { FailureCode } from '../../common/contracts/failures.ts';
import type { Split } from '../../common/contracts/session/snapshot.ts';
import type { FeeScope } from '../ports.ts';

/** States of a settlement (`terminal/settlement/reducer.ts` has their meaning and their transitions). */
export type SettlementState = 'intended' | 'unknown' | 'fencing' | 'settled' | 'refused' | 'notSent' | 'reversed';

/** What a transition may change; absent fields stay. */
export interface SettlementChange {
  readonly state?: SettlementState;
  readonly live?: boolean;
  readonly fenceMessageRow?: number | null;
  readonly settled?: {
    readonly split: Split;
    readonly scope: FeeScope;
    readonly setlId: string;
    readonly setlTime: string;
    readonly foundBy: 'answer' | '5203';
    readonly changed: boolean;
  };
  readonly failure?: { readonly code: FailureCode; readonly reason: string | null };
  readonly rounds?: number;
  readonly fenceFailures?: number;
  readonly verifyAt?: number | null;
  readonly unseen?: boolean;
}

/** Columns of a change. */
export function columnsOf(change: SettlementChange): Record<string, string | number | null> {
  const columns: Record<string, string | number | null> = {};
  if (change.state !== undefined) columns['state'] = change.state;
  if (change.live !== undefined) columns['live'] = change.live ? 1 : 0;
  if (change.fenceMessageRow !== undefined) columns['fence_message_id'] = change.fenceMessageRow;
  if (change.settled !== undefined) {
    columns['split_settled'] = JSON.stringify(change.settled.split);
    columns['scope_settled'] = JSON.stringify(change.settled.scope);
    columns['setl_id'] = change.settled.setlId;
    columns['setl_time'] = change.settled.setlTime;
    columns['found_by'] = change.settled.foundBy;
    columns['changed'] = change.settled.changed ? 1 : 0;
  }
  if (change.failure !== undefined) {
    columns['failure_code'] = change.failure.code;
    columns['reason'] = change.failure.reason;
  }
  if (change.rounds !== undefined) columns['rounds'] = change.rounds;
  if (change.fenceFailures !== undefined) columns['fence_failures'] = change.fenceFailures;
  if (change.verifyAt !== undefined) columns['verify_at'] = change.verifyAt;
  if (change.unseen !== undefined) columns['unseen'] = change.unseen ? 1 : 0;
  return columns;
}
