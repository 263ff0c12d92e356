import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShiftReport, ShiftSums } from '../../../common/contracts/desk/shift.ts';
import { formatDateTime } from '../../../common/kernel/dates.ts';
import { fen, formatFen } from '../../../common/kernel/money.ts';
import { type DeskShiftPaper, deskShiftPaper } from '../../../common/strings/desk/shift-paper.ts';

/** The shift's file for the finance office: UTF-8 with its mark, RFC 4180, amounts in yuan, one table. */

const MARK = '\uFEFF';
const END = '\r\n';

export interface ShiftPlace {
  readonly language: 'zh' | 'en';
  readonly institutionCode: string;
  readonly institutionName: string;
  readonly terminalLabel: string;
}

const yuan = (amount: number): string => formatFen(fen(amount));

/** A field of RFC 4180; a text that a spreadsheet would take for a formula is kept from it. */
function field(text: string): string {
  const safe = /^[=+@]/.test(text) ? `'${text}` : text;
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function sums(
  row: DeskShiftPaper,
  scheme: string,
  of: ShiftSums,
  say: (key: DeskShiftPaper) => string,
): readonly string[] {
  const amounts = [of.total, of.funds, of.hospital, of.account, of.accountMutualAid, of.cash, of.external];
  return [say(row), scheme, String(of.count), ...amounts.map(yuan)];
}

export function shiftCsv(report: ShiftReport, place: ShiftPlace): string {
  const say = (key: DeskShiftPaper): string => deskShiftPaper[key][place.language];
  const closed = report.closedAt === null ? '' : formatDateTime(report.closedAt);
  const facts: readonly (readonly [DeskShiftPaper, string])[] = [
    ['paper.institution', `${place.institutionCode} ${place.institutionName}`],
    ['paper.terminal', place.terminalLabel],
    ['paper.shift', String(report.shiftId)],
    ['paper.staff', report.staffId],
    ['paper.openedAt', formatDateTime(report.openedAt)],
    ['paper.closedAt', closed],
    ['paper.float', yuan(report.float)],
    ['paper.expected', yuan(report.expected)],
    ['paper.counted', report.counted === null ? '' : yuan(report.counted)],
    ['paper.difference', report.difference === null ? '' : yuan(report.difference)],
    ['paper.unknown', String(report.unknown)],
    ['paper.work', String(report.work)],
  ];
  const head: readonly DeskShiftPaper[] = [
    ...(['paper.what', 'paper.scheme', 'paper.number', 'paper.total', 'paper.funds'] as const),
    ...(['paper.hospital', 'paper.account', 'paper.mutual', 'paper.cash', 'paper.external'] as const),
  ];
  const rows = [
    head.map(say),
    sums('paper.settled', '', report.settled, say),
    sums('paper.refunded', '', report.refunded, say),
    ...report.bySchemes.flatMap(({ scheme, settled, refunded }) => [
      sums('paper.settled', scheme, settled, say),
      sums('paper.refunded', scheme, refunded, say),
    ]),
    ...facts.map(([key, value]) => [say(key), value]),
  ];
  return MARK + rows.map((cells) => cells.map(field).join(',') + END).join('');
}

/** Writes the file whole or not at all, for its owner alone; answers where. Throws where the disk says so. */
export function saveShiftCsv(folder: string, report: ShiftReport, place: ShiftPlace): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `shift-${report.shiftId}${report.closedAt === null ? '-open' : ''}.csv`);
  const draft = `${file}.part`;
  try {
    writeFileSync(draft, shiftCsv(report, place), { mode: 0o600, flush: true });
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  return file;
}
