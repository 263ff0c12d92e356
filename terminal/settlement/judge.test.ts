import { describe, expect, it } from 'vitest';
import { settledSchema } from '../../common/contracts/centre/settlement-output.ts';
import { foundSettlementSchema } from '../../common/contracts/centre/settlement-query.ts';
import type { HisEncounter, HisLine } from '../../common/contracts/his/his.ts';
import type { Split } from '../../common/contracts/session/snapshot.ts';
import { fen } from '../../common/kernel/money.ts';
import { pii } from '../../common/kernel/pii.ts';
import { billOf, judgeFigures, ownRow, saysOneOf, settlementTime, splitsDiffer } from './judge.ts';
import { encounter } from './testing/world.ts';

describe('the bill', () => {
  const [line] = encounter().lines;
  if (line === undefined) throw new Error('no line');
  const bill = (lines: readonly Partial<HisLine>[], total: string) => {
    const all = lines.map((one, index) => ({ ...line, lineId: `L${index}`, ...one }));
    return billOf({ ...encounter(), lines: all, total } satisfies HisEncounter);
  };
  const two = { count: '2', unitPrice: '35.2415', amount: '70.48' };
  const half = { count: '1', unitPrice: '0.005', amount: '0.01' };

  it('is every line by our own arithmetic, and their sum', () => {
    expect(bill([two, half], '70.49')).toEqual({
      ok: true,
      value: {
        total: 7049,
        amounts: new Map([
          ['L0', 7048],
          ['L1', 1],
        ]),
      },
    });
  });

  it.each([
    ['a count with too many places', [{ ...two, count: '2.00001' }], '70.48'],
    ['a price with too many places', [{ ...two, unitPrice: '35.2415001' }], '70.48'],
    ['an amount that is none', [{ ...two, amount: 'x' }], '70.48'],
    ['a line that is there twice', [two, { ...half, lineId: 'L0' }], '70.49'],
    ['a sum that is none', [two], '70.4800001'],
  ])('%s is a bad answer of the HIS', (_what, lines, total) => {
    expect(bill(lines, total)).toEqual({ ok: false, error: 'HIS_BAD_ANSWER' });
  });

  it.each([
    ['a line', [{ ...two, amount: '70.49' }], '70.49'],
    [
      'two lines, though their sum is right',
      [
        { ...two, amount: '70.49' },
        { ...half, amount: '0.00' },
      ],
      '70.49',
    ],
    ['the sum', [two, half], '70.48'],
  ])('%s that the HIS has otherwise is never settled', (_what, lines, total) => {
    expect(bill(lines, total)).toEqual({ ok: false, error: 'HIS_TOTAL_DIFFERS' });
  });
});

describe('an answer about money', () => {
  const fields = {
    mdtrt_id: 'M1',
    setl_id: 'S1',
    psn_no: 'P1',
    setl_time: '2026-03-02 09:00:00',
    medfee_sumamt: '100.00',
    fulamt_ownpay_amt: '5.00',
    overlmt_selfpay: '1.50',
    preselfpay_amt: '3.50',
    inscp_scp_amt: '90',
    act_pay_dedc: '10.00',
    hifp_pay: '58.00',
    fund_pay_sumamt: '58.00',
    psn_part_amt: '42.00',
    acct_pay: '30.00',
    psn_cash_pay: '12.00',
    hosp_part_amt: '0',
    balc: '70.00',
    acct_mulaid_pay: '0.00',
  };
  const rules = { accountInsideFunds: false, mutualAidInsideAccount: true };
  const judge = (changes: object, total = 10_000) =>
    judgeFigures(
      settledSchema.parse({ ...fields, ...changes }),
      { psnNo: pii('P1'), mdtrtId: 'M1', total: fen(total) },
      rules,
    );

  it('is ours where person, encounter, total and every identity are right', () => {
    expect(judge({})).toMatchObject({
      ok: true,
      value: {
        split: { total: 10_000, funds: 5800, account: 3000, cash: 1200 },
        scope: { ownExpense: 500, advanceSelfPay: 350, overLimit: 150, inScope: 9000 },
      },
    });
  });

  it.each([
    ['CENTRE_OTHER_PERSON', { psn_no: 'P2' }, 10_000],
    ['CENTRE_OTHER_PERSON', { mdtrt_id: 'M2' }, 10_000],
    ['CENTRE_MONEY_MISMATCH', {}, 10_001],
    ['CENTRE_MONEY_MISMATCH', { psn_cash_pay: '12.01' }, 10_000],
  ])('%s: %o', (error, changes, total) => {
    expect(judge(changes, total)).toEqual({ ok: false, error });
  });

  const row = (medinsSetlId: string, refunded: '0' | '1' = '0', setlId = 'S1') =>
    foundSettlementSchema.parse({
      ...fields,
      psn_pay: '42.00',
      cash_payamt: '12.00',
      medins_setl_id: medinsSetlId,
      refd_setl_flag: refunded,
      setl_id: setlId,
    });

  it('of 5203 is ours by our message id, and not when it was given back', () => {
    const others = [row('A'), row('B', '1', 'S2'), row('B', '0', 'S3'), row('C', '0', 'S4')];
    expect(ownRow(others, 'B')?.setl_id).toBe('S3');
    expect(ownRow([row('B', '1')], 'B')).toBeNull();
    expect(ownRow([row('A')], 'B')).toBeNull();
    expect(ownRow([], 'B')).toBeNull();
  });
});

describe('two splits', () => {
  const split: Split = {
    total: fen(100),
    funds: fen(60),
    layers: [
      { layer: 'pool', amount: fen(50) },
      { layer: 'major', amount: fen(10) },
    ],
    hospital: fen(1),
    account: fen(20),
    accountMutualAid: fen(5),
    accountBalanceAfter: fen(7),
    cash: fen(19),
    deductible: fen(3),
  };
  const differs = (changes: Partial<Split>) => splitsDiffer(split, { ...split, ...changes });

  it.each(['total', 'funds', 'hospital', 'account', 'accountMutualAid', 'cash'] as const)('differ by %s', (part) => {
    expect(differs({ [part]: fen(99) })).toBe(true);
  });

  it('differ by who of the funds pays what, in whatever order', () => {
    const [pool, major] = split.layers;
    if (pool === undefined || major === undefined) throw new Error('no layers');
    expect(differs({ layers: [major, pool] })).toBe(false);
    expect(differs({ layers: [pool] })).toBe(true);
    expect(differs({ layers: [pool, { ...major, amount: fen(11) }] })).toBe(true);
    expect(differs({ layers: [pool, { ...major, layer: 'other' }] })).toBe(true);
  });

  it('do not differ by what is only shown', () => {
    expect(differs({ accountBalanceAfter: null, deductible: null })).toBe(false);
  });
});

describe('the time of a settlement', () => {
  const now = Date.parse('2026-03-02T12:00:00+08:00');

  it.each([
    ['2026-03-02 09:00:00', '2026-03-02 09:00:00'],
    [' 2026-03-02 09:00:00 ', '2026-03-02 09:00:00'],
    ['2026-03-02T09:00:00', '2026-03-02 09:00:00'],
    ['2026-03-02 09:00:00.123', '2026-03-02 09:00:00'],
    ['20260302090000', '2026-03-02 12:00:00'],
    ['', '2026-03-02 12:00:00'],
  ])('"%s" is %s', (text, time) => {
    expect(settlementTime(text, now)).toBe(time);
  });
});

it('a refusal is one of those that the profile names by its words', () => {
  expect(saysOneOf('原交易已冲正，无需处理', ['未找到', '已冲正'])).toBe(true);
  expect(saysOneOf('系统繁忙', ['未找到', '已冲正'])).toBe(false);
  expect(saysOneOf('已冲正', [])).toBe(false);
});
