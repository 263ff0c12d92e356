import { describe, expect, test } from 'vitest';
import type { PinChangeResult, PinChangeStep, PinHint } from '../../common/contracts/devices/pin-change.ts';
import { atCard, audits, OWN_CARD } from './testing/card-kit.ts';
import { Walk } from './testing/session-kit.ts';

/** The old PIN is being asked for. */
function atOld(policy: ConstructorParameters<typeof Walk>[0] = {}): Walk {
  const walk = atCard(OWN_CARD, policy);
  expect(walk.want({ kind: 'changePin' })).toBe(true);
  step(walk, 'old');
  return walk;
}

function step(walk: Walk, at: PinChangeStep['step'], hint: PinHint | null = null): void {
  walk.send({ kind: 'pinChangeStep', op: walk.last('changePin').op, step: at, hint });
}
function ended(walk: Walk, result: PinChangeResult): void {
  walk.send({ kind: 'pinChangeEnded', op: walk.last('changePin').op, result });
}
/** The command is on its way. */
function atChanging(policy: ConstructorParameters<typeof Walk>[0] = {}): Walk {
  const walk = atOld(policy);
  for (const each of ['checking', 'new', 'again', 'changing'] as const) step(walk, each);
  return walk;
}

describe('the PIN is changed', () => {
  test('old, new, again, changing, changed; the acknowledgement is printed, the acts are on the chain', () => {
    const walk = atOld();
    expect(walk.screen).toMatchObject({ kind: 'changePin', step: 'old', refused: false, hint: null });
    for (const each of ['checking', 'new', 'again', 'changing'] as const) {
      step(walk, each);
      expect(walk.screen).toMatchObject({ kind: 'changePin', step: each });
    }
    ended(walk, { kind: 'changed' });
    expect(walk.screen).toMatchObject({ kind: 'pinResult', outcome: 'changed', mayGoOn: true, print: 'queued' });
    expect(walk.last('print').slip).toMatchObject({ kind: 'pinChange', outcome: 'changed' });
    expect(audits(walk).slice(-2)).toEqual(['pin.changing', 'pin.changed']);
    expect(walk.count('changePin')).toBe(1);
  });

  test('the screen gets counts, which begin anew with each entry, and the reason, never a digit', () => {
    const walk = atOld();
    walk.send({ kind: 'pad', status: { kind: 'entering', digits: 4 } });
    expect(walk.screen).toMatchObject({ digits: 4 });
    step(walk, 'checking');
    step(walk, 'new');
    expect(walk.screen).toMatchObject({ step: 'new', digits: 0 });
    step(walk, 'new', 'birthday');
    expect(walk.screen).toMatchObject({ step: 'new', hint: 'birthday' });
  });

  test('from the outcome the session begins anew with the PIN that the card has', () => {
    const walk = atChanging();
    ended(walk, { kind: 'changed' });
    walk.printOut();
    expect(walk.want({ kind: 'retry' })).toBe(true);
    expect(walk.screen.kind).toBe('readingCard');
    walk.read();
    expect(walk.screen.kind).toBe('enterPin');
  });

  test('the first PIN can be changed where it was found out, by this and by no other trouble with a PIN', () => {
    const walk = new Walk().ready();
    walk.insert();
    walk.read();
    walk.send({ kind: 'pinEnded', op: walk.last('verifyPin').op, result: { kind: 'initial' } });
    expect(walk.screen).toMatchObject({ kind: 'pinProblem', failure: 'PIN_INITIAL', mayChange: true });
    expect(walk.want({ kind: 'changePin' })).toBe(true);
    step(walk, 'old');
    expect(walk.want({ kind: 'back' })).toBe(true);
    expect(walk.screen).toMatchObject({ kind: 'pinProblem', failure: 'PIN_INITIAL' });
    const blocked = new Walk().ready();
    blocked.insert();
    blocked.read();
    blocked.send({ kind: 'pinEnded', op: blocked.last('verifyPin').op, result: { kind: 'blocked' } });
    expect(blocked.screen).toMatchObject({ failure: 'PIN_BLOCKED', mayChange: false });
    expect(blocked.want({ kind: 'changePin' })).toBe(false);
  });

  test('it is offered only where the card’s answer says so, and on no other page', () => {
    const lost = atCard({ ...OWN_CARD, state: 'lost', acts: ['withdrawLoss'] });
    expect(lost.want({ kind: 'changePin' })).toBe(false);
    const who = new Walk().toWho();
    expect(who.want({ kind: 'changePin' })).toBe(false);
    const walk = atCard();
    const padless = new Walk({ hasPad: false });
    padless.state = walk.state;
    expect(padless.want({ kind: 'changePin' })).toBe(true);
    expect(padless.screen).toMatchObject({ kind: 'pinProblem', failure: 'PAD_GONE' });
    expect(padless.count('changePin')).toBe(0);
  });
});

describe('the command got no answer that can be believed', () => {
  test('the card is pulled while it is on its way: the screen waits for the answer, and says that nobody knows', () => {
    const walk = atChanging();
    walk.remove();
    expect(walk.screen).toMatchObject({ kind: 'changePin', step: 'changing' });
    ended(walk, { kind: 'unknown', stuck: false });
    expect(walk.screen).toMatchObject({ kind: 'pinResult', outcome: 'unknown', mayGoOn: false });
    expect(walk.last('print').slip).toMatchObject({ kind: 'pinChange', outcome: 'unknown' });
    expect(audits(walk).slice(-2)).toContain('pin.change-unknown');
    expect(walk.count('changePin')).toBe(1);
    expect(walk.want({ kind: 'retry' })).toBe(false);
  });

  test('nothing that a person or the clock does ends it before the answer', () => {
    const walk = atChanging();
    for (const kind of ['end', 'back', 'retry'] as const) expect(walk.want({ kind })).toBe(false);
    walk.wait(300_000);
    expect(walk.screen).toMatchObject({ kind: 'changePin', step: 'changing' });
  });

  test('a device host that dies meanwhile, or while the new one was typed again, is told as unknown too', () => {
    for (const walk of [atChanging(), atOld()]) {
      if (walk.screen.kind === 'changePin' && walk.screen.step === 'old') {
        for (const each of ['checking', 'new', 'again'] as const) step(walk, each);
      }
      walk.send({ kind: 'hostGone' });
      expect(walk.screen).toMatchObject({ kind: 'changePin', step: 'changing' });
      ended(walk, { kind: 'unknown', stuck: false });
      expect(walk.screen).toMatchObject({ kind: 'pinResult', outcome: 'unknown' });
    }
  });

  test('a device host that dies before ends nothing but the entry', () => {
    const walk = atOld();
    walk.send({ kind: 'hostGone' });
    expect(walk.screen.kind).toBe('readingCard');
  });

  test('the card in again: read anew after a moment, and its PIN is asked for', () => {
    const walk = atChanging();
    walk.remove();
    ended(walk, { kind: 'unknown', stuck: false });
    walk.printOut();
    walk.insert(2).wait(4000);
    walk.read();
    expect(walk.screen.kind).toBe('enterPin');
  });
});

describe('the old PIN holds', () => {
  test.each<PinChangeResult>([{ kind: 'gaveUp' }, { kind: 'refused' }])('after %o, and it is said', (result) => {
    const walk = atOld();
    ended(walk, result);
    expect(walk.screen).toMatchObject({ kind: 'pinResult', outcome: 'kept', print: 'none' });
    expect(audits(walk).at(-1)).toBe('pin.kept');
    expect(walk.count('print')).toBe(0);
  });

  test('after a refusal of the command, or a card that had left before it', () => {
    for (const result of [{ kind: 'refused' }, { kind: 'card', error: 'CARD_REMOVED' }] as const) {
      const walk = atChanging();
      ended(walk, result);
      expect(walk.screen).toMatchObject({ kind: 'pinResult', outcome: 'kept' });
    }
  });

  test('a card that is pulled during the entries ends the session, and the entry at the pad', () => {
    const walk = atOld();
    step(walk, 'checking');
    step(walk, 'new');
    walk.remove();
    expect(walk.screen.kind).toBe('insertCard');
    expect(walk.count('cancelPin')).toBe(1);
    ended(walk, { kind: 'card', error: 'CARD_REMOVED' });
    expect(walk.screen.kind).toBe('insertCard');
  });

  test('a wrong old one is asked for anew with the tries left; before the last the person is asked', () => {
    const walk = atOld();
    ended(walk, { kind: 'wrong', triesLeft: 2 });
    expect(walk.screen).toMatchObject({ kind: 'changePin', step: 'old', refused: true, triesLeft: 2 });
    expect(walk.count('changePin')).toBe(2);
    step(walk, 'old');
    expect(walk.screen).toMatchObject({ refused: true });
    ended(walk, { kind: 'wrong', triesLeft: 1 });
    expect(walk.screen).toMatchObject({ step: 'askLastTry', triesLeft: 1 });
    expect(walk.count('changePin')).toBe(2);
    expect(walk.want({ kind: 'useLastTry' })).toBe(true);
    expect(walk.count('changePin')).toBe(3);
    ended(walk, { kind: 'wrong', triesLeft: 0 });
    expect(walk.screen).toMatchObject({ kind: 'pinProblem', failure: 'PIN_BLOCKED' });
    expect(audits(walk).filter((code) => code === 'pin.refused')).toHaveLength(3);
  });

  test.each([
    ['PIN_BLOCKED', { kind: 'blocked' }],
    ['PIN_TIMEOUT', { kind: 'timeout' }],
    ['PAD_GONE', { kind: 'padGone' }],
    ['PAD_GONE', { kind: 'busy' }],
  ] as const)('%s is said', (failure, result) => {
    const walk = atOld();
    ended(walk, result);
    expect(walk.screen).toMatchObject({ kind: 'pinProblem', failure });
  });

  test('stopped at the pad or by "back": the card’s page again; nothing is cancelled twice', () => {
    const walk = atOld();
    ended(walk, { kind: 'cancelled' });
    expect(walk.screen).toMatchObject({ kind: 'service', answer: { service: 'card' } });
    expect(walk.count('cancelPin')).toBe(0);
    const back = atOld();
    expect(back.want({ kind: 'back' })).toBe(true);
    expect(back.screen.kind).toBe('service');
    expect(back.count('cancelPin')).toBe(1);
    // Its end comes late and belongs to nobody.
    ended(back, { kind: 'cancelled' });
    expect(back.screen.kind).toBe('service');
  });

  test.each([
    ['back', 'service'],
    ['end', 'takeCard'],
  ] as const)('%s at the last entry waits for the pad’s word, and leads where it should', (kind, then) => {
    const walk = atOld();
    for (const each of ['checking', 'new', 'again'] as const) step(walk, each);
    expect(walk.want({ kind })).toBe(true);
    expect(walk.screen.kind).toBe('changePin');
    expect(walk.want({ kind })).toBe(false);
    expect(walk.count('cancelPin')).toBe(1);
    ended(walk, { kind: 'cancelled' });
    expect(walk.screen.kind).toBe(then);
    expect(walk.count('cancelPin')).toBe(1);
  });

  test.each(['back', 'end'] as const)('%s that crosses the command on its way: she is told of her new PIN', (kind) => {
    const walk = atOld();
    for (const each of ['checking', 'new', 'again'] as const) step(walk, each);
    walk.want({ kind });
    step(walk, 'changing');
    expect(walk.screen).toMatchObject({ kind: 'changePin', step: 'changing' });
    ended(walk, { kind: 'changed' });
    expect(walk.screen).toMatchObject({ kind: 'pinResult', outcome: 'changed' });
    expect(walk.last('print').slip).toMatchObject({ kind: 'pinChange', outcome: 'changed' });
  });

  test('another dialogue’s step or end is not this one’s', () => {
    const walk = atOld();
    const { op } = walk.last('changePin');
    walk.send({ kind: 'pinChangeStep', op: op - 1, step: 'changing', hint: null });
    walk.send({ kind: 'pinChangeEnded', op: op - 1, result: { kind: 'changed' } });
    expect(walk.screen).toMatchObject({ kind: 'changePin', step: 'old' });
  });
});
