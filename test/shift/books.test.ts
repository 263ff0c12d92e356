import { expect, it } from 'vitest';
import { apart, fenOf, type LedgerRow, standing } from './books.ts';

const a = { id: 'M1', total: 100, funds: 50, account: 10, cash: 40 };

it('books are apart by what either has alone, and by every fen of every amount', () => {
  expect(apart([a], [a])).toBe(0);
  for (const what of ['total', 'funds', 'account', 'cash'] as const) {
    expect(apart([a], [{ ...a, [what]: a[what] + 1 }])).toBe(1);
    expect(apart([{ ...a, [what]: a[what] + 1 }], [a])).toBe(1);
  }
  expect(apart([a], [])).toBe(200);
  expect(apart([], [a])).toBe(200);
  // Twice in one book is not the same as once.
  expect(apart([a, a], [a])).toBe(200);
});

it('two differences of opposite sign are two', () => {
  const b = { ...a, id: 'M2' };
  expect(
    apart(
      [a, b],
      [
        { ...a, cash: 41 },
        { ...b, cash: 39 },
      ],
    ),
  ).toBe(2);
});

it('what was given back or made void does not stand', () => {
  const row = (setlId: string, more: Partial<LedgerRow> = {}): LedgerRow => ({
    ...{ setlId, refundOf: null, msgid: `M${setlId}`, insutype: '310', state: 'settled' },
    ...{ settledAt: '2026-01-01 08:00:00', total: 100, funds: 50, account: 10, cash: 40, ...more },
  });
  const ledger = [row('1'), row('2'), row('3', { refundOf: '2' }), row('4', { state: 'reversed' })];
  expect(standing(ledger)).toEqual([a]);
});

it('reads an amount digit by digit, and nothing else', () => {
  expect([fenOf('1628.50'), fenOf('0.05'), fenOf('-3.20')]).toEqual([162_850, 5, -320]);
  expect(() => fenOf('12.5')).toThrow('not an amount');
});
