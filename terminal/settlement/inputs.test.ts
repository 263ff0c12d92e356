import { describe, expect, it } from 'vitest';
import { fen } from '../../common/kernel/money.ts';
import { Pii, unwrapPii } from '../../common/kernel/pii.ts';
import * as inputs from './inputs.ts';
import { visitRow } from './testing/visit.ts';
import { encounter, holder } from './testing/world.ts';

const { cardNumber, cardId, identityNumber, name } = unwrapPii(holder);
const lines = encounter().lines;
const amounts = new Map(lines.map((line, index) => [line.lineId, fen(index + 1)]));
/** As it goes on the wire, without its wrappers. */
const plain = (value: unknown): unknown => {
  if (value instanceof Pii) return unwrapPii(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]));
};

describe('what the centre is told', () => {
  it('1101: the card, and whose it says it is', () => {
    expect(plain(inputs.identifyInput(holder))).toEqual({
      data: {
        mdtrt_cert_type: '03',
        mdtrt_cert_no: cardNumber,
        card_sn: cardId,
        psn_cert_type: '01',
        certno: identityNumber,
        psn_name: name,
      },
    });
  });

  it('2201: person, scheme, moment of the registration, doctor', () => {
    expect(plain(inputs.registerInput(visitRow()))).toEqual({
      data: {
        psn_no: 'P1',
        insutype: '310',
        begntime: '2026-03-02 09:00:00',
        mdtrt_cert_type: '03',
        mdtrt_cert_no: cardNumber,
        ipt_otp_no: 'OP20260302001',
        atddr_no: 'D001',
        dr_name: '测试医师',
        dept_code: 'K01',
        dept_name: '内科',
        caty: '03',
      },
    });
  });

  it('2203: the diagnoses, in force', () => {
    expect(plain(inputs.diagnosisInput(visitRow(), 'M1'))).toEqual({
      mdtrtinfo: {
        mdtrt_id: 'M1',
        psn_no: 'P1',
        med_type: '11',
        begntime: '2026-03-02 08:30:00',
        birctrl_type: '',
      },
      diseinfo: [
        {
          diag_type: '1',
          diag_srt_no: '1',
          diag_code: 'J06.900',
          diag_name: '急性上呼吸道感染',
          diag_dept: '内科',
          dise_dor_no: 'D001',
          dise_dor_name: '测试医师',
          diag_time: '2026-03-02 08:30:00',
          vali_flag: '1',
        },
      ],
    });
  });

  it('2204: each line with our amount, under the batch', () => {
    const [line] = lines;
    if (line === undefined) throw new Error('no line');
    const one = {
      feedetl_sn: line.lineId,
      mdtrt_id: 'M1',
      psn_no: 'P1',
      chrg_bchno: 'B1',
      rx_circ_flag: '0',
      fee_ocur_time: '2026-03-02 08:45:00',
      med_list_codg: line.nationalCode,
      medins_list_codg: line.hospitalCode,
      det_item_fee_sumamt: 1,
      cnt: line.count,
      pric: line.unitPrice,
      bilg_dept_codg: 'K01',
      bilg_dept_name: '内科',
      bilg_dr_codg: 'D001',
      bilg_dr_name: '测试医师',
      hosp_appr_flag: '1',
      tcmdrug_used_way: '0',
      etip_flag: '0',
      dscg_tkdrug_flag: '0',
      matn_fee_flag: '0',
    };
    const input = inputs.feesInput(visitRow(), 'M1', [line, { ...line, prescription: 'RX1' }], amounts);
    expect(plain(input)).toEqual({ feedetail: [one, { ...one, rxno: 'RX1' }] });
  });

  it('2204: never a line without amount or batch', () => {
    expect(() => inputs.feesInput(visitRow(), 'M1', lines, new Map())).toThrow('without amount');
    expect(() => inputs.feesInput(visitRow({ batch: null }), 'M1', lines, amounts)).toThrow('batch');
  });

  it.each([
    [true, '1'],
    [false, '0'],
  ])('2206: the whole of the batch, paid by item; may the account pay? %s', (useAccount, flag) => {
    expect(plain(inputs.preSettleInput(visitRow(), 'M1', fen(500), useAccount))).toEqual({
      data: {
        psn_no: 'P1',
        mdtrt_cert_type: '03',
        mdtrt_cert_no: cardNumber,
        med_type: '11',
        medfee_sumamt: 500,
        psn_setlway: '01',
        mdtrt_id: 'M1',
        chrg_bchno: 'B1',
        acct_used_flag: flag,
        insutype: '310',
      },
    });
    expect(() => inputs.preSettleInput(visitRow({ batch: null }), 'M1', fen(500), useAccount)).toThrow('upload');
  });

  it('2203 and 2206: the illness and the method that the HIS names', () => {
    const disease = { code: 'SD001', name: '单病种示例' };
    const row = visitRow();
    const named = { ...row, encounter: { ...row.encounter, disease, settleWay: '0201' } };
    expect(inputs.diagnosisInput(named, 'M1').mdtrtinfo).toMatchObject({ dise_codg: 'SD001', dise_name: '单病种示例' });
    expect(inputs.diagnosisInput(row, 'M1').mdtrtinfo).not.toHaveProperty('dise_codg');
    expect(inputs.preSettleInput(named, 'M1', fen(500), true).data.psn_setlway).toBe('0201');
  });

  it('2207: as 2206, with the four amounts that it answered', () => {
    const split = {
      total: fen(500),
      funds: fen(0),
      layers: [],
      hospital: fen(0),
      account: fen(0),
      accountMutualAid: fen(0),
      accountBalanceAfter: null,
      cash: fen(500),
      deductible: null,
    };
    const scope = { ownExpense: fen(1), overLimit: fen(2), advanceSelfPay: fen(3), inScope: fen(494) };
    const preSettled = { useAccount: true, levels: {}, split, scope };
    expect(inputs.settleInput(visitRow(), 'M1', preSettled)).toEqual({
      data: {
        ...inputs.preSettleInput(visitRow(), 'M1', fen(500), true).data,
        fulamt_ownpay_amt: 1,
        overlmt_selfpay: 2,
        preselfpay_amt: 3,
        inscp_scp_amt: 494,
      },
    });
  });

  it('2205, 2202, 2208, 2601: what is taken back', () => {
    expect(plain(inputs.cancelFeesInput(visitRow(), 'M1'))).toEqual({
      data: { mdtrt_id: 'M1', chrg_bchno: '0000', psn_no: 'P1' },
    });
    expect(plain(inputs.cancelRegistrationInput(visitRow(), 'M1'))).toEqual({
      data: { psn_no: 'P1', mdtrt_id: 'M1', ipt_otp_no: 'OP20260302001' },
    });
    expect(plain(inputs.refundInput(visitRow(), 'M1', 'S1'))).toEqual({
      data: { setl_id: 'S1', mdtrt_id: 'M1', psn_no: 'P1' },
    });
    expect(plain(inputs.fenceInput(visitRow(), 'H1', '2207'))).toEqual({
      data: { psn_no: 'P1', omsgid: 'H1', oinfno: '2207' },
    });
  });

  it('5201, 5203: what is looked for', () => {
    expect(plain(inputs.findVisitInput(visitRow(), 'from', 'to'))).toEqual({
      data: { psn_no: 'P1', begntime: 'from', endtime: 'to', med_type: '11' },
    });
    expect(plain(inputs.findSettlementInput(visitRow(), 'M1'))).toStrictEqual({
      data: { psn_no: 'P1', mdtrt_id: 'M1' },
    });
    expect(plain(inputs.findSettlementInput(visitRow(), 'M1', 'S1'))).toEqual({
      data: { psn_no: 'P1', mdtrt_id: 'M1', setl_id: 'S1' },
    });
  });
});
