import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/**
 * Set-up of every test file: a temporary folder of its own for whatever it and its child processes make, removed when
 * the file is done, however its tests ended. The name is short, because sockets lie below it (a path of 107 bytes).
 */
const { TMPDIR: before } = process.env;
const own = mkdtempSync(join(tmpdir(), 'mk-'));
// A browser under a user of its own goes through it to the folder below that it may read, and sees no name in it.
chmodSync(own, 0o711);
process.env['TMPDIR'] = own;

afterAll(() => {
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  rmSync(own, { recursive: true, force: true, maxRetries: 3 });
});
