import { describe, expect, test } from 'vitest';
import type { LossCard } from '../../common/contracts/session/loss.ts';
import { pii, unwrapPii } from '../../common/kernel/pii.ts';
import { err, ok } from '../../common/kernel/result.ts';
import { Walk } from './testing/session-kit.ts';

const TOKEN = 'ESSC-LAB-0123456789abcdef';
const own: LossCard = {
  name: '李*兰',
  cardTail: '4265',
  state: 'normal',
  since: '2019-06-01',
  mayReport: true,
  number: null,
  asOf: '2026-11-21 09:00:00',
};
const reported: LossCard = { ...own, state: 'lost', since: '2026-11-21', mayReport: false, number: 'GS202611211' };
const unreachable = err({ code: 'BENEFITS_UNREACHABLE', reason: null } as const);

function atShow(policy: ConstructorParameters<typeof Walk>[0] = {}): Walk {
  const walk = new Walk(policy).ready();
  expect(walk.want({ kind: 'openLoss' })).toBe(true);
  return walk;
}
const show = (walk: Walk): boolean => walk.send({ kind: 'electronicCard', token: pii(TOKEN) });
const answer = (walk: Walk, result: Extract<Parameters<Walk['send']>[0], { kind: 'lossAsked' }>['result']): void => {
  walk.send({ kind: 'lossAsked', op: walk.last('askLoss').op, result });
};
function atConfirm(card = own): Walk {
  const walk = atShow();
  show(walk);
  answer(walk, ok(card));
  return walk;
}
const audits = (walk: Walk): string[] => walk.effects.flatMap((e) => (e.kind === 'audit' ? [e.code] : []));

describe('a card is reported lost by electronic card', () => {
  test('shown, looked up, confirmed, reported; the slip comes, the acts are on the chain', () => {
    const walk = atShow();
    expect(walk.screen).toMatchObject({ kind: 'loss', step: 'show', card: null });
    show(walk);
    expect(walk.screen).toMatchObject({ step: 'asking' });
    expect(walk.last('askLoss')).toMatchObject({ report: false });
    answer(walk, ok(own));
    expect(walk.screen).toMatchObject({ step: 'confirm', card: { name: '李*兰', cardTail: '4265' } });
    expect(walk.want({ kind: 'confirmLoss' })).toBe(true);
    expect(walk.last('askLoss')).toMatchObject({ report: true });
    expect(unwrapPii(walk.last('askLoss').token)).toBe(TOKEN);
    answer(walk, ok(reported));
    expect(walk.screen).toMatchObject({ kind: 'loss', step: 'done', card: { state: 'lost' }, print: 'queued' });
    expect(walk.last('print').slip).toMatchObject({ kind: 'loss', card: { number: 'GS202611211' } });
    expect(audits(walk)).toEqual(['card.loss-asked', 'card.loss-reported']);
    walk.printOut();
    expect(walk.screen).toMatchObject({ print: 'printed' });
    walk.want({ kind: 'end' });
    expect(walk.screen.kind).toBe('insertCard');
  });

  test('nothing is reported before the person has confirmed, and of a card not in use nothing can be', () => {
    const walk = atConfirm();
    expect(walk.effects.filter((e) => e.kind === 'askLoss' && e.report)).toEqual([]);
    const lost = atConfirm({ ...reported });
    expect(lost.want({ kind: 'confirmLoss' })).toBe(false);
  });

  test('the token is in no snapshot, and gone with the stage', () => {
    const walk = atConfirm();
    expect(JSON.stringify(walk.snapshot())).not.toContain(TOKEN);
    walk.want({ kind: 'end' });
    expect(JSON.stringify(walk.state)).not.toContain(TOKEN);
    expect(walk.state.stage).toEqual({ kind: 'idle' });
  });

  test('a code that is shown when nobody asked for one is nobody’s business', () => {
    const walk = new Walk().ready();
    show(walk);
    expect(walk.count('askLoss')).toBe(0);
    const confirm = atConfirm();
    show(confirm);
    expect(confirm.count('askLoss')).toBe(1);
  });

  test('a code of no use, and a bureau that does not answer, may be shown again; nothing was reported', () => {
    for (const [result, trouble] of [
      [err({ code: 'BENEFITS_NO_RECORD', reason: null } as const), 'unknownCode'],
      [unreachable, 'noAnswer'],
    ] as const) {
      const walk = atShow();
      show(walk);
      answer(walk, result);
      expect(walk.screen).toMatchObject({ step: 'failed', trouble });
      expect(walk.want({ kind: 'retry' })).toBe(true);
      expect(walk.screen).toMatchObject({ step: 'show' });
    }
  });

  test('a report whose answer is lost is told as not known, and asked for again with the same token', () => {
    const walk = atConfirm();
    walk.want({ kind: 'confirmLoss' });
    answer(walk, unreachable);
    expect(walk.screen).toMatchObject({ step: 'failed', trouble: 'unsure' });
    walk.want({ kind: 'retry' });
    expect(walk.screen).toMatchObject({ step: 'reporting' });
    expect(walk.last('askLoss')).toMatchObject({ report: true });
    answer(walk, ok(reported));
    expect(walk.screen).toMatchObject({ step: 'done' });
  });

  test('while the report is on its way neither key, clock nor card ends it', () => {
    const walk = atConfirm();
    walk.want({ kind: 'confirmLoss' });
    expect(walk.want({ kind: 'end' })).toBe(false);
    walk.wait(300_000);
    walk.insert();
    walk.send({ kind: 'fault', code: 'STORE_FULL' });
    expect(walk.screen).toMatchObject({ kind: 'loss', step: 'reporting' });
    answer(walk, ok(reported));
    expect(walk.screen).toMatchObject({ kind: 'loss', step: 'done' });
  });

  test('a card that is put in before begins its own session, and a late answer is dropped', () => {
    const walk = atShow();
    show(walk);
    const { op } = walk.last('askLoss');
    walk.insert();
    expect(walk.screen.kind).toBe('readingCard');
    walk.send({ kind: 'lossAsked', op, result: ok(own) });
    expect(walk.screen.kind).toBe('readingCard');
  });

  test('somebody who walked away is asked, and then it ends', () => {
    const walk = atConfirm();
    walk.wait(61_000);
    expect(walk.screen.kind).toBe('stillThere');
    walk.wait(31_000);
    expect(walk.screen.kind).toBe('insertCard');
  });

  test('it is offered only where electronic cards are read, and the terminal works and is empty', () => {
    const without = new Walk({ hasElectronicCard: false }).ready();
    expect(without.screen).toMatchObject({ kind: 'insertCard', loss: false });
    expect(without.want({ kind: 'openLoss' })).toBe(false);
    const faulty = new Walk().ready();
    faulty.send({ kind: 'fault', code: 'STORE_FULL' });
    expect(faulty.want({ kind: 'openLoss' })).toBe(false);
    const readerless = new Walk();
    readerless.send({ kind: 'card', status: { kind: 'noReader' } });
    expect(readerless.want({ kind: 'openLoss' })).toBe(false);
  });
});
