import { describe, expect, it } from 'vitest';
import { markupOf } from '../fixtures/drawn.ts';
import { fixtures } from '../fixtures/index.ts';
import { voiceOf } from '../speech/voice.ts';
import { firstView, type Offer } from './offer.ts';
import { offersOf } from './offers.ts';

interface Drawn {
  readonly name: string | undefined;
  readonly pad: string | null;
  readonly off: boolean;
  readonly text: string;
}

/** The keys of a screen as they are drawn, in the order in which Tab and the keypad walk through them. */
function drawn(name: string, locale: 'zh-CN' | 'en'): readonly Drawn[] {
  const markup = markupOf(name, locale);
  return [...markup.matchAll(/<button([^>]*)>(.*?)<\/button>/gs)].map(([, attributes = '', inner = '']) => ({
    name: /data-key="(\w+)"/.exec(attributes)?.[1],
    pad: /data-pad="(\w+)"/.exec(attributes)?.[1] ?? null,
    off: attributes.includes('data-disabled'),
    text: inner.replace(/<span class="pad[^>]*>[^<]*<\/span>/g, '').replace(/<[^>]*>/g, ''),
  }));
}

const bare = ({ name, pad, off }: Offer | Drawn) => ({ name, pad, off });

describe.each(['zh-CN', 'en'] as const)('what the keypad is told is what the glass shows, in %s', (locale) => {
  it.each(Object.keys(fixtures))('%s', (name) => {
    const snapshot = { ...(fixtures[name] ?? expect.fail(name)), locale };
    const opened = snapshot.screen.kind === 'visit' ? snapshot.screen.page : null;
    const offers = offersOf(voiceOf(locale), snapshot, { ...firstView, lines: opened });
    const keys = drawn(name, locale);
    expect(offers.map(bare)).toEqual(keys.map(bare));
    for (const { intent, name: kind } of offers) if (intent !== null) expect(kind).toBe(intent.kind);
    const pads = offers.map(({ pad }) => pad).filter((pad) => pad !== null);
    expect(new Set(pads).size, 'no two keys by one').toBe(pads.length);
  });
});

describe('the page of settings', () => {
  it.each([true, false])('offers a voice where there is one (%s), and says so where there is none', (voice) => {
    const base = fixtures['insertCard'] ?? expect.fail('no fixture');
    const snapshot = { ...base, site: { ...base.site, voice } };
    const offers = offersOf(voiceOf('zh-CN'), snapshot, { ...firstView, settings: true });
    expect(offers.map(({ pad }) => pad)).toEqual(['5', '1', '2', '3', '4', 'green']);
    const sound = offers.find(({ pad }) => pad === '3');
    expect([sound?.off, sound?.words[0]?.text]).toEqual([
      !voice,
      voice ? '读给我听，现在：不读' : '读给我听，这台机器没有声音',
    ]);
  });
});
