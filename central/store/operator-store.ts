import { z } from 'zod';
import { type OperatorRecord, operatorRecordSchema } from '../../common/contracts/operator/records.ts';
import { CHECKPOINT_SCHEMA, type CheckpointStore, createCheckpointStore } from './checkpoint-store.ts';
import { createEnrolmentStore, ENROLMENT_SCHEMA, type EnrolmentStore } from './enrolment-store.ts';
import { atomicallyIn, cached, insert, openSqlite, type Trial, trialOf } from './open.ts';

/** operator.db: records by key, repeats that were not known as such, the answers that batches got; checkpoints. */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS records (
  key TEXT PRIMARY KEY, terminal TEXT NOT NULL, sequence INTEGER NOT NULL, body TEXT NOT NULL, received_at TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS repeats (id INTEGER PRIMARY KEY, key TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS batches (hash TEXT PRIMARY KEY, answers TEXT NOT NULL) STRICT;
`;

const bodyRow = z.object({ body: z.string() }).transform((r) => r.body);

export interface OperatorStore {
  atomically<T>(work: () => T): T;
  /** The stored record's JSON text, or null. */
  find(key: string): string | null;
  /** When the record was received, `yyyy-MM-dd HH:mm:ss`, or null. */
  receivedAt(key: string): string | null;
  add(record: OperatorRecord, receivedAt: string): void;
  /** A record whose key was forgotten: it stands in the books twice. */
  addAgain(record: OperatorRecord): void;
  /** The books, with every repeat. */
  all(): readonly OperatorRecord[];
  batch(hash: string): string | null;
  addBatch(hash: string, answers: string): void;
  readonly checkpoints: CheckpointStore;
  readonly enrolment: EnrolmentStore;
  reset(): void;
  readonly trial: Trial;
  close(): void;
}

/** Opens operator.db, or ":memory:". */
export function openOperatorStore(place: string): OperatorStore {
  const db = openSqlite(place, SCHEMA + CHECKPOINT_SCHEMA + ENROLMENT_SCHEMA);
  const checkpoints = createCheckpointStore(db);
  const enrolment = createEnrolmentStore(db);
  return {
    checkpoints,
    enrolment,
    atomically: atomicallyIn(db),
    find(key) {
      const found = cached(db, 'SELECT body FROM records WHERE key = ?').get(key);
      return found === undefined ? null : bodyRow.parse(found);
    },
    add(record, receivedAt) {
      const { key, terminal, sequence } = record;
      insert(db, 'records', { key, terminal, sequence, body: JSON.stringify(record), received_at: receivedAt });
    },
    receivedAt(key) {
      const found = cached(db, 'SELECT received_at AS body FROM records WHERE key = ?').get(key);
      return found === undefined ? null : bodyRow.parse(found);
    },
    addAgain(record) {
      insert(db, 'repeats', { key: record.key, body: JSON.stringify(record) });
    },
    all: () =>
      cached(
        db,
        'SELECT body FROM (SELECT 0 AS t, rowid AS r, body FROM records UNION ALL SELECT 1, id, body FROM repeats) ORDER BY t, r',
      )
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
      db.exec('DELETE FROM records; DELETE FROM repeats; DELETE FROM batches');
      checkpoints.reset();
      enrolment.reset();
    },
    trial: trialOf(db),
    close() {
      db.close();
    },
  };
}
