import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** Processes whose command line names this folder. */
function atWork(folder: string): readonly string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
    } catch {
      return false;
    }
  });
}

it('kills, told to stop in the middle: no report, one sentence, nothing left', { timeout: 60_000 }, async () => {
  const temp = mkdtempSync(join(tmpdir(), 'minka-interrupted-'));
  try {
    const child = spawn(process.execPath, ['scripts/kills.ts', '--n', '40', '--json'], {
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
    const isServing = (): boolean =>
      readdirSync(temp).some((name) => existsSync(join(temp, name, 'lane-0-0', 'run', 'screen.sock')));
    await expect.poll(isServing, { timeout: 30_000 }).toBe(true);
    const since = performance.now();
    child.kill('SIGTERM');
    expect(await ended).toBe(143);
    expect(performance.now() - since).toBeLessThan(5000);
    expect(out).toBe('');
    expect(words.trim().split('\n')).toEqual([expect.stringMatching(/^Interrupted: .*no report$/)]);
    await expect.poll(() => atWork(temp), { timeout: 2000 }).toEqual([]);
    expect(readdirSync(temp)).toEqual([]);
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
});
