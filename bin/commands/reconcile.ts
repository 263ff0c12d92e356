import { writeFileSync } from 'node:fs';
import { cliReconcileSchema } from '../../common/contracts/cli/reconcile-verbs.ts';
import type { ReconcilePart, ReconcileReport, ReconcileRow, StatementSums } from '../../common/contracts/reconcile.ts';
import { fen, formatFen } from '../../common/kernel/money.ts';
import { err, ok, type Result } from '../../common/kernel/result.ts';
import { type ReconcileString, reconcileStrings } from '../../common/strings/reconcile.ts';
import { type CliFailure, failure, linkFailure } from '../failure.ts';
import { prove, type StaffContext } from '../prove.ts';
import type { ReconcileCommand } from '../reconcile-arguments.ts';
import type { Language } from '../text.ts';
import type { Outcome } from './done.ts';

/** `reconcile`: a clearing day against the centre's books. Ends with 1 while a difference asks for a person. */
export async function reconcile(context: StaffContext, command: ReconcileCommand): Promise<Outcome> {
  const { day, last, print } = command;
  const ticket = await prove(context, { act: 'reconcile' }, day);
  if (!ticket.ok) return ticket;
  const { client, deadline } = context;
  const asked = { ticket: ticket.value, day, last, print };
  const answer = await client.call('reconcile', asked, { timeoutMs: deadline.left() });
  if (!answer.ok) return err(linkFailure(answer.error));
  if (!answer.value.ok) return err(failure(answer.value.code, answer.value.detail));
  const { report, printed } = answer.value;
  if (command.csv !== null) {
    const written = await writeCsv(context, report.run, command.csv);
    if (!written.ok) return written;
  }
  const output = cliReconcileSchema.parse({ report, printed, csv: command.csv });
  return ok({
    output,
    failure: report.state === 'open' ? failure('RECONCILE_OPEN') : null,
    text: (language) => textOf(output, language),
  });
}

/** Fetches the file piece by piece and writes it whole; it holds no name and no number of a person. */
async function writeCsv(context: StaffContext, run: number, file: string): Promise<Result<null, CliFailure>> {
  const { client, deadline } = context;
  const pieces: string[] = [];
  const next = { after: 0 };
  for (let more = true; more; ) {
    const answer = await client.call('reconcileCsv', { run, after: next.after }, { timeoutMs: deadline.left() });
    if (!answer.ok) return err(linkFailure(answer.error));
    if (!answer.value.ok) return err(failure(answer.value.code, answer.value.detail));
    pieces.push(answer.value.text);
    more = answer.value.next !== null;
    next.after = answer.value.next ?? 0;
  }
  try {
    writeFileSync(file, pieces.join(''), { mode: 0o600 });
    return ok(null);
  } catch (cause) {
    return err(failure('CONFIG_INVALID', `${file}: ${cause instanceof Error ? cause.message : 'not written'}`));
  }
}

const say = (language: Language, key: ReconcileString, values: Readonly<Record<string, string>> = {}): string =>
  reconcileStrings[key][language].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** Columns of a shell that a text takes: two for a Chinese character. */
const width = (text: string): number => [...text].reduce((sum, one) => sum + (one > '\u2e80' ? 2 : 1), 0);
const column = (text: string): string => ' '.repeat(Math.max(1, 14 - width(text))) + text;
const yuan = (amount: number): string => column(formatFen(fen(amount)));

function partLines(part: ReconcilePart, language: Language): readonly string[] {
  const { ours, theirs, difference } = part;
  const amounts = (sums: StatementSums): string => [sums.total, sums.funds, sums.account].map(yuan).join('');
  const told = say(language, `result.${part.result}`);
  const columns = (['total', 'funds', 'account', 'cash'] as const).map((name) => column(say(language, name)));
  return [
    '',
    `${part.insutype} · ${say(language, 'clearing', { clrType: part.clrType })} · ${told} · ${say(language, `state.${part.state}`)}`,
    columns.join(''),
    `${amounts(ours)}${yuan(ours.cash)}  ${say(language, 'ours', { count: `${ours.count}` })}`,
    `${amounts(theirs)}${column('-')}  ${say(language, 'theirs', { count: `${theirs.count}` })}`,
    `${amounts(difference)}${column('-')}  ${say(language, 'difference')}`,
  ];
}

function rowLine(row: ReconcileRow, language: Language): string {
  const difference = (row.theirs?.total ?? 0) - (row.ours?.total ?? 0);
  const call = row.worklist === null ? '-' : `#${row.worklist} ${row.resolution ?? ''}`.trim();
  return [
    say(language, `verdict.${row.verdict}`),
    formatFen(fen(difference)),
    row.setlId,
    row.encounterId ?? '-',
    call,
  ].join('  ');
}

function textOf(
  { report, printed, csv }: { report: ReconcileReport; printed: string | null; csv: string | null },
  language: Language,
): string {
  const values = { rows: `${report.open.rows}`, amount: formatFen(fen(report.open.fen)) };
  return [
    `${report.day}  ${report.institutionCode}  ${report.terminal}  #${report.run}  ${report.by ?? say(language, 'byItself')}  ${report.finishedAt}`,
    say(language, report.state, values),
    ...report.parts.flatMap((part) => partLines(part, language)),
    ...report.others.map(({ sender, count, total }) => {
      const place = sender === '' ? say(language, 'elsewhere') : sender;
      return `${say(language, 'others', { sender: place, count: `${count}` })}${yuan(total)}`;
    }),
    ...report.rows.map((row) => rowLine(row, language)),
    ...(report.rowsLeftOut === 0 ? [] : [say(language, 'more', { rows: `${report.rowsLeftOut}` })]),
    ...(printed === null ? [] : [say(language, 'printed', { outcome: printed })]),
    ...(csv === null ? [] : [say(language, 'written', { file: csv })]),
  ].join('\n');
}
