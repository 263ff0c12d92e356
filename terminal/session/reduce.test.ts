import { describe, expect, test } from 'vitest';
import { ok } from '../../common/kernel/result.ts';
import { encounter, found, HOLDER, prepared } from '../testing/people.ts';
import { Walk } from './testing/session-kit.ts';

describe('the way to the money', () => {
  test('card, PIN, look-up, visit, split, confirm, working, done, card out, rest', () => {
    const walk = new Walk();
    expect(walk.screen).toMatchObject({ kind: 'outOfService', failure: 'HOST_GONE' });
    walk.ready();
    expect(walk.screen.kind).toBe('insertCard');
    walk.insert();
    expect(walk.screen.kind).toBe('readingCard');
    walk.read();
    expect(walk.screen).toMatchObject({ kind: 'enterPin', person: { name: '李*兰', number: '110***********002X' } });
    walk.verify();
    expect(walk.screen.kind).toBe('lookingUp');
    const choices = [{ encounter: encounter('MZ1'), blocked: false }];
    walk.send({ kind: 'lookedUp', op: walk.last('lookUp').op, result: ok(found(choices)) });
    expect(walk.screen).toMatchObject({ kind: 'whoYouAre', schemes: ['310'], accountBalance: 9000 });
    walk.want({ kind: 'openVisit', encounterId: 'MZ1' });
    expect(walk.screen).toMatchObject({ kind: 'visit', visit: { total: 10_000, lineCount: 2 } });
    walk.want({ kind: 'acceptFees' });
    expect(walk.last('prepare').useAccount).toBe(true);
    walk.send({ kind: 'prepareStep', op: walk.last('prepare').op, step: 'fees' });
    expect(walk.screen).toMatchObject({ kind: 'preparing', step: 'fees' });
    walk.answerPrepare();
    expect(walk.screen).toMatchObject({ kind: 'split', useAccount: true, accountChoice: true });
    walk.want({ kind: 'acceptSplit' });
    walk.want({ kind: 'confirm', cash: prepared(encounter('MZ1'), true).split.cash });
    expect(walk.screen).toMatchObject({ kind: 'working', step: 'recorded', limitMs: 45_000 });
    walk.finish();
    expect(walk.screen).toMatchObject({ kind: 'done', print: 'queued', confirmedSplit: null });
    walk.printOut();
    expect(walk.screen).toMatchObject({ kind: 'done', print: 'printed' });
    walk.remove();
    walk.wait(9000);
    expect(walk.screen.kind).toBe('done');
    walk.wait(2000);
    expect(walk.screen.kind).toBe('insertCard');
    expect(JSON.stringify(walk.snapshot())).not.toContain(HOLDER.name);
  });

  test('a changed answer about the account runs 2206 again and shows the new split', () => {
    const walk = new Walk().toSplit();
    expect(walk.want({ kind: 'setUseAccount', use: true })).toBe(false);
    expect(walk.want({ kind: 'setUseAccount', use: false })).toBe(true);
    expect(walk.screen).toMatchObject({ kind: 'preparing', step: 'preSettle' });
    const { op, prepared: from } = walk.last('reprice');
    const again = prepared(from.encounter, false);
    walk.send({ kind: 'prepared', op, encounterId: from.encounter.encounterId, result: ok(again) });
    expect(walk.screen).toMatchObject({ kind: 'split', useAccount: false, split: { account: 0 } });
  });

  test('without a balance nobody is asked about the account, and it is not used', () => {
    const walk = new Walk().toSplit(0);
    expect(walk.last('prepare').useAccount).toBe(false);
    expect(walk.screen).toMatchObject({ kind: 'split', accountChoice: false });
    expect(walk.want({ kind: 'setUseAccount', use: true })).toBe(false);
  });

  test('back from the split keeps the preparation; back from the visit undoes it', () => {
    const walk = new Walk().toSplit();
    walk.want({ kind: 'back' });
    expect(walk.screen.kind).toBe('visit');
    walk.want({ kind: 'acceptFees' });
    expect(walk.screen.kind).toBe('split');
    expect(walk.count('prepare')).toBe(1);
    walk.want({ kind: 'back' });
    walk.want({ kind: 'back' });
    expect(walk.screen.kind).toBe('whoYouAre');
    expect(walk.last('abandon').target).toMatchObject({ encounter: { encounterId: 'MZ1' } });
  });

  test('an encounter whose settlement is open cannot be paid again', () => {
    const walk = new Walk().toWho();
    walk.want({ kind: 'openVisit', encounterId: 'MZ2' });
    expect(walk.screen).toMatchObject({ kind: 'stepFailed', failure: 'SETTLEMENT_OPEN', mayRetry: false });
    expect(walk.count('prepare')).toBe(0);
  });

  test('the amount on the key must be the amount of the split', () => {
    const walk = new Walk().toConfirm();
    expect(walk.want({ kind: 'confirm', cash: prepared(encounter('MZ1'), false).split.cash })).toBe(false);
    expect(walk.count('settle')).toBe(0);
  });

  test('a second tap on the paying key is refused, whichever snapshot it names', () => {
    const walk = new Walk().toConfirm();
    const { cash } = prepared(encounter('MZ1'), true).split;
    const seen = walk.state.version;
    expect(walk.want({ kind: 'confirm', cash }, seen)).toBe(true);
    expect(walk.want({ kind: 'confirm', cash }, seen)).toBe(false);
    expect(walk.want({ kind: 'confirm', cash })).toBe(false);
    expect(walk.count('settle')).toBe(1);
  });

  test('a key pressed on an older screen or on one not yet shown does nothing', () => {
    const walk = new Walk().toVisit();
    const old = walk.state.version - 1;
    expect(walk.want({ kind: 'acceptFees' }, old)).toBe(false);
    expect(walk.want({ kind: 'acceptFees' }, walk.state.version + 1)).toBe(false);
    expect(walk.want({ kind: 'retry' })).toBe(false);
    expect(walk.screen.kind).toBe('visit');
  });

  test('a count that ticked on does not make a key stale', () => {
    const walk = new Walk().toVisit();
    walk.wait(61_000);
    expect(walk.screen.kind).toBe('stillThere');
    const seen = walk.state.version;
    walk.wait(3000);
    expect(walk.state.version).toBeGreaterThan(seen);
    expect(walk.want({ kind: 'stay' }, seen)).toBe(true);
    expect(walk.screen.kind).toBe('visit');
  });
});

test('audit: the acts of a session come from its transitions', () => {
  const walk = new Walk().toWorking().finish().printOut();
  walk.want({ kind: 'end' });
  walk.remove();
  const codes = walk.effects.flatMap((effect) => (effect.kind === 'audit' ? [effect.code] : []));
  expect(codes).toEqual(['card.read', 'session.started', 'pin.verified', 'session.ended']);
});
