import { isObject, type JsonObject, numberText } from '../core/json.ts';
import { OPERATOR, PERSON } from './people.ts';

export interface Line {
  readonly sn: string;
  readonly code: string;
  readonly count: string;
  readonly price: string;
  readonly amount: string;
}

/** Four levels of treatment: 甲, 乙 over its ceiling, 丙, and a consumable whose excess the hospital bears. */
export const LINES: readonly Line[] = [
  { sn: 'L1', code: 'XHC00000000000001', count: '2', price: '35.2415', amount: '70.48' },
  { sn: 'L2', code: 'SHC00000000000002', count: '1', price: '900.00', amount: '900.00' },
  { sn: 'L3', code: 'SHC00000000000004', count: '1', price: '50.00', amount: '50.00' },
  { sn: 'L4', code: 'CHC00000000000002', count: '3', price: '15.00', amount: '45.00' },
];
export const TOTAL = '1065.48';

/** A node of an output; throws where it is no object. */
export function node(output: JsonObject, name: string): JsonObject {
  const found = output[name];
  if (!isObject(found)) throw new Error(`output has no object ${name}`);
  return found;
}

/** The inputs of the chain, as a terminal fills them. */
export const inputs = {
  signIn: (): JsonObject => ({ signIn: { opter_no: OPERATOR, mac: '00-00-00-00-00-00', ip: '127.0.0.1' } }),
  signOut: (signNo: string): JsonObject => ({ signOut: { sign_no: signNo, opter_no: OPERATOR } }),
  person: (): JsonObject => ({
    data: {
      mdtrt_cert_type: '03',
      mdtrt_cert_no: PERSON.cardNumber,
      card_sn: PERSON.cardId,
      psn_cert_type: '',
      certno: PERSON.certNo,
      psn_name: PERSON.name,
    },
  }),
  register: (encounter = 'OP20260302001'): JsonObject => ({
    data: {
      psn_no: PERSON.psnNo,
      insutype: '310',
      begntime: '2026-03-02 08:30:00',
      mdtrt_cert_type: '03',
      mdtrt_cert_no: PERSON.cardNumber,
      ipt_otp_no: encounter,
      atddr_no: 'D001',
      dr_name: '测试医师',
      dept_code: 'K01',
      dept_name: '内科',
      caty: '03',
    },
  }),
  describe: (mdtrtId: string): JsonObject => ({
    mdtrtinfo: {
      mdtrt_id: mdtrtId,
      psn_no: PERSON.psnNo,
      med_type: '11',
      begntime: '2026-03-02 08:30:00',
      birctrl_type: '',
    },
    diseinfo: [
      {
        diag_type: '1',
        diag_srt_no: numberText('1'),
        diag_code: 'J06.900',
        diag_name: '急性上呼吸道感染',
        diag_dept: 'K01',
        dise_dor_no: 'D001',
        dise_dor_name: '测试医师',
        diag_time: '2026-03-02 08:40:00',
        vali_flag: '1',
      },
    ],
  }),
  fees: (mdtrtId: string, lines = LINES, batch = 'B1'): JsonObject => ({
    feedetail: lines.map((line) => ({
      feedetl_sn: line.sn,
      mdtrt_id: mdtrtId,
      psn_no: PERSON.psnNo,
      chrg_bchno: batch,
      rx_circ_flag: '0',
      fee_ocur_time: '2026-03-02 08:45:00',
      med_list_codg: line.code,
      medins_list_codg: `H-${line.code}`,
      det_item_fee_sumamt: numberText(line.amount),
      cnt: numberText(line.count),
      pric: numberText(line.price),
      bilg_dept_codg: 'K01',
      bilg_dept_name: '内科',
      bilg_dr_codg: 'D001',
      bilg_dr_name: '测试医师',
      hosp_appr_flag: '1',
      tcmdrug_used_way: '0',
      etip_flag: '0',
      dscg_tkdrug_flag: '0',
      matn_fee_flag: '0',
    })),
  }),
  preSettle: (mdtrtId: string, account = '1', total = TOTAL): JsonObject => ({
    data: {
      psn_no: PERSON.psnNo,
      mdtrt_cert_type: '03',
      mdtrt_cert_no: PERSON.cardNumber,
      med_type: '11',
      medfee_sumamt: numberText(total),
      psn_setlway: '01',
      mdtrt_id: mdtrtId,
      chrg_bchno: 'B1',
      acct_used_flag: account,
      insutype: '310',
    },
  }),
  /** 2207 with the scope amounts of a 2206 answer. */
  settle: (mdtrtId: string, setlinfo: JsonObject, account = '1'): JsonObject => {
    const scopes = ['fulamt_ownpay_amt', 'overlmt_selfpay', 'preselfpay_amt', 'inscp_scp_amt'];
    const copied = Object.fromEntries(scopes.map((name) => [name, setlinfo[name]]));
    return { data: { ...node(inputs.preSettle(mdtrtId, account), 'data'), ...copied } };
  },
  undoSettle: (mdtrtId: string, setlId: string): JsonObject => ({
    data: { setl_id: setlId, mdtrt_id: mdtrtId, psn_no: PERSON.psnNo },
  }),
  deleteFees: (mdtrtId: string, batch = '0000'): JsonObject => ({
    data: { mdtrt_id: mdtrtId, chrg_bchno: batch, psn_no: PERSON.psnNo },
  }),
  cancel: (mdtrtId: string, encounter = 'OP20260302001'): JsonObject => ({
    data: { psn_no: PERSON.psnNo, mdtrt_id: mdtrtId, ipt_otp_no: encounter },
  }),
  reverse: (msgid: string, infno = '2207'): JsonObject => ({
    data: { psn_no: PERSON.psnNo, omsgid: msgid, oinfno: infno },
  }),
  query: (mdtrtId: string, setlId?: string): JsonObject => ({
    data: { psn_no: PERSON.psnNo, mdtrt_id: mdtrtId, setl_id: setlId },
  }),
  accumulated: (month?: string): JsonObject => ({ data: { psn_no: PERSON.psnNo, cum_ym: month } }),
  visits: (): JsonObject => ({
    data: {
      psn_no: PERSON.psnNo,
      begntime: '2026-03-02 00:00:00',
      endtime: '2026-03-02 23:59:59',
      med_type: '11',
    },
  }),
};
