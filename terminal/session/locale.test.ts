import { describe, expect, test } from 'vitest';
import type { Screen } from '../../common/contracts/session/snapshot.ts';
import { Walk } from './testing/session-kit.ts';

const ENGLISH = { kind: 'setLocale', locale: 'en' } as const;
const locale = (walk: Walk): string => walk.snapshot().locale;

const screens: readonly (readonly [Screen['kind'], (walk: Walk) => Walk])[] = [
  ['outOfService', (walk) => walk],
  ['insertCard', (walk) => walk.ready()],
  ['readingCard', (walk) => walk.ready().insert()],
  ['enterPin', (walk) => walk.ready().insert().read()],
  ['lookingUp', (walk) => walk.ready().insert().read().verify()],
  ['whoYouAre', (walk) => walk.toWho()],
  ['visit', (walk) => walk.toVisit()],
  ['preparing', (walk) => walk.toPreparing()],
  ['split', (walk) => walk.toSplit()],
  ['confirm', (walk) => walk.toConfirm()],
  ['working', (walk) => walk.toWorking()],
  ['done', (walk) => walk.toWorking().finish()],
  ['unknown', (walk) => walk.toWorking().unknown()],
  ['stillThere', (walk) => walk.toSplit().wait(61_000)],
];

describe('the language', () => {
  test.each(screens)('changes on %s, and nothing else does', (kind, go) => {
    const walk = go(new Walk());
    const { screen, effects, state } = walk;
    const before = effects.length;
    expect(screen.kind).toBe(kind);
    expect(locale(walk)).toBe('zh-CN');
    expect(walk.want(ENGLISH)).toBe(true);
    expect(locale(walk)).toBe('en');
    expect(walk.screen).toEqual(screen);
    expect(walk.effects.length).toBe(before);
    expect(walk.state.version).toBe(state.version + 1);
    expect(walk.state.offerSince).toBe(state.offerSince);
    expect(walk.want(ENGLISH)).toBe(false);
    expect(walk.want({ kind: 'setLocale', locale: 'zh-CN' })).toBe(true);
    expect(locale(walk)).toBe('zh-CN');
  });

  test('a key pressed on the glass before the change still counts: the amount on it is the same', () => {
    const walk = new Walk().toConfirm();
    const { screen } = walk;
    const { version } = walk.state;
    walk.want(ENGLISH);
    expect(screen.kind === 'confirm' && walk.want({ kind: 'confirm', cash: screen.split.cash }, version)).toBe(true);
    expect(walk.count('settle')).toBe(1);
  });

  test('chosen before the card, it lasts to the end of the session, through a new device host too', () => {
    const walk = new Walk().ready();
    walk.want(ENGLISH);
    walk.toWorking().finish();
    expect(locale(walk)).toBe('en');
    walk.send({ kind: 'hostGone' });
    walk.insert(1_000_001);
    expect(locale(walk)).toBe('en');
    walk.want({ kind: 'end' });
    expect([walk.screen.kind, locale(walk)]).toEqual(['takeCard', 'en']);
    walk.remove();
    expect([walk.screen.kind, locale(walk)]).toEqual(['insertCard', 'zh-CN']);
  });

  test('a card read again by a new device host is the same person', () => {
    const walk = new Walk().toSplit();
    walk.want(ENGLISH);
    walk.send({ kind: 'hostGone' });
    walk.insert(1_000_001);
    expect([walk.screen.kind, locale(walk)]).toEqual(['readingCard', 'en']);
  });

  test('another card on a result screen is another person', () => {
    const walk = new Walk().toWorking().finish();
    walk.want(ENGLISH);
    walk.printOut();
    walk.insert(2).wait(4000);
    expect([walk.screen.kind, locale(walk)]).toEqual(['readingCard', 'zh-CN']);
  });

  test('at rest it goes back after the idle time, and only once', () => {
    const walk = new Walk().ready();
    walk.wait(500_000);
    walk.want(ENGLISH);
    walk.wait(59_000);
    expect(locale(walk)).toBe('en');
    walk.wait(1000);
    expect(locale(walk)).toBe('zh-CN');
    const { version } = walk.state;
    walk.wait(200_000);
    expect(walk.state.version).toBe(version);
  });

  test('a result keeps its whole time from the change on', () => {
    const walk = new Walk().toWorking().finish().printOut();
    walk.wait(29_000);
    walk.want(ENGLISH);
    walk.wait(29_000);
    expect(walk.screen.kind).toBe('done');
    walk.wait(1000);
    expect(walk.screen.kind).toBe('takeCard');
  });
});
