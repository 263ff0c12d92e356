import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import { type ServiceName, serviceNames } from '../../common/contracts/session/services/answer.ts';
import { partMarkup } from '../fixtures/drawn.ts';
import { unsaidOf } from '../fixtures/heard.ts';
import { MOST_HAN, ownHan } from '../fixtures/own-words.ts';
import { serviceFixtures } from '../fixtures/services.ts';
import { firstView } from '../keypad/offer.ts';
import { transcriptOf } from '../speech/transcript.ts';
import { voiceOf } from '../speech/voice.ts';
import { firstPlace, type Place } from './face.ts';
import { homeBefore, homeEntries, homeStart } from './home.ts';
import { homeOffers } from './home-offers.ts';
import { HomePage } from './home-page.tsx';
import { entryWords } from './home-words.ts';

/** Every place of the home page, found by pressing all of its keys. */
function placesOf(services: readonly ServiceName[]): readonly Place[] {
  const found = [firstPlace];
  for (const place of found) {
    for (const entry of homeEntries(services, place)) {
      if (entry.kind === 'service') continue;
      if (!found.some(({ sheet, page }) => sheet === entry.to.sheet && page === entry.to.page)) found.push(entry.to);
    }
  }
  return found;
}

const base = serviceFixtures['home'] ?? expect.fail();
const screen = base.screen.kind === 'home' ? base.screen : expect.fail();
const cases = placesOf(serviceNames).map((place) => [`${place.sheet}.${place.page}`, place] as const);

describe('the home page', () => {
  it('shows few services themselves', () => {
    const few = serviceNames.slice(0, 4);
    expect(homeEntries(few, firstPlace)).toEqual(few.map((service) => ({ kind: 'service', service })));
    expect(homeEntries(['medical'], firstPlace)).toEqual([{ kind: 'service', service: 'medical' }]);
  });

  it('of many shows four answers at most, and leads to each of them exactly once', () => {
    const reached = placesOf(serviceNames).flatMap((place) => homeEntries(serviceNames, place));
    const services = reached.flatMap((entry) => (entry.kind === 'service' ? [entry.service] : []));
    expect(services.toSorted()).toEqual([...serviceNames].toSorted());
    for (const [, place] of cases) expect(homeEntries(serviceNames, place).length).toBeLessThanOrEqual(4);
  });

  it('opens where the service stands that was left, and at its beginning otherwise', () => {
    const services = [...serviceNames];
    for (const left of services) {
      const entries = homeEntries(services, homeStart({ services, left }));
      expect(entries, left).toContainEqual({ kind: 'service', service: left });
    }
    expect(homeStart({ services, left: undefined })).toEqual(firstPlace);
    expect(homeStart({ services: ['pension', 'medical'], left: 'medical' })).toEqual(firstPlace);
    // The only one of its group stands on the first page itself.
    const alone: ServiceName[] = ['pension', 'contributions', 'declaration', 'medical', 'card'];
    expect(homeStart({ services: alone, left: 'medical' })).toEqual(firstPlace);
    expect(homeStart({ services: alone, left: 'declaration' })).toEqual({ sheet: 1, page: 0 });
  });

  it.each(['zh-CN', 'en'] as const)('names the record where it stands, in %s', (locale) => {
    const { say } = voiceOf(locale);
    const groups = homeEntries(serviceNames, firstPlace).map((entry) => entryWords(say, entry));
    expect(groups.filter(({ small }) => small.includes(say('home.contributions')))).toHaveLength(1);
  });

  it('leads back step by step', () => {
    for (const [, place] of cases) {
      let [at, steps]: [Place | null, number] = [place, 0];
      while (at !== null && steps < 10) [at, steps] = [homeBefore(at), steps + 1];
      expect(at).toBeNull();
    }
  });
});

describe.each([
  ['zh-CN', false],
  ['en', false],
  ['zh-CN', true],
] as const)('each of its places, in %s, lower keys: %s', (locale, reach) => {
  it.each(cases)('%s says what it draws, and its keys are those of the keypad', (name, place) => {
    const all = { ...screen, services: [...serviceNames] };
    const view = { ...firstView, ...place };
    const markup = partMarkup(locale, createElement(HomePage, { screen: all, at: place }), { reach });
    const said = transcriptOf({ snapshot: { ...base, screen: all, locale }, view });
    expect(unsaidOf(markup, said, locale)).toEqual([]);
    const drawn = [...markup.matchAll(/<button([^>]*)>/g)]
      .map(([, attributes = '']) => [
        /data-key="(\w+)"/.exec(attributes)?.[1],
        /data-pad="(\w+)"/.exec(attributes)?.[1] ?? null,
      ])
      .filter(([name]) => name !== 'setLocale' && name !== 'settings');
    expect(drawn).toEqual(homeOffers(voiceOf(locale), all, view).map((offer) => [offer.name, offer.pad]));
    if (locale === 'zh-CN') expect(ownHan(markup), name).toBeLessThanOrEqual(MOST_HAN);
  });
});
