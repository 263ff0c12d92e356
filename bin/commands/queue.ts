import type { z } from 'zod';
import { cliQueueListSchema, type cliQueueRowSchema, cliQueueShowSchema } from '../../common/contracts/cli/outputs.ts';
import { err, ok } from '../../common/kernel/result.ts';
import type { Deadline } from '../deadline.ts';
import { failure, linkFailure } from '../failure.ts';
import type { ControlClient } from '../terminal-session.ts';
import { say } from '../text.ts';
import type { Outcome } from './done.ts';

/** As many rows as one answer may hold; the counts say how many there are. */
const ROWS = 200;

type Row = z.infer<typeof cliQueueRowSchema>;

/** `queue list`: what waits for operator and HIS, dead letters too. */
export async function queueList(client: ControlClient, deadline: Deadline): Promise<Outcome> {
  const answer = await client.call('queueList', { limit: ROWS }, { timeoutMs: deadline.left() });
  if (!answer.ok) return err(linkFailure(answer.error));
  if ('code' in answer.value) return err(failure(answer.value.code));
  const output = cliQueueListSchema.parse(answer.value);
  const { waiting, inFlight, delivered, dead } = output.counts;
  const counts = { waiting: `${waiting}`, inFlight: `${inFlight}`, delivered: `${delivered}`, dead: `${dead}` };
  const oldest = output.oldestWaitingSeconds;
  return ok({
    output,
    text: (language) =>
      [
        say(language, 'queueCounts', counts),
        ...(oldest === null ? [] : [say(language, 'queueOldest', { oldest: `${oldest}` })]),
        ...output.rows.map(rowText),
      ].join('\n'),
  });
}

/** `queue show`: one row with its body, which holds no name and no number. */
export async function queueShow(client: ControlClient, id: number, deadline: Deadline): Promise<Outcome> {
  const answer = await client.call('queueShow', { id }, { timeoutMs: deadline.left() });
  if (!answer.ok) return err(linkFailure(answer.error));
  if (!answer.value.ok) return err(failure(answer.value.code));
  const output = cliQueueShowSchema.parse({ row: answer.value.row });
  const { row } = output;
  return ok({ output, text: () => `${rowText(row)}\n${row.key} ${row.group}\n${JSON.stringify(row.body, null, 2)}` });
}

function rowText({ id, kind, destination, state, attempts, createdAt, nextAttemptAt, lastFailure }: Row): string {
  return [`#${id}`, state, kind, destination, `×${attempts}`, createdAt, nextAttemptAt ?? '-', lastFailure ?? '-'].join(
    '  ',
  );
}
