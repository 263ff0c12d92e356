import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settledSchema } from '../../../common/contracts/centre/settlement-output.ts';
import { foundSettlementSchema } from '../../../common/contracts/centre/settlement-query.ts';
import { staySettledSchema } from '../../../common/contracts/centre/stay-settlement.ts';
import { splitSchema } from '../../../common/contracts/session/snapshot.ts';
import { fen, formatFen } from '../../../common/kernel/money.ts';
import { checkMoneyIdentities, type MoneyRules } from './money-identities.ts';

const common: MoneyRules = { accountInsideFunds: false, mutualAidInsideAccount: true };
const guangdong: MoneyRules = { accountInsideFunds: true, mutualAidInsideAccount: true };

const hundred = {
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
  hifp_pay: '56.00',
  hifob_pay: '2.00',
  fund_pay_sumamt: '58.00',
  psn_part_amt: '42.00',
  acct_pay: '30.00',
  psn_cash_pay: '12.00',
  hosp_part_amt: '0',
  balc: '70.00',
  acct_mulaid_pay: '0.00',
};

const settled = (fields: Record<string, unknown>) => settledSchema.parse({ ...hundred, ...fields });

describe('money identities', () => {
  it('splits a bill of 100.00', () => {
    expect(checkMoneyIdentities(settled({}), common)).toEqual({
      ok: true,
      value: {
        total: 10000,
        funds: 5800,
        layers: [
          { layer: 'pool', amount: 5600 },
          { layer: 'largeAmount', amount: 200 },
        ],
        hospital: 0,
        account: 3000,
        accountMutualAid: 0,
        accountBalanceAfter: 7000,
        cash: 1200,
        deductible: 1000,
      },
    });
  });

  it('splits the same bill in a province that counts the account as a fund', () => {
    for (const person of ['42.00', '12.00']) {
      const split = checkMoneyIdentities(settled({ fund_pay_sumamt: '88.00', psn_part_amt: person }), guangdong);
      expect(split).toMatchObject({ ok: true, value: { funds: 5800, account: 3000, cash: 1200, total: 10000 } });
    }
  });

  it('does not take one province for the other', () => {
    const elsewhere = settled({ fund_pay_sumamt: '88.00', psn_part_amt: '12.00' });
    expect(checkMoneyIdentities(elsewhere, common)).toEqual({
      ok: false,
      error: { identity: 'funds', expected: 5800, actual: 8800 },
    });
    expect(checkMoneyIdentities(settled({}), guangdong)).toMatchObject({ ok: false, error: { identity: 'funds' } });
  });

  it('takes mutual aid as a part of the account, or beside it', () => {
    const inside = settled({ acct_mulaid_pay: '10.00' });
    expect(checkMoneyIdentities(inside, common)).toMatchObject({
      ok: true,
      value: { account: 3000, accountMutualAid: 1000 },
    });
    const beside = settled({ acct_pay: '20.00', acct_mulaid_pay: '10.00' });
    const rules = { ...common, mutualAidInsideAccount: false };
    expect(checkMoneyIdentities(beside, rules)).toMatchObject({
      ok: true,
      value: { account: 3000, accountMutualAid: 1000, cash: 1200 },
    });
    expect(checkMoneyIdentities(beside, common)).toMatchObject({ ok: false, error: { identity: 'person' } });
    expect(checkMoneyIdentities(settled({ acct_mulaid_pay: '30.01' }), common)).toMatchObject({
      error: { identity: 'mutualAid' },
    });
  });

  it('counts hifdm_pay where it is sent, and left-out amounts as nothing', () => {
    const with5 = settled({ hifdm_pay: '5.00', hifp_pay: '51.00' });
    expect(checkMoneyIdentities(with5, common)).toMatchObject({ ok: true, value: { funds: 5800 } });
    const { hosp_part_amt: _h, acct_mulaid_pay: _a, ...sparse } = hundred;
    const answer = settledSchema.parse({ ...sparse, hifes_pay: null, maf_pay: '' });
    expect(checkMoneyIdentities(answer, common)).toMatchObject({ ok: true, value: { hospital: 0 } });
  });

  it('refuses a hospital part that was left out though the bill needs it', () => {
    const { hosp_part_amt: _h, ...sparse } = hundred;
    const answer = settledSchema.parse({ ...sparse, hifp_pay: '50.00', fund_pay_sumamt: '52.00' });
    expect(checkMoneyIdentities(answer, common)).toEqual({
      ok: false,
      error: { identity: 'total', expected: 10000, actual: 9400 },
    });
  });

  it.each([
    ['scope', { overlmt_selfpay: '1.51' }],
    ['funds', { hifp_pay: '56.01' }],
    ['person', { psn_cash_pay: '11.99' }],
    ['total', { hosp_part_amt: '0.01' }],
    ['negative', { psn_cash_pay: '-12.00', acct_pay: '54.00' }],
    ['negative', { act_pay_dedc: '-0.01' }],
  ])('one fen wrong breaks %s', (identity, fields) => {
    expect(checkMoneyIdentities(settled(fields), common)).toMatchObject({ ok: false, error: { identity } });
  });

  it('reads 2304, which need not say the person’s part: the other identities still hold', () => {
    const { psn_part_amt: _p, ...less } = hundred;
    expect(checkMoneyIdentities(staySettledSchema.parse(less), common)).toMatchObject({
      ok: true,
      value: { cash: 1200 },
    });
    const wrong = staySettledSchema.parse({ ...less, psn_cash_pay: '11.99' });
    expect(checkMoneyIdentities(wrong, common)).toMatchObject({ ok: false, error: { identity: 'total' } });
    const said = staySettledSchema.parse({ ...hundred, psn_part_amt: '41.99' });
    expect(checkMoneyIdentities(said, common)).toMatchObject({ ok: false, error: { identity: 'person' } });
  });

  it('reads 5203, which names things otherwise and has no hospital part', () => {
    const row = { medins_setl_id: 'X', refd_setl_flag: '0', psn_pay: '42.00', cash_payamt: '12.00' };
    const { psn_part_amt: _p, psn_cash_pay: _c, hosp_part_amt: _h, ...shared } = hundred;
    const found = foundSettlementSchema.parse({ ...shared, ...row });
    expect(checkMoneyIdentities(found, common)).toMatchObject({ ok: true, value: { cash: 1200, hospital: 0 } });
    const withHospital = foundSettlementSchema.parse({ ...shared, ...row, hifp_pay: '50', fund_pay_sumamt: '52' });
    expect(checkMoneyIdentities(withHospital, common)).toMatchObject({ ok: true, value: { hospital: 600 } });
    const tooMuch = foundSettlementSchema.parse({ ...shared, ...row, hifp_pay: '60', fund_pay_sumamt: '62' });
    expect(checkMoneyIdentities(tooMuch, common)).toMatchObject({ ok: false, error: { identity: 'negative' } });
  });

  const amount = fc.integer({ min: 0, max: 1e9 });
  const rules = fc.record({ accountInsideFunds: fc.boolean(), mutualAidInsideAccount: fc.boolean() });
  const parts = fc.record({ pool: amount, major: amount, hospital: amount, own: amount, aid: amount, cash: amount });

  it('every sound bill gives parts that sum to the total; one fen off anywhere is refused', () => {
    const fields = ['medfee_sumamt', 'hifp_pay', 'fund_pay_sumamt', 'acct_pay', 'psn_cash_pay', 'hosp_part_amt'];
    fc.assert(
      fc.property(parts, rules, fc.constantFrom(...fields), fc.constantFrom(-1, 1), (p, r, field, off) => {
        const account = p.own + p.aid;
        const funds = p.pool + p.major;
        const total = funds + p.hospital + account + p.cash;
        const wire: Record<string, number> = {
          medfee_sumamt: total,
          fulamt_ownpay_amt: 0,
          overlmt_selfpay: 0,
          preselfpay_amt: 0,
          inscp_scp_amt: total,
          act_pay_dedc: 0,
          hifp_pay: p.pool,
          hifmi_pay: p.major,
          hifob_pay: 0,
          fund_pay_sumamt: r.accountInsideFunds ? funds + account : funds,
          psn_part_amt: account + p.cash,
          acct_pay: r.mutualAidInsideAccount ? account : p.own,
          acct_mulaid_pay: p.aid,
          psn_cash_pay: p.cash,
          hosp_part_amt: p.hospital,
        };
        const write = (values: Record<string, number>) =>
          settled(Object.fromEntries(Object.entries(values).map(([key, value]) => [key, formatFen(fen(value))])));
        const sound = checkMoneyIdentities(write(wire), r);
        expect(sound.ok).toBe(true);
        if (!sound.ok) return;
        const s = splitSchema.parse(sound.value);
        expect(s.funds + s.hospital + s.account + s.cash).toBe(s.total);
        expect(s.layers.reduce((sum, layer) => sum + layer.amount, 0)).toBe(s.funds);
        const wrong = write({ ...wire, [field]: (wire[field] ?? 0) + off });
        expect(checkMoneyIdentities(wrong, r).ok).toBe(false);
      }),
    );
  });

  it('never throws, however large the amounts of an answer are', () => {
    const digits = fc.stringMatching(/^-?\d{1,30}(\.\d{1,3})?$/);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(hundred)), digits), rules, (fields, r) => {
        const answer = settledSchema.safeParse({ ...hundred, ...fields });
        if (answer.success) checkMoneyIdentities(answer.data, r);
      }),
    );
  });
});
