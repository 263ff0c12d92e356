import { afterEach, describe, expect, it } from 'vitest';
import { endAll } from './testing/start.ts';
import { firstSettlement, refused2601, rowOf, rule, type UnansweredOptions, unanswered } from './testing/unanswered.ts';

afterEach(endAll);

const ENCOUNTER = 'OP20260302001';

const unknown = (weather: UnansweredOptions['weather'], answers: UnansweredOptions['answers']) =>
  unanswered({ weather, answers });

describe('what people may say of an UNKNOWN', () => {
  it('stands by the centre’s figures where two people found its number there', async () => {
    // This centre answers 5203 only for a setl_id, and takes no 2601.
    const t = await unanswered({
      weather: 'lostAfter',
      answers: () => true,
      changes: { settlementQueryNeedsSetlId: true },
      arrives: refused2601,
    });
    expect(firstSettlement(t)?.state).toBe('unknown');
    const { id } = rowOf(t, 'reversal-stuck');
    const [theirs] = t.sides.kit.ledger.settlements();
    expect(await rule(t, id, { resolution: 'void' })).toMatchObject({ error: { code: 'WORKLIST_FENCE_OPEN' } });
    const made = await rule(t, id, { resolution: 'stands', evidence: { setlId: '990100000000000000000000000000' } });
    expect(made).toMatchObject({ error: { code: 'WORKLIST_NOT_PROVEN' } });
    const evidence = { setlId: theirs?.setlId ?? '' };
    expect(await rule(t, id, { resolution: 'stands', evidence })).toMatchObject({ ok: true });
    expect(firstSettlement(t)).toMatchObject({ state: 'settled', setlId: theirs?.setlId, foundBy: '5203' });
    await t.quiet();
    expect(t.hisRow()?.settlement).toMatchObject({ total: '1065.48' });
    expect(t.terminal.audited).toContain('settlement.resolved');
  });

  it('does not stand while its 2601 is unanswered: that may still take it back', async () => {
    const t = await unanswered({
      weather: 'lostAfter',
      answers: () => false,
      changes: { settlementQueryNeedsSetlId: true },
    });
    expect(firstSettlement(t)?.state).toBe('fencing');
    t.way.answers = (infno) => infno !== '2601';
    const evidence = { setlId: t.sides.kit.ledger.settlements()[0]?.setlId ?? '' };
    const { id } = rowOf(t, 'reversal-stuck');
    expect(await rule(t, id, { resolution: 'stands', evidence })).toMatchObject({
      error: { code: 'WORKLIST_FENCE_OPEN' },
    });
    t.way.answers = () => true;
    await t.quiet();
    expect(firstSettlement(t)?.state).toBe('reversed');
    expect(t.terminal.store.worklist.list('open', 9)).toEqual([]);
  });

  it('is not void where the centre cannot be asked: nobody knows that nothing was paid', async () => {
    const t = await unknown('lostAfter', () => false);
    const { id } = rowOf(t, 'settlement-unknown');
    expect(await rule(t, id, { resolution: 'void' })).toMatchObject({ error: { code: 'WORKLIST_UNANSWERED' } });
    expect(await rule(t, id, { resolution: 'stands' })).toMatchObject({ error: { code: 'WORKLIST_UNANSWERED' } });
    expect(firstSettlement(t)?.state).toBe('unknown');
    expect(t.terminal.settlements.isBlocked(ENCOUNTER)).toBe(true);
  });

  it('with an unanswered 2601 it is void only if 5203 shows nothing now, and the 2601 goes out all the same', async () => {
    const t = await unknown('lostBefore', (infno) => infno !== '2601');
    expect(firstSettlement(t)?.state).toBe('fencing');
    const { id } = rowOf(t, 'reversal-stuck');
    t.way.answers = () => false;
    expect(await rule(t, id, { resolution: 'void' })).toMatchObject({ error: { code: 'WORKLIST_FENCE_OPEN' } });
    t.way.answers = (infno) => infno !== '2601';
    expect(await rule(t, id, { resolution: 'void' })).toMatchObject({ ok: true, value: { resolution: 'void' } });
    expect(firstSettlement(t)).toMatchObject({ state: 'reversed', live: false });
    expect(t.terminal.store.worklist.list('open', 9)).toEqual([]);
    expect(t.hisRow()?.settlement).toBeNull();
    expect(t.sides.kit.ledger.isFenced(firstSettlement(t)?.messageId ?? '')).toBe(false);
    t.way.answers = () => true;
    await t.quiet();
    expect(t.sides.kit.ledger.isFenced(firstSettlement(t)?.messageId ?? '')).toBe(true);
    expect(t.hisRow()?.holder).toBeNull();
    // The encounter may be paid, once.
    t.sides.forecast = () => 'fine';
    expect((await t.settle()).kind).toBe('settled');
    expect(t.sides.kit.ledger.settlements()).toHaveLength(1);
  });

  it('what is void by word and arrives hours later is taken back by the 2601 that is still being sent', async () => {
    const t = await unknown('lostBefore', (infno) => infno !== '2601');
    const { kit } = t.sides;
    // The visit is still there: its undoing is as late as the 2207.
    Object.assign(kit.ledger, { cancelVisit: () => undefined, deleteFees: () => 0 });
    const { id } = rowOf(t, 'reversal-stuck');
    const told: string[] = [];
    t.terminal.settlements.onResolved((_id, result) => told.push(result.kind));
    expect((await rule(t, id, { resolution: 'void' })).ok).toBe(true);
    const sent = t.terminal.store.messages.get(firstSettlement(t)?.messageRow ?? 0);
    if (sent === null) throw new Error('no 2207');
    kit.handle(sent.request, kit.ledger, t.clock, t.random);
    expect(kit.ledger.settlements().map((row) => row.state)).toEqual(['settled']);
    t.way.answers = () => true;
    await t.quiet();
    expect(kit.ledger.settlements().map((row) => row.state)).toEqual(['reversed']);
    expect(told).toEqual(['reversed']);
    expect(t.terminal.store.worklist.list('open', 9)).toEqual([]);
  });

  it('that has been settled after all ends by itself while two people look for it', async () => {
    const t = await unknown('lostAfter', () => false);
    const { id } = rowOf(t, 'settlement-unknown');
    t.way.answers = () => true;
    await t.quiet();
    expect(await rule(t, id, { resolution: 'void' })).toMatchObject({ error: { code: 'WORKLIST_NOT_FOUND' } });
    expect(firstSettlement(t)?.state).toBe('settled');
  });
});
