import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  cliStaffImportSchema,
  cliStaffListSchema,
  cliStaffMarkSchema,
  cliStaffPageSchema,
} from '../../common/contracts/cli/staff-outputs.ts';
import { err, ok } from '../../common/kernel/result.ts';
import { failure, linkFailure } from '../failure.ts';
import { prove, type StaffContext } from '../prove.ts';
import { say } from '../text.ts';
import type { Outcome } from './done.ts';

/**
 * `staff import FILE`: puts a list in force. The first one needs nobody; the terminal says where that is over, and then
 * a technician and an auditor sign for exactly these bytes.
 */
export async function staffImport(context: StaffContext, path: string): Promise<Outcome> {
  const { client, deadline } = context;
  const file = resolve(path);
  const send = (ticket: string | null) => client.call('staffImport', { file, ticket }, { timeoutMs: deadline.left() });
  let answer = await send(null);
  if (answer.ok && !answer.value.ok && answer.value.code === 'STAFF_TICKET_NEEDED') {
    let digest: string;
    try {
      digest = createHash('sha256').update(readFileSync(file)).digest('hex');
    } catch {
      return err(failure('STAFF_LIST_PLACE', 'it cannot be read'));
    }
    const ticket = await prove(context, { act: 'staffImport', digest });
    if (!ticket.ok) return ticket;
    answer = await send(ticket.value);
  }
  if (!answer.ok) return err(linkFailure(answer.error));
  if (!answer.value.ok) return err(failure(answer.value.code, answer.value.detail));
  const output = cliStaffImportSchema.parse(answer.value);
  return ok({ output, text: (language) => say(language, 'staffImported', { people: `${output.people}` }) });
}

/** `staff mark`: the marks of the card that is put in, for a new list; `salt` null makes one. */
export async function staffMark(context: StaffContext, given: string | null): Promise<Outcome> {
  const { client, deadline, waitSeconds } = context;
  const salt = given ?? randomBytes(16).toString('hex');
  const send = (ticket: string | null, waitMs: number) =>
    client.call('staffMark', { salt, ticket, waitMs }, { timeoutMs: deadline.left() });
  let answer = await send(null, waitSeconds * 1000);
  if (answer.ok && !answer.value.ok && answer.value.code === 'STAFF_TICKET_NEEDED') {
    const ticket = await prove(context, { act: 'staffMark' });
    if (!ticket.ok) return ticket;
    answer = await send(ticket.value, waitSeconds * 1000);
  }
  if (!answer.ok) return err(linkFailure(answer.error));
  if (!answer.value.ok) return err(failure(answer.value.code, answer.value.detail));
  const output = cliStaffMarkSchema.parse(answer.value);
  return ok({
    output,
    text: () => `salt    ${output.salt}\ncard    ${output.card ?? '-'}\nnumber  ${output.number ?? '-'}`,
  });
}

/** `staff list`: who may do what at this terminal, names masked. */
export async function staffList(context: StaffContext): Promise<Outcome> {
  const ticket = await prove(context, { act: 'staffList' });
  if (!ticket.ok) return ticket;
  const { client, deadline } = context;
  const answer = await client.call('staffList', { ticket: ticket.value }, { timeoutMs: deadline.left() });
  if (!answer.ok) return err(linkFailure(answer.error));
  if (!answer.value.ok) return err(failure(answer.value.code, answer.value.detail));
  const output = cliStaffListSchema.parse(answer.value);
  return ok({
    output,
    text: () =>
      output.staff
        .map(({ id, name, roles, from, to, inForce }) =>
          [id, name, roles.join(','), from, to ?? '-', inForce ? '' : '×'].join('  ').trimEnd(),
        )
        .join('\n'),
  });
}

/** `staff page`: opens the work-list on the terminal's own screen. */
export async function staffPage(context: StaffContext): Promise<Outcome> {
  const ticket = await prove(context, { act: 'page' });
  if (!ticket.ok) return ticket;
  const { client, deadline } = context;
  const answer = await client.call('staffPage', { ticket: ticket.value }, { timeoutMs: deadline.left() });
  if (!answer.ok) return err(linkFailure(answer.error));
  if (!answer.value.ok) return err(failure(answer.value.code, answer.value.detail));
  const output = cliStaffPageSchema.parse({ shown: true });
  return ok({ output, text: (language) => say(language, 'staffPageShown') });
}
