import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Arm, TraceLine } from './points/trigger.ts';

export interface TerminalOptions {
  /** What is started: the built terminal. */
  readonly entry: string;
  readonly profileFile: string;
  readonly dir: string;
  /** 64 hex digits. */
  readonly databaseKey: string;
  /** Where it shall die from its first moment on; later by `arm`. */
  readonly arm: Arm | null;
}

/** The real terminal as a process that may be killed from outside or at a point within. */
export interface TerminalProcess {
  readonly pid: number;
  /** Resolves true when it serves, false when it ended first. */
  readonly ready: Promise<boolean>;
  readonly exited: Promise<void>;
  isGone(): boolean;
  arm(arm: Arm | null): Promise<void>;
  kill(): Promise<void>;
  /** In order, within the shell's patience; then SIGKILL. */
  stop(): Promise<void>;
  /** What it passed, in order; whole once it is gone. */
  trace(): readonly TraceLine[];
  words(): string;
}

const PRELOAD = resolve('test/kills/points/preload.ts');
const STOP_MS = 3000;
let serial = 0;

export function startTerminal(options: TerminalOptions): TerminalProcess {
  const traceFile = join(options.dir, `trace-${++serial}.jsonl`);
  const args = ['--import', PRELOAD, options.entry];
  const child: ChildProcess = spawn(
    '/usr/bin/setpriv',
    [
      '--pdeathsig',
      'KILL',
      '--',
      process.execPath,
      ...args,
      '--profile',
      options.profileFile,
      '--run',
      join(options.dir, 'run'),
    ],
    {
      stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
      env: {
        ...process.env,
        // The sources are stripped of their types once, not at each of thousands of starts.
        NODE_COMPILE_CACHE: join(options.dir, '..', 'compile-cache'),
        MINKA_POINTS: JSON.stringify({ trace: traceFile, arm: options.arm }),
      },
    },
  );
  let words = '';
  child.stderr?.on('data', (data: Buffer) => {
    words = (words + data.toString()).slice(-20_000);
  });
  child.stdin?.on('error', () => {});
  child.on('error', (error) => {
    words += error.message;
  });
  let gone = false;
  const exited = new Promise<void>((done) => {
    child.once('close', () => {
      gone = true;
      done();
    });
  });
  const line = new Promise<boolean>((done) => {
    child.stdout?.once('data', (data: Buffer) => done(data.toString().includes('"ready":true')));
  });
  child.stdin?.write(`${JSON.stringify({ databaseKey: options.databaseKey })}\n`);

  return {
    pid: child.pid ?? 0,
    ready: Promise.race([line, exited.then(() => false)]),
    exited,
    isGone: () => gone,
    async arm(arm) {
      if (gone) return;
      const armed = new Promise<void>((done) => child.once('message', () => done()));
      child.send({ arm }, () => {});
      await Promise.race([armed, exited]);
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async stop() {
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      child.stdin?.end();
      child.kill('SIGTERM');
      await exited;
      clearTimeout(late);
    },
    trace() {
      if (!existsSync(traceFile)) return [];
      const lines = readFileSync(traceFile, 'utf8')
        .split('\n')
        .filter((text) => text !== '');
      if (gone) rmSync(traceFile);
      return lines.map((text) => JSON.parse(text) as TraceLine);
    },
    words: () => words,
  };
}
