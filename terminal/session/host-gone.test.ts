import { describe, expect, test } from 'vitest';
import { err } from '../../common/kernel/result.ts';
import { cardReading } from '../testing/people.ts';
import { isResult } from './steps.ts';
import { READER, TODAY, Walk } from './testing/session-kit.ts';

describe('the device host', () => {
  test('gone before the confirmation: the card is read again by the new one', () => {
    const walk = new Walk().toSplit();
    walk.send({ kind: 'hostGone' });
    expect(walk.screen.kind).toBe('readingCard');
    expect(walk.count('abandon')).toBe(1);
    walk.insert(1_000_001);
    expect(walk.last('readCard').generation).toBe(1_000_001);
  });

  test('gone during the settlement: it goes on, and the card is still the own one', () => {
    const walk = new Walk().toWorking();
    walk.send({ kind: 'hostGone' });
    expect(walk.screen.kind).toBe('working');
    walk.insert(1_000_001);
    answerProof(walk);
    walk.finish();
    expect(isResult(walk.state.stage)).toBe(true);
    walk.printOut();
    walk.wait(5000);
    expect(walk.screen.kind).toBe('done');
  });

  /** The new host has found a card under a number of its own, and answers what it read. */
  const answerProof = (walk: Walk, changes: Parameters<typeof cardReading>[0] = {}): void =>
    void walk.send({
      kind: 'cardRead',
      op: walk.last('readCard').op,
      result: { ok: true, value: cardReading(changes), cardMs: 20 },
      today: TODAY,
    });
  const notSent = { kind: 'notSent', failure: { code: 'CENTRE_UNREACHABLE', reason: null } } as const;
  const toNotPaid = (): Walk => {
    const walk = new Walk().toWorking();
    walk.send({ kind: 'settleEnded', op: walk.last('settle').op, result: notSent });
    walk.send({ kind: 'hostGone' });
    return walk;
  };

  test('gone during the settlement: the card is read again, and only the own one goes on', () => {
    const walk = toNotPaid();
    walk.insert(1_000_001);
    expect(walk.last('readCard').generation).toBe(1_000_001);
    expect(walk.screen).toMatchObject({ kind: 'notPaid', mayRetry: false });
    expect(walk.want({ kind: 'retry' })).toBe(false);
    // The same status once more asks nobody again.
    walk.insert(1_000_001);
    expect(walk.count('readCard')).toBe(2);
    answerProof(walk);
    expect(walk.screen).toMatchObject({ kind: 'notPaid', mayRetry: true });
    expect(walk.want({ kind: 'retry' })).toBe(true);
  });

  test.each([
    ['another name', { name: '测试乙' }],
    ['another number', { socialSecurityNumber: '990100195001010017' }],
    ['another card of the same person', { cardId: '990100D156000005998877665544BBAA' }],
    ['another card number', { cardNumber: '9901000002' }],
    ['nothing that tells who it is', { socialSecurityNumber: null }],
  ] as const)('gone while cards are swapped: %s is another card', (_what, changes) => {
    const walk = toNotPaid();
    walk.insert(1_000_001);
    answerProof(walk, changes);
    expect(walk.screen).toMatchObject({ kind: 'notPaid', mayRetry: false });
    expect(walk.want({ kind: 'retry' })).toBe(false);
    // A notice is all that is open: after NEXT_CARD_MS, long enough to read it, the next card begins its own session.
    walk.wait(5000);
    expect(walk.screen.kind).toBe('readingCard');
    expect(walk.last('readCard').generation).toBe(1_000_001);
  });

  test('gone while cards are swapped: a card that cannot be read, or is gone before it was, is no own card', () => {
    const mute = toNotPaid();
    mute.insert(1_000_001);
    for (const error of ['CARD_GARBAGE', 'CARD_MUTE'] as const) {
      mute.send({ kind: 'cardRead', op: mute.last('readCard').op, result: err(error), today: TODAY });
      expect(mute.screen).toMatchObject({ kind: 'notPaid', mayRetry: false });
    }
    expect(mute.state.proof).toBeNull();
    const gone = toNotPaid();
    gone.insert(1_000_001);
    const { op } = gone.last('readCard');
    gone.remove();
    gone.send({ kind: 'cardRead', op, result: { ok: true, value: cardReading(), cardMs: 20 }, today: TODAY });
    gone.insert(1_000_002);
    expect(gone.screen).toMatchObject({ kind: 'notPaid', mayRetry: false });
  });

  test('the own card that is mute at first, or that could not be read at once, is read when it can be', () => {
    const mute = toNotPaid();
    mute.send({ kind: 'card', status: { kind: 'mute', reader: READER, generation: 1_000_001 } });
    expect(mute.count('readCard')).toBe(1);
    mute.insert(1_000_001);
    answerProof(mute);
    expect(mute.screen).toMatchObject({ kind: 'notPaid', mayRetry: true });

    const busy = toNotPaid();
    busy.insert(1_000_001);
    busy.send({ kind: 'cardRead', op: busy.last('readCard').op, result: err('CARD_BUSY'), today: TODAY });
    answerProof(busy);
    expect(busy.screen).toMatchObject({ kind: 'notPaid', mayRetry: true });

    // Its host is replaced for it, or it answers its next reset: not asked before.
    const slow = toNotPaid();
    slow.insert(1_000_001);
    slow.send({ kind: 'cardRead', op: slow.last('readCard').op, result: err('CARD_MUTE'), today: TODAY });
    expect(slow.count('readCard')).toBe(2);
    slow.send({ kind: 'hostGone' });
    slow.insert(2_000_001);
    answerProof(slow);
    expect(slow.screen).toMatchObject({ kind: 'notPaid', mayRetry: true });

    const woken = toNotPaid();
    woken.insert(1_000_001);
    woken.send({ kind: 'card', status: { kind: 'mute', reader: READER, generation: 1_000_001 } });
    woken.send({ kind: 'cardRead', op: woken.last('readCard').op, result: err('CARD_MUTE'), today: TODAY });
    woken.insert(1_000_001);
    expect(woken.count('readCard')).toBe(3);
    answerProof(woken);
    expect(woken.screen).toMatchObject({ kind: 'notPaid', mayRetry: true });
  });

  test('gone twice before a word about the card, or over the own card while it is mute: it is still read', () => {
    const mute = { kind: 'mute', reader: READER, generation: 1_000_001 } as const;
    for (const before of [null, { kind: 'serviceDown' }, { kind: 'noReader' }, mute] as const) {
      const walk = toNotPaid();
      if (before !== null) walk.send({ kind: 'card', status: before });
      walk.send({ kind: 'hostGone' });
      walk.insert(2_000_001);
      expect(walk.last('readCard').generation).toBe(2_000_001);
      expect(walk.screen).toMatchObject({ kind: 'notPaid', mayRetry: false });
      answerProof(walk);
      expect(walk.screen).toMatchObject({ kind: 'notPaid', mayRetry: true });
    }
  });

  test('gone twice before a word about the card: the own success stays, another card takes over, an empty slot asks nobody', () => {
    const done = (): Walk => {
      const walk = new Walk().toWorking();
      walk.finish();
      walk.printOut();
      walk.send({ kind: 'hostGone' });
      walk.send({ kind: 'hostGone' });
      return walk;
    };
    const own = done();
    own.insert(2_000_001);
    answerProof(own);
    own.wait(4000);
    expect(own.screen.kind).toBe('done');
    const other = done();
    other.insert(2_000_001);
    answerProof(other, { name: '测试乙' });
    other.wait(4000);
    expect(other.screen.kind).toBe('readingCard');
    const empty = done();
    empty.remove();
    expect(empty.state.adopt).toBe(false);
    empty.send({ kind: 'hostGone' });
    empty.insert(3_000_001);
    expect(empty.state.proof).toBeNull();
  });

  test('gone again and again over the proof: it is not read for ever', () => {
    const walk = toNotPaid();
    for (let host = 1; host <= 4; host++) {
      walk.insert(host * 1_000_000 + 1);
      walk.send({ kind: 'hostGone' });
    }
    expect(walk.count('readCard')).toBe(1 + 2);
    walk.insert(9_000_001);
    expect(walk.screen).toMatchObject({ kind: 'notPaid', mayRetry: false });
  });

  test('gone at a refused PIN: the own card does not ask for it again, another one is a new session', () => {
    const refused = (): Walk => {
      const walk = new Walk().ready().insert().read();
      walk.send({ kind: 'pinEnded', op: walk.last('verifyPin').op, result: { kind: 'blocked' } });
      expect(walk.screen.kind).toBe('pinProblem');
      walk.send({ kind: 'hostGone' });
      walk.insert(1_000_001);
      return walk;
    };
    const own = refused();
    answerProof(own);
    expect(own.screen.kind).toBe('pinProblem');
    expect(own.count('verifyPin')).toBe(1);
    const other = refused();
    answerProof(other, { name: '测试乙' });
    expect(other.screen.kind).toBe('readingCard');
  });

  test('gone while another card is in: the new one’s number for it is not taken for the own one', () => {
    const walk = new Walk().toWorking();
    walk.remove();
    walk.insert(2);
    walk.send({ kind: 'hostGone' });
    walk.insert(1_000_001);
    expect(walk.screen.kind).toBe('working');
    const failure = { code: 'CENTRE_UNREACHABLE', reason: null } as const;
    walk.send({ kind: 'settleEnded', op: walk.last('settle').op, result: { kind: 'notSent', failure } });
    expect(walk.screen.kind).toBe('notPaid');
    expect(walk.want({ kind: 'retry' })).toBe(false);
  });

  test('gone over a card that hung it: the card must come out, it is not read for ever', () => {
    const walk = new Walk().ready();
    walk.insert();
    walk.send({
      kind: 'cardRead',
      op: walk.last('readCard').op,
      result: { ok: false, error: 'CARD_MUTE' },
      today: TODAY,
    });
    walk.send({ kind: 'hostGone' });
    // What a new host says before it has found service and reader is no word about the card.
    walk.send({ kind: 'card', status: { kind: 'serviceDown' } });
    walk.send({ kind: 'card', status: { kind: 'noReader' } });
    walk.insert(1_000_001);
    expect(walk.screen).toMatchObject({ kind: 'cardProblem', failure: 'CARD_MUTE' });
    expect(walk.count('readCard')).toBe(1);
    walk.remove();
    expect(walk.screen.kind).toBe('insertCard');
  });

  test('hosts that keep dying under a card end with the card refused', () => {
    const walk = new Walk().ready();
    walk.insert();
    for (let host = 1; host <= 3; host++) {
      walk.send({ kind: 'hostGone' });
      walk.insert(host * 1_000_000 + 1);
    }
    expect(walk.screen).toMatchObject({ kind: 'cardProblem', failure: 'READER_STUCK' });
    expect(walk.count('readCard')).toBe(3);
  });

  test('none comes back: out of service, and nothing of the person stays', () => {
    const walk = new Walk().toSplit();
    walk.send({ kind: 'hostGone' });
    walk.wait(21_000);
    expect(walk.screen).toMatchObject({ kind: 'outOfService', failure: 'HOST_GONE' });
    expect(walk.state.stage).toEqual({ kind: 'idle' });
  });
});
