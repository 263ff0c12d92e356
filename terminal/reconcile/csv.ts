import type { ReconcileReport, ReconcileRow, StatementSums } from '../../common/contracts/reconcile.ts';
import { fen, formatFen } from '../../common/kernel/money.ts';
import { type ReconcileString, reconcileStrings } from '../../common/strings/reconcile.ts';
import { rowDifference } from './sums.ts';

/** The finance office's file: UTF-8 with its mark, RFC 4180, amounts in yuan with two places, one table. */

const MARK = '\uFEFF';
const END = '\r\n';

type Cells = { readonly [name in Column]?: string };

const COLUMNS = [
  'csv.record',
  'day',
  'institution',
  'csv.institutionName',
  'terminal',
  'run',
  'by',
  'finishedAt',
  'csv.insutype',
  'csv.clrType',
  'csv.result',
  'csv.state',
  'csv.ours.count',
  'csv.ours.total',
  'csv.ours.funds',
  'csv.ours.account',
  'csv.ours.cash',
  'csv.theirs.count',
  'csv.theirs.total',
  'csv.theirs.funds',
  'csv.theirs.account',
  'csv.difference.count',
  'csv.difference.total',
  'csv.difference.funds',
  'csv.difference.account',
  'csv.explanation',
  'csv.refund',
  'csv.setlId',
  'csv.mdtrtId',
  'csv.messageId',
  'csv.encounterId',
  'csv.worklist',
  'csv.resolution',
] as const satisfies readonly ReconcileString[];
type Column = (typeof COLUMNS)[number];

type Language = 'zh' | 'en';

/** A field of RFC 4180. */
function field(text: string): string {
  return /[",\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet makes 9.9E+29 of an id of thirty digits; a tab after it makes it a text and is not seen. */
function idField(id: string): string {
  return id === '' ? '' : `${id}\t`;
}

function line(cells: Cells): string {
  return `${COLUMNS.map((name) => field(cells[name] ?? '')).join(',')}${END}`;
}

function sums(side: 'ours' | 'theirs' | 'difference', given: StatementSums | null): Cells {
  if (given === null) return {};
  return {
    [`csv.${side}.count`]: String(given.count),
    [`csv.${side}.total`]: formatFen(fen(given.total)),
    [`csv.${side}.funds`]: formatFen(fen(given.funds)),
    [`csv.${side}.account`]: formatFen(fen(given.account)),
  };
}

export interface ReconcileCsv {
  /** The head, one line per part, one per other terminal. */
  readonly begin: string;
  row(row: ReconcileRow): string;
}

export function reconcileCsv(report: ReconcileReport, language: Language): ReconcileCsv {
  const say = (key: ReconcileString): string => reconcileStrings[key][language];
  const place: Cells = {
    day: report.day,
    institution: report.institutionCode,
    'csv.institutionName': report.institutionName,
    terminal: report.terminal,
    run: String(report.run),
    by: report.by ?? say('byItself'),
    finishedAt: report.finishedAt,
  };
  const parts = report.parts.map((part) =>
    line({
      'csv.record': say('csv.part'),
      ...place,
      'csv.insutype': part.insutype,
      'csv.clrType': part.clrType,
      'csv.result': say(`result.${part.result}`),
      'csv.state': say(`state.${part.state}`),
      ...sums('ours', part.ours),
      'csv.ours.cash': formatFen(fen(part.ours.cash)),
      ...sums('theirs', part.theirs),
      ...sums('difference', part.difference),
    }),
  );
  const others = report.others.map((other) =>
    line({
      'csv.record': say('csv.other'),
      ...place,
      'csv.clrType': other.clrType,
      ...sums('theirs', other),
      ...sums('difference', other),
      'csv.explanation': `${say('verdict.otherTerminal')} ${other.sender}`.trim(),
    }),
  );
  const head = COLUMNS.map((name) => field(say(name))).join(',') + END;
  return {
    begin: MARK + head + parts.join('') + others.join(''),
    row: (row) =>
      line({
        'csv.record': say('csv.row'),
        ...place,
        'csv.insutype': row.insutype ?? '',
        'csv.clrType': row.clrType,
        'csv.result': say(`result.${row.result}`),
        ...sums('ours', row.ours),
        ...sums('theirs', row.theirs),
        ...sums('difference', rowDifference(row)),
        'csv.explanation': say(`verdict.${row.verdict}`),
        'csv.refund': row.refund ? '1' : '0',
        'csv.setlId': idField(row.setlId),
        'csv.mdtrtId': idField(row.mdtrtId),
        'csv.messageId': row.messageId,
        'csv.encounterId': row.encounterId === null ? '' : idField(row.encounterId),
        'csv.worklist': row.worklist === null ? '' : String(row.worklist),
        'csv.resolution': row.resolution ?? '',
      }),
  };
}
