import { describe, expect, it } from 'vitest';
import { foundSettlementSchema } from '../../common/contracts/centre/settlement-query.ts';
import { createLife } from './life.ts';
import { createLook, createLookTwice, expectedOf, isOf, type Sighting, visitOf } from './sighting.ts';
import { done, refused, silent } from './testing/calls.ts';
import { settlementKit, TOTAL, WAITS } from './testing/settlement.ts';

const found = (changes: object = {}) =>
  foundSettlementSchema.parse({
    mdtrt_id: 'M1',
    setl_id: 'S1',
    psn_no: 'P1',
    setl_time: '2026-03-02T09:00:05',
    medins_setl_id: 'not ours',
    refd_setl_flag: '0',
    medfee_sumamt: '1065.48',
    fulamt_ownpay_amt: '0',
    overlmt_selfpay: '0',
    preselfpay_amt: '0',
    inscp_scp_amt: '1065.48',
    fund_pay_sumamt: '0',
    psn_pay: '1065.48',
    acct_pay: '65.48',
    cash_payamt: '1000.00',
    ...changes,
  });
const rows = (...setlinfo: ReturnType<typeof found>[]) => done<'5203'>({ setlinfo, setldetail: [] });

/** One look at a settlement, of which the centre has what `answer` says. */
function look(
  answer: (messageId: string) => ReturnType<typeof rows> | typeof silent | ReturnType<typeof refused>,
  setlId?: string,
) {
  const kit = settlementKit(() => answer(kit.row().messageId));
  const row = kit.intend({ state: 'unknown' });
  const sighting = kit.clock.until(createLook(kit.deps, kit.calls)(row, setlId));
  return { kit, sighting };
}

describe('one look', () => {
  it('finds ours by its message id, with figures that are ours', async () => {
    const { kit, sighting } = look((id) => rows(found(), found({ medins_setl_id: id, setl_id: 'S2' })));
    expect(await sighting).toMatchObject({
      kind: 'found',
      confirmed: {
        setlId: 'S2',
        setlTime: '2026-03-02 09:00:05',
        foundBy: '5203',
        split: { total: TOTAL, account: 6548, cash: 100_000 },
        scope: { inScope: TOTAL },
      },
      seen: { setlId: 'S2', total: TOTAL, why: null },
    });
    expect(kit.infnos()).toEqual(['9001', '5203']);
    expect(kit.sent[1]?.text).not.toContain('setl_id');
  });

  it('asks by the number that is known', async () => {
    const { kit, sighting } = look(() => rows(), 'S7');
    await sighting;
    expect(kit.sent[1]?.text).toContain('"setl_id":"S7"');
  });

  it.each([
    ['nothing', () => rows(), { kind: 'missing' }],
    ['others', () => rows(found()), { kind: 'missing' }],
    [
      'ours, given back',
      (id: string) => rows(found(), found({ medins_setl_id: id, refd_setl_flag: '1' })),
      { kind: 'refunded' },
    ],
    ['a refusal', () => refused(), { kind: 'refused' }],
    ['no answer', () => silent, { kind: 'silent' }],
    [
      'figures that cannot be right',
      (id: string) => rows(found({ medins_setl_id: id, medfee_sumamt: '1.00' })),
      { kind: 'unsound', seen: { setlId: 'S1', total: 100, why: 'CENTRE_MONEY_MISMATCH' } },
    ],
    [
      'another person',
      (id: string) => rows(found({ medins_setl_id: id, psn_no: 'P2' })),
      { kind: 'unsound', seen: { setlId: 'S1', total: TOTAL, why: 'CENTRE_OTHER_PERSON' } },
    ],
  ] as const)('shows %s', async (_words, answer, expected) => {
    expect(await look(answer).sighting).toEqual(expected);
  });

  it('that cannot sign in has seen nothing', async () => {
    const kit = settlementKit();
    const row = kit.intend({ state: 'unknown' });
    const calls = {
      ...kit.calls,
      signIn: async () => ({ ok: false, error: { code: 'CENTRE_UNREACHABLE', reason: null } }) as const,
    };
    expect(await kit.clock.until(createLook(kit.deps, calls)(row))).toEqual({ kind: 'silent' });
    expect(kit.sent).toEqual([]);
  });

  it('that does not fit its table shows nothing', async () => {
    const kit = settlementKit();
    const row = kit.intend({ state: 'unknown' });
    const wrong = { ok: false, error: { field: 'data.x', problem: 'too long' } } as const;
    const calls = { ...kit.calls, inquire: async () => wrong };
    expect(await kit.clock.until(createLook(kit.deps, calls)(row))).toEqual({ kind: 'missing' });
  });
});

describe('two looks', () => {
  const twice = async (first: Sighting, second: Sighting, stopAfterFirst = false) => {
    const kit = settlementKit();
    const row = kit.intend({ state: 'unknown' });
    const life = createLife(kit.clock);
    const looks: (string | undefined)[] = [];
    let forgotten = 0;
    const lookTwice = createLookTwice({
      look: async (_row, setlId) => {
        looks.push(setlId);
        if (stopAfterFirst) void life.stop();
        return looks.length === 1 ? first : second;
      },
      calls: {
        forgetSignIn: () => {
          forgotten += 1;
        },
      },
      life,
      waits: WAITS,
    });
    const result = await kit.clock.until(lookTwice(row, 'S1'));
    return { result, looks, forgotten, tookMs: kit.clock.monotonic() };
  };
  const missing: Sighting = { kind: 'missing' };
  const refusal: Sighting = { kind: 'refused' };
  const quiet: Sighting = { kind: 'silent' };
  const seen = { setlId: 'S1', total: TOTAL, why: null };
  const unsound: Sighting = { kind: 'unsound', seen };

  it('"not there" is believed when it is said again after a pause', async () => {
    expect(await twice(missing, missing)).toEqual({
      result: missing,
      looks: ['S1', 'S1'],
      forgotten: 0,
      tookMs: WAITS.queryGapMs,
    });
  });

  it('silence is told at once', async () => {
    expect(await twice(quiet, missing)).toMatchObject({ result: quiet, looks: ['S1'], tookMs: 0 });
  });

  it('what is found is told at once', async () => {
    const kind = { kind: 'found', seen } as Sighting;
    expect(await twice(kind, missing)).toMatchObject({ result: kind, looks: ['S1'] });
  });

  it('a refusal may come of a stale sign-in; the second one is a centre’s way to say "nothing found"', async () => {
    expect(await twice(refusal, refusal)).toMatchObject({ result: missing, looks: ['S1', 'S1'], forgotten: 1 });
    expect(await twice(refusal, unsound)).toMatchObject({ result: unsound, forgotten: 1 });
    expect(await twice(missing, refusal)).toMatchObject({ result: missing, forgotten: 0 });
  });

  it('what cannot be right is looked at twice too', async () => {
    expect(await twice(unsound, missing)).toMatchObject({ result: missing, looks: ['S1', 'S1'] });
  });

  it('nothing is said by who was stopped meanwhile', async () => {
    expect(await twice(missing, missing, true)).toMatchObject({ result: null, looks: ['S1'] });
  });
});

describe('whose it is', () => {
  it('is the visit’s, which is registered', () => {
    const kit = settlementKit();
    const row = kit.intend();
    expect(visitOf(kit.deps, 1).mdtrtId).toBe('M1');
    expect(expectedOf(kit.deps, row)).toMatchObject({ mdtrtId: 'M1', total: TOTAL });
    expect(() => visitOf(kit.deps, 9)).toThrow('visit 9');
    Object.assign(kit.store.visits, { get: () => ({ ...kit.visit, mdtrtId: null }) });
    expect(() => visitOf(kit.deps, 1)).toThrow('not registered');
  });

  it.each([
    [{}, true],
    [{ psn_no: 'P2' }, false],
    [{ mdtrt_id: 'M2' }, false],
  ])('a row of 5203 %o is of this person and encounter: %s', (changes, same) => {
    const visit = visitOf(settlementKit().deps, 1);
    expect(isOf(found(changes), visit)).toBe(same);
  });
});
