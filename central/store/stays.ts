import { z } from 'zod';
import type { Stays } from '../core/stay.ts';
import { type Filings, filingsSchema, NO_FILINGS } from '../people/filings.ts';
import { cached, insert, type Sqlite } from './open.ts';
import { visitRow } from './rows.ts';

const stayRow = z
  .object({
    mdtrt_id: z.string(),
    admission: z.string(),
    discharged_at: z.string().nullable(),
    discharge: z.string().nullable(),
  })
  .transform((r) => ({
    mdtrtId: r.mdtrt_id,
    admission: r.admission,
    dischargedAt: r.discharged_at,
    discharge: r.discharge,
  }));
const bodyRow = z.object({ sn: z.string(), body: z.string() });

export interface StayStore extends Stays {
  putFilings(psnNo: string, filings: Filings): void;
}

/** Hospital stays, bodies of fee lines, and filings. */
export function staysIn(db: Sqlite): StayStore {
  const one = <T extends z.ZodType>(row: T, sql: string, ...values: string[]): z.output<T> | null => {
    const found = cached(db, sql).get(...values);
    return found === undefined ? null : row.parse(found);
  };
  const run = (sql: string, ...values: (string | null)[]): number => cached(db, sql).run(...values).changes;
  /** Stays whose person is in hospital. */
  const open = `SELECT v.* FROM visits v JOIN stays s ON s.mdtrt_id = v.mdtrt_id
    WHERE s.discharged_at IS NULL AND v.cancelled = 0`;
  return {
    stay: (mdtrtId) => one(stayRow, 'SELECT * FROM stays WHERE mdtrt_id = ?', mdtrtId),
    addStay({ mdtrtId, admission, dischargedAt, discharge }) {
      insert(db, 'stays', { mdtrt_id: mdtrtId, admission, discharged_at: dischargedAt, discharge });
    },
    changeAdmission(mdtrtId, admission, visit) {
      run('UPDATE stays SET admission = ? WHERE mdtrt_id = ?', admission, mdtrtId);
      run(
        `UPDATE visits SET begun_at = ?, cert_type = ?, doctor_no = ?, doctor_name = ?, department_code = ?,
          department_name = ?, med_type = ?, disease_code = ?, disease_name = ? WHERE mdtrt_id = ?`,
        visit.begunAt,
        visit.certType,
        visit.doctorNo,
        visit.doctorName,
        visit.departmentCode,
        visit.departmentName,
        visit.medType,
        visit.diseaseCode,
        visit.diseaseName,
        mdtrtId,
      );
    },
    setDischarge(mdtrtId, at, discharge) {
      run('UPDATE stays SET discharged_at = ?, discharge = ? WHERE mdtrt_id = ?', at, discharge, mdtrtId);
    },
    stayOf: (psnNo) => one(visitRow, `${open} AND v.psn_no = ?`, psnNo),
    staysAt: (institution, from, to) =>
      cached(db, `${open} AND v.institution = ? AND v.begun_at BETWEEN ? AND ? ORDER BY v.begun_at, v.rowid`)
        .all(institution, from, to)
        .map((found) => visitRow.parse(found)),
    admissionBy: (msgid) =>
      one(visitRow, 'SELECT v.* FROM visits v JOIN stays s ON s.mdtrt_id = v.mdtrt_id WHERE v.msgid = ?', msgid),
    diagnoses: (mdtrtId) =>
      cached(db, 'SELECT position AS sn, body FROM diagnoses WHERE mdtrt_id = ? ORDER BY position')
        .all(mdtrtId)
        .map((found) => bodyRow.extend({ sn: z.number() }).parse(found).body),
    addFeeBody(mdtrtId, sn, body) {
      insert(db, 'fee_bodies', { mdtrt_id: mdtrtId, sn, body });
    },
    feeBodies: (mdtrtId) =>
      new Map(
        cached(db, 'SELECT sn, body FROM fee_bodies WHERE mdtrt_id = ?')
          .all(mdtrtId)
          .map((found) => {
            const { sn, body } = bodyRow.parse(found);
            return [sn, body];
          }),
      ),
    deleteFee: (mdtrtId, sn) => run('DELETE FROM fees WHERE mdtrt_id = ? AND sn = ? AND setl_id IS NULL', mdtrtId, sn),
    filings(psnNo) {
      const found = one(z.object({ body: z.string() }), 'SELECT body FROM filings WHERE psn_no = ?', psnNo);
      return found === null ? NO_FILINGS : filingsSchema.parse(JSON.parse(found.body));
    },
    putFilings(psnNo, filings) {
      const body = JSON.stringify(filings);
      insert(db, 'filings', { psn_no: psnNo, body }, 'ON CONFLICT DO UPDATE SET body = excluded.body');
    },
  };
}
