import { cliConfigCheckSchema } from '../../common/contracts/cli/outputs.ts';
import { formatDate } from '../../common/kernel/dates.ts';
import { loadProfile } from '../../kiosk-config/load.ts';
import { checkPolicies } from '../../kiosk-config/policy-pages/check.ts';
import { failureOf } from '../failure.ts';
import { type Language, say } from '../text.ts';
import type { Done } from './done.ts';

/**
 * `config check`: every problem of a site profile at once, and of the policy pages that it names; asks no terminal. `now`:
 * epoch ms.
 */
export function configCheck(file: string, now: number): Done {
  const loaded = loadProfile(file);
  const policies = loaded.ok ? checkPolicies(loaded.value.profile, formatDate(now)) : { problems: [], remarks: [] };
  const problems = loaded.ok ? policies.problems : loaded.error;
  const remarksIn = (language: Language): readonly { readonly path: string; readonly message: string }[] =>
    policies.remarks.map(({ path, key, values }) => ({ path, message: say(language, key, values) }));
  const remarkLines = (language: Language): readonly string[] =>
    remarksIn(language).map((remark) => say(language, 'profileRemark', remark));
  const output = cliConfigCheckSchema.parse({ ok: problems.length === 0, problems, remarks: remarksIn('en') });
  if (output.ok)
    return { output, text: (language) => [say(language, 'profileGood'), ...remarkLines(language)].join('\n') };
  return {
    failure: failureOf((loaded.ok ? null : loaded.error[0]?.code) ?? 'CONFIG_INVALID', ''),
    output,
    // A file that cannot be read has no path inside it.
    text: (language) =>
      [
        ...output.problems.map((problem) =>
          say(language, problem.path === '' ? 'fileProblem' : 'profileProblem', problem),
        ),
        ...remarkLines(language),
      ].join('\n'),
  };
}
