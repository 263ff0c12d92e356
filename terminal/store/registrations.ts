import { type HisLine, hisLineSchema } from '../../common/contracts/his/his.ts';
import {
  type HisDiagnosed,
  type HisRegistration,
  hisDiagnosedSchema,
  hisRegistrationSchema,
} from '../../common/contracts/his/registration.ts';
import { type Pii, pii, unwrapPii } from '../../common/kernel/pii.ts';
import type { CardHolder, LineRuling, Origin } from '../ports.ts';
import { assertInTransaction, createChanger, type Db } from './database.ts';
import { rulingSchema } from './figures.ts';
import { personSchema } from './visits.ts';

/** States of a registration (`terminal/settlement/registration/reducer.ts` has their meaning and their transitions). */
export type RegistrationState = 'registering' | 'registered' | 'cancelling' | 'cancelled';

/** One visit that was registered by a verb of its own, as this terminal has told it to the centre. */
export interface RegistrationRow {
  readonly id: number;
  readonly encounterId: string;
  /** Who registered it, and may do more with it: to everybody else it is not there. It never changes. */
  readonly origin: Origin;
  readonly state: RegistrationState;
  /** As 2201 told it. */
  readonly told: HisRegistration;
  /** As 2203 told it last; null: not yet, or nobody knows. */
  readonly described: HisDiagnosed | null;
  readonly person: Pii<CardHolder>;
  readonly psnNo: Pii<string>;
  readonly insutype: string;
  readonly insuplcAdmdvs: string;
  /** `yyyy-MM-dd HH:mm:ss`: begntime of the 2201. */
  readonly begunAt: string;
  readonly mdtrtId: string | null;
  /** 收费批次号 of every line there; null: none was uploaded since the last clearing. */
  readonly batch: string | null;
  /** Nobody knows which fee lines the centre has. */
  readonly feesDoubtful: boolean;
}

/** A fee line that the centre has, and how it ruled on it. */
export interface RegisteredLine {
  readonly line: HisLine;
  readonly ruling: LineRuling;
}

/** What a step may change; absent fields stay. */
export interface RegistrationChange {
  readonly state?: RegistrationState;
  readonly described?: HisDiagnosed | null;
  readonly mdtrtId?: string;
  readonly batch?: string | null;
  readonly feesDoubtful?: boolean;
}

type Begun = Pick<RegistrationRow, 'origin' | 'told' | 'person' | 'psnNo' | 'insutype' | 'insuplcAdmdvs' | 'begunAt'>;

export interface RegistrationRows {
  /** Begins one as `registering`; a second open one of the encounter is refused by the database (it throws). */
  insert(row: Begun, nowMs: number): RegistrationRow;
  change(id: number, change: RegistrationChange, nowMs: number): void;
  get(id: number): RegistrationRow | null;
  /** The registration of this encounter that is not cancelled. */
  open(encounterId: string): RegistrationRow | null;
  /** Whether this origin ever registered this encounter. */
  isOf(encounterId: string, origin: Origin): boolean;
  /** The centre's numbers of all registrations of this encounter, cancelled or not. */
  mdtrtIds(encounterId: string): readonly string[];
  lines(id: number): readonly RegisteredLine[];
  addLines(id: number, lines: readonly RegisteredLine[]): void;
  clearLines(id: number): void;
}

interface Raw {
  id: number;
  encounter_id: string;
  origin: string | null;
  state: RegistrationState;
  told: string;
  described: string | null;
  person: string;
  psn_no: string;
  insuplc_admdvs: string;
  insutype: string;
  begun_at: string;
  mdtrt_id: string | null;
  batch: string | null;
  fees_doubtful: number;
}

function read(raw: Raw): RegistrationRow {
  return {
    id: raw.id,
    encounterId: raw.encounter_id,
    origin: raw.origin,
    state: raw.state,
    told: hisRegistrationSchema.parse(JSON.parse(raw.told)),
    described: raw.described === null ? null : hisDiagnosedSchema.parse(JSON.parse(raw.described)),
    person: pii(personSchema.parse(JSON.parse(raw.person))),
    psnNo: pii(raw.psn_no),
    insutype: raw.insutype,
    insuplcAdmdvs: raw.insuplc_admdvs,
    begunAt: raw.begun_at,
    mdtrtId: raw.mdtrt_id,
    batch: raw.batch,
    feesDoubtful: raw.fees_doubtful === 1,
  };
}

function columnsOf(change: RegistrationChange): Record<string, string | number | null> {
  const columns: Record<string, string | number | null> = {};
  const { described } = change;
  if (change.state !== undefined) columns['state'] = change.state;
  if (described !== undefined) columns['described'] = described === null ? null : JSON.stringify(described);
  if (change.mdtrtId !== undefined) columns['mdtrt_id'] = change.mdtrtId;
  if (change.batch !== undefined) columns['batch'] = change.batch;
  if (change.feesDoubtful !== undefined) columns['fees_doubtful'] = change.feesDoubtful ? 1 : 0;
  return columns;
}

export function createRegistrationRows(db: Db): RegistrationRows {
  const changeRow = createChanger(db, 'registration');
  const insert = db.prepare(
    `INSERT INTO registration (encounter_id, origin, state, told, person, psn_no, insuplc_admdvs, insutype, begun_at,
       created_at, updated_at)
     VALUES (?, ?, 'registering', ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const byId = db.prepare<[number], Raw>('SELECT * FROM registration WHERE id = ?');
  const open = db.prepare<[string], Raw>("SELECT * FROM registration WHERE encounter_id = ? AND state <> 'cancelled'");
  const isOf = db
    .prepare<[string, string | null], number>(
      'SELECT EXISTS (SELECT 1 FROM registration WHERE encounter_id = ? AND origin IS ?)',
    )
    .pluck();
  const numbers = db
    .prepare<[string], string>('SELECT mdtrt_id FROM registration WHERE encounter_id = ? AND mdtrt_id IS NOT NULL')
    .pluck();
  const lines = db.prepare<[number], { line: string; ruling: string }>(
    'SELECT line, ruling FROM registration_line WHERE registration_id = ? ORDER BY id',
  );
  const addLine = db.prepare(
    'INSERT INTO registration_line (registration_id, line_id, line, ruling) VALUES (?, ?, ?, ?)',
  );
  const clear = db.prepare('DELETE FROM registration_line WHERE registration_id = ?');
  const one = (raw: Raw | undefined): RegistrationRow | null => (raw === undefined ? null : read(raw));
  const get = (id: number): RegistrationRow | null => one(byId.get(id));
  return {
    insert({ told, origin, person, psnNo, insuplcAdmdvs, insutype, begunAt }, nowMs) {
      assertInTransaction(db);
      const id = insert.run(
        ...[told.encounterId, origin, JSON.stringify(told), JSON.stringify(unwrapPii(person)), unwrapPii(psnNo)],
        ...[insuplcAdmdvs, insutype, begunAt, nowMs, nowMs],
      ).lastInsertRowid;
      const made = get(Number(id));
      if (made === null) throw new Error('store: the registration just made is not there');
      return made;
    },
    change(id, change, nowMs) {
      assertInTransaction(db);
      changeRow(id, { ...columnsOf(change), updated_at: nowMs });
    },
    get,
    open: (encounterId) => one(open.get(encounterId)),
    isOf: (encounterId, origin) => isOf.get(encounterId, origin) === 1,
    mdtrtIds: (encounterId) => numbers.all(encounterId),
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
