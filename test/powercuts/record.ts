import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Operation, readTrace, STRACE } from './strace.ts';

export interface Recording {
  readonly operations: readonly Operation[];
  /** Absolute path of the database during the recording. */
  readonly database: string;
}

/** Runs a program under strace, bound to our own life; resolves with its exit code, null where a signal ended it. `cache`: a folder. */
export function runTraced(
  flags: readonly string[],
  args: readonly string[],
  cache: string,
): Promise<{ code: number | null; words: string }> {
  const line = ['--pdeathsig', 'KILL', '--', 'strace', ...flags, process.execPath, ...args];
  // The sources are stripped of their types once, not at each of hundreds of starts.
  const env = { ...process.env, NODE_COMPILE_CACHE: cache };
  const child = spawn('/usr/bin/setpriv', line, { stdio: ['ignore', 'ignore', 'pipe'], env });
  let words = '';
  child.stderr.on('data', (data: Buffer) => {
    words = (words + data.toString()).slice(-8000);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, words }));
  });
}

/** Records `visits` visits in `dir`. Throws where they did not run to their end. */
export async function record(dir: string, visits: number, normal: boolean): Promise<Recording> {
  const [database, acks, log] = [join(dir, 'terminal.db'), join(dir, 'acks'), join(dir, 'strace.log')];
  const program = ['test/powercuts/workload.ts', '--file', database, '--acks', acks, '--visits', String(visits)];
  const all = [...program, ...(normal ? ['--normal'] : [])];
  const { code, words } = await runTraced([...STRACE, '-o', log], all, join(dir, 'compile-cache'));
  if (code !== 0) throw new Error(`the workload ended with ${code}: ${words}`);
  return { operations: await readTrace(log, database, acks), database };
}
