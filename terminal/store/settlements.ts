import type { FailureCode } from '../../common/contracts/failures.ts';
import { failureCodeSchema, type Split, splitSchema } from '../../common/contracts/session/snapshot.ts';
import type { FeeScope, LineRuling } from '../ports.ts';
import { assertInTransaction, createChanger, type Db } from './database.ts';
import { levelsSchema, scopeSchema } from './figures.ts';
import { columnsOf, type SettlementChange, type SettlementState } from './settlement-change.ts';

export type { SettlementChange, SettlementState } from './settlement-change.ts';

export interface SettlementRow {
  readonly id: number;
  readonly visitId: number;
  readonly encounterId: string;
  readonly mdtrtId: string | null;
  readonly messageRow: number;
  readonly messageId: string;
  readonly previousId: number | null;
  readonly fenceMessageRow: number | null;
  readonly state: SettlementState;
  readonly live: boolean;
  readonly useAccount: boolean;
  readonly splitShown: Split;
  readonly levels: ReadonlyMap<string, LineRuling>;
  readonly splitSettled: Split | null;
  readonly scopeSettled: FeeScope | null;
  readonly changed: boolean;
  readonly setlId: string | null;
  readonly setlTime: string | null;
  readonly foundBy: 'answer' | '5203' | null;
  readonly checkCode: string;
  readonly failure: { readonly code: FailureCode; readonly reason: string | null } | null;
  /** Rounds of query and fence that recovery has made. */
  readonly rounds: number;
  /** How often its 2601 was sent without an answer that ends it. */
  readonly fenceFailures: number;
  /** Settled while the person stood there, and neither screen nor printer has said yet that she was told. */
  readonly unseen: boolean;
  readonly createdAt: number;
}

export interface SettlementRows {
  insert(row: {
    readonly visitId: number;
    readonly encounterId: string;
    readonly messageRow: number;
    readonly previousId: number | null;
    readonly useAccount: boolean;
    readonly splitShown: Split;
    readonly levels: ReadonlyMap<string, LineRuling>;
    readonly checkCode: string;
    readonly nowMs: number;
  }): number;
  change(id: number, change: SettlementChange, nowMs: number): void;
  get(id: number): SettlementRow | null;
  byMessageId(messageId: string): SettlementRow | null;
  /** By the centre's number. */
  bySetlId(setlId: string): SettlementRow | null;
  /** The newest settlement of an encounter, whichever visit it belongs to. */
  newestOfEncounter(encounterId: string): SettlementRow | null;
  /** All of an encounter, newest first. */
  ofEncounter(encounterId: string): readonly SettlementRow[];
  newestOfVisit(visitId: number): SettlementRow | null;
  /** The one settlement of this encounter that stands in the way of another (unique index). */
  live(encounterId: string): SettlementRow | null;
  /** Those whose outcome is still open. */
  open(): readonly SettlementRow[];
  /** Reversed ones, and those that people said to stand, that are to be looked at once more, from `verify_at`. */
  toVerify(): readonly { readonly id: number; readonly at: number }[];
  /** Those that nobody has been told of, as far as screen and printer say. */
  unseen(): readonly SettlementRow[];
  list(limit: number): readonly SettlementRow[];
}

interface Raw {
  id: number;
  visit_id: number;
  encounter_id: string;
  mdtrt_id: string | null;
  message_id: number;
  msgid: string;
  previous_id: number | null;
  fence_message_id: number | null;
  state: SettlementState;
  live: number;
  use_account: number;
  split_shown: string;
  levels: string;
  split_settled: string | null;
  scope_settled: string | null;
  changed: number;
  setl_id: string | null;
  setl_time: string | null;
  found_by: 'answer' | '5203' | null;
  check_code: string;
  failure_code: string | null;
  reason: string | null;
  rounds: number;
  fence_failures: number;
  unseen: number;
  created_at: number;
}

/** Documents are read when they are asked for, once per row: most who ask for a settlement want its state. */
function read(raw: Raw): SettlementRow {
  let splitShown: Split | undefined;
  let levels: SettlementRow['levels'] | undefined;
  let splitSettled: Split | null | undefined;
  let scopeSettled: FeeScope | null | undefined;
  return {
    id: raw.id,
    visitId: raw.visit_id,
    encounterId: raw.encounter_id,
    mdtrtId: raw.mdtrt_id,
    messageRow: raw.message_id,
    messageId: raw.msgid,
    previousId: raw.previous_id,
    fenceMessageRow: raw.fence_message_id,
    state: raw.state,
    live: raw.live === 1,
    useAccount: raw.use_account === 1,
    get splitShown() {
      splitShown ??= splitSchema.parse(JSON.parse(raw.split_shown));
      return splitShown;
    },
    get levels() {
      levels ??= new Map(Object.entries(levelsSchema.parse(JSON.parse(raw.levels))));
      return levels;
    },
    get splitSettled() {
      if (splitSettled === undefined)
        splitSettled = raw.split_settled === null ? null : splitSchema.parse(JSON.parse(raw.split_settled));
      return splitSettled;
    },
    get scopeSettled() {
      if (scopeSettled === undefined)
        scopeSettled = raw.scope_settled === null ? null : scopeSchema.parse(JSON.parse(raw.scope_settled));
      return scopeSettled;
    },
    changed: raw.changed === 1,
    setlId: raw.setl_id,
    setlTime: raw.setl_time,
    foundBy: raw.found_by,
    checkCode: raw.check_code,
    failure: raw.failure_code === null ? null : { code: failureCodeSchema.parse(raw.failure_code), reason: raw.reason },
    rounds: raw.rounds,
    fenceFailures: raw.fence_failures,
    unseen: raw.unseen === 1,
    createdAt: raw.created_at,
  };
}

const FROM = `SELECT s.*, m.msgid AS msgid, v.mdtrt_id AS mdtrt_id FROM settlement s
  JOIN message m ON m.id = s.message_id JOIN visit v ON v.id = s.visit_id`;

export function createSettlementRows(db: Db): SettlementRows {
  const changeRow = createChanger(db, 'settlement');
  const insert = db.prepare(
    `INSERT INTO settlement (visit_id, encounter_id, message_id, previous_id, state, live, use_account, split_shown,
       levels, check_code, created_at, updated_at)
     VALUES (?, ?, ?, ?, 'intended', 1, ?, ?, ?, ?, ?, ?)`,
  );
  const byId = db.prepare<[number], Raw>(`${FROM} WHERE s.id = ?`);
  const byMsgid = db.prepare<[string], Raw>(`${FROM} WHERE m.msgid = ?`);
  const bySetlId = db.prepare<[string], Raw>(`${FROM} WHERE s.setl_id = ? ORDER BY s.id DESC LIMIT 1`);
  const ofEncounter = db.prepare<[string], Raw>(`${FROM} WHERE s.encounter_id = ? ORDER BY s.id DESC LIMIT 1`);
  const allOfEncounter = db.prepare<[string], Raw>(`${FROM} WHERE s.encounter_id = ? ORDER BY s.id DESC`);
  const ofVisit = db.prepare<[number], Raw>(`${FROM} WHERE s.visit_id = ? ORDER BY s.id DESC LIMIT 1`);
  const live = db.prepare<[string], Raw>(`${FROM} WHERE s.encounter_id = ? AND s.live = 1`);
  const open = db.prepare<[], Raw>(`${FROM} WHERE s.state IN ('intended','unknown','fencing') ORDER BY s.id`);
  const verify = db.prepare<[], { id: number; at: number }>(
    'SELECT id, verify_at AS at FROM settlement WHERE verify_at IS NOT NULL ORDER BY verify_at',
  );
  const unseen = db.prepare<[], Raw>(`${FROM} WHERE s.unseen = 1 ORDER BY s.id`);
  const list = db.prepare<[number], Raw>(`${FROM} ORDER BY s.id DESC LIMIT 0 + ?`);
  const one = (raw: Raw | undefined): SettlementRow | null => (raw === undefined ? null : read(raw));
  return {
    insert(row) {
      assertInTransaction(db);
      const result = insert.run(
        row.visitId,
        row.encounterId,
        row.messageRow,
        row.previousId,
        row.useAccount ? 1 : 0,
        JSON.stringify(row.splitShown),
        JSON.stringify(Object.fromEntries(row.levels)),
        row.checkCode,
        row.nowMs,
        row.nowMs,
      );
      return Number(result.lastInsertRowid);
    },
    change(id, change, nowMs) {
      assertInTransaction(db);
      changeRow(id, { ...columnsOf(change), updated_at: nowMs });
    },
    get: (id) => one(byId.get(id)),
    byMessageId: (messageId) => one(byMsgid.get(messageId)),
    bySetlId: (setlId) => one(bySetlId.get(setlId)),
    newestOfEncounter: (encounterId) => one(ofEncounter.get(encounterId)),
    ofEncounter: (encounterId) => allOfEncounter.all(encounterId).map(read),
    newestOfVisit: (visitId) => one(ofVisit.get(visitId)),
    live: (encounterId) => one(live.get(encounterId)),
    open: () => open.all().map(read),
    toVerify: () => verify.all(),
    unseen: () => unseen.all().map(read),
    list: (limit) => list.all(limit).map(read),
  };
}
