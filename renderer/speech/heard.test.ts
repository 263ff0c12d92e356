import { expect, it } from 'vitest';
import { hallHears } from '../fixtures/heard.ts';
import { isNews } from './heard.ts';
import { open, secret } from './utterance.ts';

const rest = { words: 'insertCard', plugged: false };

it.each([
  ['another screen', rest, { ...rest, words: 'enterPin' }, true],
  ['the same screen', rest, rest, false],
  ['headphones plugged in', rest, { ...rest, plugged: true }, true],
  ['headphones pulled out', { ...rest, plugged: true }, rest, false],
  ['the voice turned off', rest, { words: null, plugged: false }, true],
  [
    'headphones plugged in where nobody wants a voice',
    { words: null, plugged: false },
    { words: null, plugged: true },
    false,
  ],
] as const)('%s: %o, %o: said from its beginning? %s', (_what, before, now, said) => {
  expect(isNews(before, now)).toBe(said);
});

it('the hall is told once that there is more, where the first of it would have been, and where it can be heard', () => {
  const said = [open('看谁来付'), secret('医保付 505 元'), secret('您付 36 元'), open('按绿键')];
  expect(hallHears(said, 'zh-CN', false)).toEqual(['看谁来付', '下面是您的私事，插上耳机就读', '按绿键']);
  // No jack that is known: headphones would change nothing.
  expect(hallHears(said, 'zh-CN')).toEqual(['看谁来付', '下面是您的私事，这台机器不读，2 号窗口帮您', '按绿键']);
  expect(hallHears([open('Insert your card')], 'en', false)).toEqual(['Insert your card']);
});
