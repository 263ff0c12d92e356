import { expect, it } from 'vitest';
import { missingPages } from './use-pages.ts';

const asked = (top: number, shown: number, have: readonly number[] = [], total: number | null = 20_000) =>
  missingPages({ top, shown, size: 60, total }, (page) => have.includes(page));

it('asks for the pages that are seen, and only then for one on either side', () => {
  expect(asked(0, 18)).toEqual([0]);
  expect(asked(55, 18)).toEqual([0, 1]);
  expect(asked(55, 18, [0])).toEqual([1]);
  expect(asked(0, 18, [0])).toEqual([1]);
  expect(asked(120, 18, [2])).toEqual([1, 3]);
  expect(asked(120, 18, [1, 2, 3])).toEqual([]);
});

it('asks for nothing beyond the end, but always for the first', () => {
  expect(asked(19_982, 18)).toEqual([333]);
  expect(asked(19_982, 18, [333])).toEqual([332]);
  expect(asked(0, 0, [], 0)).toEqual([0]);
  expect(asked(0, 18, [], null)).toEqual([0]);
});
