import { expect, test } from 'vitest';
import { forgetLastMatch } from './last-match.ts';

test('nothing of what was matched last stays with the language', () => {
  const words = ['王', '秀兰 36.79'].join('');
  words.replace(/\d+/gu, '0');
  expect(RegExp.input).toBe(words);
  forgetLastMatch();
  expect([RegExp.input, RegExp.lastMatch, RegExp.leftContext, RegExp.rightContext]).toEqual(['', '', '', '']);
});
