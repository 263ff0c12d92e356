import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../common/kernel/result.ts';
import { readJsonLines } from '../wire/json-lines.ts';
import type { Log } from './log.ts';

/** The first thing a child says on stdout: that it serves, or why it cannot. */
const firstLineSchema = z.discriminatedUnion('ready', [
  z.object({ ready: z.literal(true) }),
  z.object({
    ready: z.literal(false),
    error: z.object({ code: z.string().max(60), message: z.string().max(500).default('') }),
  }),
]);

/** Why a child did not come up: its own words, or ours when it died or said nothing. */
export interface StartFailure {
  readonly code: string;
  readonly message: string;
}

export interface ChildSpec {
  readonly name: 'host' | 'terminal';
  /** A Node program of ours, by absolute path. */
  readonly script: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** The one JSON line on its stdin; secrets go here, never into arguments or the environment. */
  readonly firstLine: unknown;
  /** How long it may take to say that it is ready, ms. */
  readonly readyMs: number;
}

export interface Child {
  readonly pid: number | null;
  readonly ready: Promise<Result<null, StartFailure>>;
  /** Resolves when the process is gone, whatever ended it. */
  readonly exited: Promise<void>;
  /** SIGKILL, by pid. */
  kill(): void;
  /** Ends in order: stdin closed and SIGTERM; after `graceMs` SIGKILL. Resolves when it is gone. */
  end(graceMs: number): Promise<void>;
}

/**
 * Starts one of our processes with this Node. Its stdin stays open as its lifeline: when we are gone, however that
 * happened, it reads the end of it and ends too.
 */
export function startChild(spec: ChildSpec, log: Log): Child {
  const child = spawn(process.execPath, [spec.script, ...spec.args], {
    env: spec.env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ready = Promise.withResolvers<Result<null, StartFailure>>();
  const exited = Promise.withResolvers<void>();
  const facts = { child: spec.name, pid: child.pid ?? null };

  const timer = setTimeout(() => {
    ready.resolve(err({ code: 'TIMEOUT', message: `${spec.name} said nothing for ${spec.readyMs} ms` }));
  }, spec.readyMs);
  const gone = (how: string): void => {
    clearTimeout(timer);
    ready.resolve(err({ code: 'DIED', message: `${spec.name} (${basename(spec.script)}) ${how} before it was ready` }));
    exited.resolve();
  };
  child.once('error', (error) => gone(`could not be started: ${error.message}`));
  child.once('exit', (code, signal) => {
    log('info', 'child-exited', { ...facts, code, signal });
    gone(`ended with ${signal ?? code}`);
  });

  let first = true;
  readJsonLines(child.stdout, (value) => {
    if (!first) return;
    first = false;
    clearTimeout(timer);
    const line = firstLineSchema.safeParse(value);
    if (!line.success) ready.resolve(err({ code: 'BAD_LINE', message: `${spec.name} said something else than ready` }));
    else if (line.data.ready) ready.resolve(ok(null));
    else ready.resolve(err(line.data.error));
  });
  // A child that died does not read its stdin; its exit tells us, not the broken pipe.
  child.stdin.on('error', () => undefined);
  child.stdin.write(`${JSON.stringify(spec.firstLine)}\n`);
  log('info', 'child-started', facts);

  return {
    pid: child.pid ?? null,
    ready: ready.promise,
    exited: exited.promise,
    kill: () => {
      child.kill('SIGKILL');
    },
    async end(graceMs) {
      child.stdin.end();
      child.kill('SIGTERM');
      const late = setTimeout(() => {
        log('warn', 'child-killed', facts);
        child.kill('SIGKILL');
      }, graceMs);
      await exited.promise;
      clearTimeout(late);
    },
  };
}
