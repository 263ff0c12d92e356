import type { Filings } from '../people/filings.ts';
import type { VisitRow } from './visit-row.ts';

/** A hospital stay (住院) beside the visit row that it has like any encounter. Bodies are the nodes as they came, JSON. */
export interface StayRow {
  readonly mdtrtId: string;
  /** mdtrtinfo of 2401, or adminfo of the last 2403. */
  readonly admission: string;
  /** 出院时间 `yyyy-MM-dd HH:mm:ss`; null while the person is in hospital. */
  readonly dischargedAt: string | null;
  /** dscginfo of 2402. */
  readonly discharge: string | null;
}

/** What of a visit 2403 may change. */
export type ChangedVisit = Pick<
  VisitRow,
  | 'begunAt'
  | 'certType'
  | 'doctorNo'
  | 'doctorName'
  | 'departmentCode'
  | 'departmentName'
  | 'medType'
  | 'diseaseCode'
  | 'diseaseName'
>;

/** The part of the ledger that stays and queries need; `store/stays.ts` keeps it. */
export interface Stays {
  /** Null for a visit. */
  stay(mdtrtId: string): StayRow | null;
  addStay(row: StayRow): void;
  changeAdmission(mdtrtId: string, admission: string, visit: ChangedVisit): void;
  /** Discharged, or with nulls in hospital again. */
  setDischarge(mdtrtId: string, at: string | null, discharge: string | null): void;
  /** The stay in which the person is in hospital now, anywhere. */
  stayOf(psnNo: string): VisitRow | null;
  /** Who is in hospital at an institution, admitted within [from, to]. */
  staysAt(institution: string, from: string, to: string): readonly VisitRow[];
  /** The stay that a 2401 made. */
  admissionBy(msgid: string): VisitRow | null;
  /** Bodies of diagnoses, in order. */
  diagnoses(mdtrtId: string): readonly string[];
  addFeeBody(mdtrtId: string, sn: string, body: string): void;
  /** The lines as they came, by feedetl_sn. */
  feeBodies(mdtrtId: string): ReadonlyMap<string, string>;
  /** Deletes one unsettled line; how many. */
  deleteFee(mdtrtId: string, sn: string): number;
  filings(psnNo: string): Filings;
}
