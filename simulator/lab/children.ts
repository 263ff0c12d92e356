import { type ChildProcess, spawn } from 'node:child_process';
import { z } from 'zod';

/** A process of the lab that speaks JSON lines on stdout and ends when its stdin does. */
export interface LabChild {
  readonly pid: number;
  /** The first line: it is ready. */
  readonly ready: Readonly<Record<string, unknown>>;
  /** Resolves with the next line that comes after this call. */
  nextLine(timeoutMs: number): Promise<Readonly<Record<string, unknown>>>;
  /** Writes one JSON line to its stdin. */
  send(message: Readonly<Record<string, unknown>>): void;
  /** Resolves when it is gone, whatever ended it. */
  readonly exited: Promise<void>;
  /** What it wrote to stderr, the last 64 kB. */
  words(): string;
  /** SIGKILL, as a crash would be. */
  kill(): Promise<void>;
  /** Ends it in order: stdin closes, SIGTERM, after 5 s SIGKILL. */
  stop(): Promise<void>;
}

/** Who waits for a line: it gets one, or hears why not. */
interface Waiter {
  take(line: Readonly<Record<string, unknown>>): void;
  fail(why: string): void;
}

function gone(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/**
 * Starts `script` with this Node, bound to our own life. Rejects when it is not ready within `readyMs`, with what it
 * said.
 */
export async function startChild(
  script: string,
  args: readonly string[],
  readyMs: number,
  env: NodeJS.ProcessEnv = {},
): Promise<LabChild> {
  const child = spawnBound(process.execPath, [script, ...args], env);
  try {
    const ready = await child.nextLine(readyMs);
    if (ready['ready'] === false) throw new Error(refusalOf(ready) ?? `${script} is not ready`);
    return { ...child, ready };
  } catch (error) {
    await child.kill();
    throw error;
  }
}

/** What a part says that will not start: `{ready: false, error: {code, message}}`. */
function refusalOf({ error }: Readonly<Record<string, unknown>>): string | null {
  const said = z.object({ code: z.string(), message: z.string() }).safeParse(error);
  return said.success ? `${said.data.code}: ${said.data.message}` : null;
}

/** Starts a program, bound to our own life by the kernel (setpriv --pdeathsig). */
export function spawnBound(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Omit<LabChild, 'ready'> {
  const child = spawn('/usr/bin/setpriv', ['--pdeathsig', 'TERM', '--', program, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const waiting = new Set<Waiter>();
  let ended: string | null = null;
  let buffered = '';
  let words = '';
  child.stdin.on('error', () => {});
  child.stderr.on('data', (data: Buffer) => {
    words = (words + data.toString()).slice(-65_536);
  });
  child.stdout.on('data', (data: Buffer) => {
    buffered += data.toString();
    for (let end = buffered.indexOf('\n'); end >= 0; end = buffered.indexOf('\n')) {
      const line = buffered.slice(0, end);
      buffered = buffered.slice(end + 1);
      if (line.trim() === '') continue;
      const [first] = waiting;
      first?.take(JSON.parse(line) as Record<string, unknown>);
    }
  });
  const nextLine = (timeoutMs: number): Promise<Readonly<Record<string, unknown>>> =>
    new Promise((resolve, reject) => {
      // Whoever has given up waits no more: the next line is somebody else's.
      const leave = (): void => {
        clearTimeout(timer);
        waiting.delete(waiter);
      };
      const waiter: Waiter = {
        take(line) {
          leave();
          resolve(line);
        },
        fail(why) {
          leave();
          reject(new Error(`${args[0] ?? program} ${why}; it said:\n${words}`));
        },
      };
      const timer = setTimeout(() => waiter.fail(`said nothing for ${timeoutMs} ms`), timeoutMs);
      waiting.add(waiter);
      if (ended !== null) waiter.fail(ended);
    });
  // Only when its streams have ended too: its last line may say why.
  child.once('close', (code, signal) => {
    ended = `ended (${signal ?? code})`;
    for (const waiter of waiting) waiter.fail(ended);
  });

  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone(child);
  };
  return {
    pid: child.pid ?? 0,
    exited: gone(child),
    nextLine,
    send: (message) => child.stdin.write(`${JSON.stringify(message)}\n`),
    words: () => words,
    kill,
    async stop() {
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
      child.stdin.end();
      child.kill('SIGTERM');
      await gone(child);
      clearTimeout(timer);
    },
  };
}
