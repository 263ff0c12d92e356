import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { controlLink } from '../common/contracts/cli/control-link.ts';
import { err, ok, type Result } from '../common/kernel/result.ts';
import { type Client, connect } from '../common/rpc/connect.ts';
import { acquireLock, type ProcessLock } from '../wire/process-lock.ts';
import { systemClock } from '../wire/system.ts';
import { connectUnix } from '../wire/unix-socket.ts';
import type { Deadline } from './deadline.ts';
import { type CliFailure, failure } from './failure.ts';
import type { Place } from './place.ts';
import { ownerOf, type ShortLivedOptions, startShortLived } from './short-lived.ts';

export type ControlClient = Client<typeof controlLink>;

export interface TerminalSession {
  readonly client: ControlClient;
  /** Leaves the terminal; ends it where it lived only for us. */
  end(graceMs: number): Promise<void>;
}

/** Until a service that was just started answers, ms. */
const SERVICE_MS = 5000;

/**
 * A link to the running terminal, or to a short-lived one of our own. The lock `cli` makes one command at a time
 * look and start: who holds it and finds a terminal has found a lasting one, since a short-lived one is only there
 * while its own command holds the lock.
 */
export async function openTerminal(options: ShortLivedOptions): Promise<Result<TerminalSession, CliFailure>> {
  const { place, deadline } = options;
  try {
    const made = mkdirSync(place.runDir, { recursive: true, mode: 0o700 });
    const owner = made === undefined ? null : ownerOf(place);
    if (owner !== null) chownSync(place.runDir, owner.uid, owner.gid);
  } catch {
    return err(failure('CONFIG_INVALID', `the run directory ${place.runDir} cannot be made`));
  }
  const lock = await waitForLock(place.runDir, deadline);
  if (lock === null) return err(failure('TERMINAL_UNREACHABLE', 'another minka command is still at work'));

  // A service that is just starting gets its time: nothing can stand in for it.
  const lasting = await dial(place, place.serviceOnly ? Math.min(SERVICE_MS, deadline.left()) : 0);
  if (lasting !== null) {
    await lock.release();
    return ok({ client: lasting, end: async () => lasting.close() });
  }
  if (place.serviceOnly) {
    await lock.release();
    return err(failure('TERMINAL_UNREACHABLE', 'its service does not answer, which alone has the key'));
  }
  const started = await startShortLived(options);
  if (!started.ok) {
    await lock.release();
    return started;
  }
  const client = await dial(place, Math.min(5000, deadline.left()));
  const end = async (graceMs: number): Promise<void> => {
    client?.close();
    await started.value.end(graceMs);
    await lock.release();
  };
  if (client !== null) return ok({ client, end });
  await end(1000);
  return err(failure('TERMINAL_UNREACHABLE', 'the terminal started, but its control socket does not answer'));
}

async function dial(place: Place, retryMs: number): Promise<ControlClient | null> {
  const link = await connectUnix(join(place.runDir, 'control.sock'), { retryMs });
  return link.ok ? connect(link.value, controlLink, { timeoutMs: 10_000, clock: systemClock() }) : null;
}

async function waitForLock(dir: string, deadline: Deadline): Promise<ProcessLock | null> {
  for (;;) {
    const lock = await acquireLock(dir, 'cli');
    if (lock.ok) return lock.value;
    if (deadline.left() === 0) return null;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
