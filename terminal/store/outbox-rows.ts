import { z } from 'zod';
import type { Json } from '../../common/contracts/json.ts';
import { assertInTransaction, type Db } from './database.ts';

export type Destination = 'operator' | 'his';
/**
 * Whose trouble holds up whom: the operator, the outside HIS, and the clients of the HIS API, whose books are in this
 * journal and take rows whoever is down outside. Rows of both of the last two are the HIS's (`Destination`).
 */
export type Lane = Destination | 'client';
export type OutboxState = 'waiting' | 'inFlight' | 'delivered' | 'dead';
export type JsonObject = { [name: string]: Json };

export interface OutboxRow {
  /** Also the sequence number of the record: order by it, never by a clock. */
  readonly id: number;
  readonly key: string;
  readonly destination: Destination;
  readonly kind: string;
  readonly group: string;
  readonly state: OutboxState;
  readonly body: JsonObject;
  /** `yyyy-MM-dd HH:mm:ss` */
  readonly occurredAt: string;
  readonly createdAt: number;
  readonly attempts: number;
  readonly nextAt: number;
  readonly lastFailure: string | null;
}

export interface OutboxRows {
  /** Adds a row to the caller's transaction: the one of the fact that it reports. */
  insert(row: {
    readonly key: string;
    readonly destination: Destination;
    readonly kind: string;
    readonly group: string;
    /** The client of the HIS API that it is for; missing or null: nobody of this journal's. */
    readonly client?: string | null;
    readonly body: JsonObject;
    readonly occurredAt: string;
    readonly nowMs: number;
  }): number;
  /** Takes up to `limit` due rows under `lease`, the first of each group only, oldest due first. */
  claim(lane: Lane, lease: string, limit: number, nowMs: number): readonly OutboxRow[];
  /** Ends a claim for good; false where the lease is no longer ours. The next row of the group becomes due. */
  finish(id: number, lease: string, state: 'delivered' | 'dead', reason: string | null, nowMs: number): boolean;
  /** Gives a claim back for another try at `nextAt`; `counted` where the other side has seen the row. */
  retry(id: number, lease: string, nextAt: number, reason: string, counted: boolean): boolean;
  /** At start: claims of a process that is gone are waiting again. Returns how many. */
  takeBack(lane: Lane): number;
  /** When the next row of this lane is due, or null where none waits. */
  nextDue(lane: Lane): number | null;
  /** Makes the waiting rows of a group due now. */
  hurry(destination: Destination, group: string, nowMs: number): void;
  /** No waiting row is due later than this: a clock that went back must not hold the queue. */
  clamp(latest: number): void;
  /** Undelivered rows of a group: those that wait or are in flight. */
  pending(destination: Destination, group: string): number;
  /** The clock went back: nobody can tell how old the rows are that are here now. */
  clockWentBack(): void;
  /** Up to this id, rows were here when the clock last went back; 0 where it never did. */
  ageUnknownUpTo(): number;
  /** When the newest row was written, or null. */
  newestAt(): number | null;
  /** How many wait or are in flight; quick however many were delivered. */
  undelivered(): number;
  /** Counts every row that ever was: for a person who looks, not for a loop. */
  counts(): { readonly [state in OutboxState]: number };
  oldestWaiting(): number | null;
  list(limit: number): readonly OutboxRow[];
  get(id: number): OutboxRow | null;
}

interface Raw {
  id: number;
  key: string;
  destination: Destination;
  kind: string;
  grp: string;
  state: OutboxState;
  body: string;
  occurred_at: string;
  created_at: number;
  attempts: number;
  next_at: number;
  last_failure: string | null;
}

/** What `JSON.parse` gives is JSON all the way down; only that it is an object is left to be seen. */
const bodySchema = z.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

function read(raw: Raw): OutboxRow {
  return {
    id: raw.id,
    key: raw.key,
    destination: raw.destination,
    kind: raw.kind,
    group: raw.grp,
    state: raw.state,
    body: bodySchema.parse(JSON.parse(raw.body)),
    occurredAt: raw.occurred_at,
    createdAt: raw.created_at,
    attempts: raw.attempts,
    nextAt: raw.next_at,
    lastFailure: raw.last_failure,
  };
}

const COLUMNS =
  'id, key, destination, kind, grp, state, body, occurred_at, created_at, attempts, next_at, last_failure';

/** Which rows are a lane's: the clients' apart from those of the outside HIS. */
const OF_LANE: { readonly [lane in Lane]: string } = {
  operator: "destination = 'operator' AND client IS NULL",
  his: "destination = 'his' AND client IS NULL",
  client: "destination = 'his' AND client IS NOT NULL",
};
const DUE = "state = 'waiting' AND head = 1";
/** Its WHERE clause repeats the index's condition word for word; see the test of its plan. */
export const claimSql = (lane: Lane): string =>
  `SELECT id FROM outbox WHERE ${DUE} AND ${OF_LANE[lane]} AND next_at <= ? ORDER BY next_at, id LIMIT 0 + ?`;
export const UNDELIVERED_SQL = `SELECT (SELECT count(*) FROM outbox WHERE state = 'waiting')
  + (SELECT count(*) FROM outbox WHERE state = 'inFlight')`;
const GROUP = "destination = ? AND grp = ? AND state IN ('waiting','inFlight')";

const perLane = <T>(make: (lane: Lane) => T): { readonly [lane in Lane]: T } => ({
  operator: make('operator'),
  his: make('his'),
  client: make('client'),
});

export function createOutboxRows(db: Db): OutboxRows {
  const insert = db.prepare(
    `INSERT INTO outbox (key, destination, kind, grp, client, state, head, body, occurred_at, created_at, next_at)
     VALUES (?, ?, ?, ?, ?, 'waiting', NOT EXISTS (SELECT 1 FROM outbox WHERE ${GROUP}), ?, ?, ?, ?)`,
  );
  const due = perLane((lane) => db.prepare<[number, number], number>(claimSql(lane)).pluck());
  // Without RETURNING, whose table of its own costs more than a second look by the id.
  const take = db.prepare<[string, number]>("UPDATE outbox SET state = 'inFlight', lease = ? WHERE id = ?");
  const finish = db.prepare<[string, string | null, number, number, string]>(
    `UPDATE outbox SET state = ?, lease = NULL, head = 0, attempts = attempts + 1, last_failure = ?, finished_at = ?
     WHERE id = ? AND lease = ? AND state = 'inFlight'`,
  );
  const placeOf = db.prepare<[number], { destination: Destination; grp: string }>(
    'SELECT destination, grp FROM outbox WHERE id = ?',
  );
  const promote = db.prepare<[Destination, string]>(
    `UPDATE outbox SET head = 1 WHERE id = (SELECT id FROM outbox WHERE ${GROUP} ORDER BY id LIMIT 1)`,
  );
  const retry = db.prepare(
    `UPDATE outbox SET state = 'waiting', lease = NULL, attempts = attempts + ?, next_at = ?, last_failure = ?
     WHERE id = ? AND lease = ? AND state = 'inFlight'`,
  );
  const takeBack = perLane((lane) =>
    db.prepare(`UPDATE outbox SET state = 'waiting', lease = NULL WHERE state = 'inFlight' AND ${OF_LANE[lane]}`),
  );
  const nextDue = perLane((lane) =>
    db.prepare<[], number | null>(`SELECT min(next_at) FROM outbox WHERE ${DUE} AND ${OF_LANE[lane]}`).pluck(),
  );
  const hurry = db.prepare(`UPDATE outbox SET next_at = ? WHERE ${GROUP} AND state = 'waiting' AND next_at > ?`);
  const clamp = db.prepare("UPDATE outbox SET next_at = ? WHERE state = 'waiting' AND next_at > ?");
  const pending = db.prepare<[Destination, string], number>(`SELECT count(*) FROM outbox WHERE ${GROUP}`).pluck();
  const undelivered = db.prepare<[], number>(UNDELIVERED_SQL).pluck();
  const counts = db.prepare<[], { state: OutboxState; n: number }>(
    'SELECT state, count(*) AS n FROM outbox GROUP BY state',
  );
  const oldest = db.prepare<[], number | null>("SELECT min(created_at) FROM outbox WHERE state = 'waiting'").pluck();
  const wentBack = db.prepare(
    `INSERT INTO outbox_clock (id, back_after) VALUES (1, (SELECT coalesce(max(id), 0) FROM outbox))
     ON CONFLICT (id) DO UPDATE SET back_after = excluded.back_after`,
  );
  const backAfter = db.prepare<[], number>('SELECT back_after FROM outbox_clock').pluck();
  const newestAt = db.prepare<[], number>('SELECT created_at FROM outbox ORDER BY id DESC LIMIT 1').pluck();
  const list = db.prepare<[number], Raw>(`SELECT ${COLUMNS} FROM outbox ORDER BY id DESC LIMIT 0 + ?`);
  const byId = db.prepare<[number], Raw>(`SELECT ${COLUMNS} FROM outbox WHERE id = ?`);
  return {
    insert({ key, destination, kind, group, client = null, body, occurredAt, nowMs }) {
      assertInTransaction(db);
      const text = JSON.stringify(body);
      const values = [key, destination, kind, group, client, destination, group, text, occurredAt, nowMs, nowMs];
      return Number(insert.run(...values).lastInsertRowid);
    },
    claim(lane, lease, limit, nowMs) {
      assertInTransaction(db);
      return due[lane].all(nowMs, limit).flatMap((id) => {
        take.run(lease, id);
        const raw = byId.get(id);
        return raw === undefined ? [] : [read(raw)];
      });
    },
    finish(id, lease, state, reason, nowMs) {
      assertInTransaction(db);
      if (finish.run(state, reason, nowMs, id, lease).changes === 0) return false;
      const row = placeOf.get(id);
      if (row !== undefined) promote.run(row.destination, row.grp);
      return true;
    },
    retry(id, lease, nextAt, reason, counted) {
      assertInTransaction(db);
      return retry.run(counted ? 1 : 0, nextAt, reason, id, lease).changes === 1;
    },
    takeBack(lane) {
      assertInTransaction(db);
      return takeBack[lane].run().changes;
    },
    nextDue: (lane) => nextDue[lane].get() ?? null,
    hurry(destination, group, nowMs) {
      assertInTransaction(db);
      hurry.run(nowMs, destination, group, nowMs);
    },
    clamp(latest) {
      assertInTransaction(db);
      clamp.run(latest, latest);
    },
    pending: (destination, group) => pending.get(destination, group) ?? 0,
    clockWentBack() {
      assertInTransaction(db);
      wentBack.run();
    },
    ageUnknownUpTo: () => backAfter.get() ?? 0,
    newestAt: () => newestAt.get() ?? null,
    undelivered: () => undelivered.get() ?? 0,
    counts() {
      const result = { waiting: 0, inFlight: 0, delivered: 0, dead: 0 };
      for (const { state, n } of counts.all()) result[state] = n;
      return result;
    },
    oldestWaiting: () => oldest.get() ?? null,
    list: (limit) => list.all(limit).map(read),
    get(id) {
      const raw = byId.get(id);
      return raw === undefined ? null : read(raw);
    },
  };
}
