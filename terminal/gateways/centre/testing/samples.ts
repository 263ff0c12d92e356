import type { CentreInput, Infno } from '../../../../common/contracts/centre/transactions.ts';
import { parseDateTime } from '../../../../common/kernel/dates.ts';
import { formatMessageId, type MessageId } from '../../../../common/kernel/message-id.ts';
import { fen } from '../../../../common/kernel/money.ts';
import { pii } from '../../../../common/kernel/pii.ts';
import type { Sender } from '../message.ts';
import type { CentreContext } from '../port.ts';

/** For tests of this room only: one whole message per transaction, about the textbook person. */

export const sampleNow = parseDateTime('2026-03-02 09:00:00') ?? 0;
export const sampleMessageId: MessageId = formatMessageId('H99010100001', 7, { second: sampleNow / 1000, counter: 1 });
export const sampleContext: CentreContext = { insuplcAdmdvs: '990100', signNo: 'SIGN0001' };

export const sampleSender: Sender = {
  division: '990100',
  institutionCode: 'H99010100001',
  institutionName: '海川市第一人民医院',
  operatorNumber: 'ZZ07',
  operatorName: '自助机七号',
  recerSysCode: 'MBS_LOCAL',
  interfaceVersion: 'V1.0',
  numbersAs: 'number',
};

const psn_no = pii('99010000000000000123');
const mdtrt_id = '990100G000001';
const at = '2026-03-02 08:40:00';
const cert = { mdtrt_cert_type: '03', mdtrt_cert_no: pii('A99000123') };
const statementDay = { stmt_begndate: '2026-03-02', stmt_enddate: '2026-03-02' };
const settlement = {
  psn_no,
  ...cert,
  med_type: '11',
  medfee_sumamt: fen(10000),
  psn_setlway: '01',
  mdtrt_id,
  chrg_bchno: 'B1',
  acct_used_flag: '1',
  insutype: '310',
};

export const sampleInputs: { readonly [I in Infno]: CentreInput<I> } = {
  '9001': { signIn: { opter_no: 'ZZ07', mac: '00-00-5E-00-53-01', ip: '192.0.2.7' } },
  '1101': {
    data: {
      ...cert,
      card_sn: pii('990100D1560000051234567890ABCDEF'),
      psn_cert_type: '01',
      certno: pii('11010519491231002X'),
      psn_name: pii('𠮷秀兰'),
    },
  },
  '2201': {
    data: {
      psn_no,
      insutype: '310',
      begntime: at,
      ...cert,
      ipt_otp_no: 'OP20260302001',
      atddr_no: 'D990001',
      dr_name: '王"医"生',
      dept_code: '0301',
      dept_name: '心血管内科',
      caty: 'A03',
    },
  },
  '2202': { data: { psn_no, mdtrt_id, ipt_otp_no: 'OP20260302001' } },
  '2203': {
    mdtrtinfo: { mdtrt_id, psn_no, med_type: '11', begntime: at, birctrl_type: '' },
    diseinfo: [
      {
        diag_type: '1',
        diag_srt_no: '1',
        diag_code: 'I10.x00',
        diag_name: '高血压',
        diag_dept: '心血管内科',
        dise_dor_no: 'D990001',
        dise_dor_name: '王医生',
        diag_time: at,
        vali_flag: '1',
      },
    ],
  },
  '2203A': {
    mdtrtinfo: { mdtrt_id, psn_no, med_type: '11', begntime: at, birctrl_type: '', geso_val: '12' },
    diseinfo: [
      {
        diag_type: '1',
        diag_srt_no: '1',
        diag_code: 'I10.x00',
        diag_name: '高血压',
        diag_dept: '心血管内科',
        dise_dor_no: 'D990001',
        dise_dor_name: '王医生',
        diag_time: at,
        vali_flag: '1',
      },
    ],
  },
  '2204': {
    feedetail: [
      {
        feedetl_sn: 'F1',
        mdtrt_id,
        psn_no,
        chrg_bchno: 'B1',
        rxno: 'RX1',
        rx_circ_flag: '0',
        fee_ocur_time: at,
        med_list_codg: 'XC09CAE066A001010104304',
        medins_list_codg: 'YP00123',
        det_item_fee_sumamt: fen(3524),
        cnt: '2',
        pric: '17.6208',
        prd_days: '7',
        bilg_dept_codg: '0301',
        bilg_dept_name: '心血管内科',
        bilg_dr_codg: 'D990001',
        bilg_dr_name: '王医生',
        hosp_appr_flag: '0',
        tcmdrug_used_way: '0',
        etip_flag: '0',
        dscg_tkdrug_flag: '0',
        matn_fee_flag: '0',
      },
    ],
  },
  '2205': { data: { mdtrt_id, chrg_bchno: '0000', psn_no } },
  '2206': { data: settlement },
  '2207': {
    data: {
      ...settlement,
      fulamt_ownpay_amt: fen(500),
      overlmt_selfpay: fen(150),
      preselfpay_amt: fen(350),
      inscp_scp_amt: fen(9000),
    },
  },
  '2208': { data: { setl_id: 'S1', mdtrt_id, psn_no } },
  '2601': { data: { psn_no, omsgid: sampleMessageId, oinfno: '2207' } },
  '3201': {
    data: {
      insutype: '310',
      clr_type: '11',
      setl_optins: '990100',
      ...statementDay,
      medfee_sumamt: fen(10000),
      fund_pay_sumamt: fen(-250),
      acct_pay: fen(0),
      fixmedins_setl_cnt: '3',
    },
  },
  '3202': {
    data: {
      clr_type: '11',
      setl_optins: '990100',
      file_qury_no: 'F990100000001',
      ...statementDay,
      medfee_sumamt: fen(10000),
      fund_pay_sumamt: fen(-250),
      cash_payamt: fen(10250),
      fixmedins_setl_cnt: '3',
    },
  },
  '5201': { data: { psn_no, begntime: '2026-03-02 00:00:00', endtime: '2026-03-02 23:59:59', med_type: '11' } },
  '5203': { data: { psn_no, mdtrt_id } },
  '5206': { data: { psn_no, cum_ym: '202603' } },
  '9101': {
    fsUploadIn: { in: new Uint8Array([80, 75, 3, 4, 255]), filename: '20260302.zip', fixmedins_code: 'H99010100001' },
  },
  '9102': { fsDownloadIn: { file_qury_no: 'F990100000002', filename: 'result.zip', fixmedins_code: 'H99010100001' } },
};
