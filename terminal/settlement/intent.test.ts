import { describe, expect, it } from 'vitest';
import type { Prepared } from '../ports.ts';
import { SqliteError } from '../store/database.ts';
import { createIntent, isBlocked } from './intent.ts';
import { saysPaid } from './matter.ts';
import { CONFIRMED, SPLIT, settlementKit, TOTAL } from './testing/settlement.ts';
import { encounter } from './testing/world.ts';

const ENCOUNTER = 'OP20260302001';
const prepared: Prepared = {
  id: 1,
  encounter: encounter(),
  mdtrtId: 'M1',
  insutype: '310',
  useAccount: true,
  split: SPLIT,
  levels: new Map(),
  terms: { insuredAt: '990100', scope: null, clearingWay: null, words: [] },
};
function make() {
  const kit = settlementKit();
  return { ...kit, intend: createIntent(kit.deps, kit.calls), earlier: kit.intend };
}
const open = { ok: false, error: { code: 'SETTLEMENT_OPEN' } };
type Kit = ReturnType<typeof settlementKit>;

describe('an intent', () => {
  it('is message, settlement and audit row in one transaction', () => {
    const s = make();
    const intent = s.intend(prepared);
    if (!intent.ok) throw new Error(intent.error.code);
    const { row, written } = intent.value;
    expect(row).toMatchObject({ state: 'intended', live: true, useAccount: true, splitShown: SPLIT, previousId: null });
    expect(row.checkCode).toMatch(/^[0-9A-Z]{16}$/);
    expect(s.store.messages.get(row.messageRow)).toMatchObject({ infno: '2207', visitId: 1, sends: 0 });
    expect(written).toMatchObject({ row: row.messageRow, messageId: row.messageId });
    expect(s.audited).toEqual([
      { act: 'settlement.intent', messageId: row.messageId, encounterId: ENCOUNTER, previous: null, to: 'intended' },
    ]);
    expect(s.sent).toEqual([]);
  });

  it('names the one before it', () => {
    const s = make();
    s.earlier({ state: 'notSent', live: false });
    const intent = s.intend(prepared);
    expect(intent).toMatchObject({ ok: true, value: { row: { previousId: 1 } } });
  });

  it.each([
    ['another answer about the account', { useAccount: false }],
    ['another split', { split: { ...SPLIT, cash: SPLIT.account, account: SPLIT.cash } }],
    ['a preparation that is not there', { id: 9 }],
  ])('is none with %s', (_words, changes) => {
    expect(make().intend({ ...prepared, ...changes } as Prepared)).toMatchObject(open);
  });

  it.each(['uploading', 'undoing', 'settled'] as const)('is none of a preparation that is %s', (phase) => {
    const s = make();
    s.store.transaction(() => s.store.visits.setPhase(1, phase, 0));
    expect(s.intend(prepared)).toMatchObject(open);
  });

  it.each([
    ['a client’s: it is none', 'his', false],
    ['the outside HIS’s, which has the last word of its own: it is one', null, true],
  ])('of a bill that an older settlement, said to stand since, has paid, %s', (_whose, origin, isOne) => {
    const kit = settlementKit(undefined, {}, origin);
    kit.intend({ state: 'settled', live: false, settled: { ...CONFIRMED, changed: false } });
    expect(createIntent(kit.deps, kit.calls)(prepared).ok).toBe(isOne);
  });

  it('is none where something stands in its way', () => {
    const s = make();
    s.earlier();
    expect(s.intend(prepared)).toMatchObject(open);
    expect(s.audited).toEqual([]);
  });

  it('is none where the disk could not hold the answer', () => {
    const s = make();
    let free = 16 * 1024 * 1024 - 1;
    Object.assign(s.store, { freeBytes: () => free });
    expect(s.intend(prepared)).toMatchObject({ ok: false, error: { code: 'STORE_FULL' } });
    free += 1;
    expect(s.intend(prepared).ok).toBe(true);
  });

  it('is none, with nothing changed, where the database refuses it; a bug is a bug', () => {
    const s = make();
    const { insert } = s.store.settlements;
    const breakWith = (cause: unknown) =>
      Object.assign(s.store.settlements, {
        insert: (row: Parameters<typeof insert>[0]) => {
          insert(row);
          throw cause;
        },
      });
    breakWith(new SqliteError('full', 'SQLITE_FULL'));
    expect(s.intend(prepared)).toMatchObject({ ok: false, error: { code: 'STORE_FULL' } });
    expect(s.store.settlements.list(9)).toEqual([]);
    breakWith(new TypeError('a bug'));
    expect(() => s.intend(prepared)).toThrow('a bug');
  });

  it('that does not fit its table is the HIS’s fault', () => {
    const s = make();
    const calls = {
      ...s.calls,
      write: () => ({ ok: false, error: { field: 'data.x', problem: 'too long' } }) as const,
    };
    expect(createIntent(s.deps, calls)(prepared)).toEqual({
      ok: false,
      error: { code: 'HIS_BAD_ANSWER', reason: 'data.x: too long' },
    });
  });
});

describe('what stands in the way of another one', () => {
  const blocked = ({ store }: Kit) => isBlocked(store, ENCOUNTER);

  it('nothing', () => {
    expect(blocked(settlementKit())).toBe(false);
  });

  it('one that is open, or untold to the HIS', () => {
    const s = settlementKit();
    s.intend();
    expect(blocked(s)).toBe(true);
    expect(isBlocked(s.store, 'another')).toBe(false);
    s.store.transaction(() => s.store.settlements.change(1, { state: 'refused', live: false }, 0));
    expect(blocked(s)).toBe(false);
  });

  it('one whose refund is not decided', () => {
    const s = settlementKit();
    s.intend({ state: 'settled', settled: { ...CONFIRMED, changed: false }, live: false });
    const order = { cause: 'staff', by: 'A', second: 'B', setlId: 'S1' } as const;
    s.store.transaction(() => s.store.refunds.insert({ settlementId: 1, encounterId: ENCOUNTER, ...order, nowMs: 0 }));
    expect(blocked(s)).toBe(true);
    s.store.transaction(() => s.store.refunds.change(1, { state: 'kept' }, 0));
    expect(blocked(s)).toBe(false);
  });

  it('one whose refund the centre does not have', () => {
    for (const [setlId, state, is] of [
      ['R1', 'done', true],
      ['R1', 'kept', false],
      ['S1', 'done', false],
    ] as const) {
      const s = settlementKit();
      s.intend({ state: 'settled', settled: { ...CONFIRMED, changed: false }, live: false });
      const order = { cause: 'staff', by: 'A', second: 'B', setlId: 'S1' } as const;
      const refunded = { refundSetlId: 'R1', refundedAt: '2026-03-02 09:10:00', foundBy: 'answer' } as const;
      s.store.transaction(() => {
        s.store.refunds.insert({ settlementId: 1, encounterId: ENCOUNTER, ...order, nowMs: 0 });
        s.store.refunds.change(1, { state, refunded }, 0);
        const about = { encounterId: ENCOUNTER, settlementId: 1, amountFen: TOTAL };
        s.worklist.open({ kind: 'difference', subject: 'x', ...about, detail: { verdict: 'missingThere', setlId } });
      });
      expect(blocked(s)).toBe(is);
    }
  });

  it.each([
    ['settlement-late', {}, true],
    ['difference', { verdict: 'deniedHere' }, true],
    ['difference', { verdict: 'doubled' }, true],
    ['difference', { verdict: 'missingThere' }, false],
    ['settlement-unsound', { verdict: 'doubled' }, false],
  ] as const)('what the work-list says: %s %o: %s', (kind, detail, paid) => {
    const s = settlementKit();
    const about = { encounterId: ENCOUNTER, settlementId: null, amountFen: TOTAL };
    s.store.transaction(() => s.worklist.open({ kind, subject: 'x', ...about, detail }));
    expect(blocked(s)).toBe(paid);
    expect(s.work().map(saysPaid)).toEqual([paid]);
  });
});
