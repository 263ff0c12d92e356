import { describe, expect, it } from 'vitest';
import type { CentreInput } from '../../common/contracts/centre/transactions.ts';
import { formatDateTime } from '../../common/kernel/dates.ts';
import { fen } from '../../common/kernel/money.ts';
import { err, ok } from '../../common/kernel/result.ts';
import type { CallFailure } from '../gateways/json-call.ts';
import { failure } from './deps.ts';
import { notSent, refused, silent, tooLong } from './testing/calls.ts';
import { code, figures, held, makePreparation, notHeld, registered } from './testing/preparation.ts';
import { encounter } from './testing/world.ts';

describe('a preparation', () => {
  it('goes step by step, each of which is told, durable and on record', async () => {
    const p = makePreparation();
    const result = await p.run();
    expect(result).toMatchObject({
      ok: true,
      value: { id: 1, mdtrtId: 'M1', insutype: '310', useAccount: true, split: { total: 106_548, cash: 106_548 } },
    });
    const levels = new Map(encounter().lines.map(({ lineId }) => [lineId, { level: '01' }]));
    expect(result).toMatchObject({ value: { encounter: encounter(), levels } });
    expect(p.steps).toEqual(['hold', 'register', 'diagnosis', 'fees', 'preSettle']);
    expect(p.centre.infnos()).toEqual(['2201', '2203', '2204', '2206']);
    expect(p.centre.kept).toEqual([1]);
    expect(p.centre.asked.every(({ callTo }) => callTo?.visitId === 1 && callTo.insuplcAdmdvs === '990100')).toBe(true);
    expect(p.asked).toEqual([{ encounterId: 'OP20260302001', holder: p.visit()?.holder }]);
    expect(p.audited).toEqual([{ act: 'his.held', encounterId: 'OP20260302001', visit: 1 }]);
    expect(p.visit()).toMatchObject({
      phase: 'ready',
      mdtrtId: 'M1',
      insutype: '310',
      begunAt: formatDateTime(Date.parse('2026-03-02T09:00:00+08:00')),
      preSettled: { useAccount: true, split: { total: 106_548 } },
    });
    expect(p.visit()?.batch).toMatch(/^H9901/);
  });

  it('of a bill that does not add up begins nothing', async () => {
    const p = makePreparation();
    expect(await p.run({ encounter: { ...encounter(), total: '1065.49' } })).toMatchObject(code('HIS_TOTAL_DIFFERS'));
    expect(p.steps).toEqual([]);
    expect(p.visit()).toBeNull();
  });
});

describe('the hold at the HIS', () => {
  const unknown: CallFailure = { kind: 'unknown', reason: 'timeout', status: null, retryAfterMs: null, detail: '' };
  const refusal: CallFailure = { kind: 'refused', status: 422, about: 'content', detail: 'no' };
  const away: CallFailure = { kind: 'notSent', reason: 'refused', detail: 'ECONNREFUSED' };

  it.each([
    ['another terminal has it', held('heldElsewhere'), 'HIS_HELD_ELSEWHERE', false],
    ['it is paid', held('alreadySettled'), 'HIS_NOTHING_UNPAID', false],
    ['it is not there', held('notFound'), 'HIS_NOTHING_UNPAID', false],
    ['it says no', notHeld(refusal), 'HIS_BAD_ANSWER', false],
    ['it is away', notHeld(away), 'HIS_UNREACHABLE', false],
    // It may be held all the same.
    ['it does not answer', notHeld(unknown), 'HIS_UNREACHABLE', true],
    ['it talks nonsense', notHeld({ ...unknown, reason: 'badAnswer' }), 'HIS_BAD_ANSWER', true],
  ] as const)('%s: %o ends it: %s; given back: %s', async (_words, answer, problem, givenBack) => {
    const p = makePreparation({}, answer);
    expect(await p.run()).toMatchObject(code(problem));
    expect(p.visit()?.phase).toBe('ended');
    expect(p.centre.infnos()).toEqual([]);
    expect(p.told).toMatchObject(
      givenBack ? [{ destination: 'his', kind: 'released', body: { reason: 'cancelled' } }] : [],
    );
    expect(p.kicks()).toBe(1);
    expect(p.audited).toEqual([]);
    expect(p.steps).toEqual(['hold']);
  });

  it.each([held('heldElsewhere'), notHeld(unknown)])(
    'of one that has begun leaves it as it is where it fails: %o',
    async (answer) => {
      const p = makePreparation({}, answer);
      expect((await p.run({}, p.left('registered', 'M1'))).ok).toBe(false);
      expect(p.visit()?.phase).toBe('registered');
      expect(p.told).toEqual([]);
    },
  );

  it('is timed, the other side’s own time apart', async () => {
    const answers: [ReturnType<typeof held>, number][] = [
      [held('held'), 35],
      [ok({ reply: { result: 'held' }, timing: { wallMs: 30, serverMs: null } }), 10],
      [ok({ reply: { result: 'held' }, timing: { wallMs: 90, serverMs: null } }), 0],
      [notHeld(unknown), 0],
    ];
    for (const [answer, ownMs] of answers) {
      const p = makePreparation({}, answer);
      await p.clock.advance(5);
      await p.run();
      expect(p.timings[0]).toEqual({ step: 'his.hold', ms: 40, ownMs });
    }
  });
});

describe('the registration', () => {
  it('that is known is not made again, nor what follows it', async () => {
    const p = makePreparation();
    expect((await p.run({}, p.left('diagnosed', 'M1'))).ok).toBe(true);
    expect(p.centre.infnos()).toEqual(['2204', '2206']);
  });

  it('is followed by the diagnosis where that was not yet told', async () => {
    const p = makePreparation();
    await p.run({}, p.left('registered', 'M1'));
    expect(p.centre.infnos()).toEqual(['2203', '2204', '2206']);
  });

  it.each([
    ['is found', ok('M1'), ['2203', '2204', '2206']],
    ['is made where there is none', ok(null), ['2201', '2203', '2204', '2206']],
    ['waits where nobody knows', err(failure('CENTRE_UNREACHABLE')), []],
  ] as const)('that may have been made %s', async (_words, found, infnos) => {
    const p = makePreparation({}, held('held'), async () => found);
    expect((await p.run({}, p.left('registering'))).ok).toBe(infnos.length > 0);
    expect(p.centre.infnos()).toEqual(infnos);
    expect(p.visit()?.mdtrtId).toBe(infnos.length > 0 ? 'M1' : null);
  });

  it.each([
    ['refused', refused('不在参保地'), code('CENTRE_REFUSED', '不在参保地'), 'held'],
    ['not sent', notSent, code('CENTRE_UNREACHABLE'), 'held'],
    ['another person’s', registered('P2'), code('CENTRE_OTHER_PERSON'), 'registering'],
  ] as const)('%s is kept, and ends it', async (_words, answer, problem, phase) => {
    const p = makePreparation({ 2201: () => answer });
    expect(await p.run()).toMatchObject(problem);
    expect(p.centre.kept).toEqual([1]);
    expect(p.visit()).toMatchObject({ phase, mdtrtId: null });
    expect(p.centre.infnos()).toEqual(['2201']);
  });

  it('that does not fit its table is the HIS’s fault, and was never begun', async () => {
    const p = makePreparation({ 2201: () => tooLong });
    expect(await p.run()).toMatchObject(code('HIS_BAD_ANSWER', 'data.dept_name: too long'));
    expect(p.visit()?.phase).toBe('held');
  });

  it.each([
    ['found, it goes on', ok('M1'), { ok: true }],
    ['not there, it waits for another attempt', ok(null), code('CENTRE_UNREACHABLE')],
    ['nobody knows', err(failure('CENTRE_BAD_ANSWER')), code('CENTRE_BAD_ANSWER')],
  ] as const)('whose answer is lost is looked for: %s', async (_words, found, result) => {
    const p = makePreparation({ 2201: () => silent }, held('held'), async () => found);
    expect(await p.run()).toMatchObject(result);
    expect(p.centre.kept).toEqual([1]);
    if (!result.ok) expect(p.visit()?.phase).toBe('registering');
  });
});

describe('the diagnosis', () => {
  it.each([
    [refused('诊断不符'), code('CENTRE_REFUSED', '诊断不符')],
    [tooLong, code('HIS_BAD_ANSWER')],
  ])('%o ends it', async (answer, problem) => {
    const p = makePreparation({ 2203: () => answer });
    expect(await p.run()).toMatchObject(problem);
    expect(p.visit()?.phase).toBe('registered');
    expect(p.steps.at(-1)).toBe('diagnosis');
  });
});

describe('the first figures', () => {
  it.each([
    [refused('封锁'), code('CENTRE_REFUSED')],
    [tooLong, code('HIS_BAD_ANSWER')],
    [figures({ mdtrt_id: 'M2' }), code('CENTRE_OTHER_PERSON')],
    [figures({ psn_cash_pay: '1065.49' }), code('CENTRE_MONEY_MISMATCH')],
  ])('%o end it', async (answer, problem) => {
    const p = makePreparation({ 2206: () => answer });
    expect(await p.run()).toMatchObject(problem);
    expect(p.visit()?.phase).toBe('uploading');
  });

  it('are of what was uploaded, with the person’s word about the account', async () => {
    const p = makePreparation();
    await p.run({ useAccount: false });
    const asked = p.centre.asked.at(-1)?.input as CentreInput<'2206'>;
    expect(asked.data).toMatchObject({
      acct_used_flag: '0',
      medfee_sumamt: fen(106_548),
      chrg_bchno: p.visit()?.batch,
    });
    expect(p.visit()?.preSettled?.useAccount).toBe(false);
  });

  it('are never asked for before the registration, nor for a bill that does not add up', async () => {
    const p = makePreparation();
    const visit = p.left('held');
    await expect(p.preSettle(visit, {}, true)).rejects.toThrow('before it is registered');
    const wrong = { ...visit, mdtrtId: 'M1', encounter: { ...encounter(), total: '1065.49' } };
    expect(await p.preSettle(wrong, {}, true)).toMatchObject(code('HIS_TOTAL_DIFFERS'));
    expect(p.centre.infnos()).toEqual([]);
  });
});
