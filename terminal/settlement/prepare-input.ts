import type { Result } from '../../common/kernel/result.ts';
import type { Failure, Prepared, Settlements } from '../ports.ts';
import type { VisitRow } from '../store/visits.ts';

export type PrepareInput = Parameters<Settlements['prepare']>[0];

/**
 * Prepares a bill from the beginning, or from `open`, the preparation of this encounter that an earlier attempt left. Each
 * step is durable, and a later attempt goes on where one stopped.
 */
export type Prepare = (input: PrepareInput, open: VisitRow | null) => Promise<Result<Prepared, Failure>>;
