import { cliCodesSchema } from '../../common/contracts/cli/selftest.ts';
import { err, ok } from '../../common/kernel/result.ts';
import type { Deadline } from '../deadline.ts';
import { failure, linkFailure } from '../failure.ts';
import type { ControlClient } from '../terminal-session.ts';
import { say } from '../text.ts';
import type { Outcome } from './done.ts';

/** `codes TABLE`: a code table as the terminal has it, the centre's own or the shipped one. */
export async function codes(client: ControlClient, type: string, deadline: Deadline): Promise<Outcome> {
  const answer = await client.call('codes', { type }, { timeoutMs: deadline.left() });
  if (!answer.ok) return err(linkFailure(answer.error));
  if (answer.value.table === null) return err(failure('CODES_UNKNOWN', type));
  const output = cliCodesSchema.parse(answer.value.table);
  return ok({
    output,
    text: (language) =>
      [
        say(language, output.fetched ? 'codesFetched' : 'codesShipped'),
        ...output.rows.map(({ value, label }) => `${value}  ${label}`),
      ].join('\n'),
  });
}
