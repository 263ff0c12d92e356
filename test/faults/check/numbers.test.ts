import { beforeAll, expect, it } from 'vitest';
import type { Item } from '../plan/plan.ts';
import { booksAfter, ORDER } from '../testing.ts';
import type { Books } from './books.ts';
import { check } from './check.ts';

/** A bill that a client has given back; the answer to its 2208 is lost, and the books are compared at the end. */
let books: Books;

const comes: Item = { is: 'client', at: 500, ...ORDER, refunds: 'admission' };
const lost: Item = { is: 'net', target: 'centre', key: '2208', nth: 1, kind: 'lostAfter', ms: 0 };

beforeAll(async () => {
  books = await booksAfter([comes, lost], { comparesLast: true }, 0);
});

const findings = (of: Books): readonly string[] => check(of).map(({ what }) => what);
const numbered = (refundSetlId: string | null): Books => ({
  ...books,
  journals: books.journals.map((one) => ({
    ...one,
    refunds: one.refunds.map((refund) => ({ ...refund, refundSetlId })),
  })),
});

it('is learned from the books of the day', () => {
  const [refund] = books.journals[0]?.refunds ?? [];
  const back = books.ledger.find(({ refundOf }) => refundOf !== null);
  expect(refund).toMatchObject({ state: 'done', foundBy: '5203', refundSetlId: back?.setlId });
  expect(findings(books)).toEqual([]);
});

it.each([null, 'S9'])('a journal that has %s for it is found', (number) => {
  expect(findings(numbered(number))).toEqual([expect.stringContaining(number ?? 'no number')]);
});

it('where nobody compares the books at the end, it need not be known', () => {
  const setting = { ...books.setting, comparesLast: false };
  expect(findings({ ...numbered(null), setting })).toEqual([]);
});
