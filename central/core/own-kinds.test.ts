import { describe, expect, test } from 'vitest';
import { fen } from '../../common/kernel/money.ts';
import { NO_FILINGS } from '../people/filings.ts';
import { checkIdentities, sent } from '../testing/chain.ts';
import { DIVISION, inputs, type Kit, makeKit, node, PERSON, show } from '../testing/kit.ts';
import type { JsonObject } from './json.ts';

/** The made-up city's visits: what each 医疗类别 is worth, and whose account pays. */

const MOTHER = {
  ...PERSON,
  psnNo: '99010000000000000000000000002',
  certNo: '990101195503171022',
  cardNumber: 'T00000002',
};
const DISEASE = { code: 'M03900', name: '高血压' };

/** 2201 to 2204 of a visit of this kind. */
function visit(kit: Kit, medType: string, more: JsonObject = {}): string {
  kit.send('9001', inputs.signIn());
  const mdtrtId = show(node(sent(kit, '2201', inputs.register()), 'data')['mdtrt_id']);
  const described = inputs.describe(mdtrtId);
  sent(kit, '2203', { ...described, mdtrtinfo: { ...node(described, 'mdtrtinfo'), med_type: medType, ...more } });
  sent(kit, '2204', inputs.fees(mdtrtId));
  return mdtrtId;
}

function ask(input: JsonObject, medType: string): JsonObject {
  return { data: { ...node(input, 'data'), med_type: medType } };
}

function paid(kit: Kit, medType: string, more: JsonObject = {}): readonly string[] {
  const mdtrtId = visit(kit, medType, more);
  const info = node(sent(kit, '2206', ask(inputs.preSettle(mdtrtId, '0'), medType)), 'setlinfo');
  checkIdentities(info, false);
  return ['act_pay_dedc', 'hifp_pay', 'psn_cash_pay', 'clr_type'].map((name) => show(info[name]));
}

function ofFamily(kit: Kit, balance: number): void {
  kit.ledger.putPerson(MOTHER);
  const insurance = { ...PERSON, psnNo: MOTHER.psnNo, insutype: '310', psnType: '12', status: '1' };
  const { psnNo, insutype, psnType, status } = insurance;
  const more = { civilServant: false, division: DIVISION, employer: null, since: null };
  kit.ledger.putInsurance({ psnNo, insutype, psnType, status, balance: fen(balance), ...more });
  kit.ledger.putFamily(PERSON.psnNo, [MOTHER.psnNo]);
}

describe('kinds of case', () => {
  test('each has its own deductible and share of one and the same bill', () => {
    // 394.48 inside the scope: 60 % and 70 % above 300.00; 90 % of all of it; nothing. 9.00 above a limit are the hospital's.
    expect(paid(makeKit(), '11')).toEqual(['300.00', '56.69', '999.79', '11']);
    expect(paid(makeKit(), '13')).toEqual(['300.00', '66.14', '990.34', '11']);
    expect(paid(makeKit(), '51')).toEqual(['0.00', '355.03', '701.45', '11']);
    expect(paid(makeKit(), '41')).toEqual(['0.00', '0.00', '1056.48', '11']);
    expect(paid(makeKit(), '91')).toEqual(['0.00', '0.00', '1056.48', '11']);
  });

  test('a chronic disease is settled only where it is filed, as 2001 says', () => {
    const kit = makeKit();
    const mdtrtId = visit(kit, '14', { dise_codg: DISEASE.code });
    const settle = () => kit.send('2206', ask(inputs.preSettle(mdtrtId, '0'), '14'));
    expect(settle().message).toBe('未办理门诊慢特病备案');
    kit.ledger.putFilings(PERSON.psnNo, {
      ...NO_FILINGS,
      chronic: [{ ...DISEASE, code: 'M01600', from: '2026-01-01', to: null }],
    });
    expect(settle().message).toBe('未办理门诊慢特病备案');
    kit.ledger.putFilings(PERSON.psnNo, { ...NO_FILINGS, chronic: [{ ...DISEASE, from: '2026-01-01', to: null }] });
    // 80 % of 394.48, no deductible.
    expect(show(node(settle().output, 'setlinfo')['hifp_pay'])).toBe('315.58');
  });

  test('one that no fund pays for says so on its row, and the account pays', () => {
    const kit = makeKit(10_000);
    const mdtrtId = visit(kit, '41');
    const answer = sent(kit, '2206', ask(inputs.preSettle(mdtrtId), '41'));
    expect(show(node(answer, 'setlinfo')['acct_pay'])).toBe('100.00');
    expect(JSON.stringify(answer['setldetail'])).toContain('统筹基金不支付');
  });

  test('a stay’s kind is no visit’s, and nothing is settled', () => {
    const kit = makeKit();
    const mdtrtId = visit(kit, '21');
    const answer = kit.send('2206', ask(inputs.preSettle(mdtrtId), '21'));
    expect(answer.message).toBe('险种310没有医疗类别21的门诊待遇');
  });
});

describe('the family’s account at home', () => {
  test('pays after the own one, and a refund gives each back what is hers', () => {
    const kit = makeKit(5_000);
    ofFamily(kit, 20_000);
    const before = kit.ledger.family(PERSON.psnNo);
    const mdtrtId = visit(kit, '11');
    const quote = node(sent(kit, '2206', inputs.preSettle(mdtrtId)), 'setlinfo');
    const info = node(sent(kit, '2207', inputs.settle(mdtrtId, quote)), 'setlinfo');
    checkIdentities(info, false);
    const names = ['acct_pay', 'acct_mulaid_pay', 'psn_cash_pay', 'balc'];
    expect(names.map((name) => show(info[name]))).toEqual(['250.00', '200.00', '749.79', '0.00']);
    expect(kit.ledger.family(PERSON.psnNo)).toMatchObject([{ balance: 0 }]);
    const refund = sent(kit, '2208', inputs.undoSettle(mdtrtId, show(info['setl_id'])));
    expect(show(node(refund, 'setlinfo')['acct_mulaid_pay'])).toBe('-200.00');
    expect(kit.ledger.family(PERSON.psnNo)).toEqual(before);
    expect(kit.ledger.insurances(PERSON.psnNo)).toMatchObject([{ balance: 5_000 }]);
    expect(kit.ledger.accumulators(PERSON.psnNo, '310', '2026')).toEqual({ deductible: 0, pool: 0, large: 0 });
  });

  test('is not touched where the person lets no account pay', () => {
    const kit = makeKit(5_000);
    ofFamily(kit, 20_000);
    const mdtrtId = visit(kit, '11');
    const info = node(sent(kit, '2206', inputs.preSettle(mdtrtId, '0')), 'setlinfo');
    expect([show(info['acct_pay']), show(info['acct_mulaid_pay'])]).toEqual(['0.00', '0.00']);
  });
});
