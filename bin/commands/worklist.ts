import type { z } from 'zod';
import {
  cliWorklistResolvedSchema,
  type cliWorklistRowSchema,
  cliWorklistSchema,
} from '../../common/contracts/cli/staff-outputs.ts';
import type { StaffResolution } from '../../common/contracts/staff.ts';
import { resolutionsOf } from '../../common/contracts/worklist.ts';
import { fen, formatFen } from '../../common/kernel/money.ts';
import { err, ok } from '../../common/kernel/result.ts';
import { staffStrings } from '../../common/strings/kiosk/staff.ts';
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

function rowText(row: Row, language: Language): string {
  const end = row.resolution === null ? null : [row.resolution, row.by, row.second].filter(Boolean).join(' ');
  const detail = Object.entries(row.detail).map(([name, value]) => `${name}=${value}`);
  return [
    `#${row.id}`,
    staffStrings[`staff.kind.${row.kind}`][language],
    row.kind,
    row.openedAt,
    row.openMinutes === null ? '-' : `${row.openMinutes} min`,
    row.encounterId ?? '-',
    row.amountFen === null ? '-' : formatFen(fen(row.amountFen)),
    row.subject,
    ...(detail.length === 0 ? [] : [detail.join(' ')]),
    end ?? say(language, 'mayAnswer', { answers: resolutionsOf[row.kind].join(', ') }),
    ...offerOf(row, language),
  ].join('  ');
}
