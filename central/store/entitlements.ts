import { z } from 'zod';
import { fen } from '../../common/kernel/money.ts';
import { book, NOTHING_USED, type YearUse } from '../benefits/medical/year-use.ts';
import { ACCOUNT_INSURANCE, type EntitlementRow, type Entitlements } from '../core/entitlement.ts';
import { cached, insert, type Sqlite } from './open.ts';

/** Rows as SQLite gives them; one that does not fit is a bug and throws. */
const money = z.number().transform((n) => fen(n));
const maybe = z.string().nullable();
const entitlementRow = z
  .object({
    scheme: z.string(),
    statuses: z.string().transform((text): readonly string[] => (text === '' ? [] : text.split(' '))),
    worked_since: maybe,
    retired_since: maybe,
    earlier: money,
    away: z.enum(['longTerm', 'referred', 'emergency']).nullable(),
  })
  .transform(({ worked_since, retired_since, ...rest }): EntitlementRow => {
    return { ...rest, workedSince: worked_since, retiredSince: retired_since };
  });
const familyRow = z.object({ owner: z.string(), balance: money });
const useRow = z.object({ key: z.string(), amount: z.int() });
const purseRow = z.object({ purse: z.enum(['earlier', 'family']), owner: z.string(), amount: money });

const STAYS = 'stays';

function fromRows(rows: readonly z.output<typeof useRow>[]): YearUse {
  return rows.reduce<YearUse>(
    (use, { key, amount }) =>
      book(use, key === STAYS ? { amounts: {}, stays: amount } : { amounts: { [key]: fen(amount) }, stays: 0 }),
    NOTHING_USED,
  );
}

function toRows({ amounts, stays }: YearUse): [key: string, amount: number][] {
  return [...Object.entries(amounts), ...(stays === 0 ? [] : [[STAYS, stays] satisfies [string, number]])];
}

export interface EntitlementStore extends Entitlements {
  putEntitlement(psnNo: string, insutype: string, row: EntitlementRow): void;
  putFamily(psnNo: string, owners: readonly string[]): void;
}

/** The tables that only cities' plans use. */
export function entitlementsIn(db: Sqlite): EntitlementStore {
  const rows = <T extends z.ZodType>(row: T, sql: string, ...values: (string | number)[]): z.output<T>[] =>
    cached(db, sql)
      .all(...values)
      .map((found) => row.parse(found));
  return {
    entitlement: (psnNo, insutype) =>
      rows(entitlementRow, 'SELECT * FROM entitlements WHERE psn_no = ? AND insutype = ?', psnNo, insutype)[0] ?? null,
    family: (psnNo) =>
      rows(
        familyRow,
        `SELECT f.owner, i.balance FROM family_accounts f JOIN insurances i ON i.psn_no = f.owner AND i.insutype = ?
          WHERE f.psn_no = ? ORDER BY f.position`,
        ACCOUNT_INSURANCE,
        psnNo,
      ),
    yearUse: (psnNo, insutype, year) =>
      fromRows(
        rows(
          useRow,
          'SELECT key, amount FROM year_use WHERE psn_no = ? AND insutype = ? AND year = ?',
          psnNo,
          insutype,
          year,
        ),
      ),
    bookUse(psnNo, insutype, year, use, sign) {
      for (const [key, amount] of toRows(use)) {
        const values = { psn_no: psnNo, insutype, year, key, amount: sign * amount };
        insert(db, 'year_use', values, 'ON CONFLICT DO UPDATE SET amount = amount + excluded.amount');
      }
    },
    changeEarlier(psnNo, insutype, delta) {
      const sql = 'UPDATE entitlements SET earlier = earlier + ? WHERE psn_no = ? AND insutype = ?';
      cached(db, sql).run(delta, psnNo, insutype);
    },
    settlementUse(setlId) {
      const use = rows(useRow, 'SELECT key, amount FROM settlement_use WHERE setl_id = ?', setlId);
      const purses = rows(purseRow, 'SELECT * FROM settlement_purses WHERE setl_id = ? ORDER BY position', setlId);
      return use.length === 0 && purses.length === 0 ? null : { use: fromRows(use), purses };
    },
    addSettlementUse(setlId, { use, purses }) {
      for (const [key, amount] of toRows(use)) insert(db, 'settlement_use', { setl_id: setlId, key, amount });
      for (const [position, purse] of purses.entries()) {
        insert(db, 'settlement_purses', { setl_id: setlId, position, ...purse });
      }
    },
    putEntitlement(psnNo, insutype, { scheme, statuses, workedSince, retiredSince, earlier, away }) {
      insert(
        db,
        'entitlements',
        {
          psn_no: psnNo,
          insutype,
          scheme,
          statuses: statuses.join(' '),
          worked_since: workedSince,
          retired_since: retiredSince,
          earlier,
          away,
        },
        `ON CONFLICT DO UPDATE SET scheme = excluded.scheme, statuses = excluded.statuses, earlier = excluded.earlier,
          worked_since = excluded.worked_since, retired_since = excluded.retired_since, away = excluded.away`,
      );
    },
    putFamily(psnNo, owners) {
      cached(db, 'DELETE FROM family_accounts WHERE psn_no = ?').run(psnNo);
      for (const [position, owner] of owners.entries())
        insert(db, 'family_accounts', { psn_no: psnNo, position, owner });
    },
  };
}
