import { expect, it } from 'vitest';
import { goTo, moved, scrollBy, thumbOf } from './window.ts';

const size = { total: 20_000, shown: 18 };
const start = { top: 0, at: 0 };

it('keeps the row of the keys in sight and moves no further than that', () => {
  expect(goTo(start, 17, size)).toEqual({ top: 0, at: 17 });
  expect(goTo(start, 18, size)).toEqual({ top: 1, at: 18 });
  expect(goTo({ top: 100, at: 110 }, 99, size)).toEqual({ top: 99, at: 99 });
});

it('ends at the ends', () => {
  expect(moved(start, 'ArrowUp', size)).toEqual(start);
  expect(moved(start, 'End', size)).toEqual({ top: 19_982, at: 19_999 });
  expect(moved({ top: 19_982, at: 19_999 }, 'PageDown', size)).toEqual({ top: 19_982, at: 19_999 });
  expect(moved(start, 'End', { total: 0, shown: 18 })).toEqual(start);
});

it('turns a page that keeps a row of the last', () => {
  expect(moved(start, 'PageDown', size)).toEqual({ top: 0, at: 17 });
  expect(moved({ top: 0, at: 17 }, 'PageDown', size)).toEqual({ top: 17, at: 34 });
});

it('says nothing to a key that is none of its own', () => expect(moved(start, 'Enter', size)).toBeNull());

it('takes the keys along where a wheel scrolls them out of sight', () => {
  expect(scrollBy(start, 3, size)).toEqual({ top: 3, at: 3 });
  expect(scrollBy({ top: 40, at: 57 }, -3, size)).toEqual({ top: 37, at: 54 });
  expect(scrollBy({ top: 0, at: 2 }, 3, { total: 5, shown: 18 })).toEqual({ top: 0, at: 2 });
});

it('has a thumb that reaches both ends', () => {
  expect(thumbOf(start, size)).toEqual({ from: 0, size: 4 });
  expect(thumbOf({ top: 19_982, at: 19_990 }, size)).toEqual({ from: 96, size: 4 });
  expect(thumbOf(start, { total: 5, shown: 18 })).toEqual({ from: 0, size: 100 });
});
