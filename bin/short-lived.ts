import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fchownSync, openSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '../common/kernel/result.ts';
import { readJsonLines } from '../wire/json-lines.ts';
import type { Deadline } from './deadline.ts';
import { type CliFailure, failure, failureOf } from './failure.ts';
import type { Place } from './place.ts';

/** A terminal without a screen that lives for one command. */
export interface ShortLived {
  /** Ends it in order, by SIGKILL after `graceMs`. */
  end(graceMs: number): Promise<void>;
  /** SIGKILL at once, by pid; its children end with its pipes. */
  kill(): void;
}

const readyLineSchema = z.discriminatedUnion('ready', [
  z.object({ ready: z.literal(true) }),
  z.object({ ready: z.literal(false), error: z.object({ code: z.string(), message: z.string() }) }),
]);

/** What the shell, the terminal and the host log of it, for the technician. */
export const LOG_FILE = 'short-lived.log';

export interface ShortLivedOptions {
  readonly place: Place;
  readonly shellScript: string;
  /** What the children may see. */
  readonly env: NodeJS.ProcessEnv;
  readonly deadline: Deadline;
  /** Told as soon as there is something that a hard end has to take down. */
  readonly onKillable: (kill: () => void) => void;
}

/** A service's user, by number. */
interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Whose terminal it is, where root asks for it: its journal's folder says so. What root started as root would leave root's
 * files there, and the service could not open them any more. Null: ours.
 */
export function ownerOf({ dataDir }: Pick<Place, 'dataDir'>, ourUid = process.getuid?.()): Owner | null {
  const { uid, gid } = statSync(dataDir, { throwIfNoEntry: false }) ?? { uid: 0, gid: 0 };
  return ourUid === 0 && uid !== 0 ? { uid, gid } : null;
}

/** A program as that user runs it, with the groups by which it has its devices. */
export function runAs(owner: Owner | null, program: readonly [string, ...string[]]): readonly [string, ...string[]] {
  if (owner === null) return program;
  const { uid, gid } = owner;
  return ['/usr/bin/setpriv', '--reuid', `${uid}`, '--regid', `${gid}`, '--init-groups', '--', ...program];
}

/** Starts a short-lived terminal and waits until it serves. */
export async function startShortLived(options: ShortLivedOptions): Promise<Result<ShortLived, CliFailure>> {
  const { place, shellScript, env, deadline } = options;
  const owner = ownerOf(place);
  const log = openSync(join(place.runDir, LOG_FILE), 'w', 0o600);
  if (owner !== null) fchownSync(log, owner.uid, owner.gid);
  const args = ['--profile', place.profileFile, '--run', place.runDir, '--no-screen'];
  const [program, ...rest] = runAs(owner, [process.execPath, resolve(shellScript), ...args]);
  const child = spawn(program, rest, { env, stdio: ['pipe', 'pipe', log] });
  closeSync(log);
  const shortLived = handle(child);
  options.onKillable(shortLived.kill);
  const ready = await firstLine(child, deadline);
  if (ready.ok) return ok(shortLived);
  await shortLived.end(Math.min(1000, deadline.left()));
  return ready;
}

function firstLine(child: ChildProcess, deadline: Deadline): Promise<Result<null, CliFailure>> {
  return new Promise((done) => {
    const no = (why: string): void => done(err(failure('TERMINAL_UNREACHABLE', `the terminal ${why}`)));
    const timer = setTimeout(() => no('did not start in time'), deadline.left());
    child.once('error', (error) => no(`could not be started: ${error.message}`));
    child.once('exit', (code, signal) => no(`ended with ${signal ?? code} while it started`));
    child.stdin?.on('error', () => undefined);
    if (child.stdout === null) return;
    readJsonLines(child.stdout, (value) => {
      clearTimeout(timer);
      const line = readyLineSchema.safeParse(value);
      if (!line.success) no('said something unexpected');
      else if (line.data.ready) done(ok(null));
      else done(err(failureOf(line.data.error.code, line.data.error.message)));
    });
  });
}

function handle(child: ChildProcess): ShortLived {
  const gone = new Promise<void>((done) => {
    child.once('exit', () => done());
    child.once('error', () => done());
  });
  return {
    kill: () => {
      child.kill('SIGKILL');
    },
    async end(graceMs) {
      child.stdin?.end();
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
      await gone;
      clearTimeout(timer);
    },
  };
}
