import { describe, expect, test } from 'vitest';
import { err, ok } from '../../common/kernel/result.ts';
import { found, prepared, settled } from '../testing/people.ts';
import { PAID, Walk } from './testing/session-kit.ts';

describe('the other ends', () => {
  test('refused: the centre’s words, no retry, a slip; leaving gives the preparation back', () => {
    const walk = new Walk().toWorking();
    const failure = { code: 'CENTRE_REFUSED', reason: '待遇未享受' } as const;
    walk.send({ kind: 'settleEnded', op: walk.last('settle').op, result: { kind: 'refused', failure } });
    expect(walk.screen).toMatchObject({ kind: 'notPaid', reason: '待遇未享受', mayRetry: false });
    expect(walk.last('print').slip.kind).toBe('refused');
    expect(walk.want({ kind: 'retry' })).toBe(false);
    walk.want({ kind: 'end' });
    expect(walk.count('abandon')).toBe(1);
  });

  test('not sent: a new try prepares and confirms anew; only with the own card in', () => {
    const walk = new Walk().toWorking();
    const failure = { code: 'CENTRE_UNREACHABLE', reason: null } as const;
    walk.send({ kind: 'settleEnded', op: walk.last('settle').op, result: { kind: 'notSent', failure } });
    expect(walk.screen).toMatchObject({ kind: 'notPaid', mayRetry: true });
    expect(walk.count('print')).toBe(0);
    expect(walk.want({ kind: 'retry' })).toBe(true);
    expect(walk.screen.kind).toBe('preparing');
    expect(walk.count('abandon')).toBe(0);
    const gone = new Walk().toWorking();
    gone.remove();
    gone.send({ kind: 'settleEnded', op: gone.last('settle').op, result: { kind: 'notSent', failure } });
    expect(gone.screen).toMatchObject({ kind: 'notPaid', mayRetry: false });
    expect(gone.want({ kind: 'retry' })).toBe(false);
  });

  test('unknown, then found: the person who still stands there gets the result and the original slip', () => {
    const walk = new Walk().toWorking().unknown();
    expect(walk.screen).toMatchObject({ kind: 'unknown', messageId: PAID, total: 10_000 });
    expect(walk.last('print').slip.kind).toBe('unknown');
    const { prepared: from } = walk.last('settle');
    walk.send({
      kind: 'resolved',
      messageId: PAID,
      result: { kind: 'settled', settled: settled(from, { foundBy: '5203' }) },
    });
    expect(walk.screen.kind).toBe('done');
    expect(walk.last('print').slip.kind).toBe('settlement');
    expect(walk.count('print')).toBe(2);
  });

  test('unknown, then fenced: nothing was paid, a new try is allowed', () => {
    const walk = new Walk().toWorking().unknown();
    walk.send({ kind: 'resolved', messageId: PAID, result: { kind: 'reversed', messageId: PAID } });
    expect(walk.screen).toMatchObject({ kind: 'notPaid', sinceReversed: true, mayRetry: true });
    expect(walk.last('print').slip.kind).toBe('reversed');
  });

  test('a resolution that comes after the person left, or of another settlement, shows and prints nothing', () => {
    const walk = new Walk().toWorking().unknown().printOut();
    walk.send({ kind: 'resolved', messageId: 'other', result: { kind: 'reversed', messageId: 'other' } });
    expect(walk.screen.kind).toBe('unknown');
    walk.remove();
    walk.wait(11_000);
    expect(walk.screen.kind).toBe('insertCard');
    walk.send({ kind: 'resolved', messageId: PAID, result: { kind: 'reversed', messageId: PAID } });
    expect(walk.screen.kind).toBe('insertCard');
    expect(walk.count('print')).toBe(1);
  });

  test('a changed split shows what was confirmed beside what was settled', () => {
    const walk = new Walk().toWorking();
    const { op, prepared: from } = walk.last('settle');
    const other = prepared(from.encounter, false).split;
    const result = { kind: 'settled', settled: settled(from, { split: other, changed: true }) } as const;
    walk.send({ kind: 'settleEnded', op, result });
    expect(walk.screen).toMatchObject({ kind: 'done', split: other, confirmedSplit: from.split });
  });

  test('the failures before the money: a retry where it can help, from where it stopped', () => {
    const walk = new Walk().ready();
    walk.insert();
    walk.read();
    walk.verify();
    const fail = { code: 'HIS_UNREACHABLE', reason: null } as const;
    walk.send({ kind: 'lookedUp', op: walk.last('lookUp').op, result: err(fail) });
    expect(walk.screen).toMatchObject({ kind: 'stepFailed', failure: 'HIS_UNREACHABLE', mayRetry: true });
    walk.want({ kind: 'retry' });
    expect(walk.screen.kind).toBe('lookingUp');
    const none = { code: 'PERSON_NOT_INSURED', reason: null } as const;
    walk.send({ kind: 'lookedUp', op: walk.last('lookUp').op, result: err(none) });
    expect(walk.screen).toMatchObject({ failure: 'PERSON_NOT_INSURED', mayRetry: false });
    expect(walk.want({ kind: 'retry' })).toBe(false);
    walk.want({ kind: 'end' });
    expect(walk.screen.kind).toBe('takeCard');
  });

  test('nothing unpaid has its own screen', () => {
    const walk = new Walk().ready();
    walk.insert();
    walk.read();
    walk.verify();
    walk.send({ kind: 'lookedUp', op: walk.last('lookUp').op, result: ok(found([])) });
    expect(walk.screen.kind).toBe('nothingUnpaid');
  });

  test('without a printer the result says that there is no slip', () => {
    const walk = new Walk({ hasPrinter: false }).toWorking();
    walk.finish();
    expect(walk.screen).toMatchObject({ kind: 'done', print: 'none' });
    expect(walk.count('print')).toBe(0);
  });
});

test('a success that is left is said once, for whoever looks whether she was told of it', () => {
  const walk = new Walk().toWorking();
  const { op, prepared: from } = walk.last('settle');
  walk.send({ kind: 'settleEnded', op, result: { kind: 'settled', settled: settled(from) } });
  expect(walk.count('left')).toBe(0);
  walk.want({ kind: 'end' });
  walk.remove();
  expect(walk.effects.filter(({ kind }) => kind === 'left')).toEqual([{ kind: 'left', messageId: PAID }]);
});
