import { describe, expect, it } from 'vitest';
import { fen } from '../../common/kernel/money.ts';
import { CONFIRMED, TOTAL } from './testing/settlement.ts';
import { fence, make } from './testing/transition.ts';

/** What two people say, and who is called. */
describe('people', () => {
  it('say that nothing was paid: free at once, the count anew, the 2601 out at once', () => {
    const s = make({ state: 'unknown', rounds: 7, fenceFailures: 2 });
    expect(s.move('resolvedVoid')).toMatchObject({ state: 'reversed', live: false, rounds: 0, fenceFailures: 0 });
    expect(fence(s)?.infno).toBe('2601');
    expect(s.verifyAt()).toBe(s.clock.now());
  });

  it('have it given back', () => {
    const s = make({ state: 'settled', settled: { ...CONFIRMED, changed: false } });
    const order = { setlId: 'S1', cause: 'staff', by: 'A', second: 'B' } as const;
    s.move('resolvedRefund', { refund: order });
    expect(s.refunds).toEqual([order]);
    expect(() => s.move('resolvedRefund')).toThrow('nobody asked for');
  });

  it('are called where a settlement comes after its reversal', () => {
    const s = make({ state: 'reversed', live: false });
    s.move('queryFound', { confirmed: CONFIRMED, seen: { setlId: 'S9', total: fen(7), why: null } });
    expect(s.work()).toMatchObject([{ kind: 'settlement-late', amountFen: 7, detail: { setlId: 'S9' } }]);
    const unseen = make({ state: 'reversed', live: false });
    unseen.move('queryFound');
    expect(unseen.work()).toMatchObject([{ kind: 'settlement-late', amountFen: TOTAL, detail: { setlId: null } }]);
  });
});

describe('taken back by two people', () => {
  it('is one fact: it counts no more, HIS and operator hear it, the visit is undone, nobody is called to tell it', () => {
    const s = make({ state: 'settled', live: true, unseen: true, settled: { ...CONFIRMED, changed: false } });
    s.store.transaction(() => s.staff.absent(s.row()));
    const people = { by: 'S001', second: 'S002' };
    expect(s.move('resolvedVoid', { people })).toMatchObject({ state: 'reversed', live: false, unseen: false });
    expect(s.visit().phase).toBe('undoing');
    expect(s.work()).toEqual([]);
    expect(s.verifyAt()).toBe(s.clock.now());
    const facts = { encounterId: 'OP20260302001', messageId: s.row().messageId, mdtrtId: 'M1', setlId: 'S1' };
    const money = { ...facts, total: '1065.48' };
    expect(s.toldOf('refunded')).toMatchObject([{ destination: 'his', body: { ...money, cashReturned: '1000.00' } }]);
    expect(s.toldOf('refund')).toMatchObject([
      { destination: 'operator', body: { ...money, refundMessageId: null, refundSetlId: null, ...people } },
    ]);
    expect(s.audited).toContainEqual(
      expect.objectContaining({ act: 'settlement.resolved', from: 'settled', to: 'reversed' }),
    );
  });

  it('by nobody is a bug, and changes nothing', () => {
    const s = make({ state: 'settled', settled: { ...CONFIRMED, changed: false } });
    expect(() => s.move('resolvedVoid')).toThrow('by nobody');
    expect([s.row().state, s.toldOf('refunded')]).toEqual(['settled', []]);
  });
});
