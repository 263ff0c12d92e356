import { describe, expect, it } from 'vitest';
import { formatDate } from '../../common/kernel/dates.ts';
import { inForce, loadPolicies } from '../../kiosk-config/policy-pages/load.ts';
import type { PolicyPage } from '../../kiosk-config/policy-pages/page.ts';
import { turnTo } from '../../terminal/services/policy-pages.ts';
import { Walk } from '../../terminal/session/testing/session-kit.ts';
import { Listener } from './listener.ts';

const today = formatDate(Date.now());
const { pages } = loadPolicies('kiosk-config/policy', today);
const shown = pages.filter((page) => inForce(page, today)).map((page): [string, PolicyPage] => [page.id, page]);

/** Somebody before a dark screen and an empty machine; the library answers as it does there. */
class Reader {
  readonly listener = new Listener(new Walk().ready());
  private answered = 0;

  follow(words: string): this {
    this.listener.follow(words);
    return this.answer();
  }

  back(): this {
    this.listener.press('Backspace');
    return this.answer();
  }

  /** Follows `words`, on whichever page of the list they are heard. */
  pick(words: string): this {
    const { voice } = this.listener;
    const offered = (): boolean => this.listener.heard().some((text) => /^按 \d/.test(text) && text.includes(words));
    for (let turned = 0; turned < 8 && !offered(); turned++) this.follow(voice.say('policy.more'));
    return this.follow(words);
  }

  private answer(): this {
    const { walk } = this.listener;
    const asked = walk.effects.flatMap((effect) => (effect.kind === 'askPolicy' ? [effect] : []));
    for (const { op, to, city } of asked.slice(this.answered)) {
      walk.send({ kind: 'policyAsked', op, ...turnTo({ pages, cities: [] }, { to, city, today }) });
    }
    this.answered = asked.length;
    return this;
  }
}

/** The list of a page's first situation, or the page itself where it is alone. */
function opened(page: PolicyPage): Reader {
  const reader = new Reader();
  const { voice } = reader.listener;
  const [situation] = page.situations;
  if (situation === undefined) return expect.fail(page.id);
  reader.follow(voice.say('insertCard.policy')).pick(voice.say(`policy.${situation}`));
  return reader.listener.hears(voice.say('policy.ask.page')) ? reader.pick(page.zh.title) : reader;
}

describe.each(shown)('%s, with the keypad before a dark screen', (_id, page) => {
  it('is found by what has happened, heard sheet by sheet to its source, printed, and left', () => {
    const reader = opened(page);
    const { listener } = reader;
    const { voice, walk } = listener;
    for (const { heading, blocks } of page.zh.sheets) {
      expect(listener.hears(heading), heading).toBe(true);
      for (const { spans } of blocks) expect(listener.hears(spans.map(({ text }) => text).join(''))).toBe(true);
      expect(listener.hears(voice.say('policy.sample'))).toBe(page.illustrative);
      reader.follow(voice.say('policy.next'));
    }
    expect(listener.hears(page.zh.source)).toBe(true);
    expect(listener.hears(page.validFrom)).toBe(true);
    reader.follow(voice.say('service.print'));
    expect(walk.last('print').slip).toMatchObject({ kind: 'policy', page: { id: page.id } });
    walk.printOut();
    expect(listener.hears(voice.slot('paper'))).toBe(true);
    reader.follow(voice.say('foot.back'));
    for (let steps = 0; steps < 4 && walk.screen.kind === 'policy'; steps++) reader.back();
    expect(walk.screen.kind).toBe('insertCard');
  });

  it('is found by each of its words', () => {
    for (const { word, group } of page.zh.words) {
      const reader = new Reader();
      const { listener } = reader;
      const { voice, walk } = listener;
      reader.follow(voice.say('insertCard.policy')).follow(voice.say('policy.find'));
      reader.follow(voice.say(`policy.stroke.${group}` as 'policy.stroke.1')).pick(word);
      if (listener.hears(voice.say('policy.ask.page'))) reader.pick(page.zh.title);
      expect(walk.screen, word).toMatchObject({ kind: 'policy', view: { step: 'read', id: page.id } });
    }
  });
});

it('nothing of the pages is kept from the hall', () => {
  const [, page] = shown[0] ?? expect.fail('no page');
  const reader = opened(page);
  expect(reader.listener.pressed.length).toBeGreaterThan(1);
  expect(reader.listener.hears(reader.listener.voice.say('speech.private'))).toBe(false);
});
