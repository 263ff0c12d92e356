import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

let temp: string;
beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'minka-interrupted-'));
});
afterEach(() => rmSync(temp, { recursive: true, force: true }));

/** Processes whose command line names this folder. */
const atWork = (): readonly string[] =>
  readdirSync('/proc').filter((pid) => {
    const file = `/proc/${pid}/cmdline`;
    try {
      return /^\d+$/.test(pid) && readFileSync(file, 'utf8').includes(temp);
    } catch {
      return false;
    }
  });

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('powercuts, told %s while it records: no report, one sentence, nothing left', async (signal, code) => {
  const child = spawn(process.execPath, ['scripts/powercuts.ts', '--n', '50', '--json'], {
    env: { ...process.env, TMPDIR: temp },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, words] = ['', ''];
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString();
  });
  child.stderr.on('data', (data: Buffer) => {
    words += data.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const isRecording = (): boolean =>
    readdirSync(temp).some((name) => existsSync(join(temp, name, 'full', 'terminal.db')));
  await expect.poll(isRecording, { timeout: 40_000 }).toBe(true);
  const since = performance.now();
  child.kill(signal);
  expect(await ended).toBe(code);
  expect(performance.now() - since).toBeLessThan(5000);
  expect(out).toBe('');
  expect(words.trim().split('\n')).toEqual([expect.stringMatching(/^Interrupted: .*no report$/)]);
  await expect.poll(atWork, { timeout: 2000 }).toEqual([]);
  expect(readdirSync(temp)).toEqual([]);
});
