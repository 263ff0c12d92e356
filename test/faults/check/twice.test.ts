import { beforeAll, expect, it } from 'vitest';
import type { Item } from '../plan/plan.ts';
import { booksAfter } from '../testing.ts';
import type { Books, JournalBooks } from './books.ts';
import { check } from './check.ts';

/** A centre that gives one message id two effects is at fault; who must know of it is the terminal's. */
let twice: Books;

const effects: Item = { is: 'twice', nth: 1 };

beforeAll(async () => {
  twice = await booksAfter([effects], { reconciles: true });
});

const invariants = (books: Books): readonly string[] => check(books).map(({ invariant }) => invariant);
const closed = (books: Books, resolution: 'ended' | 'refund' | 'noted' | 'stands'): Books => ({
  ...books,
  journals: books.journals.map(
    (one): JournalBooks => ({ ...one, worklist: one.worklist.map((row) => ({ ...row, resolution })) }),
  ),
});

it('is not the terminal’s fault, and is before people once the books are compared', () => {
  expect(twice.evidence.doubled.size).toBe(1);
  expect(twice.ledger.filter((row) => row.state === 'settled')).toHaveLength(2);
  expect(twice.journals[0]?.worklist.map(({ detail }) => detail['verdict'])).toEqual(['doubled']);
  expect(check(twice)).toEqual([]);
});

it('stays there until people have decided about that very number', () => {
  expect(invariants(closed(twice, 'ended'))).toContain('I1');
  expect(invariants(closed(twice, 'refund'))).toContain('I1');
  expect(invariants(closed(twice, 'noted'))).toEqual([]);
  expect(invariants(closed(twice, 'stands'))).toEqual([]);
});

it('excuses no other message of the same encounter', () => {
  const [first] = twice.ledger;
  if (first === undefined) throw new Error('nothing was settled');
  const row = { ...first, setlId: 'another', msgid: 'another' };
  expect(invariants({ ...twice, ledger: [...twice.ledger, row] })).toContain('I1');
  const evidence = { ...twice.evidence, doubled: new Set<string>() };
  expect(invariants({ ...twice, evidence })).toContain('I1');
});
