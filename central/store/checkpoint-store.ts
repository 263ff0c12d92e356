import {
  type CheckpointAlarm,
  checkpointAlarmSchema,
  type KeptCheckpoint,
  keptCheckpointSchema,
} from '../../common/contracts/operator/checkpoints.ts';
import { cached, insert, type Sqlite } from './open.ts';

/** Part of operator.db: what the terminals told of their audit chains, and what of it cannot be true. */
export const CHECKPOINT_SCHEMA = `
CREATE TABLE IF NOT EXISTS checkpoints (
  chain TEXT NOT NULL, seq INTEGER NOT NULL, hash TEXT NOT NULL, institution TEXT NOT NULL, terminal TEXT NOT NULL,
  slot INTEGER NOT NULL, at TEXT NOT NULL, received_at TEXT NOT NULL, PRIMARY KEY (chain, seq)
) STRICT;
CREATE INDEX IF NOT EXISTS checkpoints_terminal ON checkpoints (institution, terminal);
CREATE TABLE IF NOT EXISTS checkpoint_alarms (
  key TEXT PRIMARY KEY, reason TEXT NOT NULL, institution TEXT NOT NULL, terminal TEXT NOT NULL, chain TEXT NOT NULL,
  seq INTEGER NOT NULL, hash TEXT NOT NULL, received_at TEXT NOT NULL
) STRICT;
`;

export interface CheckpointStore {
  at(chain: string, seq: number): KeptCheckpoint | null;
  /** The one with the highest sequence number of the chain. */
  newest(chain: string): KeptCheckpoint | null;
  /** Whether this terminal has told of a chain other than this one. */
  otherChain(institution: string, terminal: string, chain: string): boolean;
  add(checkpoint: KeptCheckpoint): void;
  /** `key` is the record's: the same record alarms once. */
  alarm(key: string, alarm: CheckpointAlarm): void;
  all(): readonly KeptCheckpoint[];
  alarms(): readonly CheckpointAlarm[];
  reset(): void;
}

const COLUMNS = 'chain, seq, hash, institution, terminal, slot, at, received_at AS receivedAt';

export function createCheckpointStore(db: Sqlite): CheckpointStore {
  const one = (found: unknown): KeptCheckpoint | null =>
    found === undefined ? null : keptCheckpointSchema.parse(found);
  return {
    at: (chain, seq) =>
      one(cached(db, `SELECT ${COLUMNS} FROM checkpoints WHERE chain = ? AND seq = ?`).get(chain, seq)),
    newest: (chain) =>
      one(cached(db, `SELECT ${COLUMNS} FROM checkpoints WHERE chain = ? ORDER BY seq DESC LIMIT 1`).get(chain)),
    otherChain: (institution, terminal, chain) =>
      cached(db, 'SELECT 1 FROM checkpoints WHERE institution = ? AND terminal = ? AND chain <> ? LIMIT 1').get(
        institution,
        terminal,
        chain,
      ) !== undefined,
    add({ receivedAt, ...checkpoint }) {
      insert(db, 'checkpoints', { ...checkpoint, received_at: receivedAt }, 'ON CONFLICT DO NOTHING');
    },
    alarm(key, { receivedAt, ...alarm }) {
      insert(db, 'checkpoint_alarms', { key, ...alarm, received_at: receivedAt }, 'ON CONFLICT DO NOTHING');
    },
    all: () =>
      cached(db, `SELECT ${COLUMNS} FROM checkpoints ORDER BY rowid`)
        .all()
        .map((found) => keptCheckpointSchema.parse(found)),
    alarms: () =>
      cached(
        db,
        `SELECT reason, institution, terminal, chain, seq, hash, received_at AS receivedAt
         FROM checkpoint_alarms ORDER BY rowid`,
      )
        .all()
        .map((found) => checkpointAlarmSchema.parse(found)),
    reset() {
      db.exec('DELETE FROM checkpoints; DELETE FROM checkpoint_alarms');
    },
  };
}
