import type { z } from 'zod';
import {
  type AuditReport,
  type auditRowSchema,
  cliAuditListSchema,
  cliAuditVerifySchema,
} from '../../common/contracts/cli/audit.ts';
import { err, ok } from '../../common/kernel/result.ts';
import { readWitness, selectWitness } from '../audit-witness.ts';
import { failure, linkFailure } from '../failure.ts';
import { prove, type StaffContext } from '../prove.ts';
import { type Language, say } from '../text.ts';
import type { Outcome } from './done.ts';

type Row = z.infer<typeof auditRowSchema>;

/** `audit list`: the newest acts, newest first. */
export async function auditList({ client, deadline }: StaffContext, limit: number): Promise<Outcome> {
  const answer = await client.call('auditList', { limit }, { timeoutMs: deadline.left() });
  if (!answer.ok) return err(linkFailure(answer.error));
  if (!answer.value.ok) return err(failure(answer.value.code));
  const output = cliAuditListSchema.parse({ rows: answer.value.rows });
  return ok({
    output,
    text: (language) => output.rows.map(rowText).join('\n') || say(language, 'none'),
  });
}

/** `audit verify`: walks the chain in the terminal, and holds it against the operator's checkpoints where given. */
export async function auditVerify(context: StaffContext, against: string | null): Promise<Outcome> {
  const { client, deadline } = context;
  const witness = against === null ? ok([]) : readWitness(against);
  if (!witness.ok) return witness;
  const newest = await client.call('auditList', { limit: 1 }, { timeoutMs: deadline.left() });
  if (!newest.ok) return err(linkFailure(newest.error));
  if (!newest.value.ok) return err(failure(newest.value.code));
  const ticket = await prove(context, { act: 'auditVerify' });
  if (!ticket.ok) return ticket;
  const asked = { ticket: ticket.value, checkpoints: [...selectWitness(witness.value, newest.value.chain)] };
  const answer = await client.call('auditVerify', asked, { timeoutMs: deadline.left() });
  if (!answer.ok) return err(linkFailure(answer.error));
  if (!answer.value.ok) return err(failure(answer.value.code));
  return ok(reported(answer.value.report));
}

/** What a report says; a chain that is not sound ends the command with 1. */
export function reported(report: AuditReport) {
  const output = cliAuditVerifySchema.parse(report);
  return {
    output,
    failure: output.ok ? null : failure('AUDIT_BROKEN'),
    text: (language: Language) => reportText(output, language),
  };
}

function reportText({ ok: sound, rows, head, checkpoints, chain, findings, more }: AuditReport, language: Language) {
  const facts = { rows: `${rows}`, seq: `${head.seq}`, checkpoints: `${checkpoints}`, chain };
  const witness = say(language, checkpoints === 0 ? 'auditUnwitnessed' : 'auditWitnessed', facts);
  if (sound) return [say(language, 'auditSound', facts), witness].join('\n');
  return [
    say(language, 'auditNotSound', facts),
    ...findings.map(({ kind, from, to, other }) =>
      say(language, `auditFinding.${kind}`, { from: `${from}`, to: `${to}`, other: other ?? '' }),
    ),
    ...(more ? [say(language, 'auditMore')] : []),
  ].join('\n');
}

function rowText({ seq, at, code, facts }: Row): string {
  const told = Object.entries(facts).map(([name, value]) => `${name}=${value}`);
  return [`#${seq}`, at, code, ...told].join('  ');
}
