import { describe, expect, test } from 'vitest';
import type { CardView } from '../../common/contracts/session/services/card.ts';
import { ok } from '../../common/kernel/result.ts';
import { atCard, audits, OWN_CARD } from './testing/card-kit.ts';
import { Walk } from './testing/session-kit.ts';

describe('a loss report is withdrawn', () => {
  const lost: CardView = { ...OWN_CARD, state: 'lost', since: '2026-11-02', acts: ['withdrawLoss'] };
  const withdrawn: CardView = { ...OWN_CARD, since: '2026-11-21', withdrawn: true };

  test('the PIN is asked for again, then the centre; the new state is shown, the act is on the chain', () => {
    const walk = atCard(lost);
    const before = walk.count('verifyPin');
    expect(walk.want({ kind: 'withdrawLoss' })).toBe(true);
    expect(walk.screen).toMatchObject({ kind: 'enterPin', about: 'withdrawLoss' });
    expect(walk.count('verifyPin')).toBe(before + 1);
    expect(walk.effects.filter((e) => e.kind === 'askService' && e.act !== undefined)).toEqual([]);
    walk.verify();
    expect(walk.last('askService')).toMatchObject({ service: 'card', part: null, act: 'withdrawLoss' });
    walk.send({ kind: 'serviceAsked', op: walk.last('askService').op, result: ok(withdrawn) });
    expect(walk.screen).toMatchObject({ kind: 'service', answer: { state: 'normal', withdrawn: true } });
    expect(audits(walk).slice(-4)).toEqual([
      'pin.verified',
      'card.withdrawal-asked',
      'benefits.shown',
      'card.loss-withdrawn',
    ]);
  });

  test('that it was asked for is on the chain also where nobody waits for the answer', () => {
    const walk = atCard(lost);
    walk.want({ kind: 'withdrawLoss' });
    walk.verify();
    walk.remove();
    walk.send({ kind: 'serviceAsked', op: walk.last('askService').op, result: ok(withdrawn) });
    expect(walk.screen.kind).toBe('insertCard');
    expect(audits(walk)).toContain('card.withdrawal-asked');
    expect(audits(walk)).not.toContain('card.loss-withdrawn');
  });

  test('without a right PIN the centre is not asked', () => {
    const walk = atCard(lost);
    walk.want({ kind: 'withdrawLoss' });
    const asked = walk.count('askService');
    walk.send({ kind: 'pinEnded', op: walk.last('verifyPin').op, result: { kind: 'wrong', triesLeft: 3 } });
    expect(walk.screen).toMatchObject({ kind: 'enterPin', about: 'withdrawLoss', refused: true });
    walk.send({ kind: 'pinEnded', op: walk.last('verifyPin').op, result: { kind: 'cancelled' } });
    expect(walk.screen).toMatchObject({ kind: 'service', answer: { state: 'lost' } });
    expect(walk.count('askService')).toBe(asked);
  });

  test('"back" ends the entry and leads to the card’s page; there is none at the session’s beginning', () => {
    const walk = atCard(lost);
    walk.want({ kind: 'withdrawLoss' });
    expect(walk.want({ kind: 'back' })).toBe(true);
    expect(walk.screen.kind).toBe('service');
    expect(walk.count('cancelPin')).toBe(1);
    const first = new Walk().ready();
    first.insert();
    first.read();
    expect(first.want({ kind: 'back' })).toBe(false);
  });

  test('a page turned by name withdraws nothing, and a card that is in order has nothing to withdraw', () => {
    const walk = atCard(lost);
    walk.want({ kind: 'turnService', to: 'withdrawLoss' });
    expect(walk.last('askService').act).toBeUndefined();
    expect(atCard().want({ kind: 'withdrawLoss' })).toBe(false);
  });

  test('an answer that is lost may be asked for again, and leads back to the card', () => {
    const walk = atCard(lost);
    walk.want({ kind: 'withdrawLoss' });
    walk.verify();
    const result = { ok: false, error: { code: 'BENEFITS_UNREACHABLE', reason: null } } as const;
    walk.send({ kind: 'serviceAsked', op: walk.last('askService').op, result });
    expect(walk.screen).toMatchObject({ kind: 'stepFailed', mayRetry: true, mayGoBack: true });
    walk.want({ kind: 'retry' });
    expect(walk.last('askService')).toMatchObject({ act: 'withdrawLoss' });
  });
});
