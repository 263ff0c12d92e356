import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { toDeclare } from '../fixtures/declaration.ts';
import { markupOf, partMarkup } from '../fixtures/drawn.ts';
import { unsaidOf } from '../fixtures/heard.ts';
import { serviceFixtures } from '../fixtures/services.ts';
import { firstView } from '../keypad/offer.ts';
import { offersOf } from '../keypad/offers.ts';
import { transcriptOf } from '../speech/transcript.ts';
import { voiceOf } from '../speech/voice.ts';
import type { Place } from './face.ts';
import { ServicePage } from './service-page.tsx';
import { erased, takesDigits, typedOn, typingOf } from './typing.ts';

const typing = typingOf({ ...toDeclare, step: 'typing' }) ?? expect.unreachable();
const at = (page: number): Place => ({ sheet: 0, page });
const snapshot = serviceFixtures['declaration-typing'] ?? expect.unreachable();
const screen = snapshot.screen.kind === 'service' ? snapshot.screen : expect.unreachable();

describe('a number that is typed', () => {
  it('grows by a digit, has no zero in front, and ends where it is full', () => {
    expect([typedOn(typing, at(0), '1'), typedOn(typing, at(168), '0')]).toEqual([at(1), at(1680)]);
    expect([typedOn(typing, at(0), '0'), typedOn(typing, at(10_000), '1')]).toEqual([null, null]);
    expect(typedOn(typing, at(9999), '9')).toEqual(at(99_999));
  });

  it('loses its last digit, one by one', () => {
    expect([erased(at(1680)), erased(at(1)), erased(at(0))]).toEqual([at(168), at(0), null]);
  });

  it('becomes a part of the service; nothing typed becomes nothing', () => {
    expect(typing.go(1680)).toMatchObject({ act: { kind: 'turnService', to: 'base 1680' }, off: false });
    expect(typing.go(0).off).toBe(true);
  });

  it('is typed where a page says so, and nowhere else', () => {
    const typed = Object.entries(serviceFixtures).flatMap(([name, each]) => (takesDigits(each.screen) ? [name] : []));
    expect(typed).toEqual(['declaration-typing']);
  });
});

describe.each(['zh-CN', 'en'] as const)('its page in %s', (locale) => {
  it.each([0, 7, 1680, 99_999])('with %i typed: what is drawn is said, each key is the keypad’s', (page) => {
    const markup = partMarkup(locale, createElement(ServicePage, { screen, at: at(page) }));
    const now = { snapshot: { ...snapshot, locale }, view: { ...firstView, ...at(page) } };
    expect(unsaidOf(markup, transcriptOf(now), locale)).toEqual([]);
    const [, shown = ''] = /data-service="typed">([^<]*)</.exec(markup) ?? [];
    expect(shown.replace('\u00a0', ' ')).toBe(voiceOf(locale).say('declaration.typed', { yuan: page }));
    const drawn = [...markup.matchAll(/<button data-key="(\w+)" data-pad="(\w+)"/g)].flatMap(([, name, pad]) =>
      name === 'settings' ? [] : [pad],
    );
    const offers = offersOf(voiceOf(locale), now.snapshot, now.view);
    const pads = offers.flatMap(({ pad }) => (pad === null ? [] : [pad]));
    expect(new Set(pads).size, 'no two keys by one').toBe(pads.length);
    expect(drawn.sort()).toEqual(pads.sort());
  });
});

it('the settings are walked to: 0 is a digit there', () => {
  expect(markupOf('declaration-typing', 'zh-CN')).toMatch(/<button data-key="settings" class/);
  expect(markupOf('declaration-draft', 'zh-CN')).toMatch(/<button data-key="settings" data-pad="0"/);
});

it('no digit of it is said through the loudspeaker of a hall', () => {
  const said = transcriptOf({ snapshot, view: { ...firstView, ...at(12_345) } });
  expect(
    said
      .filter((each) => !each.private)
      .map(({ text }) => text)
      .join(),
  ).not.toContain('12345');
  expect(said.some(({ text }) => text.includes('12345'))).toBe(true);
});
