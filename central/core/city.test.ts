import { describe, expect, test } from 'vitest';
import { fen } from '../../common/kernel/money.ts';
import { NOTHING_USED } from '../benefits/medical/year-use.ts';
import { inputs, makeCityKit, node, PERSON, type Reply, show } from '../testing/city-kit.ts';

const HARBIN = '992300';
const BEIJING = '991100';

function money(reply: Reply, ...names: readonly string[]): readonly string[] {
  const info = node(reply.output, 'setlinfo');
  return names.map((name) => show(info[name]));
}

describe('a person insured in Harbin, at home in 2025', () => {
  const harbin = () => makeCityKit({ division: HARBIN, day: '2025-05-10', level: 2, balance: 5_000 });

  test('2206 answers what the worked example says: 1,000.00 at level 2, fund 360.00', () => {
    const kit = harbin();
    const mdtrtId = kit.visit('1000.00');
    const reply = kit.preSettle(mdtrtId, '1000.00', '0');
    expect(reply.message).toBe('');
    expect(money(reply, 'inscp_scp_amt', 'act_pay_dedc', 'hifp_pay', 'psn_cash_pay', 'pool_prop_selfpay')).toEqual([
      '1000.00',
      '400.00',
      '360.00',
      '640.00',
      '0.6000',
    ]);
    expect(show(node({ d: (reply.output['setldetail'] as never)[0] }, 'd')['setl_proc_info'])).toContain(
      '哈尔滨市职工基本医疗保险',
    );
  });

  test('the family’s account pays after the own one and is named; a refund gives everything back', () => {
    const kit = harbin();
    const before = kit.books();
    const mdtrtId = kit.visit('1000.00');
    const reply = kit.settle(mdtrtId, '1000.00', '1');
    expect(reply.message).toBe('');
    // Own account 50.00, mother's 70.00, the rest cash.
    expect(money(reply, 'acct_pay', 'acct_mulaid_pay', 'psn_cash_pay', 'balc')).toEqual([
      '120.00',
      '70.00',
      '520.00',
      '0.00',
    ]);
    expect(kit.ledger.family(PERSON.psnNo)).toMatchObject([{ balance: 0 }]);
    expect(kit.ledger.yearUse(PERSON.psnNo, '310', '2025').amounts).toMatchObject({
      outpatient: 40_000,
      outpatientPool: 36_000,
    });
    const found = kit.send('5203', inputs.query(mdtrtId));
    expect(money(found, 'acct_mulaid_pay', 'refd_setl_flag')).toEqual(['70.00', '0']);
    const refund = kit.send('2208', inputs.undoSettle(mdtrtId, show(node(reply.output, 'setlinfo')['setl_id'])));
    expect(money(refund, 'acct_mulaid_pay')).toEqual(['-70.00']);
    expect(kit.books()).toEqual(before);
    expect(kit.ledger.yearUse(PERSON.psnNo, '310', '2025')).toEqual(NOTHING_USED);
  });

  test('2601 of the settlement gives everything back; 2601 of the refund takes it again', () => {
    const kit = harbin();
    const before = kit.books();
    const first = kit.settleWith(kit.visit('1000.00'), '1000.00');
    kit.send('2601', inputs.reverse(first.msgid));
    expect(kit.books()).toEqual(before);
    const mdtrtId = kit.visit('900.00', 'OP2');
    const second = kit.settleWith(mdtrtId, '900.00');
    const settled = kit.books();
    const refund = kit.sendWith(
      '2208',
      inputs.undoSettle(mdtrtId, show(node(second.reply.output, 'setlinfo')['setl_id'])),
    );
    expect(kit.books()).toEqual(before);
    expect(kit.send('2601', inputs.reverse(refund.msgid, '2208')).message).toBe('');
    expect(kit.books()).toEqual(settled);
  });

  test('the summary shows the city’s deductible and ceiling', () => {
    const kit = harbin();
    kit.settle(kit.visit('1000.00'), '1000.00', '0');
    expect(kit.summary()?.year).toMatchObject({
      deductible: { amount: '400.00', used: '400.00' },
      poolCeiling: { amount: '6000.00', used: '360.00' },
    });
  });

  test('the second bill of the year finds the deductible used', () => {
    const kit = harbin();
    kit.settle(kit.visit('1000.00'), '1000.00', '0');
    const reply = kit.preSettle(kit.visit('100.00', 'OP2'), '100.00', '0');
    expect(money(reply, 'act_pay_dedc', 'hifp_pay')).toEqual(['0.00', '60.00']);
  });

  test('away from home without a filing the share is less; with one it is not', () => {
    const away = makeCityKit({ division: HARBIN, day: '2025-05-10', level: 2, balance: 0, area: '990100' });
    const reply = away.preSettle(away.visit('1000.00'), '1000.00', '0');
    expect(money(reply, 'hifp_pay')).toEqual(['252.00']);
    away.ledger.putEntitlement(PERSON.psnNo, '310', {
      scheme: '',
      statuses: [],
      workedSince: null,
      retiredSince: null,
      earlier: fen(0),
      away: 'longTerm',
    });
    expect(money(away.preSettle(away.visit('1000.00', 'OP2'), '1000.00', '0'), 'hifp_pay')).toEqual(['360.00']);
  });
});

test('单病种 in Harbin: fixed sums for fund and person, the rest is the hospital’s (S7)', () => {
  const kit = makeCityKit({ division: HARBIN, day: '2008-04-10', level: 3, balance: 0 });
  const mdtrtId = kit.visit('4600.00');
  const described = inputs.describe(mdtrtId);
  const info = { ...node(described, 'mdtrtinfo'), med_type: '21', dise_codg: 'SD001', dise_name: '单病种示例' };
  expect(kit.send('2203', { ...described, mdtrtinfo: info }).message).toBe('');
  const ask = { ...node(inputs.preSettle(mdtrtId, '1', '4600.00'), 'data'), med_type: '21', psn_setlway: '0201' };
  const reply = kit.send('2206', { data: ask });
  expect(money(reply, 'hifp_pay', 'psn_cash_pay', 'hosp_part_amt', 'act_pay_dedc', 'clr_way', 'clr_type')).toEqual([
    '3200.00',
    '800.00',
    '600.00',
    '0.00',
    '2',
    '21',
  ]);
});

test('大病统筹 at a clinic: the whole bill is the person’s, and the answer says why', () => {
  const kit = makeCityKit({ division: '991200', day: '2006-05-10', level: 2, balance: 0 });
  const major = { scheme: 'major', statuses: [], workedSince: null, retiredSince: null, earlier: fen(0), away: null };
  kit.ledger.putEntitlement(PERSON.psnNo, '310', major);
  const reply = kit.preSettle(kit.visit('300.00'), '300.00', '1');
  expect(money(reply, 'fund_pay_sumamt', 'psn_cash_pay')).toEqual(['0.00', '300.00']);
  expect(JSON.stringify(reply.output['setldetail'])).toContain('普通门诊费用由个人承担');
});

test('Shanghai: this year’s money first, then earlier years’ inside the band; a refund puts both back', () => {
  const kit = makeCityKit({ division: '993100', day: '2009-06-10', level: 3, balance: 20_000, earlier: 50_000 });
  const before = kit.books();
  const mdtrtId = kit.visit('2000.00');
  const reply = kit.settle(mdtrtId, '2000.00', '1');
  expect(money(reply, 'acct_pay', 'acct_mulaid_pay', 'balc')).toEqual(['700.00', '0.00', '0.00']);
  expect(kit.books()).toMatchObject({ own: [0], earlier: 0 });
  kit.send('2208', inputs.undoSettle(mdtrtId, show(node(reply.output, 'setlinfo')['setl_id'])));
  expect(kit.books()).toEqual(before);
});

describe('Beijing', () => {
  test('a resident’s clinic visit dated 2010 is refused, one dated 2011 is settled', () => {
    const kit = (day: string) =>
      makeCityKit({ division: BEIJING, day, level: 2, balance: 0, insutype: '391', psnType: '15' });
    const early = kit('2010-12-30');
    expect(early.preSettle(early.visit('3000.00'), '3000.00', '0').message).toContain('尚未实行');
    const later = kit('2011-03-10');
    expect(money(later.preSettle(later.visit('3000.00'), '3000.00', '0'), 'hifp_pay')).toEqual(['1175.00']);
  });

  test('outside the plan’s time, and away from home', () => {
    const late = makeCityKit({ division: BEIJING, day: '2026-03-02', level: 2, balance: 0 });
    expect(late.preSettle(late.visit('30.00'), '30.00', '0').message).toContain('没有险种310的待遇政策');
    const away = makeCityKit({ division: BEIJING, day: '2011-03-02', level: 2, balance: 0, area: '990100' });
    expect(away.preSettle(away.visit('30.00'), '30.00', '0').message).toContain('异地就医尚不能直接结算');
  });

  test('a bed above the level’s limit: the line names the limit (S23)', () => {
    const kit = makeCityKit({ division: BEIJING, day: '2011-03-02', level: 3, balance: 0 });
    kit.visit('150.00', 'OP1', { code: '001109000010000', count: '5', price: '30.00' });
    expect(kit.lastLines()).toMatchObject([
      { pric_uplmt_amt: '24.000000', overlmt_amt: '30.00', inscp_scp_amt: '120.00' },
    ]);
  });
});
