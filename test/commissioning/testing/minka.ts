import { execFile } from 'node:child_process';
import { resolve } from 'node:path';

export interface Ran {
  readonly code: number;
  readonly json: Record<string, unknown>;
}

/** One command line of `minka`, in a process of its own; rejects with its words where it told no JSON. */
export function minka(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const { NODE_OPTIONS: _, VITEST: __, ...own } = process.env;
  const command = [resolve('bin/minka.mjs'), ...args, '--json'];
  return new Promise((done, fail) => {
    execFile(process.execPath, command, { env: { ...own, ...env } }, (error, stdout, stderr) => {
      try {
        done({ code: typeof error?.code === 'number' ? error.code : 0, json: JSON.parse(stdout) as Ran['json'] });
      } catch {
        fail(new Error(`minka ${args.join(' ')}: ${stdout}${stderr}`));
      }
    });
  });
}
