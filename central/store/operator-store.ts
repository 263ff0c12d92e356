import { z } from 'zod';
import { type OperatorRecord, operatorRecordSchema } from '../../common/contracts/operator/records.ts';
import { CHECKPOINT_SCHEMA, type CheckpointStore, createCheckpointStore } from './checkpoint-store.ts';
import { cached, insert, openSqlite } from './open.ts';

/** operator.db: records by key, and the answers that batches got; checkpoints beside them. */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS records (
  key TEXT PRIMARY KEY, terminal TEXT NOT NULL, sequence INTEGER NOT NULL, body TEXT NOT NULL, received_at TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS batches (hash TEXT PRIMARY KEY, answers TEXT NOT NULL) STRICT;
`;

const bodyRow = z.object({ body: z.string() }).transform((r) => r.body);

export interface OperatorStore {
  atomically<T>(work: () => T): T;
  /** The stored record's JSON text, or null. */
  find(key: string): string | null;
  add(record: OperatorRecord, receivedAt: string): void;
  all(): readonly OperatorRecord[];
  batch(hash: string): string | null;
  addBatch(hash: string, answers: string): void;
  readonly checkpoints: CheckpointStore;
  reset(): void;
  close(): void;
}

/** Opens operator.db, or ":memory:". */
export function openOperatorStore(place: string): OperatorStore {
  const db = openSqlite(place, SCHEMA + CHECKPOINT_SCHEMA);
  const checkpoints = createCheckpointStore(db);
  return {
    checkpoints,
    atomically: (work) => db.transaction(work).immediate(),
    find(key) {
      const found = cached(db, 'SELECT body FROM records WHERE key = ?').get(key);
      return found === undefined ? null : bodyRow.parse(found);
    },
    add(record, receivedAt) {
      const { key, terminal, sequence } = record;
      insert(db, 'records', { key, terminal, sequence, body: JSON.stringify(record), received_at: receivedAt });
    },
    all: () =>
      cached(db, 'SELECT body FROM records ORDER BY rowid')
        .all()
        .map((found) => operatorRecordSchema.parse(JSON.parse(bodyRow.parse(found)))),
    batch(hash) {
      const found = cached(db, 'SELECT answers AS body FROM batches WHERE hash = ?').get(hash);
      return found === undefined ? null : bodyRow.parse(found);
    },
    addBatch(hash, answers) {
      insert(db, 'batches', { hash, answers });
    },
    reset() {
      db.exec('DELETE FROM records; DELETE FROM batches');
      checkpoints.reset();
    },
    close() {
      db.close();
    },
  };
}
