import { type Decimal, parseDecimal } from '../../../common/kernel/decimal.ts';
import { type Fen, fen, formatFen } from '../../../common/kernel/money.ts';
import { type Context, insuredPerson, nodeOf } from '../context.ts';
import { type Answer, refuse, textOf } from '../envelope.ts';
import { type JsonObject, numberText, storedObject } from '../json.ts';
import type { FeeRow, VisitRow } from '../ledger.ts';
import { ruleLine } from '../line-rules.ts';
import { INOUT } from './stay.ts';

/** 5202 and 5204: what the centre holds of one encounter. */

function ownEncounter(context: Context): VisitRow | string | null {
  const node = nodeOf(context);
  const person = insuredPerson(context, textOf(node, 'psn_no'));
  if (typeof person === 'string') return person;
  const visit = context.db.visit(textOf(node, 'mdtrt_id'));
  const mine = visit !== null && visit.psnNo === person.psnNo && visit.institution === context.envelope.institution;
  return mine ? visit : null;
}

function nothing(context: Context, words: string): Answer {
  return context.settings.notFoundAs === 'refusal' ? refuse(words) : { ok: true, output: { data: [] } };
}

/** 5202 诊断信息查询. A visit's diagnoses name no main one: it is the first in order. */
export function queryDiagnoses(context: Context): Answer {
  const visit = ownEncounter(context);
  if (typeof visit === 'string') return refuse(visit);
  const bodies = visit === null ? [] : context.db.diagnoses(visit.mdtrtId);
  if (visit === null || bodies.length === 0) return nothing(context, '未查询到诊断信息');
  const data = bodies.map((body, index): JsonObject => {
    const { vali_flag: _flag, ...diagnosis } = storedObject(body);
    return {
      diag_info_id: `${visit.mdtrtId.slice(0, 27)}${String(index + 1).padStart(3, '0')}`,
      mdtrt_id: visit.mdtrtId,
      inout_diag_type: INOUT.admission,
      maindiag_flag: index === 0 ? '1' : '0',
      ...diagnosis,
      psn_no: visit.psnNo,
      opter_id: visit.operator,
      opter_name: visit.operatorName,
      opt_time: visit.createdAt,
    };
  });
  return { ok: true, output: { data } };
}

/** Fields of the line as it came that 5204 repeats under the same name. */
const SAME = [
  'fee_ocur_time',
  'medins_list_codg',
  'sin_dos_dscr',
  'used_frqu_dscr',
  'prd_days',
  'medc_way_dscr',
  'bilg_dept_codg',
  'bilg_dept_name',
  'bilg_dr_codg',
  'bilg_dr_name',
  'acord_dept_codg',
  'acord_dept_name',
  'orders_dr_code',
  'orders_dr_name',
  'hosp_appr_flag',
  'tcmdrug_used_way',
  'etip_flag',
  'etip_hosp_code',
  'dscg_tkdrug_flag',
  'matn_fee_flag',
  'memo',
] as const;

const ONE: Decimal = { units: 1n, scale: 0 };

function feeFields(context: Context, visit: VisitRow, fee: FeeRow, body: JsonObject): JsonObject {
  const money = (amount: Fen) => numberText(formatFen(amount));
  // A line that takes back is classed as what it takes back.
  const count = parseDecimal(fee.count.replace('-', ''), 4);
  const priced = { amount: fen(Math.abs(fee.amount)), count: count.ok ? count.value : ONE };
  const rule = ruleLine(context, visit, { code: fee.itemCode, ...priced });
  const own = textOf(body, 'medins_list_codg');
  return {
    mdtrt_id: fee.mdtrtId,
    setl_id: fee.setlId ?? '',
    feedetl_sn: fee.sn,
    rx_drord_no: textOf(body, 'drord_no') || textOf(body, 'rxno') || null,
    med_type: visit.medType ?? '',
    ...Object.fromEntries(SAME.map((name) => [name, body[name] ?? null])),
    cnt: numberText(fee.count),
    pric: numberText(fee.price),
    det_item_fee_sumamt: money(fee.amount),
    pric_uplmt_amt: numberText(rule.limit),
    selfpay_prop: numberText(rule.proportion),
    fulamt_ownpay_amt: money(fee.ownPay),
    overlmt_amt: money(fee.overLimit),
    preselfpay_amt: money(fee.preSelfPay),
    inscp_scp_amt: money(fee.inScope),
    chrgitm_lv: rule.level,
    hilist_code: fee.itemCode,
    // The made-up catalogues have no names and no dosage forms; a line is found by its codes.
    hilist_name: fee.itemCode,
    list_type: listType(fee.itemCode),
    med_list_codg: fee.itemCode,
    medins_list_name: own,
    med_chrgitm_type: rule.category,
    dosform_name: '无',
    lmt_used_flag: '0',
    hosp_prep_flag: '0',
    prodplac_type: '0',
    bas_medn_flag: '0',
    hi_nego_drug_flag: rule.negotiated ? '1' : '0',
    chld_medc_flag: '0',
    list_sp_item_flag: '0',
    drt_reim_flag: '0',
    opter_id: visit.operator,
    opter_name: visit.operatorName,
    opt_timeP: visit.createdAt,
  };
}

/** list_type (B6.4) by the first letter of the national code: drugs, herbs, materials, services. */
function listType(code: string): string {
  return { X: '101', Z: '101', T: '102', C: '301' }[code.slice(0, 1)] ?? '201';
}

/** 5204 费用明细查询: every line of the encounter, or of one of its settlements. */
export function queryFees(context: Context): Answer {
  const visit = ownEncounter(context);
  if (typeof visit === 'string') return refuse(visit);
  const setlId = textOf(nodeOf(context), 'setl_id');
  const fees = visit === null ? [] : context.db.fees(visit.mdtrtId);
  const rows = fees.filter((fee) => setlId === '' || fee.setlId === setlId);
  if (visit === null || rows.length === 0) return nothing(context, '未查询到费用明细');
  const bodies = context.db.feeBodies(visit.mdtrtId);
  const data = rows.map((fee) => feeFields(context, visit, fee, storedObject(bodies.get(fee.sn) ?? null)));
  return { ok: true, output: { data } };
}
