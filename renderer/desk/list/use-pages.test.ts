import { expect, it } from 'vitest';
import { pagesAround } from './use-pages.ts';

it('asks for the pages that are seen and one on either side', () => {
  expect(pagesAround(0, 18, 60)).toEqual([0, 1]);
  expect(pagesAround(55, 18, 60)).toEqual([0, 1, 2]);
  expect(pagesAround(19_982, 18, 60)).toEqual([332, 333, 334]);
  expect(pagesAround(0, 0, 60)).toEqual([0, 1]);
});
