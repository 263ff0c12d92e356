import type { z } from 'zod';
import {
  cliWorklistResolvedSchema,
  type cliWorklistRowSchema,
  cliWorklistSchema,
} from '../../common/contracts/cli/staff-outputs.ts';
import type { StaffResolution } from '../../common/contracts/staff.ts';
import { fen, formatFen } from '../../common/kernel/money.ts';
import { err, ok } from '../../common/kernel/result.ts';
import { staffStrings } from '../../common/strings/kiosk/staff.ts';
import { workFact } from '../../common/strings/work-fact.ts';
import { failure, linkFailure } from '../failure.ts';
import { prove, type StaffContext } from '../prove.ts';
import { type Language, say } from '../text.ts';
import type { Outcome } from './done.ts';

type Row = z.infer<typeof cliWorklistRowSchema>;

/** `worklist list`: what only a person can end, oldest first; with `all` also what has ended. */
export async function worklistList(context: StaffContext, all: boolean): Promise<Outcome> {
  const ticket = await prove(context, { act: 'worklistList' });
  if (!ticket.ok) return ticket;
  const { client, deadline } = context;
  const answer = await client.call('worklistList', { ticket: ticket.value, all }, { timeoutMs: deadline.left() });
  if (!answer.ok) return err(linkFailure(answer.error));
  if (!answer.value.ok) return err(failure(answer.value.code, answer.value.detail));
  const output = cliWorklistSchema.parse(answer.value);
  return ok({
    output,
    text: (language) =>
      [
        say(language, 'worklistOpen', { open: `${output.open}` }),
        ...output.rows.map((row) => rowText(row, language)),
      ].join('\n'),
  });
}

/** `worklist resolve`: a person's answer, by her name. */
export async function worklistResolve(
  context: StaffContext,
  answer: {
    readonly id: number;
    readonly resolution: StaffResolution;
    readonly reason: string;
    readonly setlId: string | null;
  },
): Promise<Outcome> {
  const ticket = await prove(context, { act: 'worklistResolve', ...answer });
  if (!ticket.ok) return ticket;
  const { client, deadline } = context;
  const asked = { ticket: ticket.value, ...answer };
  const done = await client.call('worklistResolve', asked, { timeoutMs: deadline.left() });
  if (!done.ok) return err(linkFailure(done.error));
  if (!done.value.ok) return err(failure(done.value.code, done.value.detail));
  const output = cliWorklistResolvedSchema.parse({ row: done.value.row });
  return ok({ output, text: (language) => rowText(output.row, language) });
}

/** What may or may not have come out is never repeated by itself; a person can have a copy, which ends the row. */
function offerOf({ kind, resolution, detail }: Row, language: Language): readonly string[] {
  const message = detail['messageId'];
  const isReceipt = kind === 'print-unknown' && detail['kind'] === 'settlement' && typeof message === 'string';
  return isReceipt && resolution === null ? [say(language, 'copyOffer', { message })] : [];
}

/** How it ended and by whom; of an open row, what may be answered. */
function endOf({ resolution, by, second, answers }: Row, language: Language): string {
  if (resolution === null) {
    if (answers.length === 0) return say(language, 'noAnswerNow');
    return say(language, 'mayAnswer', { answers: answers.join(', ') });
  }
  if (resolution === 'ended') return say(language, 'endedByItself');
  const answer = staffStrings[`staff.answer.${resolution}`][language];
  return say(language, 'endedBy', { answer, who: [by, second].filter(Boolean).join(', ') });
}

function rowText(row: Row, language: Language): string {
  const facts = Object.entries(row.detail).flatMap(([name, value]) => workFact(name, value, language) ?? []);
  return [
    `#${row.id}`,
    staffStrings[`staff.kind.${row.kind}`][language],
    row.kind,
    row.openedAt,
    row.openMinutes === null ? '-' : say(language, 'openFor', { minutes: `${row.openMinutes}` }),
    row.encounterId ?? '-',
    row.amountFen === null ? '-' : formatFen(fen(row.amountFen)),
    row.subject,
    ...facts,
    endOf(row, language),
    ...offerOf(row, language),
  ].join('  ');
}
