import { describe, expect, test } from 'vitest';
import { NO_FILINGS } from '../people/filings.ts';
import { sent } from '../testing/chain.ts';
import { makeCityKit } from '../testing/city-kit.ts';
import { inputs } from '../testing/inputs.ts';
import { makeKit, prepareVisit, show } from '../testing/kit.ts';
import { INSTITUTION, PERSON } from '../testing/people.ts';
import { prepareStay, rowsOf } from '../testing/stay-kit.ts';
import type { JsonObject } from './json.ts';

const DAYS = { begntime: '2026-01-01 00:00:00', endtime: '2026-03-31 23:59:59' };

function check(medType: string, more: JsonObject = {}): JsonObject {
  return {
    data: {
      psn_no: PERSON.psnNo,
      insutype: '310',
      fixmedins_code: INSTITUTION,
      med_type: medType,
      begntime: '2026-03-02 08:30:00',
      matn_type: '',
      birctrl_type: '',
      ...more,
    },
  };
}

/** Which funds pay, and of the others why not. */
function funds(output: JsonObject): readonly (readonly [string, string])[] {
  return rowsOf(output, 'data').map((row) => [
    show(row['fund_pay_type']),
    row['trt_enjymnt_flag'] === '1' ? 'pays' : show(row['trt_chk_rslt']),
  ]);
}

function ready() {
  const kit = makeKit();
  kit.send('9001', inputs.signIn());
  return kit;
}

describe('2001, what a person is entitled to', () => {
  test('a clinic visit and a stay: every fund of the scheme, and why one does not pay', () => {
    const kit = ready();
    for (const medType of ['11', '21']) {
      expect(funds(sent(kit, '2001', check(medType)))).toEqual([
        ['310100', 'pays'],
        ['330100', 'pays'],
        ['320100', '不属于公务员医疗补助的保障人员'],
      ]);
    }
  });

  test('an insurance that is not in force pays nothing', () => {
    const kit = ready();
    const insurance = kit.ledger.insurances(PERSON.psnNo)[0];
    if (insurance === undefined) throw new Error('nobody is insured');
    kit.ledger.putInsurance({ ...insurance, status: '2' });
    expect(funds(sent(kit, '2001', check('11')))).toEqual([['310100', '参保状态不正常']]);
    expect(kit.send('2001', check('11', { insutype: '390' })).message).toBe('该人员未参加险种390');
  });

  test('a chronic disease pays only where it is filed on that day', () => {
    const kit = ready();
    const filing = { code: 'M03900', name: '高血压', from: '2026-03-01', to: null };
    const ask = () => funds(sent(kit, '2001', check('14', { dise_codg: 'M03900' })))[0]?.[1];
    expect(ask()).toBe('未办理门诊慢特病备案');
    kit.ledger.putFilings(PERSON.psnNo, { ...NO_FILINGS, chronic: [filing] });
    expect(ask()).toBe('pays');
    kit.ledger.putFilings(PERSON.psnNo, { ...NO_FILINGS, chronic: [{ ...filing, to: '2026-03-01' }] });
    expect(ask()).toBe('未办理门诊慢特病备案');
    kit.ledger.putFilings(PERSON.psnNo, { ...NO_FILINGS, chronic: [{ ...filing, code: 'M01600' }] });
    expect(ask()).toBe('未办理门诊慢特病备案');
  });

  test('somebody insured in a city by that city’s plan of the day', () => {
    const harbin = (day: string) => makeCityKit({ division: '992300', day, level: 3, balance: 0 });
    const ask = check('21', { begntime: '2025-05-10 08:30:00' });
    expect(funds(harbin('2025-05-10').send('2001', ask).output)[0]).toEqual(['310100', 'pays']);
    const early = check('21', { begntime: '2024-05-10 08:30:00' });
    expect(funds(harbin('2025-05-10').send('2001', early).output)).toEqual([['310100', '该项待遇尚未实行']]);
  });
});

describe('what is filed', () => {
  const span = { from: '2026-01-01', to: '2026-12-31' };
  const filings = {
    chronic: [{ code: 'M03900', name: '高血压', ...span }],
    institutions: [
      { type: '1', insutype: '310', code: INSTITUTION, name: '海川市测试医院', ...span },
      { type: '2', insutype: '310', code: 'P99010000001', name: '海川市测试药店', ...span },
    ],
    transfers: [
      {
        insutype: '310',
        toCode: null,
        toName: '外省测试医院',
        elsewhere: true,
        on: '2026-02-10',
        reason: '病情需要',
        diagnosis: { code: 'C34.900', name: '肺恶性肿瘤' },
        agreed: true,
        ...span,
      },
    ],
  };

  test('5301, 5302 and 5304 answer it; another business type or other days find nothing', () => {
    const kit = ready();
    kit.ledger.putFilings(PERSON.psnNo, filings);
    const who = { psn_no: PERSON.psnNo };
    expect(rowsOf(sent(kit, '5301', { data: who }), 'feedetail')).toMatchObject([
      { opsp_dise_code: 'M03900', begndate: '2026-01-01', enddate: '2026-12-31' },
    ]);
    const chosen = (biz_appy_type: string) => rowsOf(sent(kit, '5302', { data: { ...who, biz_appy_type } }), 'data');
    expect(chosen('2')).toMatchObject([{ fixmedins_code: 'P99010000001', fix_srt_no: '1' }]);
    expect(chosen('9')).toEqual([]);
    const moved = (days: JsonObject) => rowsOf(sent(kit, '5304', { data: { ...who, ...days } }), 'data');
    expect(moved(DAYS)).toMatchObject([{ reflin_medins_name: '外省测试医院', out_flag: '1', refl_date: '2026-02-10' }]);
    expect(moved({ ...DAYS, begntime: '2026-02-11 00:00:00' })).toEqual([]);
    expect(kit.send('5304', { data: DAYS }).message).toBe('data.psn_no（人员编号）不能为空');
  });

  test('nothing filed is an empty list', () => {
    const kit = ready();
    expect(rowsOf(sent(kit, '5301', { data: { psn_no: PERSON.psnNo } }), 'feedetail')).toEqual([]);
  });

  test('5303 without a person is everybody in hospital here', () => {
    const kit = ready();
    sent(kit, '2404', { data: { psn_no: PERSON.psnNo, mdtrt_id: admitted(kit) } });
    expect(rowsOf(sent(kit, '5303', { data: DAYS }), 'data')).toEqual([]);
    const mdtrtId = admitted(kit);
    expect(rowsOf(sent(kit, '5303', { data: DAYS }), 'data')).toMatchObject([{ mdtrt_id: mdtrtId, med_type: '21' }]);
  });
});

/** A person who is in hospital, with no lines yet. */
function admitted(kit: ReturnType<typeof ready>): string {
  const mdtrtId = prepareStay(kit);
  kit.send('2405', { data: { psn_no: PERSON.psnNo, mdtrt_id: mdtrtId } });
  kit.send('2302', { data: { psn_no: PERSON.psnNo, mdtrt_id: mdtrtId, feedetl_sn: '0000' } });
  return mdtrtId;
}

test('5202 and 5204 of a visit', () => {
  const kit = makeKit();
  const mdtrtId = prepareVisit(kit);
  const ask = { data: { psn_no: PERSON.psnNo, mdtrt_id: mdtrtId } };
  expect(rowsOf(sent(kit, '5202', ask), 'data')).toMatchObject([{ diag_code: 'J06.900', maindiag_flag: '1' }]);
  const fees = rowsOf(sent(kit, '5204', ask), 'data');
  expect(fees.map((fee) => [fee['feedetl_sn'], show(fee['inscp_scp_amt'])])).toEqual([
    ['L1', '70.48'],
    ['L2', '288.00'],
    ['L3', '0.00'],
    ['L4', '36.00'],
  ]);
  expect(rowsOf(kit.send('5204', { data: { psn_no: PERSON.psnNo, mdtrt_id: 'M9' } }).output, 'data')).toEqual([]);
});

describe('1901', () => {
  const table = (type: string) => ({
    data: { type, parentValue: '', admdvs: '990100', date: '2026-03-02', valiFlag: '1' },
  });

  test('a code table in order; an unknown one is empty', () => {
    const kit = ready();
    const rows = rowsOf(sent(kit, '1901', table('clr_type')), 'list');
    expect(rows.map((row) => [row['value'], row['label']])).toEqual([
      ['11', '门诊'],
      ['21', '住院'],
      ['41', '药店'],
      ['99', '其他'],
    ]);
    expect(rowsOf(kit.send('1901', table('none')).output, 'list')).toEqual([]);
  });
});
