import { describe, expect, it } from 'vitest';
import { FOUND, MISSING, pursuitKit, REFUNDED, SILENT, UNSOUND } from './testing/pursuit.ts';
import { CONFIRMED, TOTAL, WAITS } from './testing/settlement.ts';
import { createApply } from './transition.ts';

const reversed = { state: 'reversed', live: false, verifyAt: 5 } as const;

describe('a reversed settlement is looked at once more', () => {
  it.each([
    [FOUND, 'settlement-late'],
    [UNSOUND, 'settlement-late'],
  ])('what has come after all is for people: %o', async (sighting, kind) => {
    const s = pursuitKit({ change: reversed, looks: [sighting] });
    s.fenceDone();
    expect(await s.verify()).toBeNull();
    expect(s.work().map((one) => one.kind)).toEqual([kind]);
    expect(s.planned()).toBeNull();
  });

  it.each([MISSING, REFUNDED])('where there is nothing, it is over: %o', async (sighting) => {
    const s = pursuitKit({ change: reversed, looks: [sighting] });
    s.fenceDone();
    expect(await s.verify()).toBeNull();
    expect(s.planned()).toBeNull();
    expect(s.work()).toEqual([]);
    expect(s.fenced).toEqual([]);
  });

  it('where nobody answers, later, and it stays planned', async () => {
    const s = pursuitKit({ change: reversed, looks: [SILENT] });
    s.fenceDone();
    const now = s.clock.now();
    const next = (await s.verify(3)) ?? 0;
    expect(next).toBeGreaterThan(now);
    expect(next).toBeLessThanOrEqual(now + 8 * WAITS.baseMs);
    expect(s.planned()).toBe(5);
  });

  it('a centre that cannot be asked has nothing to show', async () => {
    const s = pursuitKit({ change: reversed, needsSetlId: true });
    s.fenceDone();
    expect(await s.verify()).toBeNull();
    expect(s.looked).toEqual([]);
  });

  it('whose 2601 was refused gets another one, once 5203 shows nothing', async () => {
    const s = pursuitKit({ change: reversed, looks: [MISSING] });
    const now = s.clock.now();
    expect(await s.verify()).toBe(now + WAITS.verifyMs);
    expect(s.fenced).toEqual([s.row().fenceMessageRow]);
    expect(s.made).toEqual(s.fenced);
  });

  it('whose 2601 was refused, and of which nobody says anything, waits', async () => {
    const s = pursuitKit({ change: reversed, looks: [SILENT] });
    expect(await s.verify()).toBeGreaterThan(s.clock.now());
    expect(s.fenced).toEqual([]);
  });

  it('whose 2601 is unanswered has that sent first', async () => {
    const s = pursuitKit({ change: { state: 'unknown' }, looks: [MISSING], rounds: [['fenceFailed'], ['fenced']] });
    const { deps } = s;
    // People say that nothing was paid, while the 2601 is under way.
    createApply(deps, {
      calls: s.calls,
      notices: s.notices,
      staff: s.staff,
      waits: WAITS,
      attended: () => true,
      beginRefund: () => undefined,
      unseen: { flag: () => undefined },
    })(1, 'resolvedVoid');
    const now = s.clock.now();
    const later = (await s.verify()) ?? 0;
    expect(later).toBeGreaterThan(now);
    expect(later).toBeLessThanOrEqual(now + WAITS.baseMs);
    expect(s.looked).toEqual([]);
    expect(await s.verify()).toBe(s.clock.now() + WAITS.verifyMs);
  });

  it.each(['refused', 'unknown'] as const)('one that is %s is not', async (state) => {
    const s = pursuitKit({ change: { state } });
    expect(await s.verify()).toBeNull();
    expect(s.looked).toEqual([]);
  });
});

describe('a settlement that people have said to stand is looked at once more', () => {
  const stands = {
    state: 'settled',
    settled: { ...CONFIRMED, changed: false },
    verifyAt: 5,
  } as const;

  it.each([FOUND, UNSOUND])('it is there, and that is all: %o', async (sighting) => {
    const s = pursuitKit({ change: stands, looks: [sighting] });
    expect(await s.verify()).toBeNull();
    expect(s.looked.map(({ setlId }) => setlId)).toEqual(['S1']);
    expect(s.planned()).toBeNull();
    expect(s.work()).toEqual([]);
  });

  it.each([MISSING, REFUNDED])('it is gone, and a person is called: %o', async (sighting) => {
    const s = pursuitKit({ change: stands, looks: [sighting] });
    expect(await s.verify()).toBeNull();
    expect(s.work()).toMatchObject([
      {
        kind: 'difference',
        subject: 'S1',
        settlementId: 1,
        amountFen: TOTAL,
        detail: { verdict: 'missingThere', setlId: 'S1', mdtrtId: 'M1', messageId: s.row().messageId },
      },
    ]);
    expect(s.planned()).toBeNull();
  });

  it.each([
    ['ready', 0],
    ['kept', 1],
  ] as const)('it is gone, and its refund is %s: calls %d', async (state, calls) => {
    const s = pursuitKit({ change: stands, looks: [MISSING] });
    s.store.transaction(() => {
      const order = { cause: 'staff', by: 'A', second: 'B', setlId: 'S1' } as const;
      s.store.refunds.insert({ settlementId: 1, encounterId: 'OP20260302001', ...order, nowMs: 0 });
      s.store.refunds.change(1, { state }, 0);
    });
    expect(await s.verify()).toBeNull();
    expect(s.work()).toHaveLength(calls);
    expect(s.planned()).toBeNull();
  });

  it('what people have said while the centre was asked keeps its plan', async () => {
    const people = { by: 'S001', second: 'S002' };
    let during = (): void => undefined;
    const gone = pursuitKit({ change: stands, looks: [MISSING], onLook: () => during() });
    during = () => void gone.apply(1, 'resolvedVoid', { people });
    expect(await gone.verify()).toBeNull();
    expect([gone.row().state, gone.planned()]).toEqual(['reversed', gone.clock.now()]);
    const late = pursuitKit({ change: reversed, looks: [FOUND], onLook: () => during() });
    during = () => void late.apply(1, 'resolvedStands', { confirmed: { ...CONFIRMED, foundBy: '5203' } });
    expect(await late.verify()).toBeNull();
    expect([late.row().state, late.planned()]).toEqual(['settled', late.clock.now() + WAITS.verifyMs]);
  });

  it('nobody answers: later, and it stays planned', async () => {
    const s = pursuitKit({ change: stands, looks: [SILENT] });
    expect(await s.verify()).toBeGreaterThan(s.clock.now());
    expect(s.planned()).toBe(5);
  });
});
