import type { z } from 'zod';
import { ZERO_FEN } from '../../common/kernel/money.ts';
import type { InsuranceRow, Ledger, PersonRow, SettlementRow } from '../core/ledger.ts';
import { feeColumns, settlementColumns, visitColumns } from './columns.ts';
import { type EntitlementStore, entitlementsIn } from './entitlements.ts';
import { atomicallyIn, cached, insert, openSqlite, type Trial, trialOf } from './open.ts';
import {
  accumulatorsRow,
  feeRow,
  fenceRow,
  fileRow,
  fundRow,
  insuranceRow,
  personRow,
  settlementRow,
  signInRow,
  visitRow,
} from './rows.ts';
import { CENTRE_SCHEMA, CENTRE_TABLES } from './schema.ts';
import { statementEntry } from './statement-row.ts';
import { type StayStore, staysIn } from './stays.ts';

/** The ledger in SQLite, with what seeding and the admin views need beside the core's port. */
export interface SqliteLedger extends Ledger, EntitlementStore, StayStore {
  putPerson(person: PersonRow): void;
  putInsurance(insurance: InsuranceRow): void;
  people(): readonly PersonRow[];
  settlements(): readonly SettlementRow[];
  fences(): readonly string[];
  reset(): void;
  readonly trial: Trial;
  close(): void;
}

/** Opens centre.db, or ":memory:". */
export function openLedger(place: string): SqliteLedger {
  const db = openSqlite(place, CENTRE_SCHEMA);
  const all = <T extends z.ZodType>(row: T, sql: string, ...values: (string | number)[]): z.output<T>[] =>
    cached(db, sql)
      .all(...values)
      .map((found) => row.parse(found));
  const one = <T extends z.ZodType>(row: T, sql: string, ...values: (string | number)[]): z.output<T> | null => {
    const found = cached(db, sql).get(...values);
    return found === undefined ? null : row.parse(found);
  };
  const run = (sql: string, ...values: (string | number | null)[]): number => cached(db, sql).run(...values).changes;
  const withFunds = (row: z.output<typeof settlementRow>): SettlementRow => ({
    ...row,
    funds: all(fundRow, 'SELECT * FROM settlement_funds WHERE setl_id = ? ORDER BY position', row.setlId),
  });
  const settlementWhere = (where: string, ...values: string[]): SettlementRow | null => {
    const sql = `SELECT * FROM settlements WHERE ${where} ORDER BY sequence DESC LIMIT 1`;
    const row = one(settlementRow, sql, ...values);
    return row === null ? null : withFunds(row);
  };

  return {
    ...entitlementsIn(db),
    ...staysIn(db),
    atomically: atomicallyIn(db),

    personByNumber: (psnNo) => one(personRow, 'SELECT * FROM people WHERE psn_no = ?', psnNo),
    personByIdentity: (certNo) => one(personRow, 'SELECT * FROM people WHERE cert_no = ?', certNo),
    personByCard: (cardNumber) => one(personRow, 'SELECT * FROM people WHERE card_number = ?', cardNumber),
    insurances: (psnNo) => all(insuranceRow, 'SELECT * FROM insurances WHERE psn_no = ? ORDER BY insutype', psnNo),
    changeBalance(psnNo, insutype, delta) {
      run('UPDATE insurances SET balance = balance + ? WHERE psn_no = ? AND insutype = ?', delta, psnNo, insutype);
    },
    accumulators(psnNo, insutype, year) {
      const sql = 'SELECT deductible, pool, large FROM accumulators WHERE psn_no = ? AND insutype = ? AND year = ?';
      const found = one(accumulatorsRow, sql, psnNo, insutype, year);
      return found ?? { deductible: ZERO_FEN, pool: ZERO_FEN, large: ZERO_FEN };
    },
    accumulate(psnNo, insutype, year, used, sign) {
      const values = { deductible: sign * used.deductible, pool: sign * used.pool, large: sign * used.large };
      insert(
        db,
        'accumulators',
        { psn_no: psnNo, insutype, year, ...values },
        `ON CONFLICT DO UPDATE SET deductible = deductible + excluded.deductible, pool = pool + excluded.pool,
          large = large + excluded.large`,
      );
    },

    signIn: (signNo) => one(signInRow, 'SELECT * FROM sign_ins WHERE sign_no = ?', signNo),
    signInOf: (institution, operator, day) =>
      one(
        signInRow,
        'SELECT * FROM sign_ins WHERE institution = ? AND operator = ? AND day = ? AND ended = 0',
        institution,
        operator,
        day,
      ),
    addSignIn({ signNo, ended, ...row }) {
      insert(db, 'sign_ins', { sign_no: signNo, ended: Number(ended), ...row });
    },
    endSignIn(signNo) {
      run('UPDATE sign_ins SET ended = 1 WHERE sign_no = ?', signNo);
    },

    visit: (mdtrtId) => one(visitRow, 'SELECT * FROM visits WHERE mdtrt_id = ?', mdtrtId),
    visitsOf: (psnNo, institution, from, to) =>
      all(
        visitRow,
        `SELECT * FROM visits WHERE psn_no = ? AND institution = ? AND begun_at BETWEEN ? AND ? AND cancelled = 0
          ORDER BY begun_at, rowid`,
        psnNo,
        institution,
        from,
        to,
      ),
    addVisit(row) {
      insert(db, 'visits', visitColumns(row));
    },
    describeVisit(mdtrtId, medType, code, name) {
      const sql = 'UPDATE visits SET med_type = ?, disease_code = ?, disease_name = ? WHERE mdtrt_id = ?';
      run(sql, medType, code, name, mdtrtId);
    },
    replaceDiagnoses(mdtrtId, diagnoses) {
      run('DELETE FROM diagnoses WHERE mdtrt_id = ?', mdtrtId);
      for (const [position, body] of diagnoses.entries())
        insert(db, 'diagnoses', { mdtrt_id: mdtrtId, position, body });
    },
    cancelVisit(mdtrtId) {
      run('UPDATE visits SET cancelled = 1 WHERE mdtrt_id = ?', mdtrtId);
    },

    fees: (mdtrtId) => all(feeRow, 'SELECT * FROM fees WHERE mdtrt_id = ? ORDER BY rowid', mdtrtId),
    addFee(row) {
      insert(db, 'fees', feeColumns(row));
    },
    deleteFees: (mdtrtId, batch) =>
      batch === null
        ? run('DELETE FROM fees WHERE mdtrt_id = ? AND setl_id IS NULL', mdtrtId)
        : run('DELETE FROM fees WHERE mdtrt_id = ? AND batch = ? AND setl_id IS NULL', mdtrtId, batch),
    bindFees(mdtrtId, batch, setlId) {
      run('UPDATE fees SET setl_id = ? WHERE mdtrt_id = ? AND batch = ? AND setl_id IS NULL', setlId, mdtrtId, batch);
    },
    unbindFees(setlId) {
      run('UPDATE fees SET setl_id = NULL WHERE setl_id = ?', setlId);
    },

    settlement: (setlId) => settlementWhere('setl_id = ?', setlId),
    settlementByMessage: (msgid, refund) =>
      settlementWhere(`msgid = ? AND refund_of IS ${refund ? 'NOT ' : ''}NULL`, msgid),
    newestSettlement(psnNo, mdtrtId) {
      const where = 'psn_no = ? AND mdtrt_id = ? AND refund_of IS NULL AND state = ?';
      return settlementWhere(where, psnNo, mdtrtId, 'settled') ?? settlementWhere(where, psnNo, mdtrtId, 'refunded');
    },
    settlementsOf: (psnNo, year) =>
      all(settlementRow, 'SELECT * FROM settlements WHERE psn_no = ? AND year = ? ORDER BY sequence', psnNo, year).map(
        withFunds,
      ),
    addSettlement(row) {
      insert(db, 'settlements', settlementColumns(row));
      for (const [position, fund] of row.funds.entries()) {
        const { fundPayType, limit, ...rest } = fund;
        const values = { ...rest, setl_id: row.setlId, position, fund_pay_type: fundPayType, pay_limit: limit };
        insert(db, 'settlement_funds', values);
      }
    },
    setSettlementState(setlId, state) {
      run('UPDATE settlements SET state = ? WHERE setl_id = ?', state, setlId);
    },

    statement: (institution, from, to) =>
      all(
        statementEntry,
        `SELECT s.*, EXISTS (SELECT 1 FROM stays t WHERE t.mdtrt_id = s.mdtrt_id) AS stay
          FROM settlements s JOIN visits v ON v.mdtrt_id = s.mdtrt_id
          WHERE s.settled_at BETWEEN ? AND ? AND v.institution = ? AND s.state <> 'reversed' ORDER BY s.sequence`,
        from,
        to,
        institution,
      ),
    addFile(row) {
      insert(db, 'files', { ...row });
    },
    file: (number) => one(fileRow, 'SELECT * FROM files WHERE number = ?', number),

    isFenced: (msgid) => cached(db, 'SELECT 1 FROM fences WHERE msgid = ?').get(msgid) !== undefined,
    fence(msgid, infno, at) {
      insert(db, 'fences', { msgid, infno, at }, 'ON CONFLICT DO NOTHING');
    },
    storedAnswer(msgid, infno) {
      const found = cached(db, 'SELECT request, answer FROM answers WHERE msgid = ? AND infno = ?').get(msgid, infno);
      return (found as { request: Uint8Array; answer: Uint8Array } | undefined) ?? null;
    },
    storeAnswer(msgid, infno, request, answer) {
      insert(db, 'answers', { msgid, infno, request, answer }, 'ON CONFLICT DO NOTHING');
    },

    putPerson(p) {
      insert(
        db,
        'people',
        {
          psn_no: p.psnNo,
          cert_type: p.certType,
          cert_no: p.certNo,
          name: p.name,
          card_number: p.cardNumber,
          card_id: p.cardId,
          sex: p.sex,
          nation: p.nation,
          birth_date: p.birthDate,
        },
        `ON CONFLICT (psn_no) DO UPDATE SET cert_type = excluded.cert_type, cert_no = excluded.cert_no,
          name = excluded.name, card_number = excluded.card_number, card_id = excluded.card_id, sex = excluded.sex,
          nation = excluded.nation, birth_date = excluded.birth_date`,
      );
    },
    putInsurance(i) {
      insert(
        db,
        'insurances',
        {
          psn_no: i.psnNo,
          insutype: i.insutype,
          psn_type: i.psnType,
          status: i.status,
          balance: i.balance,
          civil_servant: Number(i.civilServant),
          division: i.division,
          employer: i.employer,
          since: i.since,
        },
        `ON CONFLICT DO UPDATE SET psn_type = excluded.psn_type, status = excluded.status, balance = excluded.balance,
          civil_servant = excluded.civil_servant, division = excluded.division, employer = excluded.employer,
          since = excluded.since`,
      );
    },
    people: () => all(personRow, 'SELECT * FROM people ORDER BY psn_no'),
    settlements: () => all(settlementRow, 'SELECT * FROM settlements ORDER BY sequence').map(withFunds),
    fences: () => all(fenceRow, 'SELECT msgid FROM fences ORDER BY at, rowid'),
    reset() {
      db.transaction(() => {
        for (const table of CENTRE_TABLES) db.exec(`DELETE FROM ${table}`);
      }).immediate();
    },
    trial: trialOf(db),
    close() {
      db.close();
    },
  };
}
