import { afterEach, describe, expect, it } from 'vitest';
import { fen } from '../../common/kernel/money.ts';
import { foundAfterSession, lateSettlement, REASON } from './testing/late.ts';
import { endAll } from './testing/start.ts';
import { firstSettlement, rowOf, rule, unanswered } from './testing/unanswered.ts';

afterEach(endAll);

const ENCOUNTER = 'OP20260302001';

describe('who may say what', () => {
  it('money needs two different people', async () => {
    const t = await unanswered({ weather: 'lostAfter', answers: () => false });
    const { id } = rowOf(t, 'settlement-unknown');
    for (const second of [null, 'S001']) {
      const ruled = await rule(t, id, { resolution: 'stands', act: { by: 'S001', second } });
      expect(ruled).toMatchObject({ ok: false, error: { code: 'STAFF_SAME_PERSON' } });
    }
  });

  it('each kind has its own answers', async () => {
    const t = await unanswered({ weather: 'lostAfter', answers: () => false });
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
    expect(firstSettlement(t)?.state).toBe('settled');
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

describe('what came late', () => {
  it('stands by two people, with the centre’s figures, and the HIS is told', async () => {
    const t = await lateSettlement();
    expect(await rule(t, t.work.id, { resolution: 'stands' })).toMatchObject({ ok: true });
    const [theirs] = t.sides.kit.ledger.settlements();
    expect(firstSettlement(t)).toMatchObject({ state: 'settled', setlId: theirs?.setlId, foundBy: '5203' });
    expect(firstSettlement(t)?.splitSettled).toMatchObject({ total: theirs?.total, cash: theirs?.cash });
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
    expect(firstSettlement(t)?.state).toBe('reversed');
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
    const found = firstSettlement(t);
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
