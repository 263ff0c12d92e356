import { isList, isObject, type JsonObject, numberText } from '../core/json.ts';
import { sent } from './chain.ts';
import { inputs, LINES, type Line, node, TOTAL } from './inputs.ts';
import { type Kit, show } from './kit.ts';
import { PERSON } from './people.ts';

/** The messages of a hospital stay, as a desk fills them: for tests. */

const NO_MATERNITY = { matn_type: '', birctrl_type: '', latechb_flag: '0', pret_flag: '0' };
const DEPARTMENT = { code: 'K02', name: '呼吸内科' };

function diagnosis(order: number): JsonObject {
  return {
    psn_no: PERSON.psnNo,
    diag_type: '1',
    maindiag_flag: order === 1 ? '1' : '0',
    diag_srt_no: numberText(String(order)),
    diag_code: order === 1 ? 'J18.900' : 'I10.x00',
    diag_name: order === 1 ? '肺炎' : '高血压',
    diag_dept: DEPARTMENT.name,
    dise_dor_no: 'D002',
    dise_dor_name: '测试医师',
    diag_time: '2026-02-20 10:00:00',
  };
}

const PLACE = {
  begntime: '2026-02-20 09:30:00',
  mdtrt_cert_type: '03',
  med_type: '21',
  atddr_no: 'D002',
  chfpdr_name: '测试医师',
  adm_diag_dscr: '肺炎',
  adm_dept_codg: DEPARTMENT.code,
  adm_dept_name: DEPARTMENT.name,
  adm_bed: '12',
  dscg_maindiag_code: 'J18.900',
  dscg_maindiag_name: '肺炎',
  ...NO_MATERNITY,
};

export const stayInputs = {
  admit: (number = 'ZY20260220001', changes: JsonObject = {}): JsonObject => ({
    mdtrtinfo: {
      psn_no: PERSON.psnNo,
      insutype: '310',
      mdtrt_cert_no: PERSON.cardNumber,
      ipt_no: number,
      ...PLACE,
      ...changes,
    },
    diseinfo: [diagnosis(1), diagnosis(2)],
  }),
  change: (mdtrtId: string, changes: JsonObject = {}): JsonObject => ({
    adminfo: { mdtrt_id: mdtrtId, psn_no: PERSON.psnNo, ipt_otp_no: 'ZY20260220001', ...PLACE, ...changes },
    diseinfo: [{ mdtrt_id: mdtrtId, ...diagnosis(1) }],
  }),
  fees: (
    mdtrtId: string,
    lines: readonly (Line & { readonly takesBack?: string })[] = LINES,
    medType = '21',
  ): JsonObject => ({
    feedetail: lines.map((line) => ({
      feedetl_sn: line.sn,
      init_feedetl_sn: line.takesBack,
      mdtrt_id: mdtrtId,
      drord_no: 'YZ1',
      psn_no: PERSON.psnNo,
      med_type: medType,
      fee_ocur_time: '2026-02-21 08:00:00',
      med_list_codg: line.code,
      medins_list_codg: `H-${line.code}`,
      det_item_fee_sumamt: numberText(line.amount),
      cnt: numberText(line.count),
      pric: numberText(line.price),
      bilg_dept_codg: DEPARTMENT.code,
      bilg_dept_name: DEPARTMENT.name,
      bilg_dr_codg: 'D002',
      bilg_dr_name: '测试医师',
      hosp_appr_flag: '1',
      tcmdrug_used_way: '0',
      etip_flag: '0',
      dscg_tkdrug_flag: '0',
      matn_fee_flag: '0',
    })),
  }),
  deleteFees: (mdtrtId: string, sn = '0000'): JsonObject => ({
    data: { feedetl_sn: sn, mdtrt_id: mdtrtId, psn_no: PERSON.psnNo },
  }),
  discharge: (mdtrtId: string, changes: JsonObject = {}): JsonObject => ({
    dscginfo: {
      mdtrt_id: mdtrtId,
      psn_no: PERSON.psnNo,
      insutype: '310',
      endtime: '2026-03-02 08:00:00',
      ...NO_MATERNITY,
      cop_flag: '0',
      dscg_dept_codg: DEPARTMENT.code,
      dscg_dept_name: DEPARTMENT.name,
      dscg_bed: '14',
      dscg_way: '1',
      ...changes,
    },
    diseinfo: [diagnosis(1)],
  }),
  /** 2304; and 2303 with the scope amounts of the lines. */
  settle: (mdtrtId: string, scopes: JsonObject, changes: JsonObject = {}): JsonObject => ({
    data: {
      psn_no: PERSON.psnNo,
      mdtrt_cert_type: '03',
      mdtrt_cert_no: PERSON.cardNumber,
      medfee_sumamt: numberText(TOTAL),
      psn_setlway: '01',
      mdtrt_id: mdtrtId,
      acct_used_flag: '1',
      insutype: '310',
      mid_setl_flag: '0',
      dscg_time: '2026-03-02',
      ...scopes,
      ...changes,
    },
  }),
  refund: (mdtrtId: string, setlId: string): JsonObject => inputs.undoSettle(mdtrtId, setlId),
  stay: (mdtrtId: string): JsonObject => ({ data: { mdtrt_id: mdtrtId, psn_no: PERSON.psnNo } }),
};

/** The four scope amounts that 2303 takes, of `LINES`: 70.48 whole; 900 over 320 at 10 %; 50 丙; 45 over 36. */
export const SCOPES: JsonObject = {
  fulamt_ownpay_amt: numberText('50.00'),
  overlmt_selfpay: numberText('589.00'),
  preselfpay_amt: numberText('32.00'),
  inscp_scp_amt: numberText('394.48'),
};

const SCOPE_NAMES = ['fulamt_ownpay_amt', 'overlmt_selfpay', 'preselfpay_amt', 'inscp_scp_amt'];

/** The scope amounts of an answer. */
export function scopesOf(setlinfo: JsonObject): JsonObject {
  return Object.fromEntries(SCOPE_NAMES.map((name) => [name, setlinfo[name]]));
}

/** 9001, 2401, 2301, 2402; the mdtrt_id. */
export function prepareStay(kit: Kit, number?: string, lines = LINES): string {
  kit.send('9001', inputs.signIn());
  const mdtrtId = show(node(sent(kit, '2401', stayInputs.admit(number)), 'result')['mdtrt_id']);
  sent(kit, '2301', stayInputs.fees(mdtrtId, lines));
  sent(kit, '2402', stayInputs.discharge(mdtrtId));
  return mdtrtId;
}

/** One line that lies wholly inside the scope, and what 2303 and 2304 say of it. */
export function wholeLine(amount: string): { readonly lines: readonly Line[]; readonly sums: JsonObject } {
  const zero = numberText('0.00');
  return {
    lines: [{ sn: 'L1', code: 'XHC90000000000009', count: '1', price: amount, amount }],
    sums: {
      medfee_sumamt: numberText(amount),
      fulamt_ownpay_amt: zero,
      overlmt_selfpay: zero,
      preselfpay_amt: zero,
      inscp_scp_amt: numberText(amount),
    },
  };
}

/** Rows of a list node. */
export function rowsOf(output: JsonObject, name: string): readonly JsonObject[] {
  const rows = output[name];
  return isList(rows) ? rows.filter(isObject) : [];
}
