import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const MINKA = join(import.meta.dirname, 'minka.ts');

it('an answer that cannot be written is not done, and says so', () => {
  const full = openSync('/dev/full', 'w');
  const { status, stderr } = spawnSync(process.execPath, [MINKA, '--help'], {
    ...{ encoding: 'utf8', timeout: 20_000, stdio: ['ignore', full, 'pipe'] },
  });
  closeSync(full);
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^minka: stdout: .*ENOSPC/)]);
});
