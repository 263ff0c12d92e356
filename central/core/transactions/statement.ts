import { formatDateTime, isIsoDate } from '../../../common/kernel/dates.ts';
import { type Context, moneyOf, newId, nodeOf, timeOf } from '../context.ts';
import { type Answer, refuse, textOf } from '../envelope.ts';
import { NumberText } from '../json.ts';
import type { StatementEntry } from '../ledger.ts';
import { compareBooks, readSent, writeResult } from '../statement/files.ts';
import type { StatementRow } from '../statement/row.ts';
import { statementRows, sumRows } from '../statement/rows.ts';

/** 清算类别: 11 门诊, 21 住院. A stay is what was admitted; every other settlement is of the clinic. */
const clearingOf = ({ stay }: StatementEntry): string => (stay ? '21' : '11');
const RESULT_LIFETIME_MS = 3 * 86_400_000;

interface Span {
  readonly from: string;
  readonly to: string;
}

/** The days of a statement, or the words of a refusal. D fields may come with a time. */
function spanOf(context: Context): Span | string {
  const node = nodeOf(context);
  const [from, to] = [textOf(node, 'stmt_begndate').slice(0, 10), textOf(node, 'stmt_enddate').slice(0, 10)];
  if (!isIsoDate(from) || !isIsoDate(to) || from > to) return '对账日期不正确';
  return { from: `${from} 00:00:00`, to: `${to} 23:59:59` };
}

function booksOf(context: Context, span: Span, insutype: string | null): readonly StatementRow[] {
  const { institution } = context.envelope;
  const clearing = textOf(nodeOf(context), 'clr_type');
  const entries = context.db.statement(institution, span.from, span.to);
  return statementRows(
    entries
      .filter((entry) => clearing === '' || clearingOf(entry) === clearing)
      .filter((entry) => insutype === null || entry.insutype === insutype),
    context.settings,
  );
}

function countOf(context: Context): number {
  const count = nodeOf(context)['fixmedins_setl_cnt'];
  return Number(count instanceof NumberText ? count.text : count);
}

/** 3201: their sums against ours. The answer says only which way they differ, as the printed interface does. */
export function totalStatement(context: Context): Answer {
  const span = spanOf(context);
  if (typeof span === 'string') return refuse(span);
  const node = nodeOf(context);
  const books = sumRows(booksOf(context, span, textOf(node, 'insutype')));
  const same =
    books.total === moneyOf(node, 'medfee_sumamt') &&
    books.funds === moneyOf(node, 'fund_pay_sumamt') &&
    books.account === moneyOf(node, 'acct_pay');
  const count = countOf(context);
  const result = books.count > count ? '1' : books.count < count ? '2' : same ? '0' : '3';
  const words = { '0': '对账平', '1': '中心多', '2': '医药机构多', '3': '数据不一致' }[result];
  const setl_optins = textOf(node, 'setl_optins');
  return { ok: true, output: { stmtinfo: { setl_optins, stmt_rslt: result, stmt_rslt_dscr: words } } };
}

/**
 * 3202: the uploaded rows against the books of these days. The message has no insurance type, so the file holds every
 * row of the clearing type.
 */
export function detailStatement(context: Context): Answer {
  const span = spanOf(context);
  if (typeof span === 'string') return refuse(span);
  const node = nodeOf(context);
  const file = context.db.file(textOf(node, 'file_qury_no'));
  if (file === null || file.institution !== context.envelope.institution) return refuse('文件查询号不存在');
  const sent = readSent(file.content);
  if (sent === null) return refuse('明细文件格式不正确');
  const sums = sumRows(sent);
  if (sums.total !== moneyOf(node, 'medfee_sumamt') || sums.funds !== moneyOf(node, 'fund_pay_sumamt')) {
    return refuse('明细文件与汇总金额不符');
  }
  if (sums.count !== countOf(context)) return refuse('明细文件与汇总笔数不符');
  const results = compareBooks(sent, booksOf(context, span, null));
  const [number, filename] = [newId(context), file.filename.replace(/(\.zip)?$/i, '_result.zip')];
  const until = formatDateTime(context.now + RESULT_LIFETIME_MS);
  const content = writeResult(filename.replace(/zip$/, 'txt'), results);
  context.db.addFile({ number, filename, institution: file.institution, content, until, at: timeOf(context) });
  context.effects.push({ kind: 'compared', file: number });
  return { ok: true, output: { fileinfo: { file_qury_no: number, filename, dld_endtime: until } } };
}
