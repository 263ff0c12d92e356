import { cliCertificateListSchema, cliVerifySchema } from '../../common/contracts/cli/certificate-verbs.ts';
import { err, ok } from '../../common/kernel/result.ts';
import { failure, linkFailure } from '../failure.ts';
import type { StaffContext } from '../prove.ts';
import { say } from '../text.ts';
import type { Outcome } from './done.ts';

/** `verify CODE`: what a certificate must say. Not done where none has the code, or its time to be checked is over. */
export async function verify(
  { client, deadline }: Pick<StaffContext, 'client' | 'deadline'>,
  code: string,
): Promise<Outcome> {
  const answer = await client.call('certificateVerify', { code }, { timeoutMs: deadline.left() });
  if (!answer.ok) return err(linkFailure(answer.error));
  if (!answer.value.ok) return err(failure(answer.value.code));
  const output = cliVerifySchema.parse(answer.value.certificate);
  return ok({
    output,
    text: (language) =>
      [
        say(language, `verify.${output.kind}`),
        say(language, 'verify.facts', {
          ...{ name: output.maskedName, city: output.city, total: output.total },
          ...{ issued: output.issuedOn, expires: output.expiresOn, digest: output.digest.slice(0, 16) },
        }),
        ...(output.lab ? [say(language, 'verify.lab')] : []),
        say(language, output.state === 'valid' ? 'verify.valid' : 'verify.expired'),
      ].join('\n'),
    failure: output.state === 'expired' ? failure('CERTIFICATE_EXPIRED') : null,
  });
}

/** `certificate list`: what was issued at this terminal, the newest first; nobody's name, and no code. */
export async function certificateList(
  { client, deadline }: Pick<StaffContext, 'client' | 'deadline'>,
  limit: number,
): Promise<Outcome> {
  const answer = await client.call('certificateList', { limit }, { timeoutMs: deadline.left() });
  if (!answer.ok) return err(linkFailure(answer.error));
  if (!answer.value.ok) return err(failure(answer.value.code));
  const output = cliCertificateListSchema.parse({ rows: answer.value.rows });
  return ok({
    output,
    text: (language) =>
      output.rows
        .map(({ at, kind, state, digest, page }) =>
          [at, say(language, `verify.${kind}`), say(language, `certificate.${state}`), digest, page]
            .filter((part) => part !== null)
            .join('  '),
        )
        .join('\n') || say(language, 'none'),
  });
}
