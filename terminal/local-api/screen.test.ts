import { describe, expect, it, vi } from 'vitest';
import type { SpeakRequest } from '../../common/contracts/devices/speech.ts';
import { screenLink } from '../../common/contracts/session/screen-link.ts';
import { ok } from '../../common/kernel/result.ts';
import { connect } from '../../common/rpc/connect.ts';
import { memoryChannelPair } from '../../common/rpc/memory-channel.ts';
import { systemClock } from '../../wire/system.ts';
import type { SessionRunner } from '../services/session-runner.ts';
import { READER, Walk } from '../session/testing/session-kit.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { cardReading } from '../testing/people.ts';
import { serveScreen } from './screen.ts';

/** A screen's end of the link to a terminal in which the session machine stands where `walk` is. */
function screen(walk: Walk, voice = true, saying: () => Promise<boolean> = async () => true) {
  const [near, far] = memoryChannelPair();
  const said: SpeakRequest[] = [];
  const runner = {
    snapshot() {
      const snapshot = walk.snapshot();
      return { ...snapshot, site: { ...snapshot.site, voice } };
    },
    intent: walk.want.bind(walk),
    state: () => walk.state,
    dispatch: walk.send.bind(walk),
    onSnapshot: () => () => undefined,
  } as unknown as SessionRunner;
  const clock = manualClock();
  const speak = (request: SpeakRequest): Promise<boolean> => {
    said.push(request);
    return saying();
  };
  serveScreen(far, { runner, clock, report: () => undefined, onRendered: () => undefined, speak });
  const client = connect(near, screenLink, { timeoutMs: 2000, clock: systemClock() });
  const wantSaid = async (...texts: readonly string[]): Promise<boolean> => {
    const utterances = texts.map((text) => ({ text, private: false }));
    const answer = await client.call('speak', { utterances });
    return answer.ok && answer.value.spoken;
  };
  const reveal = async (): Promise<string | null> => {
    const answer = await client.call('reveal', { what: 'name' });
    return answer.ok ? answer.value.value : expect.fail(answer.error.kind);
  };
  const open = () => client.call('open', { userAgent: 'test' });
  return { said, speak: wantSaid, client, reveal, open };
}

describe('a page that is turned within a screen', () => {
  it('is a sign of life: the idle warning comes as long after it as after a key', async () => {
    const walk = new Walk().toSplit();
    const { client } = screen(walk);
    walk.wait(55_000);
    expect((await client.call('touched', {})).ok).toBe(true);
    walk.wait(55_000);
    expect(walk.screen.kind).toBe('split');
    walk.wait(6_000);
    expect(walk.screen.kind).toBe('stillThere');
  });
});

describe('what a screen wants said', () => {
  it('is said in the language of the screen while the person wants it, and not otherwise', async () => {
    const walk = new Walk().toSplit();
    const { said, speak } = screen(walk);
    expect(await speak('医保付')).toBe(false);
    walk.want({ kind: 'setLook', look: { sound: true } });
    expect(await speak('医保付', '您付')).toBe(true);
    walk.want({ kind: 'setLocale', locale: 'en' });
    expect(await speak('You pay')).toBe(true);
    expect(said.map(({ locale, utterances }) => [locale, utterances.length])).toEqual([
      ['zh-CN', 2],
      ['en', 1],
    ]);
    walk.want({ kind: 'setLook', look: { sound: false } });
    expect(await speak('You pay')).toBe(false);
  });

  it('silence is always allowed, or turning the voice off would not end it', async () => {
    const { said, speak } = screen(new Walk().toSplit());
    expect(await speak()).toBe(true);
    expect(said).toEqual([{ locale: 'zh-CN', utterances: [] }]);
  });

  it('a terminal without a voice says nothing', async () => {
    const walk = new Walk().toSplit();
    walk.want({ kind: 'setLook', look: { sound: true } });
    const { said, speak } = screen(walk, false);
    expect([await speak('a'), await speak()]).toEqual([false, false]);
    expect(said).toEqual([]);
  });

  it('too much, or too long, is refused at the link', async () => {
    const walk = new Walk().toSplit();
    walk.want({ kind: 'setLook', look: { sound: true } });
    const { said, speak } = screen(walk);
    expect(await speak('x'.repeat(501))).toBe(false);
    expect(await speak(...Array.from({ length: 121 }, () => 'x'))).toBe(false);
    expect(said).toEqual([]);
  });
});

describe('the whole name', () => {
  const NAME = cardReading().name;

  it('is given while the card of the person is in and the screen has the key for it', async () => {
    const walk = new Walk().toWho();
    const { reveal } = screen(walk);
    expect(await reveal()).toBe(NAME);
    walk.want({ kind: 'openHome' });
    expect(await reveal()).toBeNull();
    walk.send({ kind: 'homeAsked', op: walk.last('askHome').op, result: ok({ city: null, services: ['medical'] }) });
    expect(await reveal()).toBe(NAME);
  });

  it('is not given once the card has gone, though the payment goes on to its result', async () => {
    const walk = new Walk().toWorking().remove();
    const { reveal } = screen(walk);
    expect(walk.screen.kind).toBe('working');
    expect(await reveal()).toBeNull();
    walk.finish();
    expect(walk.screen.kind).toBe('done');
    expect(await reveal()).toBeNull();
  });

  it('is not given while nobody can say whose card is in: the device host is gone', async () => {
    const walk = new Walk().toWho();
    const { reveal } = screen(walk);
    const { state } = walk;
    walk.state = { ...state, card: { kind: 'noReader' }, hostUp: false, adopt: true };
    expect(await reveal()).toBeNull();
    walk.state = { ...state, card: { kind: 'present', reader: READER, generation: 2, atr: '3B' } };
    expect(await reveal()).toBeNull();
  });
});

describe('a page that takes the place of another', () => {
  const spoken = (said: readonly SpeakRequest[]) => said.map(({ utterances }) => utterances.length);

  it('ends what the one before it had said', async () => {
    const walk = new Walk().toSplit();
    const { said, open } = screen(walk);
    await open();
    expect(spoken(said)).toEqual([0]);
  });

  it('and one that dies is silent at once, where it was speaking', async () => {
    const walk = new Walk().toSplit();
    walk.want({ kind: 'setLook', look: { sound: true } });
    const speaking = screen(walk, true, () => new Promise(() => undefined));
    await speaking.speak('医保付');
    speaking.client.close();
    await vi.waitFor(() => expect(spoken(speaking.said)).toEqual([1, 0]));
    const silent = screen(walk);
    await silent.speak('医保付');
    silent.client.close();
    await new Promise((resolve) => setImmediate(resolve));
    expect(spoken(silent.said)).toEqual([1]);
  });

  it('asks no voice where the terminal has none', async () => {
    const { said, open } = screen(new Walk().toSplit(), false);
    await open();
    expect(said).toEqual([]);
  });
});
