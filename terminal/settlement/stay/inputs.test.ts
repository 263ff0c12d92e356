import { describe, expect, it } from 'vitest';
import type { HisDischarge } from '../../../common/contracts/his/stay.ts';
import { fen } from '../../../common/kernel/money.ts';
import { Pii, pii, unwrapPii } from '../../../common/kernel/pii.ts';
import { SCOPE, SPLIT } from '../testing/settlement.ts';
import { inHospital, STAY_ID, stayEncounter } from '../testing/stay.ts';
import { visitRow } from '../testing/visit.ts';
import { holder } from '../testing/world.ts';
import * as inputs from './inputs.ts';

const { cardNumber } = unwrapPii(holder);
/** As it goes on the wire, without its wrappers. */
const plain = (value: unknown): unknown => {
  if (value instanceof Pii) return unwrapPii(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]));
};
const stayOf = (encounter: ReturnType<typeof stayEncounter>): inputs.StayEncounter => {
  if (!inputs.isStay(encounter)) throw new Error('no stay');
  return encounter;
};
const whole = stayOf(stayEncounter());
const row: inputs.Registered = {
  ...{
    id: 1,
    encounterId: STAY_ID,
    origin: null,
    state: 'admitted',
    encounter: whole,
    person: holder,
    psnNo: pii('P1'),
  },
  ...{ insutype: '310', insuplcAdmdvs: '990100', mdtrtId: 'M1', messageRow: null, fenceMessageRow: null },
  feesDoubtful: false,
};
const visit = visitRow({ encounter: whole, form: 'inpatient', stayId: 1 });

const diagnosis = {
  ...{ psn_no: 'P1', diag_type: '1', maindiag_flag: '1', diag_srt_no: '1', diag_code: 'J06.900' },
  ...{ diag_name: '急性上呼吸道感染', diag_dept: '内科', dise_dor_no: 'D001', dise_dor_name: '测试医师' },
  diag_time: '2026-02-27 10:00:00',
};
const kind = { matn_type: '', birctrl_type: '', latechb_flag: '0', pret_flag: '0' };
const place = {
  ...{ medrcdno: 'ZY0001', atddr_no: 'D001', chfpdr_name: '测试医师', adm_diag_dscr: '急性上呼吸道感染' },
  ...{ adm_dept_codg: 'K01', adm_dept_name: '内科', adm_bed: '12' },
  ...{ dscg_maindiag_code: 'J06.900', dscg_maindiag_name: '急性上呼吸道感染' },
};

it('an encounter with a stay is one', () => {
  const { stay: _stay, ...visitOnly } = whole;
  expect([inputs.isStay(whole), inputs.isStay(visitOnly)]).toEqual([true, false]);
});

describe('what the centre is told of a stay', () => {
  it('2401: person, scheme, moment of admission, place, our number', () => {
    expect(plain(inputs.admissionInput(row, stayOf(inHospital())))).toEqual({
      mdtrtinfo: {
        ...{ psn_no: 'P1', insutype: '310', begntime: '2026-02-27 10:00:00', mdtrt_cert_type: '03' },
        ...{ mdtrt_cert_no: cardNumber, med_type: '21', ipt_no: STAY_ID },
        ...place,
        ...kind,
      },
      diseinfo: [diagnosis],
    });
  });

  it('2403: the same of the stay that there is', () => {
    const moved = { ...whole, department: { ...whole.department, name: '外'.repeat(60) } };
    expect(plain(inputs.changeInput(row, moved))).toEqual({
      adminfo: {
        ...{ mdtrt_id: 'M1', psn_no: 'P1', begntime: '2026-02-27 10:00:00', mdtrt_cert_type: '03', med_type: '21' },
        ipt_otp_no: STAY_ID,
        ...{ ...place, adm_dept_name: '外'.repeat(60) },
        ...kind,
      },
      // The table has 50 characters here, and 100 there.
      diseinfo: [{ mdtrt_id: 'M1', ...diagnosis, diag_dept: '外'.repeat(50) }],
    });
  });

  it('the diagnosis of the lowest order is the main one, wherever it stands', () => {
    const [first] = whole.diagnoses;
    if (first === undefined) throw new Error('no diagnosis');
    const diagnoses = [3, 1, 2].map((order) => ({ ...first, order, code: `J0${order}`, name: `第${order}` }));
    const { mdtrtinfo, diseinfo } = inputs.admissionInput(row, { ...whole, diagnoses });
    expect(mdtrtinfo).toMatchObject({ adm_diag_dscr: '第1', dscg_maindiag_code: 'J01', dscg_maindiag_name: '第1' });
    expect(diseinfo.map((one) => [one.diag_srt_no, one.maindiag_flag])).toEqual([
      ['3', '0'],
      ['1', '1'],
      ['2', '0'],
    ]);
    expect(() => inputs.admissionInput(row, { ...whole, diagnoses: [] })).toThrow();
  });

  it('disease, operation and birth, where there are any', () => {
    const born = {
      ...whole,
      disease: { code: 'D1', name: '病种' },
      maternity: { type: '1', weeks: 39, on: '2026-03-01', premature: true },
      stay: { ...whole.stay, operation: { code: 'O1', name: '手术' } },
    };
    expect(inputs.admissionInput(row, born).mdtrtinfo).toMatchObject({
      ...{ dise_codg: 'D1', dise_name: '病种', oprn_oprt_code: 'O1', oprn_oprt_name: '手术', matn_type: '1' },
      ...{ geso_val: '39', birctrl_matn_date: '2026-03-01', pret_flag: '1', latechb_flag: '0', birctrl_type: '' },
    });
  });

  it('2402: when, from where and how she left, with the diagnoses of then', () => {
    const { discharge } = whole.stay;
    if (discharge === null) throw new Error('no discharge');
    const left = {
      dscginfo: {
        ...{ mdtrt_id: 'M1', psn_no: 'P1', insutype: '310', endtime: '2026-03-02 08:00:00' },
        ...kind,
        ...{ cop_flag: '0', dscg_dept_codg: 'K01', dscg_dept_name: '内科', dscg_bed: '12', dscg_way: '1' },
      },
      diseinfo: [{ ...diagnosis, diag_code: 'J18.900', diag_name: '肺炎', diag_time: '2026-03-02 08:00:00' }],
    };
    expect(plain(inputs.dischargeInput(row, whole, discharge))).toEqual(left);
    const died: HisDischarge = { ...discharge, bed: null, way: '5', diedOn: '2026-03-02' };
    const { dscginfo } = inputs.dischargeInput(row, whole, died);
    expect(dscginfo).toMatchObject({ dscg_way: '5', die_date: '2026-03-02' });
    expect(dscginfo).not.toHaveProperty('dscg_bed');
  });

  it('2404 and 2405: the stay and the person; 2302: every line', () => {
    expect(plain(inputs.undoInput(row))).toEqual({ data: { mdtrt_id: 'M1', psn_no: 'P1' } });
    expect(plain(inputs.clearFeesInput(row))).toEqual({
      data: { feedetl_sn: '0000', mdtrt_id: 'M1', psn_no: 'P1' },
    });
  });

  it('2301: each line with our amount, by whom and where', () => {
    const [line] = whole.lines;
    if (line === undefined) throw new Error('no line');
    const amounts = new Map([[line.lineId, fen(7)]]);
    const ordered = { ...line, lineId: 'other', prescription: 'RX1' };
    const { feedetail } = inputs.stayFeesInput(row, [line, ordered], amounts);
    const { med_list_codg, medins_list_codg, cnt, pric, ...rest } = plain(feedetail[0]) as Record<string, unknown>;
    expect([med_list_codg, medins_list_codg]).toEqual([line.nationalCode, line.hospitalCode]);
    expect([cnt, pric]).toEqual([line.count, line.unitPrice]);
    expect(rest).toEqual({
      ...{ feedetl_sn: line.lineId, mdtrt_id: 'M1', psn_no: 'P1', med_type: '21', fee_ocur_time: line.occurredAt },
      ...{ det_item_fee_sumamt: 7, bilg_dept_codg: 'K01', bilg_dept_name: '内科', bilg_dr_codg: 'D001' },
      ...{ bilg_dr_name: '测试医师', hosp_appr_flag: '1', tcmdrug_used_way: '0', etip_flag: '0' },
      ...{ dscg_tkdrug_flag: '0', matn_fee_flag: '0' },
    });
    expect(feedetail[1]).toMatchObject({ drord_no: 'RX1', det_item_fee_sumamt: 0 });
  });
});

describe('what a stay is settled by', () => {
  const parts = { ownExpense: fen(1), advanceSelfPay: fen(20), overLimit: fen(300), inScope: fen(4000) };
  const data = {
    ...{ psn_no: 'P1', mdtrt_cert_type: '03', mdtrt_cert_no: cardNumber, medfee_sumamt: 106_548, psn_setlway: '01' },
    ...{ mdtrt_id: 'M1', insutype: '310', mid_setl_flag: '0', dscg_time: '2026-03-02' },
  };

  it('2303: the sums of the rulings; what no ruling takes apart is in scope', () => {
    const levels = { a: { level: '01', parts }, b: { level: '02', parts }, c: { level: '' } } as const;
    const bill = { total: fen(106_548), useAccount: true, levels };
    expect(plain(inputs.stayPreSettleInput(visit, 'M1', bill))).toEqual({
      data: {
        ...{ ...data, acct_used_flag: '1', fulamt_ownpay_amt: 2, preselfpay_amt: 40, overlmt_selfpay: 600 },
        inscp_scp_amt: 106_548 - 642,
      },
    });
    const without = inputs.stayPreSettleInput(visit, 'M1', { ...bill, useAccount: false, levels: {} });
    expect(without.data).toMatchObject({ acct_used_flag: '0', fulamt_ownpay_amt: 0, inscp_scp_amt: 106_548 });
  });

  it('2304: the scopes that 2303 answered, by the hospital’s way of settling', () => {
    const scope = { ...SCOPE, ownExpense: fen(1), overLimit: fen(2), advanceSelfPay: fen(3), inScope: fen(4) };
    const byDisease = { ...visit, encounter: { ...whole, settleWay: '02' } };
    const shown = { useAccount: false, levels: {}, split: SPLIT, scope };
    expect(plain(inputs.staySettleInput(byDisease, 'M1', shown))).toEqual({
      data: {
        ...{ ...data, psn_setlway: '02', acct_used_flag: '0', fulamt_ownpay_amt: 1, overlmt_selfpay: 2 },
        ...{ preselfpay_amt: 3, inscp_scp_amt: 4 },
      },
    });
  });
});
