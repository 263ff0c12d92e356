import { spawn } from 'node:child_process';
import type { Clock } from '../../common/kernel/ports.ts';

/** An utterance that takes longer than this hangs, ms. */
const LONGEST_MS = 60_000;
/** A process that was asked to end is made to after this, ms. */
const PATIENCE_MS = 500;

export interface Saying {
  /** How it ended: the process said it, was ended by us, or never began. */
  readonly ended: Promise<'said' | 'cut' | 'failed'>;
  /** Silence, at once. */
  readonly cut: () => void;
}

/** Starts `command` without a shell, gives it `text` on standard input, and waits for its end. */
export function sayOne(clock: Clock, command: string, args: readonly string[], text: string): Saying {
  const child = spawn(command, [...args], { shell: false, stdio: ['pipe', 'ignore', 'ignore'] });
  let wasCut = false;
  const cut = (): void => {
    if (wasCut || child.exitCode !== null || child.signalCode !== null) return;
    wasCut = true;
    child.kill('SIGTERM');
    clock.after(PATIENCE_MS, () => child.kill('SIGKILL'));
  };
  const stopClock = clock.after(LONGEST_MS, cut);
  const ended = new Promise<'said' | 'cut' | 'failed'>((resolve) => {
    child.once('error', () => resolve('failed'));
    child.once('exit', (code) => resolve(wasCut ? 'cut' : code === 0 ? 'said' : 'failed'));
  });
  // An engine that ends before it has read everything closes the pipe; its exit says what that means.
  child.stdin.on('error', () => undefined);
  child.stdin.end(`${text}\n`);
  return { ended: ended.finally(stopClock), cut };
}
