import { expect, it } from 'vitest';
import { bars, judge, MOST, slowness, YARDSTICK_MS } from './own-share-bars.ts';

it('a bar is what it is on a machine that is quick enough, however quick', () => {
  expect(slowness([1, 1, 1])).toBe(1);
  expect(judge('settle', bars.settle, slowness([1]), 1)).toBe('held');
  expect(judge('settle', bars.settle + 1, slowness([1]), 1)).toBe('missed');
});

it('a machine that is twice as slow has twice the time', () => {
  const twice = slowness([YARDSTICK_MS, 2 * YARDSTICK_MS, 90]);
  expect(twice).toBe(2);
  expect(judge('prepare', 2 * bars.prepare, twice, twice)).toBe('held');
  expect(judge('prepare', 2 * bars.prepare + 1, twice, twice)).toBe('missed');
});

it('what slows the machine itself cannot stretch its own bar for ever', () => {
  expect(judge('settle', 10 * bars.settle, 20, 1)).toBe('missed');
  expect(judge('settle', MOST * bars.settle, 20, 1)).toBe('held');
});

it('a machine that is too slow by itself has measured nothing, unless the bar was held all the same', () => {
  expect(judge('settle', 10 * bars.settle, 20, MOST + 1)).toBe('notMeasured');
  expect(judge('settle', 10 * bars.settle, 20, MOST)).toBe('missed');
  expect(judge('settle', bars.settle, 20, MOST + 1)).toBe('held');
});
