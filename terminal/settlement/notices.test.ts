import { describe, expect, it } from 'vitest';
import { maskName } from '../../common/kernel/masking.ts';
import { unwrapPii } from '../../common/kernel/pii.ts';
import { failure, RECOVERY_WAITS } from './deps.ts';
import { CONFIRMED, settlementKit } from './testing/settlement.ts';
import { holder } from './testing/world.ts';

const { name } = unwrapPii(holder);

describe('the centre’s words, where the HIS is told of a release', () => {
  const because = (words: string | null) => {
    const kit = settlementKit();
    kit.notices.released(kit.visit(), 'refused', words === null ? null : failure('CENTRE_REFUSED', words));
    const [told] = kit.toldOf('released');
    return Reflect.get(Reflect.get(told ?? {}, 'body'), 'because');
  };

  it('go along', () => {
    expect(because('余额不足')).toBe('余额不足');
  });

  it.each([
    ['there are none', null],
    ['a citizen’s number stands in them', '证件 11010519491231002X 已停保'],
  ])('do not where %s', (_words, text) => {
    expect(because(text)).toBeUndefined();
  });

  it('go along without her name, wherever it stands', () => {
    const hidden = maskName(name);
    expect(hidden).not.toBe(name);
    expect(because(`${name}：${name}已停保`)).toBe(`${hidden}：${hidden}已停保`);
  });

  it('are not needed', () => {
    const kit = settlementKit();
    kit.notices.released(kit.visit(), 'cancelled');
    expect(kit.told).toEqual([
      {
        destination: 'his',
        kind: 'released',
        group: 'OP20260302001',
        client: null,
        body: { encounterId: 'OP20260302001', holder: kit.visit().holder, reason: 'cancelled' },
      },
    ]);
  });
});

describe('what is not so yet is told to nobody', () => {
  it.each(['splitSettled', 'setlId', 'setlTime', 'mdtrtId'] as const)('settled, without its %s', (part) => {
    const kit = settlementKit();
    const row = kit.intend({ state: 'settled', settled: { ...CONFIRMED, changed: false } });
    expect(() => kit.notices.settled(kit.visit(), { ...row, [part]: null })).toThrow('before it is');
    expect(kit.told).toEqual([]);
  });

  it('given back, without its time or its encounter', () => {
    const kit = settlementKit();
    const row = kit.intend({ state: 'settled', settled: { ...CONFIRMED, changed: false } });
    kit.store.transaction(() => {
      const order = { setlId: 'S1', cause: 'staff', by: 'A', second: 'B' } as const;
      kit.store.refunds.insert({ settlementId: 1, encounterId: 'OP20260302001', ...order, nowMs: 0 });
    });
    const refund = kit.store.refunds.get(1);
    if (refund === null) throw new Error('no refund');
    expect(() => kit.notices.refunded(kit.visit(), row, refund)).toThrow('before it is');
    const back = { ...refund, refundedAt: '2026-03-02 09:10:00' };
    expect(() => kit.notices.refunded(kit.visit(), { ...row, mdtrtId: null }, back)).toThrow('without a visit');
    // What was never confirmed is told as it was shown.
    kit.notices.refunded(kit.visit(), { ...row, splitSettled: null }, back);
    expect(kit.toldOf('refunded')).toMatchObject([{ body: { total: '1065.48', cashReturned: '1000.00' } }]);
  });
});

it('what counted, was taken back and came again is given back in nobody’s books twice', () => {
  const kit = settlementKit();
  const settled = { ...CONFIRMED, changed: false };
  const row = kit.intend({ state: 'reversed', settled });
  kit.store.transaction(() => {
    const order = { setlId: 'S1', cause: 'staff', by: 'A', second: 'B' } as const;
    kit.store.refunds.insert({ settlementId: 1, encounterId: 'OP20260302001', ...order, nowMs: 0 });
  });
  const refund = kit.store.refunds.get(1);
  if (refund === null) throw new Error('no refund');
  const back = { ...refund, refundedAt: '2026-03-02 09:10:00' };
  const kinds = (of: typeof row) => {
    const before = kit.told.length;
    kit.notices.refunded(kit.visit(), of, back);
    return kit.told.slice(before).map((one) => Reflect.get(one, 'kind'));
  };
  expect(kinds(row)).toEqual([]);
  // What came late and never counted the HIS has not heard of.
  expect(kinds({ ...row, setlId: null })).toEqual(['refund']);
  expect(kinds({ ...row, state: 'settled' })).toEqual(['refunded', 'refund']);
});

describe('a failure', () => {
  it('has the other side’s words as far as a screen shows them, or none', () => {
    expect(failure('CENTRE_REFUSED', 'x'.repeat(300))).toEqual({ code: 'CENTRE_REFUSED', reason: 'x'.repeat(200) });
    expect(failure('CENTRE_UNREACHABLE')).toEqual({ code: 'CENTRE_UNREACHABLE', reason: null });
  });

  it('is got over within half a minute of the link’s return: the last wait and the last question lie within it', () => {
    const { capMs, hedgeMs, queryGapMs } = RECOVERY_WAITS;
    expect(capMs + hedgeMs + queryGapMs).toBeLessThanOrEqual(30_000);
    expect(RECOVERY_WAITS.baseMs).toBeLessThanOrEqual(1000);
  });
});
