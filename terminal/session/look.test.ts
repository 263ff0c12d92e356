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

describe('headphones', () => {
  const plug = (walk: Walk, plugged: boolean): Walk => {
    walk.send({ kind: 'headphones', plugged });
    return walk;
  };
  const heard = (walk: Walk) => {
    const { look, headphones } = walk.snapshot();
    return [look.sound, headphones];
  };

  test.each([
    ['at rest', (walk: Walk) => walk.ready()],
    ['at the PIN', (walk: Walk) => walk.ready().insert().read()],
    ['at the split', (walk: Walk) => walk.toSplit()],
    ['while money moves', (walk: Walk) => walk.toWorking()],
  ])('plugged in %s turn the voice on, and nothing else', (_where, go) => {
    const walk = plug(go(new Walk()), false);
    const { screen, state } = walk;
    const before = walk.effects.length;
    expect(heard(plug(walk, true))).toEqual([true, true]);
    expect(walk.snapshot().look).toEqual({ ...SITE, sound: true });
    expect([walk.screen, walk.effects.length]).toEqual([screen, before]);
    expect([walk.state.version, walk.state.offerSince]).toEqual([state.version + 1, state.offerSince]);
  });

  test('that were in when the terminal started say nothing of anybody; taken out and put in again they do', () => {
    const walk = plug(new Walk().ready(), true);
    expect(heard(walk)).toEqual([false, true]);
    plug(walk, true);
    expect(heard(walk)).toEqual([false, true]);
    expect(heard(plug(plug(walk, false), true))).toEqual([true, true]);
  });

  test('the same word once more is no second plug: who turned the voice off is left in peace', () => {
    const walk = plug(plug(new Walk().ready(), false), true);
    walk.want({ kind: 'setLook', look: { sound: false } });
    const { version } = walk.state;
    plug(walk, true);
    expect([heard(walk), walk.state.version]).toEqual([[false, true], version]);
  });

  test('pulled out of the empty machine, it is silent again; what else was chosen stays', () => {
    const walk = plug(plug(new Walk().ready(), false), true);
    walk.want(LARGEST);
    expect(walk.snapshot().look).toEqual({ ...SITE, textSize: 'largest', sound: true });
    plug(walk, false);
    expect(walk.snapshot().look).toEqual({ ...SITE, textSize: 'largest' });
  });

  test('pulled out in the middle of a session, the voice stays: it keeps what is private to itself', () => {
    const walk = plug(plug(new Walk().toSplit(), false), true);
    expect(heard(plug(walk, false))).toEqual([true, false]);
  });

  test('still in when the session is over: she hears the machine rest, and it ends with the idle time', () => {
    const walk = plug(plug(new Walk().ready(), false), true);
    walk.want(LARGEST);
    walk.toWorking().finish();
    walk.want({ kind: 'end' });
    walk.remove();
    expect(walk.snapshot().look).toEqual({ ...SITE, sound: true });
    walk.wait(60_000);
    expect(walk.snapshot().look).toEqual(SITE);
  });

  test('still in, but the voice was turned off: the session leaves nothing', () => {
    const walk = plug(plug(new Walk().toWorking(), false), true);
    walk.want({ kind: 'setLook', look: { sound: false } });
    walk.finish();
    walk.want({ kind: 'end' });
    walk.remove();
    expect(walk.snapshot().look).toEqual(SITE);
  });
});
