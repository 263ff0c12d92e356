import { describe, expect, it } from 'vitest';
import { fencing, no, reversed, rulingKit, settled } from './testing/ruling.ts';

/** Its 2601, which has been built. */
const addFence = (k: ReturnType<typeof rulingKit>) =>
  k.store.transaction(() => {
    const messageId = k.store.messages.nextId('H99010000001', 7, k.clock.now());
    const fence = { messageId, infno: '2601', visitId: 1, request: new Uint8Array(), nowMs: 0 };
    k.store.settlements.change(1, { fenceMessageRow: k.store.messages.insert(fence) }, 0);
  });

describe('that it stands', () => {
  it('by the figures of the centre, asked by the number that is known, or else by the one that a person saw', async () => {
    const k = rulingKit({ shows: () => 'found' });
    await k.rule({ resolution: 'stands', evidence: { setlId: 'S7' } });
    expect(k.asked).toEqual(['S7']);
    expect(k.row()).toMatchObject({ state: 'settled', setlId: 'S7' });
    const other = rulingKit({ shows: () => 'found', detail: { setlId: 'S3' } });
    const said = { resolution: 'stands', evidence: { setlId: 'S7' } } as const;
    expect(await other.rule(said)).toMatchObject(no('WORKLIST_NOT_PROVEN'));
    expect(other.asked).toEqual([]);
    const row = rulingKit({ shows: () => 'found', detail: { setlId: 'S3' } });
    await row.rule({ resolution: 'stands' });
    expect(row.asked).toEqual(['S3']);
    for (const setlId of ['', 3, null]) {
      const none = rulingKit({ shows: () => 'found', detail: { setlId } });
      await none.rule({ resolution: 'stands' });
      expect(none.asked).toEqual([undefined]);
    }
  });

  it.each([
    ['silent', 'WORKLIST_UNANSWERED'],
    ['stopped', 'WORKLIST_UNANSWERED'],
    ['missing', 'WORKLIST_NOT_PROVEN'],
    ['refunded', 'WORKLIST_NOT_PROVEN'],
    ['unsound', 'WORKLIST_NOT_PROVEN'],
  ] as const)('not where 5203 shows: %s', async (shown, code) => {
    const k = rulingKit({ shows: () => shown });
    expect(await k.rule({ resolution: 'stands' })).toMatchObject(no(code));
    expect(k.row().state).toBe('unknown');
    expect(k.item()?.resolution).toBeNull();
    expect(k.settled).toEqual([]);
  });

  it.each([
    ['its 2601 is unanswered', { state: 'fencing' }, {}],
    ['a copy of a 2601 may still arrive', { state: 'unknown' }, { mayArrive: true }],
  ] as const)('not while %s', async (_words, settlement, fence) => {
    const k = rulingKit({
      settlement: settlement.state === 'fencing' ? fencing() : settlement,
      fence,
      shows: () => 'found',
    });
    expect(await k.rule({ resolution: 'stands' })).toMatchObject(no('WORKLIST_FENCE_OPEN'));
    expect(k.asked).toEqual([]);
  });

  it('of a reversed one, where its 2601 is done or was refused, nothing of it is on its way, and no other stands', async () => {
    const late = { kind: 'settlement-late', shows: () => 'found' as const } as const;
    const k = rulingKit({ ...late, settlement: reversed });
    expect((await k.rule({ resolution: 'stands' })).ok).toBe(true);
    expect(k.row().state).toBe('settled');
    const withFence = rulingKit({ ...late, settlement: reversed, fence: { isDone: false } });
    addFence(withFence);
    expect(await withFence.rule({ resolution: 'stands' })).toMatchObject(no('WORKLIST_FENCE_OPEN'));
    const done = rulingKit({ ...late, settlement: reversed, fence: { isDone: true } });
    addFence(done);
    expect((await done.rule({ resolution: 'stands' })).ok).toBe(true);
  });

  it.each([
    ['open', {}, undefined, false],
    ['settled', settled, undefined, false],
    ['settled, and being given back', settled, 'ready', false],
    ['settled, and not given back after all', settled, 'kept', false],
    ['settled, and given back', settled, 'refunded', true],
    ['settled, given back and undone', settled, 'done', true],
    ['refused', { state: 'refused', live: false }, undefined, true],
  ] as const)('of a reversed one whose encounter has another that is %s', async (_words, other, refund, may) => {
    const k = rulingKit({ kind: 'settlement-late', settlement: reversed, shows: () => 'found' });
    k.intend(other);
    if (refund !== undefined) k.refundOf(refund, 2);
    const answer = await k.rule({ resolution: 'stands' });
    expect(answer).toMatchObject(may ? { ok: true } : no('WORKLIST_NOT_ALLOWED'));
  });

  it.each([
    [{ state: 'refused', live: false }, undefined],
    [settled, undefined],
    [reversed, 'ready'],
  ] as const)('not of one that is %o, its refund %s', async (settlement, refund) => {
    const k = rulingKit({ kind: 'settlement-late', settlement, shows: () => 'found' });
    if (refund !== undefined) k.refundOf(refund);
    expect(await k.rule({ resolution: 'stands' })).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
    expect(k.asked).toEqual([]);
  });

  it('of one whose refund was given up', async () => {
    const k = rulingKit({ kind: 'settlement-late', settlement: reversed, shows: () => 'found' });
    k.refundOf('kept');
    expect((await k.rule({ resolution: 'stands' })).ok).toBe(true);
  });

  it('of one that we have as settled moves nothing', async () => {
    const k = rulingKit({ kind: 'difference', settlement: settled, shows: () => 'found' });
    expect((await k.rule({ resolution: 'stands' })).ok).toBe(true);
    expect(k.asked).toEqual(['S1']);
    expect(k.row().state).toBe('settled');
    expect(k.settled).toEqual(['settled']);
  });

  it.each([
    ['found', undefined],
    ['missing', 'WORKLIST_NOT_PROVEN'],
    ['unsound', 'WORKLIST_NOT_PROVEN'],
    ['silent', 'WORKLIST_UNANSWERED'],
  ] as const)('of a difference: 5203, asked once more, shows %s', async (shown, code) => {
    for (const detail of [
      { verdict: 'missingThere', setlId: 'S1' },
      { verdict: 'amountDiffers', setlId: 'S1' },
      { verdict: 'refundedElsewhere', setlId: 'R1' },
      // Another sender's: what stays is ours.
      { verdict: 'doubled', setlId: 'B', messageId: 'another terminal’s' },
    ]) {
      const k = rulingKit({ kind: 'difference', detail, settlement: settled, shows: () => shown });
      expect(await k.rule({ resolution: 'stands' })).toMatchObject(code === undefined ? { ok: true } : no(code));
      expect(k.asked).toEqual(['S1']);
      expect(k.row().state).toBe('settled');
    }
  });

  it('and what was unsound under its number has ended by itself: nobody can say of that that it stands', async () => {
    const k = rulingKit({ shows: () => 'found', under: () => 'A' });
    k.open('settlement-unsound', 'beside', { setlId: 'A' });
    k.open('settlement-unsound', 'another', { setlId: 'B' });
    expect((await k.rule({ resolution: 'stands' })).ok).toBe(true);
    expect(k.store.worklist.get(2)).toMatchObject({ resolution: 'ended', by: null });
    expect(k.work().map(({ subject }) => subject)).toEqual(['another']);
  });

  it.each(['stands', 'refund'] as const)(
    'not, and not %s, of a second effect beside the one that counts',
    async (word) => {
      const k = rulingKit({ kind: 'difference', detail: { verdict: 'doubled', setlId: 'B' }, settlement: settled });
      expect(await k.rule({ resolution: word })).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
      expect(k.asked).toEqual([]);
    },
  );

  it('not of one that was settled and taken back: the HIS knows its message id', async () => {
    const settlement = { ...settled, state: 'reversed' as const };
    const k = rulingKit({ kind: 'settlement-late', settlement, shows: () => 'found' });
    expect(await k.rule({ resolution: 'stands' })).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
    expect(k.row().state).toBe('reversed');
  });
});
