import { cliConfigCheckSchema } from '../../common/contracts/cli/outputs.ts';
import { loadProfile } from '../../kiosk-config/load.ts';
import { failureOf } from '../failure.ts';
import { say } from '../text.ts';
import type { Done } from './done.ts';

/** `config check`: every problem of a site profile at once; asks no terminal. */
export function configCheck(file: string): Done {
  const loaded = loadProfile(file);
  if (loaded.ok) {
    const output = cliConfigCheckSchema.parse({ ok: true, problems: [] });
    return { output, text: (language) => say(language, 'profileGood') };
  }
  const output = cliConfigCheckSchema.parse({ ok: false, problems: loaded.error });
  return {
    failure: failureOf(loaded.error[0]?.code ?? 'CONFIG_INVALID', ''),
    output,
    // A file that cannot be read has no path inside it.
    text: (language) =>
      output.problems
        .map((problem) => say(language, problem.path === '' ? 'fileProblem' : 'profileProblem', problem))
        .join('\n'),
  };
}
