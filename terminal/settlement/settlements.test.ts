import { afterEach, describe, expect, it } from 'vitest';
import { PERSON } from '../../central/testing/kit.ts';
import { fen } from '../../common/kernel/money.ts';
import type { PrepareStep } from '../ports.ts';
import { endAll, start } from './testing/start.ts';
import { holder } from './testing/world.ts';

afterEach(endAll);

describe('the way that goes well', () => {
  it('identifies, prepares step by step, settles, tells HIS and operator', async () => {
    const t = start();
    const steps: PrepareStep[] = [];
    const prepared = await t.prepare(t.terminal, true, steps);
    expect(steps).toEqual(['hold', 'register', 'diagnosis', 'fees', 'preSettle']);
    expect(prepared.split.total).toBe(t.total);
    expect(prepared.levels.get('L2')?.level).toBe('02');
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
      expect.arrayContaining(['centre.1101', 'centre.2206', 'centre.2207', 'his.hold']),
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

  it('signs in once a day, and again where the centre has forgotten it', async () => {
    const t = start();
    await t.identify(t.terminal);
    await t.identify(t.terminal);
    expect(t.sent('9001')).toHaveLength(1);
    await t.clock.advance(24 * 3_600_000);
    await t.identify(t.terminal);
    expect(t.sent('9001')).toHaveLength(2);
    t.sides.kit.ledger.signIn = () => null;
    expect(await t.clock.until(t.terminal.settlements.identify(holder))).toMatchObject({
      ok: false,
      error: { code: 'CENTRE_REFUSED' },
    });
    expect(t.sent('9001')).toHaveLength(3);
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
