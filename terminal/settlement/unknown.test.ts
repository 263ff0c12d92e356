import { afterEach, describe, expect, it } from 'vitest';
import { fen } from '../../common/kernel/money.ts';
import type { SettleResult } from '../ports.ts';
import { endAll, start } from './testing/start.ts';
import { encounter, holder } from './testing/world.ts';

afterEach(endAll);

describe('UNKNOWN', () => {
  it('releases the person at the limit, blocks the encounter, keeps the hold, and resolves later', async () => {
    const t = start();
    let down = false;
    t.sides.forecast = (to, what) => {
      if (to !== 'centre') return 'fine';
      if (what === '2207') down = true;
      return what === '2207' ? 'lostAfter' : down ? 'status' : 'fine';
    };
    const resolved: SettleResult[] = [];
    t.terminal.settlements.onResolved((_id, result) => resolved.push(result));
    const prepared = await t.prepare(t.terminal);
    const result = await t.clock.until(t.terminal.settlements.settle(prepared, 45_000, () => {}));
    expect(result.kind).toBe('unknown');
    expect(t.terminal.settlements.isBlocked('OP20260302001')).toBe(true);
    t.terminal.settlements.abandon(prepared);
    await t.quiet();
    expect(t.hisRow()?.holder).not.toBeNull();
    expect(resolved).toEqual([]);
    expect(t.records()).toEqual(['worklist']);
    expect(t.terminal.store.worklist.list('open', 9)).toMatchObject([
      { kind: 'settlement-unknown', amountFen: t.total, settlementId: 1 },
    ]);
    down = false;
    t.sides.forecast = () => 'fine';
    await t.quiet();
    expect(resolved).toMatchObject([{ kind: 'settled', settled: { foundBy: '5203' } }]);
    expect(t.hisRow()?.settlement).not.toBeNull();
    expect(t.sides.kit.ledger.settlements()).toHaveLength(1);
    // The call has ended by itself; that nobody was there when it was found remains to be seen by a person.
    expect(t.terminal.store.worklist.list('all', 9)).toMatchObject([
      { kind: 'settlement-after-session', resolution: null },
      { kind: 'settlement-unknown', resolution: 'ended', by: null },
    ]);
  });

  it('goes straight to 2601 where the centre wants a setl_id in 5203', async () => {
    const t = start(1, {}, { settlementQueryNeedsSetlId: true });
    t.storm('lostAfter');
    const result = await t.settle();
    expect(result.kind).toBe('reversed');
    expect(t.sent('5203')).toHaveLength(0);
    expect(t.sides.kit.ledger.settlements()[0]?.state).toBe('reversed');
  });

  it('sends a fence whose answer is lost again, byte for byte', async () => {
    const t = start();
    let fences = 0;
    t.sides.forecast = (to, what) => {
      if (to === 'centre' && what === '2207') return 'lostBefore';
      return to === 'centre' && what === '2601' && fences++ < 2 ? 'lostAfter' : 'fine';
    };
    const result = await t.settle(300_000);
    expect(result.kind).toBe('reversed');
    expect(new Set(t.sent('2601').map((message) => message.text)).size).toBe(1);
    expect(t.sent('2601')).toHaveLength(3);
  });

  it('records a settlement that comes after its fence for staff, and never pays the encounter twice', async () => {
    const t = start();
    t.storm('late');
    // A centre that forgets its fences, as real ones may.
    t.sides.kit.ledger.isFenced = () => false;
    const result = await t.settle(60_000);
    expect(result.kind).toBe('reversed');
    await t.clock.advance(3_000);
    const before = t.sides.kit.ledger.settlements().length;
    await t.quiet();
    expect(before).toBe(0);
    const [row] = t.terminal.store.settlements.list(1);
    // The reversed visit was cancelled before the late message came, so the centre refused it: nothing to flag.
    expect(row).toMatchObject({ state: 'reversed' });
    expect(t.sides.kit.ledger.settlements().filter((s) => s.state === 'settled')).toEqual([]);
  });

  it('flags a late settlement that did go through', async () => {
    const t = start();
    t.storm('late');
    t.sides.kit.ledger.isFenced = () => false;
    t.sides.kit.ledger.cancelVisit = () => undefined;
    t.sides.kit.ledger.deleteFees = () => 0;
    const result = await t.settle(60_000);
    expect(result.kind).toBe('reversed');
    await t.quiet();
    expect(t.sides.kit.ledger.settlements().filter((s) => s.state === 'settled')).toHaveLength(1);
    expect(t.terminal.store.settlements.list(1)[0]).toMatchObject({ state: 'reversed' });
    expect(t.terminal.store.worklist.list('open', 9).map((row) => row.kind)).toEqual(['settlement-late']);
    expect(t.terminal.audited).toContain('settlement.late-reply');
    expect(t.terminal.settlements.isBlocked('OP20260302001')).toBe(true);
    expect(t.records()).toEqual(['fault', 'worklist']);
  });

  it('flags a late settlement whose figures cannot be right', async () => {
    const t = start();
    t.storm('late');
    t.sides.kit.ledger.isFenced = () => false;
    t.sides.kit.ledger.cancelVisit = () => undefined;
    t.sides.kit.ledger.deleteFees = () => 0;
    const real = t.sides.kit.ledger.newestSettlement;
    t.sides.kit.ledger.newestSettlement = (psnNo, mdtrtId) => {
      const row = real(psnNo, mdtrtId);
      return row && { ...row, total: fen(row.total + 1) };
    };
    expect((await t.settle(60_000)).kind).toBe('reversed');
    await t.quiet();
    expect(t.terminal.store.settlements.list(1)[0]).toMatchObject({ state: 'reversed' });
    expect(t.terminal.store.worklist.list('open', 9).map((row) => row.kind)).toEqual(['settlement-late']);
    expect(t.terminal.settlements.isBlocked('OP20260302001')).toBe(true);
  });

  it('a row of 5203 that is another message’s proves nothing', async () => {
    const t = start();
    t.storm('lostBefore');
    const other = start(2);
    await other.settle();
    const foreign = other.sides.kit.ledger.settlements()[0];
    if (foreign === undefined) throw new Error('no settlement to borrow');
    const real = t.sides.kit.ledger.newestSettlement;
    t.sides.kit.ledger.newestSettlement = (psnNo, mdtrtId) =>
      real(psnNo, mdtrtId) ?? { ...foreign, mdtrtId, msgid: `${foreign.msgid.slice(0, 26)}ZZZZ` };
    const result = await t.settle();
    expect(t.sent('5203').length).toBeGreaterThan(0);
    expect(result.kind).toBe('reversed');
  });
});

describe('preparation that meets trouble', () => {
  it.each([
    ['2201', 'lostAfter'],
    ['2204', 'lostAfter'],
    ['2204', 'lostBefore'],
  ] as const)('%s %s is found or cleared, and the preparation goes on', async (infno, weather) => {
    const t = start();
    t.storm(weather, infno);
    const prepared = await t.prepare(t.terminal);
    expect(prepared.split.total).toBe(t.total);
    expect(t.sides.kit.ledger.fees(prepared.mdtrtId)).toHaveLength(4);
  });

  it('goes on where an earlier attempt stopped', async () => {
    const t = start();
    t.storm('lostBefore', '2206');
    await expect(t.prepare(t.terminal)).rejects.toThrow('CENTRE_UNREACHABLE');
    const prepared = await t.prepare(t.terminal);
    expect(t.sent('2201')).toHaveLength(1);
    expect(t.sent('2205')).toHaveLength(1);
    expect(prepared.split.total).toBe(t.total);
  });

  it('gives everything back when abandoned, and may then begin anew at once', async () => {
    const t = start();
    const first = await t.prepare(t.terminal);
    t.terminal.settlements.abandon(first);
    const second = await t.prepare(t.terminal);
    expect(second.mdtrtId).not.toBe(first.mdtrtId);
    await t.quiet();
    expect(t.sides.kit.ledger.visit(first.mdtrtId)?.cancelled).toBe(true);
    expect(t.hisRow()?.holder).toMatch(/-2-/);
  });

  it('delivers a release that is still on its way before it holds anew, and says so where it cannot', async () => {
    const t = start();
    const first = await t.prepare(t.terminal);
    let deaf = true;
    t.sides.forecast = (to, what) => (deaf && to === 'his' && what === 'released' ? 'notSent' : 'fine');
    t.terminal.settlements.abandon(first);
    await t.clock.advance(100);
    await expect(t.prepare(t.terminal)).rejects.toThrow('HIS_UNREACHABLE');
    deaf = false;
    const second = await t.prepare(t.terminal);
    await t.quiet();
    expect(t.hisRow()?.holder).toBe(t.terminal.store.visits.get(second.id)?.holder);
  });

  it('never settles what the HIS does not add up to', async () => {
    const t = start();
    const insured = await t.identify(t.terminal);
    const wrong = { ...encounter(), total: '1065.49' };
    const input = { holder, insured, encounter: wrong, useAccount: true, onStep: () => {} };
    const answer = await t.clock.until(t.terminal.settlements.prepare(input));
    expect(answer).toMatchObject({ ok: false, error: { code: 'HIS_TOTAL_DIFFERS' } });
    expect(t.hisRow()?.holder).toBeNull();
  });

  it('stops where another terminal holds the encounter', async () => {
    const t = start();
    t.sides.hisStore.setHolder('OP20260302001', 'another');
    await expect(t.prepare(t.terminal)).rejects.toThrow('HIS_HELD_ELSEWHERE');
    expect(t.sent('2201')).toHaveLength(0);
  });
});
