import { expect, it } from 'vitest';
import { fen } from '../../../common/kernel/money.ts';
import { apartText, yuanText } from './yuan.ts';

it.each([
  [0, '0.00'],
  [7, '0.07'],
  [128_395, '1,283.95'],
  [12_845_060, '128,450.60'],
  [100_000_000, '1,000,000.00'],
  [-14_293, '-142.93'],
  [-128_395, '-1,283.95'],
])('%s fen is %s', (amount, text) => expect(yuanText(amount)).toBe(text));

it('says what lies between hospital and centre', () => {
  expect([fen(0), fen(1), fen(-250)].map(apartText)).toEqual(['=', '≠ +0.01', '≠ -2.50']);
});
