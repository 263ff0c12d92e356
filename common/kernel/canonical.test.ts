import { expect, test } from 'vitest';
import { canonical } from './canonical.ts';

test('one text, whatever order the keys came in', () => {
  const text = '{"a":[1,{"x":null,"y":true}],"b":"二\\"\\n"}';
  expect(canonical({ b: '二"\n', a: [1, { y: true, x: null }] })).toBe(text);
  expect(canonical({ a: [1, { x: null, y: true }], b: '二"\n' })).toBe(text);
});

test('fields cannot run into each other', () => {
  expect(canonical(['a,b'])).not.toBe(canonical(['a', 'b']));
  expect(canonical({ a: 'x', b: 'y' })).not.toBe(canonical({ a: 'x","b":"y' }));
});

test('fractions and what is beyond exact are refused', () => {
  for (const number of [0.5, Number.NaN, 2 ** 60]) expect(() => canonical(number)).toThrow(RangeError);
});
