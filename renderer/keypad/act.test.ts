import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actOf, type PadTarget } from './act.ts';
import { type PadKey, padKeyOf } from './pad-keys.ts';

const target = (pad: PadTarget['pad'], more: Partial<PadTarget> = {}): PadTarget => ({
  pad,
  off: false,
  ends: pad === 'red',
  ...more,
});
const split = [target(null), target('0'), target('1'), target('green'), target('yellow'), target('red')];

describe('the keypad', () => {
  it('has sixteen keys, and one more for larger keyboards', () => {
    const events = [...'0123456789*#', 'Enter', 'Backspace', 'Escape', 'ArrowDown'];
    expect(events).toHaveLength(16);
    expect(new Set(events.map(padKeyOf)).size).toBe(16);
    expect(events.map(padKeyOf)).not.toContain(null);
    expect(padKeyOf('ArrowUp')).toBe('previous');
    for (const key of ['a', 'F5', '10', 'Tab', ' ', 'constructor', '']) expect(padKeyOf(key)).toBe(null);
  });

  it.each([
    ['1', { kind: 'press', index: 2 }],
    ['0', { kind: 'press', index: 1 }],
    ['green', { kind: 'press', index: 3 }],
    ['yellow', { kind: 'press', index: 4 }],
    ['red', { kind: 'press', index: 5 }],
    ['2', { kind: 'nothing' }],
    ['again', { kind: 'again' }],
    ['voice', { kind: 'voice' }],
    ['next', { kind: 'focus', index: 0 }],
    ['previous', { kind: 'focus', index: 5 }],
  ] as const)('%s on a screen on which it stands nowhere yet', (key, act) => {
    expect(actOf(key, split, null)).toEqual(act);
  });

  it('green presses where the keypad stands; the digits and the other colours press their own', () => {
    expect(actOf('green', split, 2)).toEqual({ kind: 'press', index: 2 });
    expect(actOf('red', split, 2)).toEqual({ kind: 'press', index: 5 });
    expect(actOf('1', split, 4)).toEqual({ kind: 'press', index: 2 });
  });

  it('goes round: next and previous undo each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(8), (count, at) => {
        const targets = Array.from({ length: count }, () => target(null));
        const from = at % count;
        const next = actOf('next', targets, from);
        expect(next.kind === 'focus' && actOf('previous', targets, next.index)).toEqual({ kind: 'focus', index: from });
      }),
    );
  });

  it('red ends by the main key where that is what ends, and by nothing where nothing does', () => {
    expect(actOf('red', [target('0'), target('green', { ends: true })], null)).toEqual({ kind: 'press', index: 1 });
    expect(actOf('red', [target('0'), target('green')], null)).toEqual({ kind: 'nothing' });
  });

  it('a dead key is gone to and never pressed', () => {
    const dead = [target('1', { off: true }), target('green', { off: true })];
    const keys: readonly PadKey[] = ['1', 'green', 'red', 'yellow', '0'];
    for (const key of keys) {
      for (const focused of [null, 0, 1]) expect(actOf(key, dead, focused)).toEqual({ kind: 'nothing' });
    }
    expect(actOf('next', dead, null)).toEqual({ kind: 'focus', index: 0 });
  });
});
