import { expect, it } from 'vitest';
import { seededRandom } from '../../common/kernel/seeded.ts';
import type { JournalOrigin } from '../store/origin.ts';
import { isOfLostJournal, newQuoteId } from './quote-ids.ts';

const journal = (begun: Partial<JournalOrigin> | null) => ({
  origin: {
    get: () =>
      begun === null ? null : { adoptedAt: 1, by: 'S1', second: 'S2', reason: 'lost', predecessor: null, ...begun },
    adopt: () => undefined,
  },
});
const random = seededRandom(1);
const [first, second, third] = [journal(null), journal({}), journal({ adoptedAt: 2, predecessor: 'terminal.db.1' })];

it('is 24 hex digits, and another one each time', () => {
  const ids = [first, second, null].flatMap((books) => [newQuoteId(random, books), newQuoteId(random, books)]);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{24}$/);
  expect(new Set(ids).size).toBe(6);
});

it('a first journal has no predecessor; one that follows knows its own from those of any before it', () => {
  const [ofFirst, ofSecond, ofThird] = [first, second, third].map((books) => newQuoteId(random, books));
  const lost = (books: typeof first) => [ofFirst, ofSecond, ofThird].map((id) => isOfLostJournal(id ?? '', books));
  expect(lost(first)).toEqual([false, false, false]);
  expect(lost(second)).toEqual([true, false, true]);
  expect(lost(third)).toEqual([true, true, false]);
});
