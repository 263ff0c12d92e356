import { describe, expect, it } from 'vitest';
import { PEOPLE } from './testing/late.ts';
import { no, reversed, rulingKit, settled } from './testing/ruling.ts';

describe('that it be given back', () => {
  it.each([
    ['settlement-late', reversed, 'late-reply'],
    ['difference', reversed, 'difference'],
    ['settlement-unsound', reversed, 'staff'],
    ['settlement-after-session', settled, 'staff'],
  ] as const)('%s: under the number that 5203 shows, by the two', async (kind, settlement, cause) => {
    for (const shown of ['found', 'unsound'] as const) {
      const k = rulingKit({ kind, settlement, shows: () => shown });
      expect((await k.rule({ resolution: 'refund' })).ok).toBe(true);
      const own = settlement === settled ? 'S1' : undefined;
      expect(k.refunds).toEqual([{ setlId: own ?? 'S5', cause, ...PEOPLE }]);
      expect(k.asked).toEqual([own]);
    }
  });

  it.each([
    ['settlement-late', reversed, { setlId: 'S3' }, 'S3'],
    ['settlement-after-session', settled, {}, 'S1'],
  ] as const)('%s: never under another number than its own', async (kind, settlement, detail, own) => {
    const k = rulingKit({ kind, settlement, detail, shows: () => 'found', under: () => 'S9' });
    expect(await k.rule({ resolution: 'refund' })).toMatchObject(no('WORKLIST_NOT_PROVEN'));
    expect(k.asked).toEqual([own]);
    expect(await k.rule({ resolution: 'refund', evidence: { setlId: 'S9' } })).toMatchObject(no('WORKLIST_NOT_PROVEN'));
    expect(k.refunds).toEqual([]);
  });

  it.each([
    ['silent', 'WORKLIST_UNANSWERED'],
    ['missing', 'WORKLIST_NOT_PROVEN'],
    ['refunded', 'WORKLIST_NOT_PROVEN'],
  ] as const)('not where 5203 shows: %s', async (shown, code) => {
    const k = rulingKit({ kind: 'settlement-late', settlement: reversed, shows: () => shown });
    expect(await k.rule({ resolution: 'refund' })).toMatchObject(no(code));
    expect(k.refunds).toEqual([]);
  });

  it.each([
    [{ state: 'unknown' }, undefined],
    [{ state: 'refused', live: false }, undefined],
    [settled, 'ready'],
    [settled, 'done'],
  ] as const)('not of one that is %o, its refund %s', async (settlement, refund) => {
    const k = rulingKit({ kind: 'difference', settlement, shows: () => 'found' });
    if (refund !== undefined) k.refundOf(refund);
    expect(await k.rule({ resolution: 'refund' })).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
    expect(k.asked).toEqual([]);
  });

  it('not while a 2601 could give back the same money; of one that is settled there is none', async () => {
    const fence = { mayArrive: true };
    const k = rulingKit({ kind: 'settlement-late', settlement: reversed, fence, shows: () => 'found' });
    expect(await k.rule({ resolution: 'refund' })).toMatchObject(no('WORKLIST_FENCE_OPEN'));
    const stands = rulingKit({ kind: 'difference', settlement: settled, fence, shows: () => 'found' });
    expect((await stands.rule({ resolution: 'refund' })).ok).toBe(true);
  });
});
