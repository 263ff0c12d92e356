import { expect, it } from 'vitest';
import { fen } from '../../../common/kernel/money.ts';
import { changeOf, yuanOf, yuanTyped } from './yuan.ts';

it.each([
  ['200', '200'],
  ['0200', '200'],
  ['0', '0'],
  ['142.935', '142.93'],
  ['1.2.3', '1.23'],
  ['２００．５', '200.5'],
  ['12a3 元', '123'],
  ['-5', '5'],
  ['99999999', '9999999'],
  ['.', '.'],
])('%s typed is %s', (typed, held) => expect(yuanTyped(typed)).toBe(held));

it.each([
  ['200', 20_000],
  ['0.07', 7],
  ['.5', 50],
  ['3.', 300],
  ['', null],
  ['.', null],
])('%s is %s fen', (held, amount) => expect(yuanOf(held)).toBe(amount));

it('gives back what was too much, and says what is missing', () => {
  expect(changeOf(fen(20_000), fen(14_293))).toBe(5707);
  expect(changeOf(fen(10_000), fen(14_293))).toBe(-4293);
});
