import { describe, expect, test } from 'vitest';
import { makeCityKit, node, PERSON, type Reply, show } from '../testing/city-kit.ts';
import { type CityStay, cityStay } from '../testing/city-stay.ts';
import { inputs, type LINES } from '../testing/inputs.ts';
import { makeKit } from '../testing/kit.ts';
import { stayInputs } from '../testing/stay-kit.ts';
import { USUAL } from './entitlement.ts';
import { isObject, numberText } from './json.ts';

type Kit = ReturnType<typeof makeCityKit>;
const HARBIN = { division: '992300', day: '2025-05-10', level: 3, balance: 0 };

/** The answer to 2304 of one stay of 5,000.00 inside the scope. */
const stay = (kit: Kit, more: Partial<CityStay> = {}): Reply =>
  cityStay(kit, { from: '2025-05-01', until: '2025-05-09', ...more }).reply;

function money(reply: Reply, ...names: readonly string[]): readonly string[] {
  const info = node(reply.output, 'setlinfo');
  return names.map((name) => show(info[name]));
}

describe('a stay under the plan of the person’s own city', () => {
  test('Harbin, level 3, in work: 90 % of what lies above 720.00', () => {
    const reply = stay(makeCityKit(HARBIN));
    expect(reply.message).toBe('');
    expect(money(reply, 'act_pay_dedc', 'hifp_pay', 'clr_type')).toEqual(['720.00', '3852.00', '21']);
  });

  test('away from home: without a filing 70 % of the share, referred 90 % of it, and 5303 says that she is', () => {
    const kit = makeCityKit({ ...HARBIN, area: '990100' });
    expect(money(stay(kit), 'hifp_pay')).toEqual(['2696.40']);
    kit.ledger.putEntitlement(PERSON.psnNo, '310', { ...USUAL, away: 'referred' });
    expect(money(stay(kit, { from: '2025-05-02' }), 'hifp_pay')).toEqual(['3466.80']);
    kit.send('2401', stayInputs.admit('ZY9', { begntime: '2025-05-10 09:00:00' }));
    const days = { begntime: '2025-05-01 00:00:00', endtime: '2025-05-31 00:00:00' };
    const rows = kit.send('5303', { data: { psn_no: PERSON.psnNo, ...days } }).output['data'];
    expect(rows).toMatchObject([{ out_flag: '1' }]);
  });

  test('the day of discharge decides plan and year, not that of admission', () => {
    // The stay's benefit began on 2025-01-01.
    const kit = makeCityKit({ ...HARBIN, day: '2025-01-04' });
    const reply = stay(kit, { from: '2024-12-28', until: '2025-01-03' });
    expect(reply.message).toBe('');
    expect(kit.ledger.yearUse(PERSON.psnNo, '310', '2025').amounts).toMatchObject({ pool: 385_200 });
    const early = stay(kit, { from: '2024-12-20', until: '2024-12-30' });
    expect(early.message).toContain('尚未实行');
  });

  test('a birth is a stay too, and a resident’s stay has the residents’ share', () => {
    const birth = stay(makeCityKit(HARBIN), { medType: '52' });
    expect(money(birth, 'med_type', 'hifp_pay', 'clr_type')).toEqual(['52', '3852.00', '21']);
    const resident = makeCityKit({ ...HARBIN, insutype: '390', psnType: '15' });
    // 60 % of what lies above 720.00.
    expect(money(stay(resident, { insutype: '390' }), 'act_pay_dedc', 'hifp_pay')).toEqual(['720.00', '2568.00']);
  });
});

test('the worked example HC-S1, by the messages', () => {
  const kit = makeKit(100_000);
  kit.send('9001', inputs.signIn());
  const mdtrtId = show(node(kit.send('2401', stayInputs.admit()).output, 'result')['mdtrt_id']);
  const line = (sn: string, code: string, count: string, price: string, amount: string) => ({
    sn,
    code,
    count,
    price,
    amount,
  });
  const lines: typeof LINES = [
    line('L1', 'SHC00000000000009', '10', '45.00', '450.00'),
    line('L2', 'XHC00000000000002', '20', '130.00', '2600.00'),
    line('L3', 'SHC00000000000010', '1', '12000.00', '12000.00'),
    line('L4', 'CHC00000000000001', '2', '500.00', '1000.00'),
    line('L5', 'SHC00000000000004', '3', '100.00', '300.00'),
  ];
  expect(kit.send('2301', stayInputs.fees(mdtrtId, lines)).message).toBe('');
  kit.send('2402', stayInputs.discharge(mdtrtId));
  const sums = Object.fromEntries(
    [
      ['medfee_sumamt', '16350.00'],
      ['fulamt_ownpay_amt', '300.00'],
      ['overlmt_selfpay', '120.00'],
      ['preselfpay_amt', '444.00'],
      ['inscp_scp_amt', '15486.00'],
    ].map(([name, amount]) => [name, numberText(amount ?? '')]),
  );
  const { setlinfo } = kit.send('2304', stayInputs.settle(mdtrtId, sums)).output;
  if (!isObject(setlinfo)) throw new Error('not settled');
  expect(['act_pay_dedc', 'fund_pay_sumamt', 'acct_pay', 'psn_cash_pay'].map((name) => show(setlinfo[name]))).toEqual([
    '800.00',
    '12483.10',
    '1000.00',
    '2866.90',
  ]);
});
