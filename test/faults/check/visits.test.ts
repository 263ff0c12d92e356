import { beforeAll, expect, it } from 'vitest';
import { booksAtCounter } from '../testing.ts';
import type { Books } from './books.ts';
import { check } from './check.ts';

let books: Books;
beforeAll(async () => {
  const visit = { byDays: true, refunds: 'admission', rebills: true } as const;
  books = await booksAtCounter([visit, { caller: 'his-b', wants: 'meddle' }]);
});

it('a visit goes by its steps, its bill goes on from them, and another system has no part in it', () => {
  const { made, done } = books.evidence.counter;
  expect(done.map(({ caller, verb }) => `${caller} ${verb}`).slice(0, 6)).toEqual([
    'his-a register',
    'his-a diagnose',
    'his-a addVisitFees',
    'his-a clearVisitFees',
    'his-a addVisitFees',
    'his-a prepare',
  ]);
  expect(new Set(done.map(({ caller }) => caller))).toEqual(new Set(['his-a']));
  expect(made).toHaveLength(2);
  expect(check(books)).toEqual([]);
});
