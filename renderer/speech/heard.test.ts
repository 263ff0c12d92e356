import { describe, expect, it } from 'vitest';
import { hallHears } from '../fixtures/heard.ts';
import { fixtures } from '../fixtures/index.ts';
import { isNews } from './heard.ts';
import { transcriptOf } from './transcript.ts';
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

describe.each([
  ['the usual', {}, '卡口在屏幕右下', '出纸口在屏幕左下'],
  ['changed over', { cardSlotMm: 60, paperSlotMm: 200 }, '卡口在屏幕左下', '出纸口在屏幕右下'],
  ['both in the middle', { cardSlotMm: 120, paperSlotMm: 140 }, '卡口在屏幕正下方', '出纸口在屏幕正下方'],
] as const)('the slots are where the profile says: %s', (_where, panel, card, paper) => {
  const heardAt = (name: string): readonly string[] => {
    const base = fixtures[name] ?? expect.fail(name);
    const snapshot = { ...base, site: { ...base.site, panel: { ...base.site.panel, ...panel } } };
    return transcriptOf({ snapshot }).map(({ text }) => text);
  };

  it.each(['insertCard', 'takeCard-finished', 'done'])('%s: the card', (name) => {
    expect(
      heardAt(name)
        .filter((text) => text.includes('卡口在'))
        .every((text) => text.includes(card)),
    ).toBe(true);
    expect(heardAt(name).join()).toContain(card);
  });

  it.each(['done', 'medical-printed', 'pinResult'])('%s: the paper', (name) => {
    expect(heardAt(name).join()).toContain(paper);
  });
});

describe('where digits are typed', () => {
  const said = (name: string): readonly string[] =>
    transcriptOf({ snapshot: fixtures[name] ?? expect.fail(name) }).map(({ text }) => text);

  it('what a digit has changed is said before the page that is said again because of it', () => {
    expect(said('checkCode-typed').slice(1, 3)).toEqual(['还差 10 位', '7 3 1 9，0 4 2 8，5 5']);
    expect(said('checkCode').slice(1, 3)).toEqual(['查验证明', '输入纸上的查验码']);
    expect(said('checkCode-mistyped').slice(1, 3)).toEqual(['查验证明', '有一位不对，请删掉重输']);
  });

  it.each([
    ['checkCode-typed', '数字键：打数字'],
    ['checkCode-mistyped', '数字键：打数字，现在不能按'],
    ['declaration-typing', '数字键：打数字'],
  ])('%s: the digit keys are told once, not ten times', (name, words) => {
    expect(said(name)).toContain(words);
    expect(said(name).filter((text) => /(?:^|：)\d(?:，|$)/u.test(text))).toEqual([]);
  });
});
