import type { z } from 'zod';
import type { OperatorRecord, operatorApi } from '../../../common/contracts/operator/records.ts';
import type { Result } from '../../../common/kernel/result.ts';
import type { CallFailure, CallReply } from '../json-call.ts';

type Api = typeof operatorApi;
export type RecordsAnswer = z.output<Api['post']['out']>;
export type RecordState = z.output<Api['state']['out']>['state'];

/** Whoever runs the terminals and receives their records. */
export interface OperatorGateway {
  /** The exact text of a batch. Throws ZodError on a bug of ours. */
  write(records: readonly OperatorRecord[]): string;
  /**
   * Posts a batch; `Idempotency-Key` is the SHA-256 of its exact bytes. The answers are those of the rows in the batch,
   * one each: an answer that leaves one out, names one twice or names a stranger is a bad answer.
   */
  post(text: string): Promise<Result<CallReply<RecordsAnswer>, CallFailure>>;
  /** Which of these records (keys of 32 hex digits, at most 200) the operator holds: an answer for each. */
  query(keys: readonly string[]): Promise<Result<ReadonlyMap<string, RecordState>, CallFailure>>;
  /** Whether the operator holds the record with this key (32 hex digits). */
  state(key: string): Promise<Result<RecordState, CallFailure>>;
  close(): void;
}
