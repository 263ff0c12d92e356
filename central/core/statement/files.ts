import { unzipSync, zipSync } from 'fflate';
import { formatFen, parseFen } from '../../../common/kernel/money.ts';
import type { StatementRow } from './row.ts';

/** The zipped, tab-separated texts that go both ways (domain-facts B7.3). */

/** A row of the institution's file: setl_id, mdtrt_id, psn_no, medfee_sumamt, fund_pay_sumamt, acct_pay, refd_setl_flag. */
export type SentRow = Omit<StatementRow, 'msgid'>;

/** A file that inflates to more is refused unread. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Reads the institution's file; null where it is no zip of one such text. */
export function readSent(zip: Uint8Array): readonly SentRow[] | null {
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(zip, { filter: (file) => file.originalSize <= MOST_BYTES });
  } catch {
    return null;
  }
  const [text, ...others] = Object.values(files);
  if (text === undefined || others.length > 0) return null;
  const rows: SentRow[] = [];
  for (const line of new TextDecoder().decode(text).split(/\r?\n/)) {
    if (line === '') continue;
    const row = readLine(line.split('\t'));
    if (row === null) return null;
    rows.push(row);
  }
  return rows;
}

function readLine(cells: readonly string[]): SentRow | null {
  const [setlId = '', mdtrtId = '', psnNo = '', fee = '', fund = '', acct = '', flag = ''] = cells;
  const [total, funds, account] = [parseFen(fee), parseFen(fund), parseFen(acct)];
  if (cells.length !== 7 || setlId === '' || !['0', '1'].includes(flag)) return null;
  if (!total.ok || !funds.ok || !account.ok) return null;
  return {
    setlId,
    mdtrtId,
    psnNo,
    total: total.value,
    funds: funds.value,
    account: account.value,
    refund: flag === '1',
  };
}

/** A row of the result: psn_no, mdtrt_id, setl_id, msgid, stmt_rslt, refd_setl_flag, memo, then the centre's amounts. */
export interface ResultRow {
  readonly row: StatementRow;
  /** 0 对平, 1 中心多, 2 医药机构多, 3 数据不一致 */
  readonly result: '0' | '1' | '2' | '3';
  readonly memo: string;
}

/** The result as a zip of one text. */
export function writeResult(name: string, rows: readonly ResultRow[]): Uint8Array {
  const lines = rows.map(({ row, result, memo }) =>
    [
      row.psnNo,
      row.mdtrtId,
      row.setlId,
      row.msgid,
      result,
      row.refund ? '1' : '0',
      memo,
      formatFen(row.total),
      formatFen(row.funds),
      formatFen(row.account),
    ].join('\t'),
  );
  // Fixed, so that the same books make the same bytes.
  return zipSync(
    { [name]: new TextEncoder().encode(lines.map((line) => `${line}\n`).join('')) },
    { mtime: '2020-01-01' },
  );
}

/** Compares the two books by setl_id: every row of either is in the result once. */
export function compareBooks(sent: readonly SentRow[], books: readonly StatementRow[]): readonly ResultRow[] {
  const known = new Map(books.map((row) => [row.setlId, row]));
  const seen = new Set<string>();
  const answered = sent.map((row): ResultRow => {
    const own = known.get(row.setlId);
    seen.add(row.setlId);
    if (own === undefined) return { row: { ...row, msgid: '' }, result: '2', memo: '中心无此结算' };
    const fields = ['mdtrtId', 'psnNo', 'total', 'funds', 'account', 'refund'] as const;
    const differs = fields.some((field) => own[field] !== row[field]);
    return differs ? { row: own, result: '3', memo: '数据不一致' } : { row: own, result: '0', memo: '' };
  });
  const missing = books.filter((row) => !seen.has(row.setlId));
  return [...answered, ...missing.map((row): ResultRow => ({ row, result: '1', memo: '医药机构无此结算' }))];
}
