import { type HisEncounter, type HisLine, hisEncounterSchema, hisLineSchema } from '../../common/contracts/his/his.ts';
import { type Pii, pii, unwrapPii } from '../../common/kernel/pii.ts';
import type { CardHolder, LineRuling, Origin } from '../ports.ts';
import { assertInTransaction, createChanger, type Db } from './database.ts';
import { rulingSchema } from './figures.ts';
import { personSchema } from './visits.ts';

/** States of a stay (`terminal/settlement/stay/reducer.ts` has their meaning and their transitions). */
export type StayState =
  | 'admitting'
  | 'admitted'
  | 'discharging'
  | 'discharged'
  | 'returning'
  | 'cancelling'
  | 'cancelled';

/** One hospital stay as this terminal has told it to the centre. */
export interface StayRow {
  readonly id: number;
  readonly encounterId: string;
  /** Who admitted, and may do more with it: to everybody else it is not there. It never changes. */
  readonly origin: Origin;
  readonly state: StayState;
  /** As the centre was told it last; its lines are in `lines`. */
  readonly encounter: HisEncounter;
  readonly person: Pii<CardHolder>;
  readonly psnNo: Pii<string>;
  readonly insutype: string;
  readonly insuplcAdmdvs: string;
  readonly mdtrtId: string | null;
  /** The message of its last step. */
  readonly messageRow: number | null;
  /** The 2601 of a 2401 that nobody knows of. */
  readonly fenceMessageRow: number | null;
  /** Nobody knows which fee lines the centre has. */
  readonly feesDoubtful: boolean;
}

/** A fee line that the centre has, and how it ruled on it. */
export interface StayLine {
  readonly line: HisLine;
  readonly ruling: LineRuling;
}

/** What a step may change; absent fields stay. */
export interface StayChange {
  readonly state?: StayState;
  readonly encounter?: HisEncounter;
  readonly mdtrtId?: string;
  readonly messageRow?: number;
  readonly fenceMessageRow?: number | null;
  readonly feesDoubtful?: boolean;
}

export interface StayRows {
  /** Begins a stay as `admitting`; a second open one of the encounter is refused by the database (it throws). */
  insert(
    row: Omit<StayRow, 'id' | 'state' | 'mdtrtId' | 'messageRow' | 'fenceMessageRow' | 'feesDoubtful' | 'encounterId'>,
    nowMs: number,
  ): StayRow;
  change(id: number, change: StayChange, nowMs: number): void;
  get(id: number): StayRow | null;
  /** The stay of this encounter that is not cancelled. */
  open(encounterId: string): StayRow | null;
  /** Whether this origin ever had a stay of this encounter. */
  isOf(encounterId: string, origin: Origin): boolean;
  /** Whether this terminal has ever dealt with one. */
  any(): boolean;
  /** The centre's numbers of stays of this encounter that were cancelled. */
  formerMdtrtIds(encounterId: string): readonly string[];
  lines(id: number): readonly StayLine[];
  addLines(id: number, lines: readonly StayLine[]): void;
  clearLines(id: number): void;
}

interface Raw {
  id: number;
  encounter_id: string;
  origin: string | null;
  state: StayState;
  encounter: string;
  person: string;
  psn_no: string;
  insuplc_admdvs: string;
  insutype: string;
  mdtrt_id: string | null;
  message_id: number | null;
  fence_message_id: number | null;
  fees_doubtful: number;
}

function read(raw: Raw): StayRow {
  return {
    id: raw.id,
    encounterId: raw.encounter_id,
    origin: raw.origin,
    state: raw.state,
    encounter: hisEncounterSchema.parse(JSON.parse(raw.encounter)),
    person: pii(personSchema.parse(JSON.parse(raw.person))),
    psnNo: pii(raw.psn_no),
    insutype: raw.insutype,
    insuplcAdmdvs: raw.insuplc_admdvs,
    mdtrtId: raw.mdtrt_id,
    messageRow: raw.message_id,
    fenceMessageRow: raw.fence_message_id,
    feesDoubtful: raw.fees_doubtful === 1,
  };
}

/** Without its lines: the centre is told of those one by one, and they have rows of their own. */
const plain = (encounter: HisEncounter): string => JSON.stringify({ ...encounter, lines: [] });

function columnsOf(change: StayChange): Record<string, string | number | null> {
  const columns: Record<string, string | number | null> = {};
  if (change.state !== undefined) columns['state'] = change.state;
  if (change.encounter !== undefined) columns['encounter'] = plain(change.encounter);
  if (change.mdtrtId !== undefined) columns['mdtrt_id'] = change.mdtrtId;
  if (change.messageRow !== undefined) columns['message_id'] = change.messageRow;
  if (change.fenceMessageRow !== undefined) columns['fence_message_id'] = change.fenceMessageRow;
  if (change.feesDoubtful !== undefined) columns['fees_doubtful'] = change.feesDoubtful ? 1 : 0;
  return columns;
}

export function createStayRows(db: Db): StayRows {
  const changeRow = createChanger(db, 'stay');
  const insert = db.prepare(
    `INSERT INTO stay (encounter_id, origin, state, encounter, person, psn_no, insuplc_admdvs, insutype, created_at,
       updated_at)
     VALUES (?, ?, 'admitting', ?, ?, ?, ?, ?, ?, ?)`,
  );
  const byId = db.prepare<[number], Raw>('SELECT * FROM stay WHERE id = ?');
  const open = db.prepare<[string], Raw>("SELECT * FROM stay WHERE encounter_id = ? AND state <> 'cancelled'");
  const isOf = db
    .prepare<[string, string | null], number>(
      'SELECT EXISTS (SELECT 1 FROM stay WHERE encounter_id = ? AND origin IS ?)',
    )
    .pluck();
  const any = db.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM stay)').pluck();
  const former = db
    .prepare<[string], string>(
      "SELECT mdtrt_id FROM stay WHERE encounter_id = ? AND state = 'cancelled' AND mdtrt_id IS NOT NULL",
    )
    .pluck();
  const lines = db.prepare<[number], { line: string; ruling: string }>(
    'SELECT line, ruling FROM stay_line WHERE stay_id = ? ORDER BY id',
  );
  const addLine = db.prepare('INSERT INTO stay_line (stay_id, line_id, line, ruling) VALUES (?, ?, ?, ?)');
  const clear = db.prepare('DELETE FROM stay_line WHERE stay_id = ?');
  const get = (id: number): StayRow | null => {
    const raw = byId.get(id);
    return raw === undefined ? null : read(raw);
  };
  return {
    insert(row, nowMs) {
      assertInTransaction(db);
      const id = insert.run(
        row.encounter.encounterId,
        row.origin,
        plain(row.encounter),
        JSON.stringify(unwrapPii(row.person)),
        unwrapPii(row.psnNo),
        row.insuplcAdmdvs,
        row.insutype,
        nowMs,
        nowMs,
      ).lastInsertRowid;
      const made = get(Number(id));
      if (made === null) throw new Error('store: the stay just made is not there');
      return made;
    },
    change(id, change, nowMs) {
      assertInTransaction(db);
      changeRow(id, { ...columnsOf(change), updated_at: nowMs });
    },
    get,
    open(encounterId) {
      const raw = open.get(encounterId);
      return raw === undefined ? null : read(raw);
    },
    isOf: (encounterId, origin) => isOf.get(encounterId, origin) === 1,
    any: () => any.get() === 1,
    formerMdtrtIds: (encounterId) => former.all(encounterId),
    lines: (id) =>
      lines.all(id).map((raw) => ({
        line: hisLineSchema.parse(JSON.parse(raw.line)),
        ruling: rulingSchema.parse(JSON.parse(raw.ruling)),
      })),
    addLines(id, rows) {
      assertInTransaction(db);
      for (const { line, ruling } of rows) addLine.run(id, line.lineId, JSON.stringify(line), JSON.stringify(ruling));
    },
    clearLines(id) {
      assertInTransaction(db);
      clear.run(id);
    },
  };
}
