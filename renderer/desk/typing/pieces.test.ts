import { expect, it } from 'vitest';
import { cashCountSchema, countedFen, denominations } from '../../../common/contracts/desk/shift.ts';
import { allCounted, countOf, nothingCounted, piecesTyped } from './pieces.ts';

it('sums what was counted, and what is not counted yet is none', () => {
  const some = piecesTyped(piecesTyped(nothingCounted, 0, '12'), 7, '5');
  // 12 × 100 yuan and 5 × 0.10 yuan
  expect(countedFen(countOf(some))).toBe(120_050);
  expect(cashCountSchema.safeParse(countOf(some)).success).toBe(true);
});

it('knows a field that was forgotten from a field with none', () => {
  const all = denominations.reduce((pieces, _, place) => piecesTyped(pieces, place, '0'), nothingCounted);
  expect(allCounted(all)).toBe(true);
  expect(allCounted(piecesTyped(all, 3, ''))).toBe(false);
});

it.each([
  ['1a2', '12'],
  ['007', '7'],
  ['0', '0'],
  ['１２', '12'],
  ['123456', '1234'],
])('%s typed is %s', (typed, held) => expect(piecesTyped(nothingCounted, 2, typed)[2]).toBe(held));
