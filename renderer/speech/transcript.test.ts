import { describe, expect, it } from 'vitest';
import type { Locale } from '../../common/contracts/session/snapshot.ts';
import { fen } from '../../common/kernel/money.ts';
import { markupOf } from '../fixtures/drawn.ts';
import { feePage } from '../fixtures/fee-lines.ts';
import { hallHears, squeezed, squeezedOf, unsaidOf } from '../fixtures/heard.ts';
import { fixtures } from '../fixtures/index.ts';
import { firstView } from '../keypad/offer.ts';
import { transcriptOf } from './transcript.ts';
import { voiceOf } from './voice.ts';

const locales = ['zh-CN', 'en'] as const;
const names = Object.keys(fixtures);

function said(name: string, locale: Locale) {
  const snapshot = { ...(fixtures[name] ?? expect.fail(name)), locale };
  const lines = snapshot.screen.kind === 'visit' ? snapshot.screen.page : null;
  return transcriptOf({ snapshot, view: { ...firstView, lines } });
}

describe.each(locales)('the transcript in %s', (locale) => {
  const voice = voiceOf(locale);

  it.each(names)('%s says every word and every amount that is drawn', (name) => {
    const markup = markupOf(name, locale);
    const all = said(name, locale);
    expect(unsaidOf(markup, all, locale)).toEqual([]);
    for (const [, amount = ''] of markup.matchAll(/data-amount="(-?\d+)"/g)) {
      expect(squeezedOf(all), amount).toContain(squeezed(voice.yuan(fen(Number(amount)))));
    }
  });

  it('says the single items of a visit once they have come, and the page of settings', () => {
    const snapshot = { ...(fixtures['visit'] ?? expect.fail()), locale };
    const view = { ...firstView, lines: 1 };
    const waiting = transcriptOf({ snapshot, view }).map(({ text }) => text);
    expect(waiting).toContain(voice.say('lines.loading'));
    const items = transcriptOf({ snapshot, view, lines: feePage.lines.slice(4) });
    for (const { name } of feePage.lines.slice(4)) {
      expect(items.some(({ text, private: own }) => own && text.includes(name))).toBe(true);
    }
    const settings = transcriptOf({ snapshot, view: { ...firstView, settings: true } }).map(({ text }) => text);
    expect(settings).toContain(voice.say('look.title'));
    expect(settings.filter((text) => text.startsWith(voice.say('speech.press.digit', { digit: 1 })))).toHaveLength(1);
  });

  it.each(names)(
    '%s is heard by the hall without a name, an amount, a department or a number of anybody',
    async (name) => {
      const hint = voice.say('speech.private');
      const hall = hallHears(said(name, locale), locale, false);
      const all = hall.join('\n');
      for (const own of ['李', '梁', '沈', '心血管', '重症', '2046', '元 ', 'MZ26', 'JS2026', '职工医保']) {
        expect(all, own).not.toContain(own);
      }
      expect(all).not.toMatch(/\d+ yuan|\d+ 元/);
      const secrets = said(name, locale).some((each) => each.private);
      expect(hall.filter((text) => text === hint).length).toBe(secrets ? 1 : 0);
    },
  );

  it('is what it was', async () => {
    const pages = names.map((name) => {
      const lines = said(name, locale).map(({ text, private: own }) => `${own ? '  (' : '  '}${text}${own ? ')' : ''}`);
      return [`# ${name}`, ...lines].join('\n');
    });
    await expect(`${pages.join('\n\n')}\n`).toMatchFileSnapshot(`./goldens/${locale}.txt`);
  });
});

it('money is said as people say it', () => {
  const say = (locale: Locale) => [0, 5, 50, 305, 3679, 62850, 10000].map((each) => voiceOf(locale).yuan(fen(each)));
  expect(say('zh-CN')).toEqual([
    '0 元',
    '0 元零 5 分',
    '0 元 5 角',
    '3 元零 5 分',
    '36 元 7 角 9 分',
    '628 元 5 角',
    '100 元',
  ]);
  expect(say('en')[4]).toBe('36 yuan 7 jiao 9 fen');
});

it('never says 失败, 错误 or 异常, nor a PIN', () => {
  for (const locale of locales) {
    for (const name of names) {
      for (const { text } of said(name, locale)) expect(text).not.toMatch(/失败|错误|异常|undefined|NaN|\{\w+\}/);
    }
  }
});
