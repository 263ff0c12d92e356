import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** One line of progress, on stderr. */
export function say(text) {
  process.stderr.write(`· ${text}\n`);
}

/** Calls `onGone` once when the process that started this one has ended (checked twice a second). */
export function endWithParent(onGone) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, 500);
  timer.unref();
}

/**
 * Starts `command` so that the kernel sends it SIGTERM when this process dies, however it dies (PR_SET_PDEATHSIG
 * through util-linux's setpriv, which Debian always has).
 */
export function spawnBound(command, args, options) {
  const bound = existsSync('/usr/bin/setpriv');
  return bound
    ? spawn('/usr/bin/setpriv', ['--pdeathsig', 'TERM', '--', command, ...args], options)
    : spawn(command, args, options);
}

/** Sends SIGTERM, then SIGKILL after `graceMs`; resolves when the process is gone. Only for our own children. */
export function end(child, graceMs = 4000) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

/** Runs a command with our stdio to its end; resolves to its exit code. An abort ends it in order. */
export function runToEnd(command, args, { signal, env, stdio = ['ignore', 'inherit', 'inherit'] } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawnBound(command, args, { stdio, env: { ...process.env, ...env } });
    const onAbort = () => void end(child);
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted) onAbort();
    child.once('error', reject);
    child.once('exit', (code) => {
      signal?.removeEventListener('abort', onAbort);
      resolve(code ?? 1);
    });
  });
}

/** Runs a command and returns { code, stdout, stderr } as text. Never rejects: a missing command is code 127. */
export function capture(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawnBound(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (d) => {
      stdout += d;
    });
    child.stderr.on('data', (d) => {
      stderr += d;
    });
    child.once('error', (error) => resolve({ code: 127, stdout, stderr: String(error.message) }));
    child.once('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
  });
}
