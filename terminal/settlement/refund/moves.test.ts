import { describe, expect, it } from 'vitest';
import { AT, ORDER, refundKit } from '../testing/refund.ts';
import { CONFIRMED, TOTAL } from '../testing/settlement.ts';
import { createBeginRefund, createRefunds } from './refunds.ts';

const REFUNDED = { refundSetlId: 'R1', refundedAt: AT, foundBy: 'answer' } as const;
const bytes = (r: ReturnType<typeof refundKit>, row: number | null) =>
  new TextDecoder().decode(r.store.messages.get(row ?? 0)?.request);

describe('the moves of a refund', () => {
  it('a 2208 is durable with the move that wants it, a try each', () => {
    const r = refundKit();
    expect(r.apply(1, 'queryStanding')).toMatchObject({ state: 'intended', tries: 1, messageId: expect.any(String) });
    expect(r.store.messages.get(r.refund().messageRow ?? 0)).toMatchObject({ infno: '2208', visitId: 1 });
    expect(bytes(r, r.refund().messageRow)).toContain('"setl_id":"S1","mdtrt_id":"M1"');
    expect(r.audited).toEqual([
      {
        act: 'refund.intent',
        messageId: r.refund().messageId,
        encounterId: 'OP20260302001',
        setlId: 'S1',
        from: 'ready',
        to: 'intended',
        event: 'queryStanding',
        rounds: 0,
      },
    ]);
    expect(r.kicks()).toBe(1);
  });

  it('its 2601 names it, and is forgotten when it is done or refused', () => {
    for (const [event, state] of [
      ['fenced', 'ready'],
      ['fenceRefused', 'unknown'],
    ] as const) {
      const r = refundKit({ change: { state: 'unknown' } });
      r.apply(1, 'queryStanding');
      const { fenceMessageRow, messageId } = r.refund();
      expect(r.store.messages.get(fenceMessageRow ?? 0)?.infno).toBe('2601');
      expect(bytes(r, fenceMessageRow)).toContain(`"omsgid":"${messageId}","oinfno":"2208"`);
      expect(r.apply(1, event)).toMatchObject({ state, fenceMessageRow: null });
    }
  });

  it('given back: one fact for HIS, operator, visit and work-list', () => {
    const r = refundKit({ change: { state: 'intended', rounds: 3 } });
    r.store.transaction(() => r.staff.absent(r.row()));
    let kept = 0;
    const keep = () => {
      kept += 1;
      expect(r.store.inTransaction()).toBe(true);
    };
    expect(r.apply(1, 'answeredRefunded', { refunded: REFUNDED, keep })).toMatchObject({
      state: 'refunded',
      rounds: 0,
      ...REFUNDED,
    });
    expect(kept).toBe(1);
    expect(r.visit().phase).toBe('undoing');
    expect(r.row()).toMatchObject({ state: 'settled', live: false });
    const { messageId } = r.row();
    const common = { encounterId: 'OP20260302001', messageId, mdtrtId: 'M1', setlId: 'S1', refundedAt: AT };
    const group = 'OP20260302001';
    const body = { ...common, total: '1065.48', cashReturned: '1000.00' };
    expect(r.toldOf('refunded')).toEqual([{ destination: 'his', kind: 'refunded', group, client: null, body }]);
    const { cause, by, second } = ORDER;
    const whose = { refundMessageId: r.refund().messageId, refundSetlId: 'R1', foundBy: 'answer', cause, by, second };
    expect(r.toldOf('refund')).toEqual([
      { destination: 'operator', kind: 'refund', group, body: { ...common, total: '1065.48', ...whose } },
    ]);
    expect(r.work()).toEqual([]);
  });

  it('of a settlement that came late, the HIS, which never knew of it, is not told', () => {
    const r = refundKit({ settlement: { state: 'reversed' }, change: { state: 'intended' } });
    r.apply(1, 'answeredRefunded', { refunded: REFUNDED });
    expect(r.toldOf('refunded')).toEqual([]);
    expect(r.toldOf('refund')).toHaveLength(1);
  });

  it('given back without an answer is a bug, and changes nothing', () => {
    const r = refundKit({ change: { state: 'intended' } });
    expect(() => r.apply(1, 'answeredRefunded')).toThrow('without an answer');
    expect(r.refund().state).toBe('intended');
  });

  it('rounds are counted, and the sixth calls a person', () => {
    const r = refundKit({ change: { rounds: 4 } });
    expect(r.apply(1, 'queryFailed')).toMatchObject({ rounds: 5, tries: 0 });
    expect(r.work()).toEqual([]);
    r.apply(1, 'queryFailed');
    expect(r.work()).toMatchObject([
      {
        kind: 'refund-stuck',
        subject: r.row().messageId,
        encounterId: 'OP20260302001',
        settlementId: 1,
        amountFen: TOTAL,
        detail: { state: 'ready', mdtrtId: 'M1', setlId: 'S1', cause: 'staff', tries: 0 },
      },
    ]);
    r.apply(1, 'queryRefunded', { refunded: REFUNDED });
    expect(r.work()).toEqual([]);
  });

  it('an answer that leads nowhere is a try and a round', () => {
    const r = refundKit();
    expect(r.apply(1, 'queryMissing')).toMatchObject({ state: 'ready', rounds: 1, tries: 1 });
  });

  it('spent, it waits for people, who may try again with the count anew', () => {
    const r = refundKit({ change: { tries: 6, rounds: 2 } });
    expect(r.apply(1, 'spent').state).toBe('stopped');
    expect(r.work()).toMatchObject([{ kind: 'refund-stuck' }]);
    expect(r.apply(1, 'resolvedRefund')).toMatchObject({ state: 'ready', tries: 0, rounds: 0 });
  });

  it('given up, nobody is called any more; of one that came late people must decide again', () => {
    for (const [settlement, calls] of [
      [{}, []],
      [{ state: 'reversed' }, ['settlement-late']],
    ] as const) {
      const r = refundKit({ settlement, change: { rounds: 6 } });
      r.apply(1, 'queryFailed');
      expect(r.work()).toMatchObject([{ kind: 'refund-stuck', amountFen: TOTAL }]);
      expect(r.apply(1, 'resolvedStands').state).toBe('kept');
      expect(r.work().map(({ kind }) => kind)).toEqual(calls);
    }
  });

  it('undone, it is over; where it cannot be undone, that is a round', () => {
    const r = refundKit({ change: { state: 'refunded', rounds: 5 } });
    expect(r.apply(1, 'undoFailed')).toMatchObject({ state: 'refunded', rounds: 6 });
    expect(r.work()).toMatchObject([{ kind: 'refund-stuck' }]);
    expect(r.apply(1, 'undone').state).toBe('done');
    expect(r.work()).toEqual([]);
  });

  it('a pair that is not in the table changes nothing, but the answer is kept', () => {
    const r = refundKit({ change: { state: 'done' } });
    let kept = 0;
    const keep = () => {
      kept += 1;
    };
    expect(r.apply(1, 'fenced', { keep }).state).toBe('done');
    expect(kept).toBe(1);
    expect(r.kicks()).toBe(0);
    expect(() => r.apply(9, 'fenced')).toThrow('no row 9');
  });
});

describe('a refund begins', () => {
  const begin = (r: ReturnType<typeof refundKit>, order: Parameters<ReturnType<typeof createBeginRefund>>[1]) =>
    r.store.transaction(() => createBeginRefund(r.deps, r.apply)(r.row(), order));

  it('once, under the number of the centre, by who wants it', () => {
    const r = refundKit({ settlement: { live: false } });
    r.intend({ state: 'settled', settled: { ...CONFIRMED, changed: false }, live: false });
    r.store.transaction(() => createBeginRefund(r.deps, r.apply)(r.row(2), ORDER));
    expect(r.store.refunds.ofSettlement(2)).toMatchObject({ ...ORDER, state: 'ready', encounterId: 'OP20260302001' });
    expect(() => begin(r, { ...ORDER, setlId: null })).toThrow('no number');
  });

  it('anew where it was given up, by those who want it now', () => {
    const r = refundKit({ change: { state: 'kept', tries: 4 } });
    const order = { setlId: 'S2', cause: 'difference', by: 'C', second: 'D' } as const;
    begin(r, order);
    expect(r.refund()).toMatchObject({ ...order, state: 'ready', tries: 0 });
    expect(() => r.apply(1, 'resolvedRefund')).not.toThrow();
  });

  it('not beside one that is under way or over', () => {
    for (const state of ['ready', 'stopped', 'done'] as const) {
      const r = refundKit({ change: { state } });
      begin(r, { ...ORDER, by: 'C' });
      expect(r.refund()).toMatchObject({ state, by: 'A' });
    }
  });

  it('anew without an order is a bug', () => {
    expect(() => refundKit({ change: { state: 'kept' } }).apply(1, 'resolvedRefund')).toThrow('by nobody');
  });
});

describe('refunds are taken up', () => {
  const make = (r: ReturnType<typeof refundKit>) => {
    const followed: number[] = [];
    const work: (() => Promise<void>)[] = [];
    const pursuit = {
      follow: async (row: ReturnType<typeof r.refund>) => {
        followed.push(row.id);
        return row;
      },
    };
    const refunds = createRefunds(r.deps, pursuit, (one) => void work.push(one));
    const run = async () => {
      for (const one of work.splice(0)) await one();
    };
    return { refunds, followed, work, run };
  };

  it('each by one, and again when that has ended', async () => {
    const { refunds, followed, work, run } = make(refundKit());
    refunds.wake();
    refunds.wake();
    expect(work).toHaveLength(1);
    await run();
    expect(followed).toEqual([1]);
    refunds.wake();
    expect(work).toHaveLength(1);
  });

  it.each(['stopped', 'kept', 'done'] as const)('not one that is %s', (state) => {
    const { refunds, work } = make(refundKit({ change: { state } }));
    refunds.wake();
    expect(work).toEqual([]);
  });

  it('nothing is followed that is not there any more', async () => {
    const r = refundKit();
    const { refunds, followed, run } = make(r);
    refunds.wake();
    Object.assign(r.store.refunds, { get: () => null });
    await run();
    expect(followed).toEqual([]);
  });
});
