import { assertInTransaction, type Db } from './database.ts';

/** Whose chain it is: the place that the site profile named when the chain began, and a number made once. */
export interface ChainIdentity {
  readonly institution: string;
  readonly slot: number;
  /** 32 hex digits. */
  readonly chain: string;
}

/** A place in a chain: the row of that sequence number has that hash. */
export interface ChainPoint {
  readonly seq: number;
  readonly hash: string;
}

export interface AuditRow {
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  /** Ms since the Unix epoch; order by `seq`, a clock may jump. */
  readonly at: number;
  readonly code: string;
  /** Canonical JSON of a flat object. */
  readonly facts: string;
  /** Hash of the row before; of the chain's identity for the first. 64 hex digits, as `hash`. */
  readonly prev: string;
  readonly hash: string;
}

/** The rows of the audit chain. What makes a hash is the audit room's business; here it is kept. */
export interface AuditRows {
  /** Whose chain this is; null before its first start. */
  identity(): ChainIdentity | null;
  /** Begins the chain; `hash` stands for "nothing yet". Only once. */
  begin(identity: ChainIdentity, hash: string, nowMs: number): void;
  /** The newest row, as the row's own insertion noted it; seq 0 where there is none. */
  head(): ChainPoint;
  /** Adds the row after `head`, in the caller's transaction. */
  append(row: AuditRow): void;
  /** What the operator was last told. */
  told(): ChainPoint | null;
  tell(point: ChainPoint): void;
  /** In order of `seq`, from the first above `after`. */
  after(after: number, limit: number): readonly AuditRow[];
  get(seq: number): AuditRow | null;
  /** The newest `limit`, newest first. */
  newest(limit: number): readonly AuditRow[];
  /** The latest moment of the newest `limit`, or null. */
  latestAt(limit: number): number | null;
}

export function createAuditRows(db: Db): AuditRows {
  const identity = db.prepare<[], ChainIdentity>('SELECT institution, slot, chain FROM audit_chain');
  const begin = db.prepare(
    'INSERT INTO audit_chain (id, institution, slot, chain, begun_at, head_seq, head_hash) VALUES (1, ?, ?, ?, ?, 0, ?)',
  );
  const head = db.prepare<[], ChainPoint>('SELECT head_seq AS seq, head_hash AS hash FROM audit_chain');
  const setHead = db.prepare('UPDATE audit_chain SET head_seq = ?, head_hash = ?');
  const insert = db.prepare('INSERT INTO audit (id, at, code, facts, prev, hash) VALUES (?, ?, ?, ?, ?, ?)');
  const told = db.prepare<[], ChainPoint>(
    'SELECT told_seq AS seq, told_hash AS hash FROM audit_chain WHERE told_hash IS NOT NULL',
  );
  const tell = db.prepare('UPDATE audit_chain SET told_seq = ?, told_hash = ?');
  const COLUMNS = 'id AS seq, at, code, facts, prev, hash';
  const after = db.prepare<[number, number], AuditRow>(
    `SELECT ${COLUMNS} FROM audit WHERE id > ? ORDER BY id LIMIT 0 + ?`,
  );
  const get = db.prepare<[number], AuditRow>(`SELECT ${COLUMNS} FROM audit WHERE id = ?`);
  const newest = db.prepare<[number], AuditRow>(`SELECT ${COLUMNS} FROM audit ORDER BY id DESC LIMIT 0 + ?`);
  const latestAt = db
    .prepare<[number], number | null>('SELECT max(at) FROM (SELECT at FROM audit ORDER BY id DESC LIMIT 0 + ?)')
    .pluck();
  return {
    identity: () => identity.get() ?? null,
    begin({ institution, slot, chain }, hash, nowMs) {
      assertInTransaction(db);
      begin.run(institution, slot, chain, nowMs, hash);
    },
    head() {
      const found = head.get();
      if (found === undefined) throw new Error('store: the audit chain has not begun');
      return found;
    },
    append({ seq, at, code, facts, prev, hash }) {
      assertInTransaction(db);
      insert.run(seq, at, code, facts, prev, hash);
      setHead.run(seq, hash);
    },
    told: () => told.get() ?? null,
    tell({ seq, hash }) {
      assertInTransaction(db);
      tell.run(seq, hash);
    },
    after: (seq, limit) => after.all(seq, limit),
    get: (seq) => get.get(seq) ?? null,
    newest: (limit) => newest.all(limit),
    latestAt: (limit) => latestAt.get(limit) ?? null,
  };
}
