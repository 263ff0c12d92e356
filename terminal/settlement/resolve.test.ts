import { afterEach, describe, expect, it } from 'vitest';
import type { WorklistKind } from '../../common/contracts/worklist.ts';
import { fen } from '../../common/kernel/money.ts';
import { foundAfterSession, lateSettlement, REASON } from './testing/late.ts';
import { endAll, type start } from './testing/start.ts';
import { refused2601, rule, type UnansweredOptions, unanswered } from './testing/unanswered.ts';

afterEach(endAll);

const ENCOUNTER = 'OP20260302001';
type World = ReturnType<typeof start>;

const rowOf = (t: World, kind: WorklistKind) => {
  const row = t.terminal.store.worklist.list('open', 20).find((one) => one.kind === kind);
  if (row === undefined) throw new Error(`no ${kind}`);
  return row;
};
const settlement = (t: World) => t.terminal.store.settlements.get(1);

const unknown = (weather: UnansweredOptions['weather'], answers: UnansweredOptions['answers']) =>
  unanswered({ weather, answers });

describe('who may say what', () => {
  it('money needs two different people', async () => {
    const t = await unknown('lostAfter', () => false);
    const { id } = rowOf(t, 'settlement-unknown');
    for (const second of [null, 'S001']) {
      const ruled = await rule(t, id, { resolution: 'stands', act: { by: 'S001', second } });
      expect(ruled).toMatchObject({ ok: false, error: { code: 'STAFF_SAME_PERSON' } });
    }
  });

  it('each kind has its own answers', async () => {
    const t = await unknown('lostAfter', () => false);
    const { id } = rowOf(t, 'settlement-unknown');
    for (const resolution of ['noted', 'refund'] as const) {
      expect(await rule(t, id, { resolution })).toMatchObject({ ok: false, error: { code: 'WORKLIST_NOT_ALLOWED' } });
    }
    expect(await rule(t, 999, { resolution: 'stands' })).toMatchObject({
      ok: false,
      error: { code: 'WORKLIST_NOT_FOUND' },
    });
  });

  it('a reason is needed, and no citizen’s number stands in it', async () => {
    const t = await foundAfterSession();
    await t.quiet();
    const { id } = rowOf(t, 'settlement-after-session');
    for (const reason of ['', '  ', '持卡人 11010519491231002X 来过']) {
      expect(await rule(t, id, { resolution: 'noted', reason })).toMatchObject({
        ok: false,
        error: { code: 'WORKLIST_NOT_ALLOWED' },
      });
    }
    const noted = await rule(t, id, { resolution: 'noted', act: { by: 'S007', second: null } });
    expect(noted).toMatchObject({ ok: true, value: { resolution: 'noted', by: 'S007', second: null, reason: REASON } });
    expect(settlement(t)?.state).toBe('settled');
    expect(await rule(t, id, { resolution: 'noted' })).toMatchObject({ error: { code: 'WORKLIST_NOT_FOUND' } });
    // Who, what and why are in the audit, and the operator knows.
    await t.quiet();
    expect(t.terminal.audited).toContain('worklist.resolved');
    expect(t.sides.operatorStore.all().findLast((one) => one.kind === 'worklist')?.body).toMatchObject({
      resolution: 'noted',
      by: 'S007',
      reason: REASON,
    });
  });
});

describe('an UNKNOWN', () => {
  it('stands by the centre’s figures where two people found its number there', async () => {
    // This centre answers 5203 only for a setl_id, and takes no 2601.
    const t = await unanswered({
      weather: 'lostAfter',
      answers: () => true,
      changes: { settlementQueryNeedsSetlId: true },
      arrives: refused2601,
    });
    expect(settlement(t)?.state).toBe('unknown');
    const { id } = rowOf(t, 'reversal-stuck');
    const [theirs] = t.sides.kit.ledger.settlements();
    expect(await rule(t, id, { resolution: 'void' })).toMatchObject({ error: { code: 'WORKLIST_FENCE_OPEN' } });
    const made = await rule(t, id, { resolution: 'stands', evidence: { setlId: '990100000000000000000000000000' } });
    expect(made).toMatchObject({ error: { code: 'WORKLIST_NOT_PROVEN' } });
    const evidence = { setlId: theirs?.setlId ?? '' };
    expect(await rule(t, id, { resolution: 'stands', evidence })).toMatchObject({ ok: true });
    expect(settlement(t)).toMatchObject({ state: 'settled', setlId: theirs?.setlId, foundBy: '5203' });
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
    expect(settlement(t)?.state).toBe('fencing');
    t.way.answers = (infno) => infno !== '2601';
    const evidence = { setlId: t.sides.kit.ledger.settlements()[0]?.setlId ?? '' };
    const { id } = rowOf(t, 'reversal-stuck');
    expect(await rule(t, id, { resolution: 'stands', evidence })).toMatchObject({
      error: { code: 'WORKLIST_FENCE_OPEN' },
    });
    t.way.answers = () => true;
    await t.quiet();
    expect(settlement(t)?.state).toBe('reversed');
    expect(t.terminal.store.worklist.list('open', 9)).toEqual([]);
  });

  it('is not void where the centre cannot be asked: nobody knows that nothing was paid', async () => {
    const t = await unknown('lostAfter', () => false);
    const { id } = rowOf(t, 'settlement-unknown');
    expect(await rule(t, id, { resolution: 'void' })).toMatchObject({ error: { code: 'WORKLIST_FENCE_OPEN' } });
    expect(await rule(t, id, { resolution: 'stands' })).toMatchObject({ error: { code: 'CENTRE_UNREACHABLE' } });
    expect(settlement(t)?.state).toBe('unknown');
    expect(t.terminal.settlements.isBlocked(ENCOUNTER)).toBe(true);
  });

  it('with an unanswered 2601 it is void only if 5203 shows nothing now, and the 2601 goes out all the same', async () => {
    const t = await unknown('lostBefore', (infno) => infno !== '2601');
    expect(settlement(t)?.state).toBe('fencing');
    const { id } = rowOf(t, 'reversal-stuck');
    t.way.answers = () => false;
    expect(await rule(t, id, { resolution: 'void' })).toMatchObject({ error: { code: 'WORKLIST_FENCE_OPEN' } });
    t.way.answers = (infno) => infno !== '2601';
    expect(await rule(t, id, { resolution: 'void' })).toMatchObject({ ok: true, value: { resolution: 'void' } });
    expect(settlement(t)).toMatchObject({ state: 'reversed', live: false });
    expect(t.terminal.store.worklist.list('open', 9)).toEqual([]);
    expect(t.hisRow()?.settlement).toBeNull();
    expect(t.sides.kit.ledger.isFenced(settlement(t)?.messageId ?? '')).toBe(false);
    t.way.answers = () => true;
    await t.quiet();
    expect(t.sides.kit.ledger.isFenced(settlement(t)?.messageId ?? '')).toBe(true);
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
    const sent = t.terminal.store.messages.get(settlement(t)?.messageRow ?? 0);
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
    expect(settlement(t)?.state).toBe('settled');
  });
});

describe('what came late', () => {
  it('stands by two people, with the centre’s figures, and the HIS is told', async () => {
    const t = await lateSettlement();
    expect(await rule(t, t.work.id, { resolution: 'stands' })).toMatchObject({ ok: true });
    const [theirs] = t.sides.kit.ledger.settlements();
    expect(settlement(t)).toMatchObject({ state: 'settled', setlId: theirs?.setlId, foundBy: '5203' });
    expect(settlement(t)?.splitSettled).toMatchObject({ total: theirs?.total, cash: theirs?.cash });
    await t.quiet();
    expect(t.hisRow()?.settlement).toMatchObject({ setlId: theirs?.setlId });
    expect(t.records().filter((kind) => kind === 'settlement')).toHaveLength(1);
    expect(t.terminal.settlements.isBlocked(ENCOUNTER)).toBe(false);
  });

  it('cannot be called void while it stands there, nor stand when it is gone', async () => {
    const t = await lateSettlement();
    expect(await rule(t, t.work.id, { resolution: 'void' })).toMatchObject({ error: { code: 'WORKLIST_NOT_PROVEN' } });
    const [theirs] = t.sides.kit.ledger.settlements();
    t.sides.kit.ledger.setSettlementState(theirs?.setlId ?? '', 'reversed');
    for (const resolution of ['stands', 'refund'] as const) {
      expect(await rule(t, t.work.id, { resolution })).toMatchObject({ error: { code: 'WORKLIST_NOT_PROVEN' } });
    }
    expect(await rule(t, t.work.id, { resolution: 'void' })).toMatchObject({ ok: true });
    expect(settlement(t)?.state).toBe('reversed');
    expect(t.terminal.settlements.isBlocked(ENCOUNTER)).toBe(false);
  });

  it('cannot stand where its figures are wrong; giving it back needs no figures', async () => {
    const t = await lateSettlement();
    const { newestSettlement, settlement: bySetlId } = t.sides.kit.ledger;
    const wrong = (row: ReturnType<typeof bySetlId>) =>
      row === null || row.refundOf !== null ? row : { ...row, total: fen(row.total + 1) };
    t.sides.kit.ledger.newestSettlement = (psnNo, mdtrtId) => wrong(newestSettlement(psnNo, mdtrtId));
    t.sides.kit.ledger.settlement = (setlId) => wrong(bySetlId(setlId));
    expect(await rule(t, t.work.id, { resolution: 'stands' })).toMatchObject({
      error: { code: 'WORKLIST_NOT_PROVEN' },
    });
    Object.assign(t.sides.kit.ledger, { settlement: bySetlId });
    expect(await rule(t, t.work.id, { resolution: 'refund' })).toMatchObject({ ok: true });
    await t.quiet();
    expect(t.sides.kit.ledger.settlements().find((row) => row.refundOf === null)?.state).toBe('refunded');
  });

  it('the same refund cannot be begun twice', async () => {
    const t = await foundAfterSession();
    await t.quiet();
    t.sides.forecast = (to, what) => (to === 'centre' && what === '2208' ? 'lostBefore' : 'fine');
    const { id } = rowOf(t, 'settlement-after-session');
    expect((await rule(t, id, { resolution: 'refund' })).ok).toBe(true);
    const found = settlement(t);
    const again = t.terminal.store.transaction(() =>
      t.terminal.store.worklist.open({
        kind: 'difference',
        subject: 'a day of the books',
        encounterId: ENCOUNTER,
        settlementId: found?.id ?? null,
        amountFen: null,
        detail: {},
        nowMs: t.clock.now(),
      }),
    );
    expect(await rule(t, again.id, { resolution: 'refund' })).toMatchObject({
      error: { code: 'WORKLIST_NOT_ALLOWED' },
    });
    expect(() =>
      t.terminal.store.transaction(() =>
        t.terminal.store.refunds.insert({
          settlementId: 1,
          encounterId: ENCOUNTER,
          setlId: 'X',
          cause: 'staff',
          by: null,
          second: null,
          nowMs: 1,
        }),
      ),
    ).toThrow(/UNIQUE/);
  });
});

it('a ruling is one transaction: where any part of it fails, row and settlement are as they were', async () => {
  const t = await lateSettlement();
  const { refunds } = t.terminal.store;
  const real = refunds.insert;
  Object.assign(refunds, {
    insert: (...args: Parameters<typeof real>) => {
      real(...args);
      throw new Error('the database breaks');
    },
  });
  await expect(rule(t, t.work.id, { resolution: 'refund' })).rejects.toThrow('breaks');
  expect(t.terminal.store.worklist.get(t.work.id)).toMatchObject({ resolution: null, by: null });
  expect(t.terminal.store.refunds.open()).toEqual([]);
  expect(t.terminal.audited).not.toContain('worklist.resolved');
  Object.assign(refunds, { insert: real });
  expect((await rule(t, t.work.id, { resolution: 'refund' })).ok).toBe(true);
});
