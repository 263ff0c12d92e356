import { describe, expect, it } from 'vitest';
import { transactions } from '../../common/contracts/centre/transactions.ts';
import { unwrapPii } from '../../common/kernel/pii.ts';

/** What real centres send beside the letter of the tables (domain-facts B6.3), and what they may not get away with. */

const settled = {
  mdtrt_id: 'M1',
  setl_id: 'S1',
  psn_no: 'P1',
  setl_time: '2026-03-02 09:00:00',
  medfee_sumamt: '100.00',
  fulamt_ownpay_amt: '0',
  overlmt_selfpay: '0',
  preselfpay_amt: '0',
  inscp_scp_amt: '100',
  fund_pay_sumamt: '60',
  psn_part_amt: '40',
  acct_pay: '40',
  psn_cash_pay: '0',
};

function output(infno: keyof typeof transactions, value: unknown) {
  return transactions[infno].output.safeParse(value);
}

describe('answers', () => {
  it.each([
    ['missing', undefined, 0],
    ['null', null, 0],
    ['empty text', '', 0],
    ['an empty list', [], 0],
    ['one object', { fund_pay_type: '310100', fund_payamt: '60.00' }, 1],
    ['a list', [{ fund_pay_type: '310100' }, null, { fund_pay_type: '330100' }], 2],
  ])('setldetail as %s', (_name, setldetail, rows) => {
    const parsed = transactions['2207'].output.safeParse({ setlinfo: settled, setldetail });
    expect(parsed.success && parsed.data.setldetail).toHaveLength(rows);
  });

  it.each(['2202', '2203', '2205', '2302', '2402', '2403', '2404', '2405', '2601'] as const)(
    '%s has no output, whatever stands there',
    (infno) => {
      for (const value of [undefined, null, {}, '', [], 'done', { x: 1 }]) {
        expect(output(infno, value)).toMatchObject({ success: true, data: {} });
      }
    },
  );

  it('2208: cash under either name, negative amounts, nulls', () => {
    const base = { mdtrt_id: 'M1', setl_id: 'S1', medfee_sumamt: '-100.00', hifp_pay: null, balc: '' };
    const sic = transactions['2208'].output.parse({ setlinfo: { ...base, pdn_cash_pay: '-12.00' } });
    expect(sic.setlinfo).toMatchObject({ medfee_sumamt: -10000, pdn_cash_pay: -1200 });
    expect(sic.setlinfo.hifp_pay).toBeUndefined();
    const plain = transactions['2208'].output.parse({ setlinfo: { ...base, psn_cash_pay: '-12.00' } });
    expect(plain.setlinfo).toMatchObject({ psn_cash_pay: -1200 });
  });

  it('2304: what its table does not require may be missing, and an amount that is none is an error', () => {
    const { psn_part_amt: _part, setl_time: _time, ...less } = settled;
    const parsed = transactions['2304'].output.parse({ setlinfo: less, setldetail: [] });
    expect(parsed.setlinfo).toMatchObject({ setl_id: 'S1', medfee_sumamt: 10000, psn_cash_pay: 0 });
    expect(parsed.setlinfo.psn_part_amt).toBeUndefined();
    expect(output('2304', { setlinfo: { ...less, psn_part_amt: 'viel' } }).success).toBe(false);
    const { setl_id: _id, ...nameless } = settled;
    expect(output('2304', { setlinfo: nameless }).success).toBe(false);
  });

  it('2305: cash as the rest of the world spells it, and hifdm_pay of its own table', () => {
    const base = {
      mdtrt_id: 'M1',
      setl_id: 'S1',
      medfee_sumamt: '-100.00',
      psn_cash_pay: '-12.00',
      hifdm_pay: '-1.00',
    };
    const { setlinfo } = transactions['2305'].output.parse({ setlinfo: base });
    expect(setlinfo).toMatchObject({ psn_cash_pay: -1200, hifdm_pay: -100 });
  });

  it('2301: a line may come back without its number, an answer without lines is none', () => {
    const line = { det_item_fee_sumamt: '10.00' };
    expect(transactions['2301'].output.parse({ result: line }).result).toMatchObject([{ det_item_fee_sumamt: 1000 }]);
    expect(output('2301', { result: [] }).success).toBe(false);
  });

  it('5203 and 5201: nothing found is an empty list, one object is a list of one', () => {
    expect(transactions['5203'].output.parse({})).toEqual({ setlinfo: [], setldetail: [] });
    expect(transactions['5203'].output.parse({ setlinfo: null })).toEqual({ setlinfo: [], setldetail: [] });
    expect(transactions['5201'].output.parse({ data: { mdtrt_id: 'M1', psn_no: 'P1' } }).data).toHaveLength(1);
  });

  it('unknown fields and unusable descriptions do not spoil an answer', () => {
    const odd = { ...settled, naty: null, gend: true, psn_type: 'x'.repeat(99), new_in_2027: { a: [] } };
    const parsed = transactions['2207'].output.parse({ setlinfo: odd });
    expect(parsed.setlinfo).toMatchObject({ medfee_sumamt: 10000 });
    expect(parsed.setlinfo.gend).toBeUndefined();
    expect(Object.keys(parsed.setlinfo)).not.toContain('new_in_2027');
  });

  it.each(Object.keys(settled))('a settlement without %s is no settlement', (field) => {
    const { [field as keyof typeof settled]: _gone, ...rest } = settled;
    expect(output('2207', { setlinfo: rest }).success).toBe(false);
    expect(output('2207', { setlinfo: { ...rest, [field]: null } }).success).toBe(false);
  });

  it.each([
    ['medfee_sumamt', '1,000.00'],
    ['psn_cash_pay', '0.001'],
    ['hifp_pay', 'sixty'],
    ['acct_pay', '99999999999999.00'],
    ['mdtrt_id', ''],
    ['setl_id', 'S'.repeat(31)],
  ])('%s of %j spoils it', (field, value) => {
    expect(output('2207', { setlinfo: { ...settled, [field]: value } }).success).toBe(false);
  });

  it('2204 without a line is no answer', () => {
    expect(output('2204', {}).success).toBe(false);
    expect(output('2204', { result: [] }).success).toBe(false);
  });

  it('a person cannot be written out by accident', () => {
    const person = transactions['1101'].output.parse({
      baseinfo: { psn_no: 'P-SECRET', certno: 'C-SECRET', psn_name: 'N-SECRET' },
      insuinfo: [],
    });
    expect(JSON.stringify(person)).not.toContain('SECRET');
    expect(unwrapPii(person.baseinfo.psn_no)).toBe('P-SECRET');
  });
});
