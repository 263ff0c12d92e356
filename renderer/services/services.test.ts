import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { speakRequestSchema } from '../../common/contracts/devices/speech.ts';
import { intentSchema } from '../../common/contracts/session/screen-link.ts';
import { fen } from '../../common/kernel/money.ts';
import { record } from '../fixtures/contributions.ts';
import { partMarkup } from '../fixtures/drawn.ts';
import { squeezed, squeezedOf, unsaidOf } from '../fixtures/heard.ts';
import { MOST_HAN, ownHan } from '../fixtures/own-words.ts';
import { serviceFixtures } from '../fixtures/services.ts';
import { firstView } from '../keypad/offer.ts';
import { transcriptOf } from '../speech/transcript.ts';
import { voiceOf } from '../speech/voice.ts';
import { firstPlace, isIntent, type Place } from './face.ts';
import { faceOf } from './faces.ts';
import { serviceOffers } from './service-offers.ts';
import { ServicePage } from './service-page.tsx';

/** Every place that the keys of a service lead to, found by pressing all of them. */
function placesOf(screen: ServiceScreen): readonly Place[] {
  const face = faceOf(screen.answer);
  const found = [firstPlace];
  for (const place of found) {
    for (const { act, off } of face.keys(screen.answer, place)) {
      const known = isIntent(act) || found.some(({ sheet, page }) => sheet === act.sheet && page === act.page);
      if (!known && off !== true) found.push(act);
    }
  }
  return found;
}

type ServiceScreen = Extract<(typeof serviceFixtures)[string]['screen'], { kind: 'service' }>;

const cases = Object.entries(serviceFixtures).flatMap(([name, { screen }]) =>
  screen.kind === 'service'
    ? placesOf(screen).map((place) => [`${name} ${place.sheet}.${place.page}`, screen, place] as const)
    : [],
);

describe.each(['zh-CN', 'en'] as const)('every sheet of every service, in %s', (locale) => {
  it.each(cases)('%s says what it draws, and its keys are those of the keypad', (name, screen, place) => {
    const snapshot = { ...(Object.values(serviceFixtures)[0] ?? expect.fail()), screen, locale };
    const markup = partMarkup(locale, createElement(ServicePage, { screen, at: place }));
    const view = { ...firstView, ...place };
    const said = transcriptOf({ snapshot, view });
    expect(unsaidOf(markup, said, locale), name).toEqual([]);
    for (const [, amount = ''] of markup.matchAll(/data-amount="(-?\d+)"/g)) {
      expect(squeezedOf(said), amount).toContain(squeezed(voiceOf(locale).yuan(fen(Number(amount)))));
    }
    const drawn = [...markup.matchAll(/<button([^>]*)>/g)]
      .map(([, attributes = '']) => ({
        name: /data-key="(\w+)"/.exec(attributes)?.[1],
        pad: /data-pad="(\w+)"/.exec(attributes)?.[1] ?? null,
        off: attributes.includes('data-disabled'),
      }))
      .filter(({ name: key }) => key !== 'setLocale' && key !== 'settings');
    const offers = serviceOffers(voiceOf(locale), screen, view);
    expect(drawn).toEqual(offers.map(({ name: key, pad, off }) => ({ name: key, pad, off })));
    const pads = offers.map(({ pad }) => pad);
    expect(new Set(pads).size, 'no two keys by one').toBe(pads.length);
    for (const { intent } of offers) if (intent !== null) expect(intentSchema.safeParse(intent).success).toBe(true);
    expect(markup).not.toMatch(/undefined|NaN|\{\w+\}/);
    if (locale === 'zh-CN') expect(ownHan(markup), `own words of ${name}`).toBeLessThanOrEqual(MOST_HAN);
  });
});

it('whatever a sheet says fits the voice: as many utterances as it takes, none too long', () => {
  const spans = Array.from({ length: 60 }, (_, index) => {
    const from = `${1960 + index}-01`;
    return { from, to: `${1960 + index}-11`, kind: 'paid' as const };
  });
  const [own] = record.insurances;
  const longest = { ...record, insurances: [{ ...(own ?? expect.fail()), spans }] };
  const [, first] = cases[0] ?? expect.fail();
  const busiest = ['the longest record', { ...first, answer: longest }, firstPlace] as const;
  for (const [name, screen, place] of [...cases, busiest]) {
    const snapshot = { ...(Object.values(serviceFixtures)[0] ?? expect.fail()), screen };
    const utterances = [...transcriptOf({ snapshot, view: { ...firstView, ...place } })];
    expect(speakRequestSchema.safeParse({ locale: 'zh-CN', utterances }).success, name).toBe(true);
  }
});

it('no amount, month or name of a service is said through the loudspeaker of a hall', () => {
  for (const [name, screen, place] of cases) {
    const snapshot = { ...(Object.values(serviceFixtures)[0] ?? expect.fail()), screen };
    const aloud = transcriptOf({ snapshot, view: { ...firstView, ...place } }).filter((each) => !each.private);
    expect(aloud.map(({ text }) => text).join('\n'), name).not.toMatch(/\d+ 元|\d+ 个月|某/u);
  }
});
