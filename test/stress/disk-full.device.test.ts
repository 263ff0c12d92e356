import { expect, it } from 'vitest';
import { onSmallDisk } from './testing/on-small-disk.ts';

/** A real disk that is really full (risks I13): the terminal can refuse, it cannot half do. */
it.each([0])(
  'full at the very start, %d pages left, with a print job open: refuses, answers questions, comes back',
  async (pages) => {
    const seen = await onSmallDisk('full-at-start.ts', 40, [String(pages * 4096)], 50_000);
    expect(seen).toEqual({
      atStart: { fault: 'STORE_FULL', session: null },
      refused: 'STORE_FULL',
      mended: true,
      open: 0,
      settled: 'settled',
    });
  },
);

it('full before, in the middle of and after a preparation: every book adds up once there is room again', async () => {
  const ended = (await onSmallDisk('full-while-settling.ts', 40, ['0', '60', '20'], 50_000)) as Record<string, number>;
  expect(Object.values(ended).reduce((sum, n) => sum + n, 0)).toBe(12);
  expect(Object.keys(ended).filter((name) => name.includes('after sending'))).toEqual([]);
});
