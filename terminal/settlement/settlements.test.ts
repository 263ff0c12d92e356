import { afterEach, describe, expect, it } from 'vitest';
import { PERSON } from '../../central/testing/kit.ts';
import { fen } from '../../common/kernel/money.ts';
import type { PrepareStep, SettleResult } from '../ports.ts';
import type { Weather } from './testing/other-sides.ts';
import { encounter, holder, makeWorld, type Terminal } from './testing/world.ts';

const running: Terminal[] = [];
afterEach(() => {
  for (const terminal of running.splice(0)) terminal.kill();
});

function start(seed = 1, options: Parameters<typeof makeWorld>[1] = {}, changes = {}) {
  const world = makeWorld(seed, options);
  const terminal = world.boot(undefined, changes);
  running.push(terminal);
  const settle = async (limitMs = 45_000): Promise<SettleResult> => {
    const prepared = await world.prepare(terminal);
    return world.clock.until(terminal.settlements.settle(prepared, limitMs, () => {}));
  };
  /** The centre's weather for the first 2207 only. */
  const storm = (weather: Weather, infno = '2207'): void => {
    let used = false;
    world.sides.forecast = (to, what) => {
      if (to !== 'centre' || what !== infno || used) return 'fine';
      used = true;
      return weather;
    };
  };
  const quiet = () => world.clock.advance(600_000);
  const records = () => world.sides.operatorStore.all().map((record) => record.kind);
  const hisRow = () => world.sides.hisStore.find('OP20260302001');
  const sent = (infno: string) => world.sides.arrived.filter((message) => message.infno === infno);
  return { ...world, terminal, settle, storm, quiet, records, hisRow, sent };
}

describe('the way that goes well', () => {
  it('identifies, prepares step by step, settles, tells HIS and operator', async () => {
    const t = start();
    const steps: PrepareStep[] = [];
    const prepared = await t.prepare(t.terminal, true, steps);
    expect(steps).toEqual(['hold', 'register', 'diagnosis', 'fees', 'preSettle']);
    expect(prepared.split.total).toBe(t.total);
    expect(prepared.levels.get('L2')).toBe('02');
    expect(t.hisRow()?.holder).toMatch(/^ZZ-07-/);
    const seen: string[] = [];
    const result = await t.clock.until(t.terminal.settlements.settle(prepared, 45_000, (s) => seen.push(s)));
    expect(seen).toEqual(['recorded', 'centre']);
    if (result.kind !== 'settled') throw new Error(result.kind);
    const [row] = t.sides.kit.ledger.settlements();
    expect(row).toMatchObject({ state: 'settled', msgid: result.settled.messageId, setlId: result.settled.setlId });
    expect(result.settled).toMatchObject({ changed: false, foundBy: 'answer', split: prepared.split });
    expect(result.settled.checkCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    await t.quiet();
    expect(t.hisRow()?.settlement).toMatchObject({ messageId: result.settled.messageId, total: '1065.48' });
    expect(t.records()).toEqual(['settlement', 'his-notified']);
    expect(t.terminal.settlements.isBlocked('OP20260302001')).toBe(false);
    expect(t.terminal.audited).toEqual(
      expect.arrayContaining([
        'his.held',
        'settlement.intent',
        'settlement.settled',
        'his.notified',
        'queue.delivered',
      ]),
    );
    expect(t.terminal.timings.map((one) => one.step)).toEqual(
      expect.arrayContaining(['centre.1101', 'centre.2206', 'preSettle', 'centre.2207', 'settle', 'his.hold']),
    );
  });

  it('runs 2206 again with another answer about the account', async () => {
    const t = start();
    const prepared = await t.prepare(t.terminal);
    const without = await t.clock.until(t.terminal.settlements.reprice(prepared, false));
    if (!without.ok) throw new Error(without.error.code);
    expect(prepared.split.account).toBeGreaterThan(0);
    expect(without.value.split.account).toBe(0);
    // What the person saw first may no longer be settled.
    const stale = await t.clock.until(t.terminal.settlements.settle(prepared, 45_000, () => {}));
    expect(stale).toMatchObject({ kind: 'notSent', failure: { code: 'SETTLEMENT_OPEN' } });
    const result = await t.clock.until(t.terminal.settlements.settle(without.value, 45_000, () => {}));
    expect(result).toMatchObject({ kind: 'settled', settled: { split: { account: 0 } } });
    expect(t.sent('2207')).toHaveLength(1);
  });

  it('takes the first scheme in force by the profile, and refuses where none is', async () => {
    const t = start();
    t.sides.mutate = (infno, text) =>
      infno === '1101' ? text.replace('"psn_insu_stas":"1"', '"psn_insu_stas":"2"') : text;
    const insured = await t.clock.until(t.terminal.settlements.identify(holder));
    expect(insured).toMatchObject({ ok: false, error: { code: 'PERSON_NOT_INSURED' } });
  });
});

describe('every way that 2207 can end', () => {
  it.each(['lostAfter', 'garbled'] as const)('%s: done at the centre, found by 5203, settled once', async (weather) => {
    const t = start();
    t.storm(weather);
    const result = await t.settle();
    expect(result).toMatchObject({ kind: 'settled', settled: { foundBy: '5203', changed: false } });
    expect(t.sent('2207')).toHaveLength(1);
    expect(t.sent('2601')).toHaveLength(0);
    await t.quiet();
    expect(t.records()).toEqual(['settlement', 'his-notified']);
    expect(t.terminal.audited).toContain('settlement.unknown');
    expect(t.terminal.audited).toContain('settlement.found');
  });

  it.each(['lostBefore', 'status'] as const)('%s: not done, fenced by 2601, reversed', async (weather) => {
    const t = start();
    t.storm(weather);
    const result = await t.settle();
    expect(result.kind).toBe('reversed');
    const [fence] = t.sent('2601');
    const messageId = result.kind === 'reversed' ? result.messageId : '';
    expect(fence?.text).toContain(`"omsgid":"${messageId}"`);
    expect(t.sides.kit.ledger.isFenced(messageId)).toBe(true);
    expect(fence?.text).not.toContain(`"msgid":"${messageId}"`);
    await t.quiet();
    expect(t.hisRow()).toMatchObject({ holder: null, settlement: null });
    expect(t.records()).toEqual(['fault']);
    expect(t.sides.kit.ledger.settlements()).toEqual([]);
    expect(t.terminal.settlements.isBlocked('OP20260302001')).toBe(false);
  });

  it('notSent: nothing was paid; the same preparation may be tried again as a new, linked intent', async () => {
    const t = start();
    t.storm('notSent');
    const prepared = await t.prepare(t.terminal);
    const first = await t.clock.until(t.terminal.settlements.settle(prepared, 45_000, () => {}));
    expect(first).toMatchObject({ kind: 'notSent', failure: { code: 'CENTRE_UNREACHABLE' } });
    const second = await t.clock.until(t.terminal.settlements.settle(prepared, 45_000, () => {}));
    expect(second.kind).toBe('settled');
    const [newer, older] = t.terminal.store.settlements.list(5);
    expect(newer?.previousId).toBe(older?.id);
    expect(newer?.messageId).not.toBe(older?.messageId);
  });

  it('refused: the centre’s words, nothing paid, the hold kept until the session gives it back', async () => {
    const t = start();
    const prepared = await t.prepare(t.terminal);
    t.sides.kit.ledger.deleteFees(prepared.mdtrtId, null);
    const result = await t.clock.until(t.terminal.settlements.settle(prepared, 45_000, () => {}));
    expect(result).toMatchObject({
      kind: 'refused',
      failure: { code: 'CENTRE_REFUSED', reason: expect.stringContaining('未查询到') },
    });
    expect(t.hisRow()?.holder).not.toBeNull();
    t.terminal.settlements.abandon(prepared);
    await t.quiet();
    expect(t.hisRow()?.holder).toBeNull();
    expect(t.sides.kit.ledger.visit(prepared.mdtrtId)?.cancelled).toBe(true);
  });

  it.each([
    ['another person', '"psn_no":"99010000000000000000000000001"', '"psn_no":"99010000000000000000000000002"'],
    ['a broken identity', /"psn_cash_pay":(\d+)\./, '"psn_cash_pay":9$1.'],
    ['another total', '"medfee_sumamt":1065.48', '"medfee_sumamt":1065.49'],
  ] as const)('an answer with %s is unknown, then found sound by 5203', async (_name, from, to) => {
    const t = start();
    let changed = 0;
    t.sides.mutate = (infno, text) => {
      const after = infno === '2207' ? text.replace(from, to) : text;
      if (after !== text) changed += 1;
      return after;
    };
    const result = await t.settle();
    expect(changed).toBe(1);
    expect(t.terminal.audited).toContain('settlement.unknown');
    expect(result).toMatchObject({ kind: 'settled', settled: { foundBy: '5203' } });
  });

  it('another split, sound and of the same total, is settled and recorded as changed', async () => {
    const t = start();
    const prepared = await t.prepare(t.terminal);
    t.sides.kit.ledger.changeBalance(PERSON.psnNo, '310', fen(-10_000));
    const result = await t.clock.until(t.terminal.settlements.settle(prepared, 45_000, () => {}));
    if (result.kind !== 'settled') throw new Error(result.kind);
    expect(result.settled.changed).toBe(true);
    expect(result.settled.split.cash).toBe(prepared.split.cash + 10_000);
    expect(t.terminal.audited).toContain('settlement.settled-otherwise');
    await t.quiet();
    expect(t.sides.operatorStore.all()[0]?.body).toMatchObject({ changed: true });
  });
});

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
    expect(t.records()).toEqual(['fault']);
    down = false;
    t.sides.forecast = () => 'fine';
    await t.quiet();
    expect(resolved).toMatchObject([{ kind: 'settled', settled: { foundBy: '5203' } }]);
    expect(t.hisRow()?.settlement).not.toBeNull();
    expect(t.sides.kit.ledger.settlements()).toHaveLength(1);
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
    expect(t.terminal.store.settlements.list(1)[0]).toMatchObject({ state: 'reversed', attention: 'late-reply' });
    expect(t.terminal.audited).toContain('settlement.late-reply');
    expect(t.terminal.settlements.isBlocked('OP20260302001')).toBe(true);
    expect(t.records()).toEqual(['fault', 'fault']);
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
