import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtinLabProfile } from '../../kiosk-config/builtin-lab.ts';
import type { StubBehaviour, StubEvent } from './stub-child.ts';

export interface ShellUnderTest {
  readonly dir: string;
  readonly run: string;
  readonly process: ChildProcess;
  /** The next JSON line on stdout. */
  line(): Promise<Record<string, unknown>>;
  command(text: string): void;
  endStdin(): void;
  /** As when its parent is killed: stdin ends, and nobody is left who reads what it says. */
  orphan(): void;
  /** What the stubs noted so far. */
  events(): StubEvent[];
  /** The pid of the nth start (from 0) of a stub. */
  pidOf(stub: 'host' | 'terminal', nth?: number): Promise<number>;
  exit: Promise<{ readonly code: number | null; readonly ms: number }>;
  remove(): void;
}

/** A shell process with stub children, in a folder of its own. */
export function startShellUnderTest(behaviour: StubBehaviour = {}, args: readonly string[] = []): ShellUnderTest {
  const dir = mkdtempSync(join(tmpdir(), 'minka-shell-'));
  const run = join(dir, 'run');
  const profile = builtinLabProfile(dir);
  writeFileSync(join(dir, 'profile.json'), JSON.stringify(profile));
  mkdirSync(run, { mode: 0o700 });
  writeFileSync(join(run, 'stub.json'), JSON.stringify(behaviour));
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'stub-main.ts'), '--profile', join(dir, 'profile.json'), ...args],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  child.stderr?.resume();
  const lines: string[] = [];
  const waiting: ((line: string) => void)[] = [];
  let text = '';
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    const parts = (text + part).split('\n');
    text = parts.pop() ?? '';
    for (const line of parts) {
      const next = waiting.shift();
      if (next === undefined) lines.push(line);
      else next(line);
    }
  });
  const exit = new Promise<{ code: number | null; ms: number }>((resolve) => {
    child.once('exit', (code) => resolve({ code, ms: performance.now() - started }));
  });
  const events = (): StubEvent[] => {
    try {
      const log = readFileSync(join(run, 'stub.log'), 'utf8').trim().split('\n');
      return log.map((line) => JSON.parse(line) as StubEvent);
    } catch {
      return [];
    }
  };
  return {
    dir,
    run,
    process: child,
    events,
    exit,
    line: async () =>
      JSON.parse(lines.shift() ?? (await new Promise<string>((resolve) => waiting.push(resolve)))) as Record<
        string,
        unknown
      >,
    command: (line) => {
      child.stdin?.write(`${line}\n`);
    },
    endStdin: () => {
      child.stdin?.end();
    },
    orphan: () => {
      for (const stream of [child.stdout, child.stderr]) stream?.destroy();
      child.stdin?.end();
    },
    async pidOf(stub, nth = 0) {
      for (;;) {
        const event = events().filter((e) => e.stub === stub && e.did.startsWith('start'))[nth];
        if (event !== undefined) return event.pid;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
