import { type ChildProcess, spawn } from 'node:child_process';
import { lstat, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const SOCAT = '/usr/bin/socat';
const OPEN_MS = 5000;

/** The printer's end of a real pseudo-terminal; the computer opens `link` as its serial port. */
export interface Pty {
  write(bytes: Uint8Array): void;
  /** Pulls the cable: the device node is gone when this resolves. */
  close(): Promise<void>;
}

/**
 * Makes a pty whose computer side is found at `link`. socat holds it, so that a closed and re-opened port finds the same
 * device, and a killed socat is a pulled cable. socat ends by itself when this process does (its input closes).
 */
export async function openPty(link: string, onData: (chunk: Uint8Array) => void): Promise<Pty> {
  await rm(link, { force: true });
  const socat: ChildProcess = spawn(SOCAT, [`PTY,raw,echo=0,mode=600,link=${link}`, '-'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => {
    socat.once('exit', () => resolve());
    socat.once('error', () => resolve());
  });
  let alive = true;
  void ended.then(() => {
    alive = false;
  });
  socat.stdin?.on('error', () => undefined);
  socat.stdout?.on('error', () => undefined);
  socat.stdout?.on('data', onData);

  const until = performance.now() + OPEN_MS;
  while (!(await lstat(link).catch(() => null))) {
    if (!alive || performance.now() > until) throw new Error(`${SOCAT} made no pseudo-terminal at ${link}`);
    await pause(5);
  }
  return {
    write(bytes) {
      if (alive) socat.stdin?.write(bytes);
    },
    async close() {
      if (alive) socat.kill('SIGKILL');
      await ended;
      await rm(link, { force: true });
    },
  };
}
