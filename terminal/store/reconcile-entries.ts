import { type Fen, fen } from '../../common/kernel/money.ts';
import { type Pii, pii } from '../../common/kernel/pii.ts';
import type { Db } from './database.ts';
import type { Form } from './visits.ts';

/** The journal's own book of a clearing day: what stands settled, by the centre's own time of it (`setl_time`). */

/** Amounts of our split: `funds` never holds the account, `account` holds the family's mutual aid. */
export interface BookAmounts {
  readonly total: Fen;
  readonly funds: Fen;
  readonly account: Fen;
  readonly mutualAid: Fen;
  readonly cash: Fen;
}

export interface BookSums extends BookAmounts {
  readonly insutype: string;
  readonly form: Form;
  readonly count: number;
}

export interface BookEntry extends BookAmounts {
  /** Where the next page begins. */
  readonly cursor: { readonly time: string; readonly id: number };
  readonly insutype: string;
  readonly setlId: string;
  readonly mdtrtId: string;
  readonly psnNo: Pii<string>;
  readonly refund: boolean;
}

export interface BookRows {
  /** Sums per insurance type and form of `yyyy-MM-dd`, refunds counted with their negative amounts. */
  sums(day: string): readonly BookSums[];
  /** At most `limit` settlements of the day and form after `after`, in order of time. */
  settlements(day: string, form: Form, after: BookEntry['cursor'] | null, limit: number): readonly BookEntry[];
  /** The refunds of the day and form whose own setl_id is known. */
  refunds(day: string, form: Form): readonly BookEntry[];
  /** The earliest day that has an entry. */
  firstDay(): string | null;
}

const AMOUNTS = ['total', 'funds', 'account', 'accountMutualAid', 'cash'] as const;
const amounts = (sign: '' | '-'): string =>
  AMOUNTS.map((name) => `${sign}(s.split_settled ->> '$.${name}') AS ${name}`).join(', ');

const SETTLED = `FROM settlement s JOIN visit v ON v.id = s.visit_id WHERE s.state = 'settled'`;
const REFUNDED = `FROM refund r JOIN settlement s ON s.id = r.settlement_id JOIN visit v ON v.id = s.visit_id
  WHERE r.refund_setl_id IS NOT NULL AND r.state IN ('refunded','done') AND s.state = 'settled'
    AND r.refunded_at >= ? AND r.refunded_at < ?`;
const ENTRY = 'v.insutype AS insutype, v.mdtrt_id AS mdtrt_id, v.psn_no AS psn_no';

/** For tests of the query plan too. */
export const bookQueries = {
  sums: `SELECT insutype, form, count(*) AS count, ${AMOUNTS.map((name) => `sum(${name}) AS ${name}`).join(', ')} FROM (
      SELECT v.insutype AS insutype, v.form AS form, ${amounts('')} ${SETTLED} AND s.setl_time >= ? AND s.setl_time < ?
      UNION ALL SELECT v.insutype AS insutype, v.form AS form, ${amounts('-')} ${REFUNDED})
    GROUP BY insutype, form`,
  settlements: `SELECT s.id AS id, s.setl_time AS time, s.setl_id AS setl_id, ${ENTRY}, ${amounts('')}
    ${SETTLED} AND s.setl_time < ? AND (s.setl_time, s.id) > (?, ?) AND v.form = ? ORDER BY s.setl_time, s.id LIMIT 0 + ?`,
  refunds: `SELECT r.id AS id, r.refunded_at AS time, r.refund_setl_id AS setl_id, ${ENTRY}, ${amounts('-')} ${REFUNDED}
    AND v.form = ? ORDER BY r.refunded_at, r.id`,
  firstDay: "SELECT substr(min(setl_time), 1, 10) FROM settlement WHERE state = 'settled'",
};

type RawAmounts = { readonly [name in (typeof AMOUNTS)[number]]: number };

interface RawEntry extends RawAmounts {
  readonly id: number;
  readonly time: string;
  readonly insutype: string;
  readonly setl_id: string;
  readonly mdtrt_id: string;
  readonly psn_no: string;
}

/** The amounts of a split that are counted. */
export function bookAmountsOf(raw: RawAmounts): BookAmounts {
  return {
    total: fen(raw.total),
    funds: fen(raw.funds),
    account: fen(raw.account),
    mutualAid: fen(raw.accountMutualAid),
    cash: fen(raw.cash),
  };
}

function entryOf(raw: RawEntry, refund: boolean): BookEntry {
  return {
    cursor: { time: raw.time, id: raw.id },
    insutype: raw.insutype,
    setlId: raw.setl_id,
    mdtrtId: raw.mdtrt_id,
    psnNo: pii(raw.psn_no),
    refund,
    ...bookAmountsOf(raw),
  };
}

/** Times of a day, as text, lie between these two. */
function boundsOf(day: string): [string, string] {
  return [`${day} `, `${day}!`];
}

export function createBookRows(db: Db): BookRows {
  const sums = db.prepare<
    [string, string, string, string],
    RawAmounts & { insutype: string; form: Form; count: number }
  >(bookQueries.sums);
  const settlements = db.prepare<[string, string, number, Form, number], RawEntry>(bookQueries.settlements);
  const refunds = db.prepare<[string, string, Form], RawEntry>(bookQueries.refunds);
  const first = db.prepare<[], string | null>(bookQueries.firstDay).pluck();
  return {
    sums(day) {
      const bounds = boundsOf(day);
      const rows = sums.all(...bounds, ...bounds);
      return rows.map((raw) => ({ insutype: raw.insutype, form: raw.form, count: raw.count, ...bookAmountsOf(raw) }));
    },
    settlements(day, form, after, limit) {
      const [from, to] = boundsOf(day);
      const rows = settlements.all(to, after?.time ?? from, after?.id ?? 0, form, limit);
      return rows.map((raw) => entryOf(raw, false));
    },
    refunds: (day, form) => refunds.all(...boundsOf(day), form).map((raw) => entryOf(raw, true)),
    firstDay: () => first.get() ?? null,
  };
}
