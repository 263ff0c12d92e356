import { describe, expect, test } from 'vitest';
import { Walk } from './testing/session-kit.ts';

const LARGEST = { kind: 'setLook', look: { textSize: 'largest' } } as const;
const SITE = { theme: 'standard', textSize: 'normal', reach: false, calm: false, sound: false } as const;

describe('the look', () => {
  test.each([
    ['at rest', (walk: Walk) => walk.ready()],
    ['at the PIN', (walk: Walk) => walk.ready().insert().read()],
    ['at the split', (walk: Walk) => walk.toSplit()],
    ['while money moves', (walk: Walk) => walk.toWorking()],
    ['at the warning', (walk: Walk) => walk.toSplit().wait(61_000)],
  ])('changes %s, and nothing else does', (_where, go) => {
    const walk = go(new Walk());
    const { screen, state } = walk;
    const before = walk.effects.length;
    expect(walk.snapshot().look).toEqual(SITE);
    expect(walk.want(LARGEST)).toBe(true);
    expect(walk.snapshot().look).toEqual({ ...SITE, textSize: 'largest' });
    expect(walk.want(LARGEST)).toBe(false);
    expect(walk.want({ kind: 'setLook', look: { theme: 'contrast' } })).toBe(true);
    expect(walk.snapshot().look).toEqual({ ...SITE, textSize: 'largest', theme: 'contrast' });
    expect(walk.screen).toEqual(screen);
    expect(walk.effects.length).toBe(before);
    expect([walk.state.version, walk.state.offerSince]).toEqual([state.version + 2, state.offerSince]);
  });

  test('lasts to the end of the session, and the next person finds the site’s', () => {
    const walk = new Walk().ready();
    walk.want(LARGEST);
    walk.want({ kind: 'setLook', look: { sound: true } });
    walk.toWorking().finish();
    walk.want({ kind: 'end' });
    expect(walk.snapshot().look).toEqual({ ...SITE, textSize: 'largest', sound: true });
    walk.remove();
    expect(walk.snapshot().look).toEqual(SITE);
  });

  test('another card on a result screen is another person', () => {
    const walk = new Walk().toWorking().finish();
    walk.want(LARGEST);
    walk.printOut();
    walk.insert(2).wait(4000);
    expect([walk.screen.kind, walk.snapshot().look]).toEqual(['readingCard', SITE]);
  });

  test('chosen by somebody who walked away, it ends after the idle time', () => {
    const walk = new Walk().ready();
    walk.want(LARGEST);
    walk.wait(59_000);
    expect(walk.snapshot().look.textSize).toBe('largest');
    walk.wait(1000);
    expect(walk.snapshot().look).toEqual(SITE);
    const { version } = walk.state;
    walk.wait(200_000);
    expect(walk.state.version).toBe(version);
  });
});
