import { describe, expect, it } from 'vitest';
import { fencing, no, reversed, rulingKit, type Shown, settled } from './testing/ruling.ts';

describe('that nothing was paid', () => {
  it.each(['missing', 'refunded'] as const)('where 5203 shows: %s', async (shown) => {
    const k = rulingKit({ shows: () => shown });
    expect((await k.rule({ resolution: 'void' })).ok).toBe(true);
    expect(k.row()).toMatchObject({ state: 'reversed', live: false });
    expect(k.asked).toEqual([undefined]);
  });

  it.each([
    [{ state: 'unknown' }, 'silent', 'WORKLIST_FENCE_OPEN'],
    [fencing(), 'silent', 'WORKLIST_FENCE_OPEN'],
    [reversed, 'silent', 'CENTRE_UNREACHABLE'],
    [reversed, 'found', 'WORKLIST_NOT_PROVEN'],
    [reversed, 'unsound', 'WORKLIST_NOT_PROVEN'],
  ] as const)('not of one that is %o where 5203 shows: %s', async (settlement, shown, code) => {
    const k = rulingKit({ kind: 'settlement-late', settlement, shows: () => shown });
    expect(await k.rule({ resolution: 'void' })).toMatchObject(no(code));
    expect(k.row().state).toBe(settlement.state);
  });

  it('not by a number that a person brings; by the one that was seen, and without one', async () => {
    const shows = (setlId: string | undefined): Shown => (setlId === 'S3' ? 'found' : 'missing');
    const k = rulingKit({ detail: { setlId: 'S3' }, shows });
    expect(await k.rule({ resolution: 'void', evidence: { setlId: 'S9' } })).toMatchObject(no('WORKLIST_NOT_PROVEN'));
    expect(k.asked).toEqual([undefined, 'S3']);
  });

  it('while its 2601 is unanswered', async () => {
    const k = rulingKit({ settlement: fencing(), fence: { mayArrive: true } });
    expect((await k.rule({ resolution: 'void' })).ok).toBe(true);
  });

  describe('at a centre that wants a number', () => {
    it('by the one that was seen', async () => {
      const k = rulingKit({ needsSetlId: true, detail: { setlId: 'S3' } });
      expect((await k.rule({ resolution: 'void' })).ok).toBe(true);
      expect(k.asked).toEqual(['S3']);
    });

    it.each([
      [false, false],
      [true, true],
    ])('where none was seen, by an answered 2601 only: %s', async (isDone, may) => {
      const k = rulingKit({ needsSetlId: true, fence: { isDone } });
      expect(await k.rule({ resolution: 'void' })).toMatchObject(may ? { ok: true } : no('WORKLIST_FENCE_OPEN'));
      expect(k.asked).toEqual([]);
    });
  });

  it.each([
    ['difference', { state: 'refused', live: false }, true],
    ['difference', { state: 'notSent', live: false }, true],
    ['settlement-late', { state: 'refused', live: false }, false],
    ['settlement-late', { state: 'notSent', live: false }, false],
    ['difference', settled, false],
    ['settlement-late', settled, false],
  ] as const)('%s of one that was %o: %s', async (kind, settlement, may) => {
    const k = rulingKit({ kind, settlement });
    expect(await k.rule({ resolution: 'void' })).toMatchObject(may ? { ok: true } : no('WORKLIST_NOT_ALLOWED'));
    // What was never in force moves nothing.
    expect(k.row().state).toBe(settlement.state);
    expect(k.audited.filter((one) => Reflect.get(one, 'event') !== undefined)).toEqual([]);
  });
});
