import { afterEach, describe, expect, it } from 'vitest';
import { lateSettlement } from './testing/late.ts';
import { endAll } from './testing/start.ts';
import { openDifference, refused2601, rule, unanswered } from './testing/unanswered.ts';

afterEach(endAll);

const ENCOUNTER = 'OP20260302001';
const TYPED = { setlId: '990100000000000000000000000000' };

const idOf = (open: readonly { readonly id: number; readonly kind: string }[], kind: string): number => {
  const row = open.find((one) => one.kind === kind);
  if (row === undefined) throw new Error(`no ${kind}`);
  return row.id;
};

describe('a number that a person brings proves no void', () => {
  it('of what came late and stands at the centre', async () => {
    const t = await lateSettlement();
    for (const evidence of [undefined, TYPED]) {
      const ruled = await rule(t, t.work.id, { resolution: 'void', ...(evidence && { evidence }) });
      expect(ruled).toMatchObject({ ok: false, error: { code: 'WORKLIST_NOT_PROVEN' } });
    }
    expect(t.terminal.settlements.isBlocked(ENCOUNTER)).toBe(true);
    t.sides.forecast = () => 'fine';
    await expect(t.settle()).rejects.toThrow('SETTLEMENT_OPEN');
    expect(t.sides.kit.ledger.settlements()).toHaveLength(1);
  });

  it.each(['answered by nobody', 'refused'] as const)(
    'where the centre wants a number and the 2601 was %s',
    async (how) => {
      const t = await unanswered({
        weather: 'lostAfter',
        answers: (infno) => how === 'refused' || infno !== '2601',
        changes: { settlementQueryNeedsSetlId: true },
        ...(how === 'refused' && { arrives: refused2601 }),
      });
      const id = idOf(t.open(), 'reversal-stuck');
      expect(await rule(t, id, { resolution: 'void', evidence: TYPED })).toMatchObject({
        error: { code: 'WORKLIST_FENCE_OPEN' },
      });
      expect(t.terminal.settlements.isBlocked(ENCOUNTER)).toBe(true);
      expect(t.centre()).toEqual(['settled']);
      // Only the 2601 itself ends it.
      Object.assign(t.way, { answers: () => true, arrives: (text: string) => text });
      await t.quiet();
      expect([t.settlement().state, t.isFenced(), t.centre()]).toEqual(['reversed', true, ['reversed']]);
    },
  );
});

describe('a void whose 2601 is unanswered', () => {
  const stuck = async (changes = {}) => {
    const t = await unanswered({ weather: 'lostBefore', answers: (infno) => infno !== '2601', changes });
    const id = idOf(t.open(), 'reversal-stuck');
    expect((await rule(t, id, { resolution: 'void' })).ok).toBe(true);
    t.keepVisit();
    return t;
  };

  it('cannot be said to stand afterwards, nor be given back: the 2601 would do either again', async () => {
    const t = await stuck();
    t.arrive();
    const id = openDifference(t, { verdict: 'deniedHere', setlId: t.sides.kit.ledger.settlements()[0]?.setlId ?? '' });
    for (const resolution of ['stands', 'refund'] as const) {
      expect(await rule(t, id, { resolution })).toMatchObject({ error: { code: 'WORKLIST_FENCE_OPEN' } });
    }
    t.way.answers = () => true;
    await t.quiet();
    expect([t.settlement().state, t.centre(), t.hisRow()?.settlement]).toEqual(['reversed', ['reversed'], null]);
    expect(await rule(t, id, { resolution: 'void' })).toMatchObject({ ok: true });
  });

  // The clock is somewhere else in the 2601's waits each time, and a copy of it is under way or not.
  it.each([380, 395, 405, 415, 425, 435, 445, 455])('goes on after a refusal of it, %d s later', async (seconds) => {
    const t = await stuck();
    await t.clock.advance(seconds * 1000);
    let reached = 0;
    t.way.arrives = (text) => (text.includes('"2601"') && ++reached === 1 ? refused2601(text) : text);
    t.way.answers = () => true;
    await t.clock.advance(7_200_000);
    expect(reached).toBeGreaterThan(1);
    expect(t.isFenced()).toBe(true);
    t.arrive();
    await t.clock.advance(3_600_000);
    expect([t.centre(), t.settlement().state, t.open()]).toEqual([[], 'reversed', []]);
    expect(t.terminal.store.settlements.toVerify()).toEqual([]);
  });

  it('is made anew where it is refused for good; after six a person is called, and what came is told', async () => {
    const t = await stuck();
    Object.assign(t.way, { answers: () => true, arrives: refused2601 });
    const before = new Set(t.sent('2601').map((message) => message.text)).size;
    await t.clock.advance(900_000);
    expect(new Set(t.sent('2601').map((message) => message.text)).size).toBeGreaterThanOrEqual(before + 6);
    expect(t.open()).toMatchObject([{ kind: 'reversal-stuck', detail: { state: 'reversed' } }]);
    expect(t.terminal.audited).toContain('settlement.fence-refused');
    t.arrive();
    await t.clock.advance(900_000);
    expect(t.open().map((row) => row.kind)).toContain('settlement-late');
    expect(t.terminal.settlements.isBlocked(ENCOUNTER)).toBe(true);
    // No 2601 of it is under way, so it may be said to stand.
    expect(await rule(t, idOf(t.open(), 'settlement-late'), { resolution: 'stands' })).toMatchObject({ ok: true });
    const sent = t.sent('2601').length;
    t.way.arrives = (text) => text;
    await t.quiet();
    expect([t.settlement().state, t.centre(), t.sent('2601').length]).toEqual(['settled', ['settled'], sent]);
  });

  it('is taken up by the next process, which has not forgotten it', async () => {
    const t = await stuck();
    t.terminal.kill();
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    const next = t.boot();
    t.way.answers = () => true;
    await t.clock.until(next.settlements.recover());
    await t.quiet();
    expect(t.sides.kit.ledger.isFenced(next.store.settlements.get(1)?.messageId ?? '')).toBe(true);
    expect(next.store.settlements.toVerify()).toEqual([]);
    next.kill();
  });
});

it('a 2601 that is made by a void is on its way at once', async () => {
  const t = await unanswered({ weather: 'lostBefore', answers: () => false });
  expect(t.settlement()).toMatchObject({ state: 'unknown', fenceMessageRow: null });
  const id = idOf(t.open(), 'settlement-unknown');
  // The recovery itself may be asking: then it makes the 2601, and both are of one mind about it.
  t.way.answers = (infno) => infno !== '2601';
  expect((await rule(t, id, { resolution: 'void' })).ok).toBe(true);
  t.way.answers = () => true;
  await t.clock.advance(10_000);
  expect(t.isFenced()).toBe(true);
});
