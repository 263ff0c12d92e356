import { afterEach, describe, expect, it } from 'vitest';
import { failure } from './deps.ts';
import { resultOf } from './results.ts';
import { endAll, start } from './testing/start.ts';

afterEach(endAll);

/** A settlement as the journal has it once it is settled, and its visit. */
async function settled() {
  const t = start();
  const result = await t.settle();
  const { settlements, visits } = t.terminal.store;
  const row = settlements.get(1);
  const visit = visits.get(1);
  if (row === null || visit === null) throw new Error('no settlement');
  return { row, visit, result };
}

describe('what the session is told', () => {
  it('settled: with the figures of the centre beside those that were shown', async () => {
    const { row, visit } = await settled();
    const told = resultOf(row, visit);
    expect(told).toMatchObject({
      kind: 'settled',
      settled: {
        id: 1,
        messageId: row.messageId,
        setlId: row.setlId,
        settledAt: row.setlTime,
        split: row.splitSettled,
        scope: row.scopeSettled,
        changed: false,
        foundBy: 'answer',
        checkCode: row.checkCode,
        prepared: {
          id: 1,
          mdtrtId: visit.mdtrtId,
          useAccount: row.useAccount,
          split: row.splitShown,
          levels: row.levels,
        },
      },
    });
  });

  it.each(['splitSettled', 'setlId', 'setlTime', 'foundBy'] as const)('never settled without its %s', async (part) => {
    const { row, visit } = await settled();
    expect(() => resultOf({ ...row, [part]: null }, visit)).toThrow('without its figures');
    expect(() => resultOf(row, { ...visit, mdtrtId: null })).toThrow('without its figures');
  });

  it('refused, not sent: why', async () => {
    const { row, visit } = await settled();
    const why = failure('CENTRE_REFUSED', '余额不足');
    for (const kind of ['refused', 'notSent'] as const) {
      expect(resultOf({ ...row, state: kind, failure: why }, visit)).toEqual({ kind, failure: why });
    }
    const unsaid = (state: 'refused' | 'notSent') => resultOf({ ...row, state, failure: null }, visit);
    expect(unsaid('refused')).toMatchObject({ failure: { code: 'CENTRE_REFUSED' } });
    expect(unsaid('notSent')).toMatchObject({ failure: { code: 'CENTRE_UNREACHABLE' } });
  });

  it('reversed: refused where the centre had refused it, with its words', async () => {
    const { row, visit } = await settled();
    const why = failure('CENTRE_REFUSED', '余额不足');
    const reversed = { ...row, state: 'reversed' } as const;
    expect(resultOf({ ...reversed, failure: why }, visit)).toEqual({ kind: 'refused', failure: why });
    expect(resultOf(reversed, visit)).toEqual({ kind: 'reversed', messageId: row.messageId });
  });

  it.each(['intended', 'unknown', 'fencing'] as const)('%s: unknown, whatever was said before', async (state) => {
    const { row, visit } = await settled();
    const { messageId, checkCode } = row;
    const told = resultOf({ ...row, state, failure: failure('CENTRE_REFUSED') }, visit);
    expect(told).toEqual({ kind: 'unknown', messageId, checkCode });
  });
});
