import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openBooks } from '../clients/his/books.ts';
import type { Notice } from '../clients/his/generated/index.js';
import { readHisBook } from './his-book.ts';

const file = (): string => join(mkdtempSync(join(tmpdir(), 'book-')), 'books.jsonl');
const settled = (id: number, messageId: string): Notice => ({
  ...{ id, kind: 'settled', encounterId: 'E1', at: '2026-03-02 08:00:00', acknowledged: false },
  notice: {
    ...{ encounterId: 'E1', messageId, mdtrtId: '1', setlId: '2', settledAt: '2026-03-02 08:00:00' },
    ...{ total: '100.00', funds: '60.00', hospital: '0.00', account: '10.00', cashDue: '30.00' },
  },
});
const refunded = (id: number, messageId: string): Notice => ({
  ...{ id, kind: 'refunded', encounterId: 'E1', at: '2026-03-02 08:00:00', acknowledged: false },
  notice: {
    ...{ encounterId: 'E1', messageId, mdtrtId: '1', setlId: '2', refundedAt: '2026-03-02 08:00:00' },
    ...{ total: '100.00', cashReturned: '30.00' },
  },
});
const wish = (key: string, kind: 'settle' | 'refund' = 'settle') => ({ kind, key, encounterId: 'E1', body: {} });

it('reads what the example HIS has written, to the fen', () => {
  const path = file();
  const books = openBooks(path);
  books.want(wish('K1'));
  books.done('K1', { kind: 'settle', messageId: 'M1', amount: '30.00' });
  books.book(settled(1, 'M1'));
  books.want(wish('K2'));
  books.book(settled(2, 'M2'));
  books.close();
  expect(readHisBook(path)).toEqual({
    standing: ['M1', 'M2'].map((id) => ({ id, total: 10_000, funds: 6000, account: 1000, cash: 3000 })),
    ...{ cashFen: 3000, twice: 0, open: 1 },
  });
});

it('what was given back does not stand, and its cash is returned', () => {
  const path = file();
  const books = openBooks(path);
  books.book(settled(1, 'M1'));
  books.done('K1', { kind: 'settle', messageId: 'M1', amount: '30.00' });
  books.done('K2', { kind: 'refund', messageId: 'M1', amount: '30.00' });
  books.book(refunded(2, 'M1'));
  books.close();
  expect(readHisBook(path)).toMatchObject({ standing: [], cashFen: 0, twice: 0, open: 0 });
});

it('cash that was collected twice is seen', () => {
  const path = file();
  const books = openBooks(path);
  books.done('K1', { kind: 'settle', messageId: 'M1', amount: '30.00' });
  books.done('K2', { kind: 'settle', messageId: 'M1', amount: '30.00' });
  books.close();
  expect(readHisBook(path)).toMatchObject({ cashFen: 6000, twice: 1 });
});

it('no book is an empty one', () => {
  expect(readHisBook(join(file(), 'none'))).toMatchObject({ standing: [], open: 0 });
});
