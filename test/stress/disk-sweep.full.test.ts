import { expect, it } from 'vitest';
import { onSmallDisk } from './testing/on-small-disk.ts';

/** Every page from none to two MiB left free, at three moments of a settlement each (risks I13). */
it('whatever is left of the disk, and whenever: refused or whole, never half', async () => {
  const ended = (await onSmallDisk('full-while-settling.ts', 40, ['0', '512', '1'], 580_000)) as Record<string, number>;
  process.stdout.write(`full disk: ${JSON.stringify(ended)}\n`);
  expect(Object.values(ended).reduce((sum, n) => sum + n, 0)).toBe(3 * 513);
  expect(Object.keys(ended).filter((name) => name.includes('after sending'))).toEqual([]);
});
