import { z } from 'zod';
import { cliErrorSchema } from '../../common/contracts/cli/outputs.ts';
import { err, ok } from '../../common/kernel/result.ts';
import { failureOf } from '../failure.ts';
import { type ProvisionOptions, provision as setUp } from '../provision/provision.ts';
import { say } from '../text.ts';
import type { Outcome } from './done.ts';

/** `provision FILE --json`. With `ok: false` (exit 1) nothing was changed, and `problems` names each place in the file. */
export const cliProvisionSchema = z.object({
  ok: z.boolean(),
  error: cliErrorSchema.shape.error.optional(),
  profile: z.string().nullable(),
  changed: z.boolean(),
  enrolled: z.boolean(),
  problems: z.array(z.object({ path: z.string(), message: z.string(), allowed: z.string() })),
});

const NOTHING = { profile: null, changed: false, enrolled: false } as const;

/** `provision`: sets this machine up from one file; asks no terminal. */
export async function provision(options: ProvisionOptions): Promise<Outcome> {
  const done = await setUp(options);
  if (done.ok) {
    const { profileFile: profile, changed, enrolled } = done.value;
    const output = cliProvisionSchema.parse({ ok: true, profile, changed, enrolled, problems: [] });
    const key = changed ? 'provisioned' : 'provisionedAlready';
    return ok({ output, text: (language) => say(language, key, { file: profile }) });
  }
  if (done.error.kind === 'failure') return err(done.error.failure);
  const { problems } = done.error;
  return ok({
    failure: failureOf(problems[0]?.code ?? 'CONFIG_INVALID', ''),
    output: cliProvisionSchema.parse({ ok: false, ...NOTHING, problems }),
    text: (language) =>
      problems
        .map((problem) => say(language, problem.path === '' ? 'fileProblem' : 'profileProblem', { ...problem }))
        .join('\n'),
  });
}
