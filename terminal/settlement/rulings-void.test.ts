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
    [{ state: 'unknown' }, 'silent', 'WORKLIST_UNANSWERED'],
    [fencing(), 'silent', 'WORKLIST_FENCE_OPEN'],
    [reversed, 'silent', 'WORKLIST_UNANSWERED'],
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

  describe('of what counts and is gone at the centre', () => {
    const detail = { verdict: 'missingThere', setlId: 'S1' };
    const gone = { kind: 'difference', detail, settlement: settled } as const;

    it.each(['missing', 'refunded'] as const)('where 5203 shows: %s', async (shown) => {
      const k = rulingKit({ ...gone, shows: () => shown });
      expect((await k.rule({ resolution: 'void' })).ok).toBe(true);
      expect(k.asked).toEqual([undefined, 'S1']);
      expect(k.row()).toMatchObject({ state: 'reversed', live: false });
      expect(k.settled).toEqual(['reversed']);
    });

    it.each([
      ['silent', 'WORKLIST_UNANSWERED'],
      ['found', 'WORKLIST_NOT_PROVEN'],
      ['unsound', 'WORKLIST_NOT_PROVEN'],
    ] as const)('not where 5203 shows: %s', async (shown, code) => {
      const k = rulingKit({ ...gone, shows: () => shown });
      expect(await k.rule({ resolution: 'void' })).toMatchObject(no(code));
      expect(k.row().state).toBe('settled');
      expect(k.item()?.resolution).toBeNull();
    });

    it.each([
      ['the row is about a refund', { detail: { verdict: 'missingThere', setlId: 'R1' } }, undefined],
      ['the figures differ', { detail: { verdict: 'amountDiffers', setlId: 'S1' } }, undefined],
      ['it is being given back', {}, 'ready'],
      ['it was given back', {}, 'done'],
    ] as const)('not where %s', async (_words, change, refund) => {
      const k = rulingKit({ ...gone, ...change });
      if (refund !== undefined) k.refundOf(refund);
      expect(await k.rule({ resolution: 'void' })).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
      expect(k.row().state).toBe('settled');
    });

    it('its refund given up is nothing in its way', async () => {
      const k = rulingKit(gone);
      k.refundOf('kept');
      expect((await k.rule({ resolution: 'void' })).ok).toBe(true);
    });

    it('not where a refund has begun meanwhile', async () => {
      const k = rulingKit({
        ...gone,
        meanwhile: ({ store }) => {
          const order = { setlId: 'S1', cause: 'staff', by: 'A', second: 'B' } as const;
          if (store.refunds.ofSettlement(1) !== null) return;
          store.transaction(() =>
            store.refunds.insert({ settlementId: 1, encounterId: 'OP20260302001', ...order, nowMs: 0 }),
          );
        },
      });
      expect(await k.rule({ resolution: 'void' })).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
      expect([k.row().state, k.item()?.resolution]).toEqual(['settled', null]);
    });
  });

  it('not of what other people have said to stand meanwhile', async () => {
    const k = rulingKit({
      kind: 'settlement-late',
      settlement: reversed,
      meanwhile: ({ store }) =>
        store.transaction(() => store.settlements.change(1, { state: 'settled', settled: settled.settled }, 0)),
    });
    expect(await k.rule({ resolution: 'void' })).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
    expect([k.row().state, k.item()?.resolution]).toEqual(['settled', null]);
  });

  describe('of a second effect of one message', () => {
    const shows = (setlId: string | undefined): Shown => (setlId === 'B' ? 'missing' : 'found');
    const denied = { verdict: 'deniedHere', setlId: 'B' };

    it.each([
      ['counted on', { kind: 'difference', detail: denied, settlement: settled }, 'S1', true],
      ['on no list', { kind: 'settlement-late', detail: denied, settlement: reversed }, 'A', false],
      ['the very one', { kind: 'difference', detail: denied, settlement: settled }, 'B', false],
      ['of an open one', { kind: 'difference', detail: denied }, 'A', false],
    ] as const)('what stands beside it is %s', async (_words, world, number, may) => {
      const k = rulingKit({ ...world, shows, under: () => number });
      const before = k.row().state;
      expect(await k.rule({ resolution: 'void' })).toMatchObject(may ? { ok: true } : no('WORKLIST_NOT_PROVEN'));
      expect(k.row().state).toBe(before);
    });

    it.each([
      ['settlement-late', { setlId: 'A' }, true],
      ['settlement-unsound', { setlId: 'A' }, false],
      ['settlement-late', { setlId: 'C' }, false],
    ] as const)('what stands beside it has a row of its own: %s %o', async (kind, detail, may) => {
      const k = rulingKit({ kind: 'difference', detail: denied, settlement: reversed, shows, under: () => 'A' });
      k.open(kind, 'beside', detail);
      expect(await k.rule({ resolution: 'void' })).toMatchObject(may ? { ok: true } : no('WORKLIST_NOT_PROVEN'));
      expect(k.work().map(({ subject }) => subject)).toContain('beside');
    });
  });

  describe('of what another sender has settled', () => {
    const detail = { verdict: 'doubled', setlId: 'B', messageId: 'another terminal’s' };

    it.each([
      ['missing', undefined],
      ['refunded', undefined],
      ['found', 'WORKLIST_NOT_PROVEN'],
      ['unsound', 'WORKLIST_NOT_PROVEN'],
      ['silent', 'WORKLIST_UNANSWERED'],
    ] as const)('by its own number alone, and ours stays: 5203 shows %s', async (shown, code) => {
      for (const settlement of [settled, reversed]) {
        const k = rulingKit({ kind: 'difference', detail, settlement, shows: () => shown });
        k.open('difference', 'the same', { ...detail });
        const said = await k.rule({ resolution: 'void' });
        expect(said).toMatchObject(code === undefined ? { ok: true } : no(code));
        expect([k.asked, k.row().state]).toEqual([['B'], settlement.state]);
        expect(k.work()).toHaveLength(code === undefined ? 0 : 2);
      }
    });

    it('it is not ours to give back', async () => {
      const k = rulingKit({ kind: 'difference', detail, settlement: settled, shows: () => 'missing' });
      expect(await k.rule({ resolution: 'refund' })).toMatchObject(no('WORKLIST_NOT_PROVEN'));
      expect(k.asked).toEqual(['B']);
    });
  });

  describe('of a refund that the centre does not have', () => {
    const detail = { verdict: 'missingThere', setlId: 'R1' };
    // One that counted, and one that came late and never did.
    const worlds = [settled, reversed] as const;

    it.each([
      ['missing', undefined],
      ['refunded', undefined],
      ['found', 'WORKLIST_NOT_PROVEN'],
      ['silent', 'WORKLIST_UNANSWERED'],
    ] as const)('by the number that was given back, and nothing moves: 5203 shows %s', async (shown, code) => {
      for (const settlement of worlds) {
        const k = rulingKit({ kind: 'difference', detail, settlement, shows: () => shown, under: () => 'S1' });
        k.refundOf('done');
        const said = await k.rule({ resolution: 'void' });
        expect(said).toMatchObject(code === undefined ? { ok: true } : no(code));
        expect(k.asked).toEqual(code === undefined ? [undefined, 'S1'] : [undefined]);
        expect(k.row().state).toBe(settlement.state);
      }
    });

    it.each(['stands', 'refund', 'noted'] as const)('no other word: %s', async (resolution) => {
      for (const settlement of worlds) {
        const k = rulingKit({ kind: 'difference', detail, settlement, shows: () => 'found', under: () => 'S1' });
        k.refundOf('done');
        expect(await k.rule({ resolution })).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
      }
    });
  });
});
