import { afterEach, describe, expect, it } from 'vitest';
import { foundAfterSession, lateSettlement, PEOPLE, REASON } from '../testing/late.ts';
import type { Weather } from '../testing/other-sides.ts';
import { endAll, type start } from '../testing/start.ts';

afterEach(endAll);

const ENCOUNTER = 'OP20260302001';
type World = ReturnType<typeof start>;

const refunds = ({ sides }: World) => sides.kit.ledger.settlements().filter((row) => row.refundOf !== null);
const original = ({ sides }: World) => sides.kit.ledger.settlements().find((row) => row.refundOf === null);
const open = ({ terminal }: World) => terminal.store.worklist.list('open', 20).map((row) => row.kind);
const refund = ({ terminal }: World) => terminal.store.refunds.ofSettlement(1);

/** What holds once a refund has come to its end. */
function isGivenBack(t: World): void {
  expect(refund(t)).toMatchObject({ state: 'done' });
  expect(original(t)?.state).toBe('refunded');
  expect(refunds(t).filter((row) => row.state === 'settled')).toHaveLength(1);
  // 2208, then 2205, then 2202.
  const order = t.sides.arrived.map((message) => message.infno);
  expect(order.indexOf('2208')).toBeLessThan(order.lastIndexOf('2205'));
  expect(order.lastIndexOf('2205')).toBeLessThan(order.lastIndexOf('2202'));
  expect(t.terminal.store.settlements.get(1)?.state).toBe('settled');
  expect(t.terminal.settlements.isBlocked(ENCOUNTER)).toBe(false);
  // The HIS was told of both, in order, once each, and offers the encounter again.
  expect(t.sides.hisStore.bookings().map((entry) => entry.kind)).toEqual(['settled', 'refunded']);
  expect(t.hisRow()?.settlement).toBeNull();
  expect(t.records().filter((kind) => kind === 'refund')).toHaveLength(1);
  // No message id was sent twice.
  const sent = t.sent('2208').map((message) => message.text);
  expect(new Set(sent).size).toBe(sent.length);
}

describe('a settlement that is found after its session, where the profile gives it back', () => {
  it('is settled, told, refunded, told, undone, and off the work-list', async () => {
    const t = await foundAfterSession({ foundAfterSession: 'reverse' });
    await t.quiet();
    isGivenBack(t);
    expect(open(t)).toEqual([]);
    expect(t.terminal.store.worklist.list('all', 9)).toMatchObject([
      { kind: 'settlement-after-session', resolution: 'ended' },
    ]);
    expect(t.terminal.audited).toEqual(
      expect.arrayContaining(['settlement.found', 'refund.begun', 'refund.intent', 'refund.done', 'refund.unwound']),
    );
    // It may be paid anew, under a new registration.
    const again = await t.settle();
    expect(again.kind).toBe('settled');
    expect(
      t.sides.kit.ledger.settlements().filter((row) => row.state === 'settled' && row.refundOf === null),
    ).toHaveLength(1);
  });

  it.each(['lostAfter', 'lostBefore', 'garbled', 'status', 'notSent'] as const)(
    'a 2208 that is %s is looked up, fenced where it left no trace, and never simply sent again',
    async (weather) => {
      const t = await foundAfterSession({ foundAfterSession: 'reverse' });
      t.storm(weather, '2208');
      await t.quiet();
      isGivenBack(t);
      // Done at the centre and found by 5203; or not done, made void, and a new one with a new id.
      const done = weather === 'lostAfter' || weather === 'garbled';
      expect(t.sent('2208')).toHaveLength(1);
      expect(refund(t)?.foundBy).toBe(done ? '5203' : 'answer');
      expect(t.sent('2601')).toHaveLength(weather === 'lostBefore' || weather === 'status' ? 1 : 0);
    },
  );

  it('a 2208 that arrives after its own 2601 is without effect', async () => {
    const t = await foundAfterSession({ foundAfterSession: 'reverse' });
    t.storm('late', '2208');
    await t.quiet();
    isGivenBack(t);
    expect(t.sent('2208')).toHaveLength(2);
  });

  it('a 2601 of a 2208 that had been done after all undoes it, and it is done again with a new id', async () => {
    const t = await foundAfterSession({ foundAfterSession: 'reverse' });
    // 5203 does not show the refund for a while, as where another node answers.
    let blind = 0;
    const { newestSettlement, settlement } = t.sides.kit.ledger;
    t.storm('lostAfter', '2208');
    t.sides.kit.ledger.settlement = (setlId) => {
      const row = settlement(setlId);
      if (row?.state !== 'refunded' || blind++ > 3) return row;
      return { ...row, state: 'settled' };
    };
    await t.quiet();
    Object.assign(t.sides.kit.ledger, { newestSettlement, settlement });
    expect(t.sent('2601')).toHaveLength(1);
    isGivenBack(t);
    expect(refunds(t).map((row) => row.state)).toEqual(['reversed', 'settled']);
  });

  it('a settlement that was refunded elsewhere is found so, and nothing is sent', async () => {
    const t = await foundAfterSession({ foundAfterSession: 'reverse' });
    t.sides.forecast = (to, what) => (to === 'centre' && what === '2208' ? 'notSent' : 'fine');
    await t.clock.advance(1500);
    const row = original(t);
    if (row === undefined) throw new Error('no settlement');
    t.sides.kit.ledger.setSettlementState(row.setlId, 'refunded');
    await t.quiet();
    expect(refund(t)).toMatchObject({ state: 'done', foundBy: '5203' });
    expect(t.sent('2208')).toHaveLength(0);
  });

  it('is taken up by the next process, from wherever it stood', async () => {
    for (const commit of Array.from({ length: 26 }, (_, i) => i + 1)) {
      const t = await foundAfterSession({ foundAfterSession: 'reverse' });
      t.terminal.kill();
      await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
      const dying = t.boot({
        onCommit: (count) => (count === commit ? (commit % 2 === 0 ? 'before' : 'after') : 'go'),
      });
      t.clock.until(dying.settlements.recover()).catch(() => undefined);
      await t.clock.advance(120_000);
      dying.kill();
      await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
      const last = t.boot();
      await t.clock.until(last.settlements.recover());
      await t.quiet();
      isGivenBack({ ...t, terminal: last });
      last.kill();
    }
  }, 60_000);
});

describe('a refund that does not come to its end', () => {
  /** The centre refuses every 2208, as one that has cleared the month. Returns how to end it. */
  const refuse = ({ sides }: World): (() => void) => {
    const { kit } = sides;
    const real = kit.handle;
    const handle: typeof real = (bytes, ...rest) => {
      const text = new TextDecoder().decode(bytes);
      const other = text.includes('"2208"') ? text.replace('"setl_id":"', '"setl_id":"X') : text;
      return real(new TextEncoder().encode(other), ...rest);
    };
    Object.assign(kit, { handle });
    return () => void Object.assign(kit, { handle: real });
  };

  it('stops after six refusals and waits for people, who may try again or give it up', async () => {
    const t = await foundAfterSession({ foundAfterSession: 'reverse' });
    const relent = refuse(t);
    await t.quiet();
    expect(refund(t)).toMatchObject({ state: 'stopped' });
    expect(open(t)).toEqual(['settlement-after-session', 'refund-stuck']);
    const tries = t.sent('2208').length;
    expect(tries).toBe(6);
    expect(new Set(t.sent('2208').map((message) => message.text)).size).toBe(6);
    await t.quiet();
    expect(t.sent('2208')).toHaveLength(tries);
    expect(t.terminal.settlements.isBlocked(ENCOUNTER)).toBe(true);

    const stuck = t.terminal.store.worklist.list('open', 9).find((row) => row.kind === 'refund-stuck');
    if (stuck === undefined) throw new Error('not on the work-list');
    const ruling = { act: PEOPLE, reason: REASON } as const;
    // Nothing shows that it is gone.
    const gone = await t.clock.until(t.terminal.settlements.resolve(stuck.id, { ...ruling, resolution: 'void' }));
    expect(gone).toMatchObject({ ok: false, error: { code: 'WORKLIST_NOT_PROVEN' } });
    relent();
    const again = await t.clock.until(t.terminal.settlements.resolve(stuck.id, { ...ruling, resolution: 'refund' }));
    expect(again).toMatchObject({ ok: true, value: { resolution: 'refund', by: 'S001', second: 'S002' } });
    await t.quiet();
    isGivenBack(t);
    expect(open(t)).toEqual([]);
  });

  it('a centre that says nothing is asked on and on, and a person knows of it', async () => {
    const t = await foundAfterSession({ foundAfterSession: 'reverse' });
    const silent: Weather = 'lostBefore';
    let refunding = false;
    t.sides.forecast = (to, what) => {
      if (what === '2208') refunding = true;
      return to === 'centre' && refunding ? silent : 'fine';
    };
    await t.quiet();
    expect(refund(t)).toMatchObject({ state: 'unknown' });
    expect(open(t)).toEqual(['settlement-after-session', 'refund-stuck']);
    const stuck = t.terminal.store.worklist.list('open', 9).find((row) => row.kind === 'refund-stuck');
    const ruled = await t.clock.until(
      t.terminal.settlements.resolve(stuck?.id ?? 0, { resolution: 'stands', act: PEOPLE, reason: REASON }),
    );
    expect(ruled).toMatchObject({ ok: false, error: { code: 'WORKLIST_UNANSWERED' } });
    t.sides.forecast = () => 'fine';
    await t.quiet();
    isGivenBack(t);
    expect(open(t)).toEqual([]);
  });

  it('one that people give up leaves the settlement standing, and can be taken up again', async () => {
    const t = await foundAfterSession({ foundAfterSession: 'reverse' });
    t.sides.forecast = (to, what) => (to === 'centre' && what === '2208' ? 'notSent' : 'fine');
    await t.quiet();
    const stuck = t.terminal.store.worklist.list('open', 9).find((row) => row.kind === 'refund-stuck');
    const ruling = { resolution: 'stands', act: PEOPLE, reason: REASON } as const;
    const ruled = await t.clock.until(t.terminal.settlements.resolve(stuck?.id ?? 0, ruling));
    expect(ruled).toMatchObject({ ok: true, value: { resolution: 'stands' } });
    expect(refund(t)?.state).toBe('kept');
    expect(original(t)?.state).toBe('settled');
    expect(t.terminal.settlements.isBlocked(ENCOUNTER)).toBe(false);
    t.sides.forecast = () => 'fine';
    const row = t.terminal.store.worklist.list('open', 9).find((one) => one.kind === 'settlement-after-session');
    const back = { resolution: 'refund', act: PEOPLE, reason: REASON } as const;
    expect(await t.clock.until(t.terminal.settlements.resolve(row?.id ?? 0, back))).toMatchObject({ ok: true });
    await t.quiet();
    isGivenBack(t);
  });
});

describe('what came late', () => {
  it('is given back by two people: the HIS, which never knew of it, is not told, the operator is', async () => {
    const t = await lateSettlement();
    expect(t.work).toMatchObject({ kind: 'settlement-late', amountFen: t.total });
    const ruling = { resolution: 'refund', act: PEOPLE, reason: REASON } as const;
    const ruled = await t.clock.until(t.terminal.settlements.resolve(t.work.id, ruling));
    expect(ruled).toMatchObject({ ok: true, value: { resolution: 'refund', by: 'S001', second: 'S002' } });
    await t.quiet();
    expect(refund(t)).toMatchObject({ state: 'done', cause: 'late-reply', by: 'S001', second: 'S002' });
    expect(original(t)?.state).toBe('refunded');
    expect(t.terminal.store.settlements.get(1)?.state).toBe('reversed');
    expect(t.sides.hisStore.bookings()).toEqual([]);
    expect(t.records().filter((kind) => kind === 'refund')).toHaveLength(1);
    expect(t.terminal.settlements.isBlocked(ENCOUNTER)).toBe(false);
    expect((await t.settle()).kind).toBe('settled');
  });

  it('stays blocked while it is given back', async () => {
    const t = await lateSettlement();
    t.sides.forecast = (to, what) => (to === 'centre' && what === '2208' ? 'lostBefore' : 'fine');
    const ruling = { resolution: 'refund', act: PEOPLE, reason: REASON } as const;
    await t.clock.until(t.terminal.settlements.resolve(t.work.id, ruling));
    await t.clock.advance(20_000);
    expect(open(t)).toEqual([]);
    expect(t.terminal.settlements.isBlocked(ENCOUNTER)).toBe(true);
  });
});
