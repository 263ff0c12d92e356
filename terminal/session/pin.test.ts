import { describe, expect, test } from 'vitest';
import { Walk } from './testing/session-kit.ts';

describe('the PIN', () => {
  function atPad(): Walk {
    const walk = new Walk().ready();
    walk.insert();
    walk.read();
    return walk;
  }
  const end = (walk: Walk, result: Parameters<Walk['send']>[0] & { kind: 'pinEnded' }): boolean => walk.send(result);
  const answer = (walk: Walk, result: Extract<Parameters<Walk['send']>[0], { kind: 'pinEnded' }>['result']): void => {
    end(walk, { kind: 'pinEnded', op: walk.last('verifyPin').op, result });
  };

  test('the screen gets a count of digits and nothing else', () => {
    const walk = atPad();
    walk.send({ kind: 'pad', status: { kind: 'entering', digits: 3 } });
    expect(walk.screen).toMatchObject({ kind: 'enterPin', digits: 3, phase: 'waiting' });
    walk.send({ kind: 'pad', status: { kind: 'ready' } });
    expect(walk.screen).toMatchObject({ phase: 'checking' });
  });

  test('a wrong one asks anew with the tries left; before the last try the person is asked', () => {
    const walk = atPad();
    answer(walk, { kind: 'wrong', triesLeft: 2 });
    expect(walk.screen).toMatchObject({ kind: 'enterPin', refused: true, triesLeft: 2, phase: 'waiting' });
    expect(walk.count('verifyPin')).toBe(2);
    answer(walk, { kind: 'wrong', triesLeft: 1 });
    expect(walk.screen).toMatchObject({ phase: 'askLastTry', triesLeft: 1 });
    expect(walk.count('verifyPin')).toBe(2);
    expect(walk.want({ kind: 'useLastTry' })).toBe(true);
    expect(walk.count('verifyPin')).toBe(3);
    expect(walk.want({ kind: 'useLastTry' })).toBe(false);
  });

  test.each([
    ['PIN_BLOCKED', { kind: 'blocked' }],
    ['PIN_BLOCKED', { kind: 'wrong', triesLeft: 0 }],
    ['PIN_INITIAL', { kind: 'initial' }],
    ['PIN_TIMEOUT', { kind: 'timeout' }],
    ['PAD_GONE', { kind: 'padGone' }],
    ['PAD_GONE', { kind: 'busy' }],
  ] as const)('%s is said, and nothing is looked up', (failure, result) => {
    const walk = atPad();
    answer(walk, result);
    expect(walk.screen).toMatchObject({ kind: 'pinProblem', failure });
    expect(walk.count('lookUp')).toBe(0);
  });

  test('cancelled at the pad: take the card, and nothing is cancelled a second time', () => {
    const walk = atPad();
    answer(walk, { kind: 'cancelled' });
    expect(walk.screen).toMatchObject({ kind: 'takeCard', reason: 'cancelled' });
    expect(walk.count('cancelPin')).toBe(0);
  });

  test('a removed card is not a wrong PIN', () => {
    const walk = atPad();
    answer(walk, { kind: 'card', error: 'CARD_REMOVED' });
    expect(walk.screen).toMatchObject({ kind: 'cardProblem', failure: 'CARD_REMOVED' });
  });

  test('without a pad nothing is paid where the policy wants a PIN; without the policy none is asked', () => {
    const padless = new Walk({ hasPad: false }).ready();
    padless.insert();
    padless.read();
    expect(padless.screen).toMatchObject({ kind: 'pinProblem', failure: 'PAD_GONE' });
    const free = new Walk({ pinBeforeAccount: false }).ready();
    free.insert();
    free.read();
    expect(free.screen.kind).toBe('lookingUp');
  });
});
