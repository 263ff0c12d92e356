import { join, resolve } from 'node:path';
import { runCli } from '../run-cli.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly note: string;
  /** stdout as JSON; throws where it is not exactly one object on one line. */
  json(): Record<string, unknown>;
  /** Exit codes of a hard end. */
  readonly exits: readonly number[];
}

/** Runs one command line in this process. */
export async function run(args: readonly string[], env: NodeJS.ProcessEnv, shellScript = '/nonexistent'): Promise<Ran> {
  let out = '';
  let note = '';
  let kill: () => void = () => undefined;
  const exits: number[] = [];
  const code = await runCli({
    args,
    env,
    root: resolve(import.meta.dirname, '../..'),
    shellScript,
    verifyScript: join(import.meta.dirname, '../../terminal/audit/verify-main.ts'),
    out: (text) => {
      out += text;
    },
    note: (text) => {
      note += text;
    },
    onKillable: (fn) => {
      kill = fn;
    },
    exit: (exitCode) => {
      exits.push(exitCode);
      kill();
    },
    startedAt: performance.now(),
  });
  return {
    code,
    out,
    note,
    exits,
    json() {
      if (!/^[^\n]+\n$/.test(out)) throw new Error(`not one line: ${JSON.stringify(out)}`);
      return JSON.parse(out) as Record<string, unknown>;
    },
  };
}
