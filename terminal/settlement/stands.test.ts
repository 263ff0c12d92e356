import { afterEach, describe, expect, it } from 'vitest';
import { lateSettlement, REASON } from './testing/late.ts';
import { endAll } from './testing/start.ts';
import { openDifference, rule } from './testing/unanswered.ts';

afterEach(endAll);

const ENCOUNTER = 'OP20260302001';
/** Long enough for the last look after a 2601, too short for a copy of it to be counted as gone, ms. */
const SOON_MS = 150_000;
const LATER_MS = 300_000;

type Late = Awaited<ReturnType<typeof lateSettlement>>;

/** A copy of the 2601 that was under way all the time reaches the centre. */
function copyArrives(t: Late): void {
  const row = t.terminal.store.settlements.get(1)?.fenceMessageRow ?? null;
  const fence = row === null ? null : t.terminal.store.messages.get(row);
  if (fence === null) throw new Error('no 2601');
  t.sides.kit.handle(fence.request, t.sides.kit.ledger, t.clock, t.random);
}
const centre = (t: Late): string[] => t.sides.kit.ledger.settlements().map((row) => row.state);
const open = (t: Late) => t.terminal.store.worklist.list('open', 20);

describe('what came after its own 2601', () => {
  it.each(['stands', 'refund'] as const)(
    'cannot be ruled: %s, while a copy of it may be under way',
    async (resolution) => {
      const t = await lateSettlement({}, { ranMs: LATER_MS, goneMs: SOON_MS, copyLost: true });
      expect(await rule(t, t.work.id, { resolution })).toMatchObject({ error: { code: 'WORKLIST_FENCE_OPEN' } });
      expect(t.terminal.settlements.isBlocked(ENCOUNTER)).toBe(true);
      await t.clock.advance(LATER_MS);
      expect(await rule(t, t.work.id, { resolution })).toMatchObject({ ok: true });
    },
  );

  it('can be ruled at once where its one 2601 was answered', async () => {
    const t = await lateSettlement({}, { ranMs: LATER_MS, goneMs: SOON_MS });
    expect(await rule(t, t.work.id, { resolution: 'stands' })).toMatchObject({ ok: true });
  });

  it('nor by the next process, which does not know when the last copy was sent', async () => {
    const t = await lateSettlement();
    t.terminal.kill();
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    const next = t.boot();
    const again = { ...t, terminal: next };
    await t.clock.until(next.settlements.recover());
    expect(await rule(again, t.work.id, { resolution: 'stands' })).toMatchObject({
      error: { code: 'WORKLIST_FENCE_OPEN' },
    });
    await t.clock.advance(LATER_MS);
    expect(await rule(again, t.work.id, { resolution: 'stands' })).toMatchObject({ ok: true });
    next.kill();
  });
});

describe('two people have said that it stands', () => {
  const ruled = async () => {
    const t = await lateSettlement();
    expect(await rule(t, t.work.id, { resolution: 'stands' })).toMatchObject({ ok: true });
    return t;
  };

  it('is looked at once more, and that is all where it does stand', async () => {
    const t = await ruled();
    expect(t.terminal.store.settlements.toVerify()).toHaveLength(1);
    const asked = t.sent('5203').length;
    await t.quiet();
    expect(t.sent('5203').length).toBeGreaterThan(asked);
    expect([open(t), t.terminal.store.settlements.toVerify()]).toEqual([[], []]);
    expect(t.terminal.store.settlements.get(1)?.state).toBe('settled');
  });

  it('and the centre has taken it back: a person is called, and nothing is moved by a reply', async () => {
    const t = await ruled();
    copyArrives(t);
    expect(centre(t)).toEqual(['reversed']);
    await t.quiet();
    const { setlId, state } = t.terminal.store.settlements.get(1) ?? {};
    expect(state).toBe('settled');
    expect(open(t)).toMatchObject([
      { kind: 'difference', subject: setlId, settlementId: 1, detail: { verdict: 'missingThere', setlId } },
    ]);
    expect(t.terminal.audited).toContain('settlement.gone');
    expect(t.terminal.store.settlements.toVerify()).toEqual([]);
    expect(t.records()).toContain('worklist');
  });

  it('and the centre is silent: it is asked until it answers', async () => {
    const t = await ruled();
    t.sides.forecast = (to) => (to === 'centre' ? 'lostBefore' : 'fine');
    await t.quiet();
    copyArrives(t);
    expect(open(t)).toEqual([]);
    t.sides.forecast = () => 'fine';
    await t.quiet();
    expect(open(t)).toMatchObject([{ kind: 'difference', detail: { verdict: 'missingThere' } }]);
  });

  it('and then that it is to be given back: that it is gone is nothing to call anybody for', async () => {
    const t = await ruled();
    const id = openDifference(t, { verdict: 'amountDiffers' });
    expect(await rule(t, id, { resolution: 'refund' })).toMatchObject({ ok: true });
    await t.quiet();
    expect(t.terminal.store.refunds.ofSettlement(1)?.state).toBe('done');
    expect([open(t), t.terminal.store.settlements.toVerify()]).toEqual([[], []]);
  });
});

describe('a settlement that two rows of the work-list are about', () => {
  const twice = async () => {
    const t = await lateSettlement();
    const id = openDifference(t, { verdict: 'deniedHere', setlId: t.sides.kit.ledger.settlements()[0]?.setlId ?? '' });
    return { ...t, difference: id };
  };

  it.each(['stands', 'refund'] as const)(
    'has one decision: with %s the other row ends too, by the same people',
    async (resolution) => {
      const t = await twice();
      expect(await rule(t, t.difference, { resolution })).toMatchObject({ ok: true });
      expect(open(t)).toEqual([]);
      expect(t.terminal.store.worklist.get(t.work.id)).toMatchObject({
        ...{ resolution, by: 'S001', second: 'S002' },
        reason: REASON,
      });
      await t.quiet();
      expect(open(t)).toEqual([]);
      // Nothing is left that would be in the way of a bill that the hospital asks for again.
      expect(t.terminal.settlements.isBlocked(ENCOUNTER)).toBe(false);
    },
  );

  it('void of the other one too', async () => {
    const t = await twice();
    copyArrives(t);
    expect(await rule(t, t.work.id, { resolution: 'void' })).toMatchObject({ ok: true });
    expect(open(t)).toEqual([]);
    expect(t.terminal.settlements.isBlocked(ENCOUNTER)).toBe(false);
  });
});
