import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** `terminal/main.ts` as a process of its own, without a shell: what a technician starts by hand. */
export interface TerminalProcess {
  readonly pid: number;
  /** Its one line: ready, or why not; and how long after its start, ms. */
  readonly said: { readonly ready: boolean; readonly afterMs: number };
  words(): string;
  signal(name: NodeJS.Signals): void;
  stop(): Promise<void>;
}

export async function startTerminal(
  profileFile: string,
  runDir: string,
  databaseKey: string,
): Promise<TerminalProcess> {
  const began = performance.now();
  const args = [resolve('terminal/main.ts'), '--profile', profileFile, '--run', runDir];
  const bound = ['--pdeathsig', 'KILL', '--', process.execPath, ...args];
  const child: ChildProcess = spawn('/usr/bin/setpriv', bound, { stdio: ['pipe', 'pipe', 'pipe'] });
  let words = '';
  child.stderr?.on('data', (data: Buffer) => {
    words += data.toString();
  });
  child.stdin?.on('error', () => {});
  child.stdin?.write(`${JSON.stringify({ databaseKey })}\n`);
  if (child.stdout === null || child.pid === undefined) throw new Error('the terminal was not started');
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const { ready } = JSON.parse(line.toString()) as { ready: boolean };
  const afterMs = Math.round(performance.now() - began);
  return {
    pid: child.pid,
    said: { ready, afterMs },
    words: () => words,
    signal: (name) => void child.kill(name),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      const late = setTimeout(() => child.kill('SIGKILL'), 4000);
      child.kill('SIGCONT');
      child.stdin?.end();
      child.kill('SIGTERM');
      await gone;
      clearTimeout(late);
    },
  };
}
