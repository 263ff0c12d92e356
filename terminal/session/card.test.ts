import { describe, expect, test } from 'vitest';
import { err } from '../../common/kernel/result.ts';
import { steps } from './steps.ts';
import { READER, TODAY, Walk } from './testing/session-kit.ts';

describe('the card', () => {
  test.each([
    ['CARD_EXPIRED', { expiresOn: '2025-01-01' }],
    ['CARD_EXPIRED', { expiresOn: '2025' }],
    ['CARD_NEEDS_HSM', { needsHsm: true, name: null }],
    ['CARD_INCOMPLETE', { cardId: null }],
    ['CARD_INCOMPLETE', { socialSecurityNumber: null }],
    ['CARD_INCOMPLETE', { name: '' }],
  ] as const)('%s', (failure, changes) => {
    const walk = new Walk().ready();
    walk.insert();
    walk.read(changes);
    expect(walk.screen).toMatchObject({ kind: 'cardProblem', failure });
    expect(walk.count('verifyPin')).toBe(0);
    walk.remove();
    expect(walk.screen.kind).toBe('insertCard');
  });

  test('a year-only date lasts to the end of its year', () => {
    const walk = new Walk().ready();
    walk.insert();
    walk.read({ expiresOn: '2026' });
    expect(walk.screen.kind).toBe('enterPin');
  });

  test('mute, foreign and two cards are told apart; one taken out, the other is read', () => {
    const walk = new Walk().ready();
    walk.send({ kind: 'card', status: { kind: 'mute', reader: READER, generation: 1 } });
    expect(walk.screen).toMatchObject({ kind: 'cardProblem', failure: 'CARD_MUTE' });
    walk.send({ kind: 'card', status: { kind: 'tooMany', readers: [READER, 'Reader 1'] } });
    expect(walk.screen).toMatchObject({ kind: 'cardProblem', failure: 'CARD_TOO_MANY' });
    walk.insert(2);
    expect(walk.screen.kind).toBe('readingCard');
    walk.send({
      kind: 'cardRead',
      op: walk.last('readCard').op,
      result: { ok: false, error: 'CARD_FOREIGN' },
      today: TODAY,
    });
    expect(walk.screen).toMatchObject({ kind: 'cardProblem', failure: 'CARD_FOREIGN' });
  });

  test('a late answer of an earlier card is dropped', () => {
    const walk = new Walk().ready();
    walk.insert(1);
    const { op } = walk.last('readCard');
    walk.insert(2);
    const before = walk.state;
    walk.send({ kind: 'cardRead', op, result: { ok: false, error: 'CARD_GARBAGE' }, today: TODAY });
    expect(walk.state).toBe(before);
  });

  test('no reader and no service put the screen out of service, and it mends itself', () => {
    const walk = new Walk();
    walk.send({ kind: 'card', status: { kind: 'serviceDown' } });
    expect(walk.screen).toMatchObject({ kind: 'outOfService', failure: 'READER_SERVICE_DOWN' });
    walk.send({ kind: 'card', status: { kind: 'noReader' } });
    expect(walk.screen).toMatchObject({ kind: 'outOfService', failure: 'READER_GONE' });
    walk.remove();
    expect(walk.screen.kind).toBe('insertCard');
  });

  test('a fault of the store keeps sessions from beginning and ends one that has not confirmed', () => {
    const walk = new Walk().toSplit();
    walk.send({ kind: 'fault', code: 'STORE_FULL' });
    expect(walk.screen).toMatchObject({ kind: 'takeCard', reason: 'problem' });
    walk.remove();
    expect(walk.screen).toMatchObject({ kind: 'outOfService', failure: 'STORE_FULL' });
    walk.insert(2);
    expect(walk.screen.kind).toBe('outOfService');
    walk.send({ kind: 'fault', code: null });
    expect(walk.screen.kind).toBe('readingCard');
  });
});

describe('removal', () => {
  test('while the card is being read is told, and the screen rests by itself', () => {
    const walk = new Walk().ready().insert();
    const { op } = walk.last('readCard');
    walk.remove();
    expect(walk.screen).toMatchObject({ kind: 'cardProblem', failure: 'CARD_REMOVED' });
    expect(walk.snapshot().cardIn).toBe(false);
    walk.send({ kind: 'cardRead', op, result: { ok: false, error: 'CARD_REMOVED' }, today: TODAY });
    walk.wait(7000);
    expect(walk.screen.kind).toBe('cardProblem');
    walk.wait(1000);
    expect(walk.screen.kind).toBe('insertCard');
  });

  test('is told once where the read says so first, and a card put in again is read at once', () => {
    const walk = new Walk().ready().insert();
    const { op } = walk.last('readCard');
    walk.send({ kind: 'cardRead', op, result: { ok: false, error: 'CARD_REMOVED' }, today: TODAY });
    walk.remove();
    expect(walk.screen).toMatchObject({ kind: 'cardProblem', failure: 'CARD_REMOVED' });
    walk.insert(2);
    expect(walk.screen.kind).toBe('readingCard');
  });

  const places: readonly (readonly [string, (walk: Walk) => Walk])[] = [
    ['pin', (walk) => walk.ready().insert().read()],
    ['lookingUp', (walk) => walk.ready().insert().read().verify()],
    ['whoYouAre', (walk) => walk.toWho()],
    ['visit', (walk) => walk.toVisit()],
    ['preparing', (walk) => walk.toPreparing()],
    ['split', (walk) => walk.toSplit()],
    ['confirm', (walk) => walk.toConfirm()],
    ['stillThere', (walk) => walk.toSplit().wait(61_000)],
  ];
  test.each(places)('at %s ends and wipes the session', (kind, go) => {
    const walk = go(new Walk());
    expect(walk.state.stage.kind).toBe(kind);
    expect(steps[walk.state.stage.kind].onCardRemoved).toBe('abort');
    walk.remove();
    expect(walk.state.stage).toEqual({ kind: 'idle' });
  });

  test('from the split on, what was prepared is undone; a PIN entry is cancelled', () => {
    for (const go of [(w: Walk) => w.toSplit(), (w: Walk) => w.toConfirm()]) {
      const walk = go(new Walk());
      walk.remove();
      expect(walk.count('abandon')).toBe(1);
    }
    const pin = new Walk().ready();
    pin.insert();
    pin.read();
    pin.remove();
    expect(pin.count('cancelPin')).toBe(1);
  });

  test('a preparation whose person left is undone when its answer comes', () => {
    const walk = new Walk().toVisit();
    walk.want({ kind: 'acceptFees' });
    walk.remove();
    expect(walk.count('abandon')).toBe(0);
    walk.answerPrepare();
    expect(walk.count('abandon')).toBe(1);
    expect(walk.screen.kind).toBe('insertCard');
    const failed = new Walk().toVisit();
    failed.want({ kind: 'acceptFees' });
    const { op } = failed.last('prepare');
    failed.want({ kind: 'end' });
    failed.send({
      kind: 'prepared',
      op,
      encounterId: 'MZ1',
      result: err({ code: 'CENTRE_UNREACHABLE', reason: null }),
    });
    expect(failed.last('abandon').target).toEqual({ encounterId: 'MZ1' });
  });

  test('between confirm and result the settlement goes on, and the result is shown', () => {
    const walk = new Walk().toWorking();
    walk.remove();
    expect(walk.screen.kind).toBe('working');
    expect(walk.snapshot().cardIn).toBe(false);
    walk.finish();
    expect(walk.screen.kind).toBe('done');
    expect(walk.count('print')).toBe(1);
  });
});
