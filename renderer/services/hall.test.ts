import { expect, it } from 'vitest';
import type { ServiceName } from '../../common/contracts/session/services/answer.ts';
import { fixtures } from '../fixtures/index.ts';
import { firstView } from '../keypad/offer.ts';
import { voiceOf } from '../speech/voice.ts';
import { faceOf } from './faces.ts';
import { homeSaid } from './home-offers.ts';

const voice = voiceOf('zh-CN');
const place = { sheet: 0, page: 0 };

/** What the hall hears on the first sheet of every page of a service that is drawn anywhere; 示例 aside, which is said of figures. */
function heard(service: ServiceName): Set<string> {
  const sample = voice.say('service.illustrative');
  const pages = Object.values(fixtures).flatMap(({ screen }) =>
    screen.kind === 'service' && screen.answer.service === service ? [screen.answer] : [],
  );
  expect(pages.length).toBeGreaterThan(1);
  return new Set(
    pages.map((answer) =>
      faceOf(answer)
        .said(voice, answer, place)
        .flatMap(({ text, private: own }) => (own || text === sample ? [] : [text]))
        .join('\n'),
    ),
  );
}

it.each(['pension', 'unemployment', 'card', 'proof', 'injury', 'maternity', 'assistance', 'housing'] as const)(
  '%s: the hall hears the same, however it stands with somebody',
  (service) => {
    expect(heard(service).size).toBe(1);
  },
);

it('that nothing is on record, or no terms are known, is nobody else’s business', () => {
  const told = [...heard('coverage'), ...heard('certificates')].join('\n');
  for (const words of ['coverage.none', 'certificates.nothing'] as const) expect(told).not.toContain(voice.say(words));
  const home = { kind: 'home', person: { name: '李*兰', number: '2046', sex: null }, pages: false } as const;
  const of = (city: string | null) =>
    homeSaid(voice, { ...home, city, services: ['medical'] }, firstView)
      .filter(({ private: own }) => !own)
      .map(({ text }) => text);
  expect(of(null)).toEqual(of('海川市'));
});
