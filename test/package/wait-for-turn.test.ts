import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { acquireLock } from '../../wire/process-lock.ts';

const waits = (dir: string, seconds: number) =>
  spawnSync('packaging/root/usr/lib/minka/wait-for-turn', [dir, String(seconds)], { encoding: 'utf8' });

it('the unit waits while a command’s terminal lives in its folder, and no longer', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'minka-turn-'));
  const [free, other] = [waits(dir, 1), await acquireLock(mkdtempSync(join(tmpdir(), 'minka-turn-')), 'shell')];
  expect([free.status, other.ok, waits(dir, 1).status]).toEqual([0, true, 0]);
  // Another lock of the same folder is nobody's terminal.
  const cli = await acquireLock(dir, 'cli');
  expect([cli.ok, waits(dir, 1).status]).toEqual([true, 0]);
  const shell = await acquireLock(dir, 'shell');
  expect(waits(dir, 1)).toMatchObject({ status: 1, stderr: expect.stringContaining('still runs in') });
  if (shell.ok) await shell.value.release();
  expect(waits(dir, 1).status).toBe(0);
  for (const lock of [other, cli]) if (lock.ok) await lock.value.release();
});
