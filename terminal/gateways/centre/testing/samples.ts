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

/** A stay of ten days at the same hospital: admitted, charged, discharged, settled. */
const staySettlement = {
  psn_no,
  ...cert,
  medfee_sumamt: fen(345678),
  psn_setlway: '01',
  mdtrt_id: '990100Z000001',
  acct_used_flag: '1',
  insutype: '310',
  mid_setl_flag: '0',
  fulamt_ownpay_amt: fen(12000),
  overlmt_selfpay: fen(678),
  preselfpay_amt: fen(33000),
  inscp_scp_amt: fen(300000),
  dscg_time: '2026-03-02',
};
const noMaternity = { matn_type: '', birctrl_type: '', latechb_flag: '0', pret_flag: '0' };
const stayDiagnosis = {
  psn_no,
  diag_type: '1',
  maindiag_flag: '1',
  diag_srt_no: '1',
  diag_code: 'J18.900',
  diag_name: '肺炎',
  diag_dept: '呼吸内科',
  dise_dor_no: 'D990002',
  dise_dor_name: '李医生',
  diag_time: '2026-02-20 10:00:00',
};
const admission = {
  begntime: '2026-02-20 09:30:00',
  medrcdno: 'BA0001',
  atddr_no: 'D990002',
  chfpdr_name: '李医生',
  adm_diag_dscr: '肺炎',
  adm_dept_codg: '0302',
  adm_dept_name: '呼吸内科',
  adm_bed: '12',
  dscg_maindiag_code: 'J18.900',
  dscg_maindiag_name: '肺炎',
  ...noMaternity,
};
const stayId = { mdtrt_id: '990100Z000001', psn_no };
const stayDays = { begntime: '2026-02-20 00:00:00', endtime: '2026-03-02 23:59:59' };

export const sampleInputs: { readonly [I in Infno]: CentreInput<I> } = {
  '9001': { signIn: { opter_no: 'ZZ07', mac: '00-00-5E-00-53-01', ip: '192.0.2.7' } },
  '9002': { signOut: { sign_no: 'SIGN0001', opter_no: 'ZZ07' } },
  '1101': {
    data: {
      ...cert,
      card_sn: pii('990100D1560000051234567890ABCDEF'),
      psn_cert_type: '01',
      certno: pii('11010519491231002X'),
      psn_name: pii('𠮷秀兰'),
    },
  },
  '1901': {
    data: { type: 'med_type', parentValue: '', admdvs: '990100', date: '2026-03-02', valiFlag: '1' },
  },
  '2001': {
    data: {
      psn_no,
      insutype: '310',
      fixmedins_code: 'H99010100001',
      med_type: '21',
      begntime: '2026-02-20 09:30:00',
      matn_type: '',
      birctrl_type: '',
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
  '2301': {
    feedetail: [
      {
        feedetl_sn: 'Z2',
        init_feedetl_sn: 'Z1',
        ...stayId,
        med_type: '21',
        fee_ocur_time: '2026-02-21 08:00:00',
        med_list_codg: 'XC09CAE066A001010104304',
        medins_list_codg: 'YP00123',
        det_item_fee_sumamt: fen(-3524),
        cnt: '-2',
        pric: '17.6208',
        bilg_dept_codg: '0302',
        bilg_dept_name: '呼吸内科',
        bilg_dr_codg: 'D990002',
        bilg_dr_name: '李医生',
        hosp_appr_flag: '0',
        tcmdrug_used_way: '0',
        etip_flag: '0',
        dscg_tkdrug_flag: '0',
        matn_fee_flag: '0',
      },
    ],
    exp_content: { er_flag: '0' },
  },
  '2302': { data: { feedetl_sn: '0000', ...stayId } },
  '2303': { data: staySettlement },
  '2304': { data: staySettlement },
  '2305': { data: { setl_id: 'S2', ...stayId } },
  '2401': {
    mdtrtinfo: { psn_no, insutype: '310', ...cert, med_type: '21', ipt_no: 'ZY20260220001', ...admission },
    diseinfo: [stayDiagnosis],
  },
  '2402': {
    dscginfo: {
      ...stayId,
      insutype: '310',
      endtime: '2026-03-02 08:00:00',
      ...noMaternity,
      cop_flag: '0',
      dscg_dept_codg: '0302',
      dscg_dept_name: '呼吸内科',
      dscg_bed: '12',
      dscg_way: '1',
    },
    diseinfo: [stayDiagnosis],
  },
  '2403': {
    adminfo: {
      ...stayId,
      mdtrt_cert_type: '03',
      med_type: '21',
      ipt_otp_no: 'ZY20260220001',
      ...admission,
      adm_bed: '14',
    },
    diseinfo: [{ mdtrt_id: '990100Z000001', ...stayDiagnosis }],
  },
  '2404': { data: stayId },
  '2405': { data: stayId },
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
  '5202': { data: stayId },
  '5203': { data: { psn_no, mdtrt_id } },
  '5204': { data: { ...stayId, setl_id: 'S2' } },
  '5206': { data: { psn_no, cum_ym: '202603' } },
  '5301': { data: { psn_no } },
  '5302': { data: { psn_no, biz_appy_type: '1' } },
  '5303': { data: { psn_no, ...stayDays } },
  '5304': { data: { psn_no, ...stayDays } },
  '9101': {
    fsUploadIn: { in: new Uint8Array([80, 75, 3, 4, 255]), filename: '20260302.zip', fixmedins_code: 'H99010100001' },
  },
  '9102': { fsDownloadIn: { file_qury_no: 'F990100000002', filename: 'result.zip', fixmedins_code: 'H99010100001' } },
};
