import {
  type AuditCheckpoint,
  auditCheckpointSchema,
  type CheckpointAlarmReason,
  checkpointAlarmReasons,
} from '../../common/contracts/operator/checkpoints.ts';
import type { OperatorRecord } from '../../common/contracts/operator/records.ts';
import type { CheckpointStore } from '../store/checkpoint-store.ts';

/** What cannot be true of this checkpoint beside what was told before, or null. */
function problemOf(
  store: CheckpointStore,
  { institution, terminal }: OperatorRecord,
  checkpoint: AuditCheckpoint,
): CheckpointAlarmReason | null {
  const { chain, seq, hash, previous } = checkpoint;
  const newest = store.newest(chain);
  if (newest === null) return store.otherChain(institution, terminal, chain) ? 'new-chain' : null;
  if (newest.institution !== institution || newest.terminal !== terminal) return 'foreign-chain';
  const same = store.at(chain, seq);
  if (same !== null && same.hash !== hash) return 'contradicts';
  if (previous !== null && (store.at(chain, previous.seq)?.hash ?? previous.hash) !== previous.hash)
    return 'contradicts';
  if (seq < newest.seq) return 'goes-back';
  // One that we never got is no contradiction; one that the terminal has forgotten is.
  if (seq > newest.seq && (previous?.seq ?? 0) < newest.seq) return 'rolled-back';
  return null;
}

/**
 * Takes a record of kind `audit-checkpoint`: keeps what fits what the terminal told before, and raises an alarm for
 * the rest. Answers why it is refused, or null where it is kept.
 */
export function takeCheckpoint(store: CheckpointStore, record: OperatorRecord, receivedAt: string): string | null {
  const parsed = auditCheckpointSchema.safeParse(record.body);
  if (!parsed.success) return 'not an audit checkpoint';
  const { previous: _, ...checkpoint } = parsed.data;
  const { institution, terminal, key } = record;
  const reason = problemOf(store, record, parsed.data);
  if (reason !== null) {
    const { chain, seq, hash } = checkpoint;
    store.alarm(key, { reason, institution, terminal, chain, seq, hash, receivedAt });
    if (reason !== 'new-chain') return `${reason}: ${checkpointAlarmReasons[reason]}`;
  }
  store.add({ ...checkpoint, institution, terminal, receivedAt });
  return null;
}
