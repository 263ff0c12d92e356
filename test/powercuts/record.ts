import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Operation, readTrace, STRACE } from './strace.ts';

export interface Recording {
  readonly operations: readonly Operation[];
  /** Absolute path of the database during the recording. */
  readonly database: string;
}

const SETPRIV = '/usr/bin/setpriv';
const BOUND = ['--pdeathsig', 'KILL', '--'] as const;

/**
 * Runs a program under strace, bound to our own life; resolves with its exit code, null where a signal ended it. `cache`:
 * a folder. `signal` ends both.
 */
export function runTraced(
  flags: readonly string[],
  args: readonly string[],
  cache: string,
  signal?: AbortSignal,
): Promise<{ code: number | null; words: string }> {
  // The program is bound to strace's life in its turn: one that is no longer traced would run on.
  const line = [...BOUND, 'strace', ...flags, SETPRIV, ...BOUND, process.execPath, ...args];
  // The sources are stripped of their types once, not at each of hundreds of starts.
  const env = { ...process.env, NODE_COMPILE_CACHE: cache };
  const child = spawn(SETPRIV, line, { stdio: ['ignore', 'ignore', 'pipe'], env });
  const stop = (): void => void child.kill('SIGKILL');
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  let words = '';
  child.stderr.on('data', (data: Buffer) => {
    words = (words + data.toString()).slice(-8000);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      signal?.removeEventListener('abort', stop);
      resolve({ code, words });
    });
  });
}

/** Records `visits` visits in `dir`. Throws where they did not run to their end, or were stopped. */
export async function record(dir: string, visits: number, normal: boolean, signal?: AbortSignal): Promise<Recording> {
  const [database, acks, log] = [join(dir, 'terminal.db'), join(dir, 'acks'), join(dir, 'strace.log')];
  const program = ['test/powercuts/workload.ts', '--file', database, '--acks', acks, '--visits', String(visits)];
  const all = [...program, ...(normal ? ['--normal'] : [])];
  const { code, words } = await runTraced([...STRACE, '-o', log], all, join(dir, 'compile-cache'), signal);
  if (code !== 0) throw new Error(`the workload ended with ${code}: ${words}`);
  return { operations: await readTrace(log, database, acks), database };
}
