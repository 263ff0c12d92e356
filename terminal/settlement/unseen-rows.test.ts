import { describe, expect, it } from 'vitest';
import type { SettlementChange } from '../store/settlements.ts';
import type { RefundOrder } from './facts.ts';
import { coreSettings } from './testing/core-deps.ts';
import { CONFIRMED, settlementKit } from './testing/settlement.ts';
import { createUnseen } from './unseen.ts';

const STANDS = { state: 'settled', settled: { ...CONFIRMED, changed: false } } as const;

/** A settlement, and what becomes of it where nobody may have been told. */
function make(change: SettlementChange = { ...STANDS, unseen: true }, foundAfterSession: 'keep' | 'reverse' = 'keep') {
  const kit = settlementKit(undefined, { ...coreSettings, foundAfterSession });
  const orders: RefundOrder[] = [];
  const unseen = createUnseen(kit.deps, { staff: kit.staff, beginRefund: (_row, order) => void orders.push(order) });
  kit.intend(change);
  const kinds = () => kit.work().map(({ kind }) => kind);
  const flag = () => kit.store.transaction(() => unseen.flag(kit.row()));
  return { ...kit, unseen, orders, kinds, flag };
}

describe('a settlement that nobody was told of', () => {
  it('is for the work-list', () => {
    const u = make();
    u.flag();
    expect(u.kinds()).toEqual(['settlement-after-session']);
    expect(u.orders).toEqual([]);
  });

  it('is given back where the profile says so', () => {
    const u = make(undefined, 'reverse');
    u.flag();
    expect(u.kinds()).toEqual(['settlement-after-session']);
    expect(u.orders).toEqual([{ setlId: 'S1', cause: 'after-session', by: null, second: null }]);
    expect(u.audited).toContainEqual({
      act: 'refund.begun',
      messageId: u.row().messageId,
      encounterId: 'OP20260302001',
      from: 'settled',
      to: 'settled',
      cause: 'after-session',
    });
  });

  it('is not given back behind her who may have it on paper', () => {
    const u = make(undefined, 'reverse');
    u.store.transaction(() =>
      u.store.prints.insert({ jobId: 'a'.repeat(32), settlementId: 1, kind: 'settlement', checkCode: null, nowMs: 0 }),
    );
    u.flag();
    expect(u.kinds()).toEqual(['settlement-after-session']);
    expect(u.orders).toEqual([]);
  });
});

describe('a screen that has drawn it', () => {
  it('ends the question, and what called a person', () => {
    const u = make();
    u.flag();
    u.unseen.seen(u.row().messageId);
    expect(u.row().unseen).toBe(false);
    expect(u.kinds()).toEqual([]);
  });

  it('says nothing of one that is not settled, or not there', () => {
    const u = make({ state: 'unknown', unseen: true });
    u.unseen.seen(u.row().messageId);
    u.unseen.seen('no such message');
    expect(u.row().unseen).toBe(true);
  });

  it('of one that was seen before, nothing is written', () => {
    const u = make({ ...STANDS, unseen: false });
    let writes = 0;
    Object.assign(u.store.settlements, {
      change: () => {
        writes += 1;
      },
    });
    u.unseen.seen(u.row().messageId);
    expect(writes).toBe(0);
  });
});

describe('a result that she has left', () => {
  it.each([
    [{ ...STANDS, unseen: true }, ['settlement-after-session']],
    [{ ...STANDS, unseen: false }, []],
    [{ state: 'unknown', unseen: true }, []],
  ] as const)('%#: calls a person where neither screen nor printer has told her', (change, kinds) => {
    const u = make(change);
    u.unseen.left(u.row().messageId);
    u.unseen.left('no such message');
    expect(u.kinds()).toEqual(kinds);
    if (kinds.length > 0) expect(u.row().unseen).toBe(false);
  });
});

it('what a gone process had shown to nobody calls a person, once', () => {
  const u = make();
  u.unseen.recover();
  expect(u.kinds()).toEqual(['settlement-after-session']);
  expect(u.row().unseen).toBe(false);
  const before = u.told.length;
  u.unseen.recover();
  expect(u.told).toHaveLength(before);
});

describe('what the process knows, and the journal not yet', () => {
  it('she has seen it: her leaving is not taken for the contrary, and the note is made up for', () => {
    const u = make(undefined, 'reverse');
    const { audience } = u.deps;
    audience.saw(u.row().messageId);
    u.unseen.left(u.row().messageId);
    expect(u.row().unseen).toBe(false);
    expect([u.kinds(), u.orders]).toEqual([[], []]);
    // From here on the journal knows it.
    expect(audience.hasSeen(u.row().messageId)).toBe(false);
  });

  it('of what the journal does not have as settled, the process goes on knowing it', () => {
    const u = make({ state: 'unknown', unseen: true });
    const { audience } = u.deps;
    for (const id of [u.row().messageId, 'of another journal']) {
      audience.saw(id);
      u.unseen.seen(id);
      expect(audience.hasSeen(id)).toBe(true);
    }
  });

  it('at a start of the core she who is still there is left in peace, and she who has seen it too', () => {
    const u = make(undefined, 'reverse');
    const { audience } = u.deps;
    audience.comes(u.row().messageId);
    u.unseen.recover();
    expect(u.row().unseen).toBe(true);
    audience.goes(u.row().messageId);
    audience.saw(u.row().messageId);
    u.unseen.recover();
    expect(u.row().unseen).toBe(false);
    expect([u.kinds(), u.orders]).toEqual([[], []]);
  });

  it.each([
    ['ready', ['settlement-after-session']],
    ['kept', []],
  ] as const)('seen while its refund is %s', (state, kinds) => {
    const u = make();
    u.flag();
    u.store.transaction(() => {
      const order = { setlId: 'S1', cause: 'after-session', by: null, second: null } as const;
      u.store.refunds.insert({ ...order, settlementId: 1, encounterId: 'OP20260302001', nowMs: 0 });
      u.store.refunds.change(1, { state }, 0);
    });
    u.unseen.seen(u.row().messageId);
    expect(u.kinds()).toEqual(kinds);
  });
});
