import { z } from 'zod';
import { type HisEncounter, hisEncounterSchema } from '../../common/contracts/his/his.ts';
import { type Pii, pii, unwrapPii } from '../../common/kernel/pii.ts';
import type { CardHolder, Origin } from '../ports.ts';
import { assertInTransaction, type Db } from './database.ts';
import { type PreSettled, preSettledSchema } from './figures.ts';

/**
 * How far a preparation has come. `undoing`: given back to the HIS, the centre's part still to be undone; `settled`
 * and `ended` are final.
 */
export type VisitPhase =
  | 'opened'
  | 'held'
  | 'registering'
  | 'registered'
  | 'diagnosed'
  | 'uploading'
  | 'ready'
  | 'settled'
  | 'undoing'
  | 'ended';

/** 门诊 or 住院: which of the interface's numbers a settlement goes by (`terminal/settlement/form.ts`). */
export type Form = 'outpatient' | 'inpatient';

/** One preparation of one encounter by one person. The journal is the named exception for personal data. */
export interface VisitRow {
  readonly id: number;
  readonly encounterId: string;
  /** Our name at the HIS for this hold. */
  readonly holder: string;
  /** Who brought it, and hears of it and of its settlement, whoever bills the encounter later. It never changes. */
  readonly origin: Origin;
  readonly phase: VisitPhase;
  readonly form: Form;
  /** The stay whose bill it is; of a form `inpatient` from `registered` on. */
  readonly stayId: number | null;
  /** The registration by a verb of its own that it goes by: it lives on when this preparation ends. */
  readonly registrationId: number | null;
  readonly encounter: HisEncounter;
  readonly person: Pii<CardHolder>;
  readonly psnNo: Pii<string>;
  readonly insutype: string;
  readonly insuplcAdmdvs: string;
  readonly mdtrtId: string | null;
  /** 收费批次号 of the lines that were uploaded last. */
  readonly batch: string | null;
  readonly preSettled: PreSettled | null;
  /** `yyyy-MM-dd HH:mm:ss`: begntime of the registration. */
  readonly begunAt: string;
}

export interface VisitRows {
  insert(row: {
    readonly encounter: HisEncounter;
    readonly person: Pii<CardHolder>;
    readonly psnNo: Pii<string>;
    readonly insutype: string;
    readonly insuplcAdmdvs: string;
    readonly terminal: string;
    readonly begunAt: string;
    readonly nowMs: number;
    /** The outside HIS's where it is left out. */
    readonly origin?: Origin;
  }): VisitRow;
  setPhase(id: number, phase: VisitPhase, nowMs: number): void;
  setRegistered(id: number, mdtrtId: string, nowMs: number): void;
  /** As `setRegistered`, for the bill of a stay that the centre has. */
  setStay(id: number, stayId: number, mdtrtId: string, nowMs: number): void;
  /** As `setRegistered`, by a registration that lives on without this preparation. */
  setRegistration(id: number, registrationId: number, mdtrtId: string, nowMs: number): void;
  /** Begins an upload: the lines as the HIS has them now, under a new batch number. */
  setUploading(id: number, encounter: HisEncounter, batch: string, nowMs: number): void;
  setReady(id: number, preSettled: PreSettled, nowMs: number): void;
  get(id: number): VisitRow | null;
  byHolder(holder: string): VisitRow | null;
  /** The last preparation of this encounter, whatever became of it. */
  newest(encounterId: string): VisitRow | null;
  /** Whether there ever was a preparation of this encounter by this origin. */
  isOf(encounterId: string, origin: Origin): boolean;
  /** The preparation of this encounter that is under way, if any; there is at most one (unique index). */
  open(encounterId: string): VisitRow | null;
  /** All that are under way, and all whose undoing is not finished. */
  unfinished(): readonly VisitRow[];
  /** Visit ids (mdtrt_id) that earlier preparations of this encounter had. */
  formerMdtrtIds(encounterId: string, exceptId: number): readonly string[];
}

export const personSchema = z.object({
  name: z.string(),
  identityNumber: z.string(),
  cardNumber: z.string(),
  cardId: z.string(),
  regionCode: z.string().nullable(),
});

interface Raw {
  id: number;
  encounter_id: string;
  holder: string;
  origin: string | null;
  phase: VisitPhase;
  form: Form;
  stay_id: number | null;
  registration_id: number | null;
  encounter: string;
  person: string;
  psn_no: string;
  insuplc_admdvs: string;
  insutype: string;
  mdtrt_id: string | null;
  batch: string | null;
  presettled: string | null;
  begun_at: string;
}

/** Documents are read when they are asked for, once per row: most who ask for a visit want its ids and its phase. */
function read(raw: Raw): VisitRow {
  let encounter: HisEncounter | null = null;
  let person: Pii<CardHolder> | null = null;
  let preSettled: PreSettled | null | undefined;
  return {
    id: raw.id,
    encounterId: raw.encounter_id,
    holder: raw.holder,
    origin: raw.origin,
    phase: raw.phase,
    form: raw.form,
    stayId: raw.stay_id,
    registrationId: raw.registration_id,
    get encounter() {
      encounter ??= hisEncounterSchema.parse(JSON.parse(raw.encounter));
      return encounter;
    },
    get person() {
      person ??= pii(personSchema.parse(JSON.parse(raw.person)));
      return person;
    },
    psnNo: pii(raw.psn_no),
    insutype: raw.insutype,
    insuplcAdmdvs: raw.insuplc_admdvs,
    mdtrtId: raw.mdtrt_id,
    batch: raw.batch,
    get preSettled() {
      if (preSettled === undefined)
        preSettled = raw.presettled === null ? null : preSettledSchema.parse(JSON.parse(raw.presettled));
      return preSettled;
    },
    begunAt: raw.begun_at,
  };
}

const COLUMNS =
  'id, encounter_id, holder, origin, phase, form, stay_id, registration_id, encounter, person, psn_no, insuplc_admdvs, insutype, mdtrt_id, batch, presettled, begun_at';
/** Its WHERE clause repeats the index's condition word for word: visits are never deleted, and this runs before each one. */
export const UNFINISHED_SQL = `SELECT ${COLUMNS} FROM visit WHERE phase NOT IN ('settled','ended') ORDER BY id`;
const OPEN = "phase NOT IN ('settled','undoing','ended')";

export function createVisitRows(db: Db): VisitRows {
  const insert = db.prepare(
    `INSERT INTO visit (encounter_id, holder, origin, phase, form, encounter, person, psn_no, insuplc_admdvs, insutype,
       begun_at, created_at, updated_at)
     VALUES (?, ?, ?, 'opened', ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const nextRow = db.prepare<[], number>('SELECT coalesce(max(id), 0) + 1 FROM visit').pluck();
  const phase = db.prepare('UPDATE visit SET phase = ?, updated_at = ? WHERE id = ?');
  const registered = db.prepare("UPDATE visit SET phase = 'registered', mdtrt_id = ?, updated_at = ? WHERE id = ?");
  const ofStay = db.prepare(
    "UPDATE visit SET phase = 'registered', stay_id = ?, mdtrt_id = ?, updated_at = ? WHERE id = ?",
  );
  const byRegistration = db.prepare(
    "UPDATE visit SET phase = 'registered', registration_id = ?, mdtrt_id = ?, updated_at = ? WHERE id = ?",
  );
  const uploading = db.prepare(
    "UPDATE visit SET phase = 'uploading', encounter = ?, batch = ?, presettled = NULL, updated_at = ? WHERE id = ?",
  );
  const ready = db.prepare("UPDATE visit SET phase = 'ready', presettled = ?, updated_at = ? WHERE id = ?");
  const byId = db.prepare<[number], Raw>(`SELECT ${COLUMNS} FROM visit WHERE id = ?`);
  const byHolder = db.prepare<[string], Raw>(`SELECT ${COLUMNS} FROM visit WHERE holder = ?`);
  const newest = db.prepare<[string], Raw>(
    `SELECT ${COLUMNS} FROM visit WHERE encounter_id = ? ORDER BY id DESC LIMIT 1`,
  );
  const isOf = db
    .prepare<[string, string | null], number>(
      'SELECT EXISTS (SELECT 1 FROM visit WHERE encounter_id = ? AND origin IS ?)',
    )
    .pluck();
  const open = db.prepare<[string], Raw>(`SELECT ${COLUMNS} FROM visit WHERE encounter_id = ? AND ${OPEN}`);
  const unfinished = db.prepare<[], Raw>(UNFINISHED_SQL);
  const former = db
    .prepare<[string, number], string>(
      'SELECT mdtrt_id FROM visit WHERE encounter_id = ? AND id <> ? AND mdtrt_id IS NOT NULL',
    )
    .pluck();
  const one = (raw: Raw | undefined): VisitRow | null => (raw === undefined ? null : read(raw));
  const get = (id: number): VisitRow | null => one(byId.get(id));
  return {
    insert(row) {
      assertInTransaction(db);
      // The time keeps a database that was begun anew from meeting a hold of its predecessor.
      const holder = `${row.terminal}-${nextRow.get()}-${row.nowMs.toString(36)}`;
      const id = insert.run(
        row.encounter.encounterId,
        holder,
        row.origin ?? null,
        row.encounter.stay === undefined ? 'outpatient' : 'inpatient',
        JSON.stringify(row.encounter),
        JSON.stringify(unwrapPii(row.person)),
        unwrapPii(row.psnNo),
        row.insuplcAdmdvs,
        row.insutype,
        row.begunAt,
        row.nowMs,
        row.nowMs,
      ).lastInsertRowid;
      const made = get(Number(id));
      if (made === null) throw new Error('store: the visit just made is not there');
      return made;
    },
    setPhase(id, value, nowMs) {
      assertInTransaction(db);
      phase.run(value, nowMs, id);
    },
    setRegistered(id, mdtrtId, nowMs) {
      assertInTransaction(db);
      registered.run(mdtrtId, nowMs, id);
    },
    setStay(id, stayId, mdtrtId, nowMs) {
      assertInTransaction(db);
      ofStay.run(stayId, mdtrtId, nowMs, id);
    },
    setRegistration(id, registrationId, mdtrtId, nowMs) {
      assertInTransaction(db);
      byRegistration.run(registrationId, mdtrtId, nowMs, id);
    },
    setUploading(id, encounter, batch, nowMs) {
      assertInTransaction(db);
      uploading.run(JSON.stringify(encounter), batch, nowMs, id);
    },
    setReady(id, preSettled, nowMs) {
      assertInTransaction(db);
      ready.run(JSON.stringify(preSettled), nowMs, id);
    },
    get,
    byHolder: (holder) => one(byHolder.get(holder)),
    newest: (encounterId) => one(newest.get(encounterId)),
    isOf: (encounterId, origin) => isOf.get(encounterId, origin) === 1,
    open: (encounterId) => one(open.get(encounterId)),
    unfinished: () => unfinished.all().map(read),
    formerMdtrtIds: (encounterId, exceptId) => former.all(encounterId, exceptId),
  };
}
