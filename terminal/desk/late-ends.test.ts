import { describe, expect, it } from 'vitest';
import { deskSnapshotSchema } from '../../common/contracts/desk/snapshot.ts';
import { fen } from '../../common/kernel/money.ts';
import type { MoneyAnswer, RefundedBill, SettledBill } from '../billing/port.ts';
import { project } from './project.ts';
import { DeskKit, MESSAGE, policy, settled } from './testing/kit.ts';

const frame = {
  ...({ mode: 'lab', locale: 'zh-CN' } as const),
  look: { theme: 'standard', textSize: 'normal', reach: false, calm: false, sound: false } as const,
  site: { title: 'T', institution: 'I', terminal: 'D1', window: '3', hotline: '1' },
};
const screenOf = (kit: DeskKit) =>
  deskSnapshotSchema.parse(project(kit.state, frame, policy, { at: kit.at, now: 1 })).screen;

/** A settlement, or a refund, that stands on the glass as not known yet. */
function unknown(tender: { by: 'cash'; received: ReturnType<typeof fen> } | { by: 'cashier' }): DeskKit {
  const kit = new DeskKit();
  kit.bill();
  kit.quoted();
  kit.press({ kind: 'settle', cash: fen(2000), tender });
  const { op } = kit.last('settle');
  kit.event({ kind: 'settled', op, answer: { kind: 'unknown', messageId: MESSAGE, next: 'wait' } });
  return kit;
}
const byCash = () => unknown({ by: 'cash', received: fen(5000) });
const refunding = (partial: boolean): DeskKit => {
  const kit = new DeskKit();
  kit.openShift();
  kit.press({ kind: 'dayList' });
  kit.press({ kind: 'refund', encounterId: 'MZ1', partial });
  const value = { bill: settled(), stay: false };
  kit.event({ kind: 'refundable', op: kit.last('findRefund').op, result: { ok: true, value } });
  kit.press({ kind: 'confirmRefund', messageId: MESSAGE, cash: fen(2000) });
  const { op } = kit.last('proveRefund');
  kit.event({ kind: 'refundProved', op, result: { ok: true, value: null } });
  kit.event({ kind: 'refunded', op, answer: { kind: 'unknown', messageId: MESSAGE, next: 'wait' } });
  return kit;
};

const answered: MoneyAnswer<SettledBill> = { kind: 'settled', value: settled(), next: 'done' };
const back: RefundedBill = {
  ...{ encounterId: 'MZ1', messageId: MESSAGE, refundedAt: '2026-03-02 10:00:00', cashReturned: fen(2000) },
};
const refusedFor = (code: 'SETTLEMENT_REVERSED' | 'CENTRE_UNREACHABLE' | 'CENTRE_REFUSED', reason: string | null) =>
  ({ kind: 'refused', failure: { code, reason }, next: 'again' }) as const;

describe('a settlement whose end came late', () => {
  it.each([
    ['taken back', refusedFor('SETTLEMENT_REVERSED', null), 'SETTLEMENT_REVERSED', null],
    ['never sent', refusedFor('CENTRE_UNREACHABLE', null), 'CENTRE_UNREACHABLE', null],
    ['refused', refusedFor('CENTRE_REFUSED', '起付线未满'), 'CENTRE_REFUSED', '起付线未满'],
  ] as const)('is told as what it is: %s', (_what, answer, failure, reason) => {
    const kit = byCash();
    kit.event({ kind: 'resolved', messageId: MESSAGE, answer });
    const result = { kind: 'refused', of: 'settlement', encounterId: 'MZ1', failure, reason, next: 'again' };
    expect(screenOf(kit)).toMatchObject({ kind: 'result', result });
  });

  it('is for people where they must say something about it', () => {
    const kit = byCash();
    const answer = { ...refusedFor('SETTLEMENT_REVERSED', null), next: 'people' } as const;
    kit.event({ kind: 'resolved', messageId: MESSAGE, answer });
    expect(screenOf(kit)).toMatchObject({ result: { next: 'people' } });
  });

  it('is settled with the money that was counted before the answer was lost, and its slip follows', () => {
    const kit = byCash();
    kit.event({ kind: 'resolved', messageId: MESSAGE, answer: answered });
    expect(screenOf(kit)).toMatchObject({ result: { kind: 'settled', received: 5000, change: 3000 } });
    expect(kit.last('print')).toMatchObject({ slip: 'settlement', messageId: MESSAGE });
  });

  it('is handed to the external cashier where it was to be paid there', () => {
    const kit = unknown({ by: 'cashier' });
    kit.event({ kind: 'resolved', messageId: MESSAGE, answer: answered });
    expect(screenOf(kit)).toMatchObject({ result: { kind: 'settled', collection: { state: 'asking' } } });
    expect(kit.count('collect')).toBe(1);
  });

  it('is not missed by a glass that shows something else over it', () => {
    const kit = byCash();
    kit.press({ kind: 'dayList' });
    kit.event({ kind: 'resolved', messageId: MESSAGE, answer: answered });
    expect(screenOf(kit).kind).toBe('dayList');
    kit.event({ kind: 'printed', op: kit.last('print').op, outcome: { kind: 'printed', printerMs: 1 } });
    kit.press({ kind: 'letGo' });
    expect(screenOf(kit)).toMatchObject({ result: { kind: 'settled', print: { state: 'printed' } } });
  });

  it('is collected and printed under what stands over it', () => {
    const kit = unknown({ by: 'cashier' });
    kit.event({ kind: 'resolved', messageId: MESSAGE, answer: answered });
    kit.press({ kind: 'dayList' });
    const collection = { state: 'collected', reference: 'R1', at: '2026-03-02 09:00:05' } as const;
    kit.event({ kind: 'collection', op: kit.last('collect').op, collection });
    expect([screenOf(kit).kind, kit.count('print')]).toEqual(['dayList', 2]);
    kit.press({ kind: 'letGo' });
    expect(screenOf(kit)).toMatchObject({ result: { kind: 'settled', collection: { state: 'collected' } } });
  });

  it('of another message changes nothing', () => {
    const kit = byCash();
    kit.event({ kind: 'resolved', messageId: MESSAGE.replace('01', '02'), answer: answered });
    kit.event({ kind: 'refundEnded', messageId: MESSAGE, answer: { kind: 'settled', value: back, next: 'done' } });
    expect(screenOf(kit)).toMatchObject({ result: { kind: 'unknown', of: 'settlement' } });
  });
});

describe('a refund whose end came late', () => {
  it('is never taken for a settlement, whose message it bears', () => {
    const kit = refunding(false);
    kit.event({ kind: 'resolved', messageId: MESSAGE, answer: answered });
    expect(screenOf(kit)).toMatchObject({ result: { kind: 'unknown', of: 'refund' } });
    expect(kit.count('print')).toBe(0);
  });

  it.each([false, true])('is given back with its cash (a part: %s)', (partial) => {
    const kit = refunding(partial);
    kit.event({ kind: 'refundEnded', messageId: MESSAGE, answer: { kind: 'settled', value: back, next: 'done' } });
    expect(screenOf(kit)).toMatchObject({ result: { kind: 'refunded', cashReturned: 2000, resettle: partial } });
  });

  it('is refused with the centre’s words', () => {
    const kit = refunding(false);
    kit.event({ kind: 'refundEnded', messageId: MESSAGE, answer: refusedFor('CENTRE_REFUSED', '已清算') });
    expect(screenOf(kit)).toMatchObject({ result: { kind: 'refused', of: 'refund', reason: '已清算' } });
  });

  it('is for people once it is on their list', () => {
    const kit = refunding(false);
    kit.event({
      kind: 'refundEnded',
      messageId: MESSAGE,
      answer: { kind: 'unknown', messageId: MESSAGE, next: 'people' },
    });
    expect(screenOf(kit)).toMatchObject({ result: { kind: 'unknown', of: 'refund', next: 'people' } });
  });
});
