import { expect, it } from 'vitest';
import { pii } from '../../common/kernel/pii.ts';
import { nameless } from './words.ts';

const person = pii({
  name: ' 李秀兰 ',
  identityNumber: '11010519491231002X',
  cardNumber: 'A1',
  cardId: 'C1',
  regionCode: '990100',
});
const said = (reason: string | null) => ({ code: 'CENTRE_REFUSED', reason }) as const;

it.each([
  ['李秀兰未参保，请李秀兰到窗口', '李*兰未参保，请李*兰到窗口'],
  ['未参保', '未参保'],
  ['11010519491231002X未参保', null],
  [null, null],
])('%s is kept as %s', (words, kept) => {
  expect(nameless(said(words), person)).toEqual(said(kept));
});

it('words in which anybody may be named are left out', () => {
  expect(nameless(said('李秀兰未参保'), null)).toEqual(said(null));
});
