import { type Decimal, formatDecimal, lineAmount, parseDecimal } from '../../../common/kernel/decimal.ts';
import { formatFen } from '../../../common/kernel/money.ts';
import { type Context, decimalText, itemsOf, moneyOf, nodeOf } from '../context.ts';
import { type Answer, refuse, textOf } from '../envelope.ts';
import { type JsonObject, numberText } from '../json.ts';
import type { FeeRow, VisitRow } from '../ledger.ts';
import { ruleLine } from '../line-rules.ts';
import { openVisit } from './visit.ts';

const ZERO: Decimal = { units: 0n, scale: 0 };

function decimal(line: JsonObject, name: string, places: number): Decimal {
  const value = parseDecimal(decimalText(line, name), places);
  return value.ok ? value.value : ZERO;
}

/** One line priced and divided, with its answer; or the words of a refusal. */
function price(context: Context, visit: VisitRow, line: JsonObject): { row: FeeRow; answer: JsonObject } | string {
  const sn = textOf(line, 'feedetl_sn');
  const amount = moneyOf(line, 'det_item_fee_sumamt');
  const count = decimal(line, 'cnt', 4);
  const unitPrice = decimal(line, 'pric', 6);
  if (textOf(line, 'mdtrt_id') !== visit.mdtrtId || textOf(line, 'psn_no') !== visit.psnNo) {
    return `费用明细${sn}的就诊ID或人员编号与首行不一致`;
  }
  if (amount <= 0) return `费用明细${sn}金额必须大于0`;
  if (lineAmount(count, unitPrice) !== amount) return `费用明细${sn}金额不等于数量乘单价`;
  const rule = ruleLine(context, visit, { code: textOf(line, 'med_list_codg'), amount, count });
  const { ownPay, overLimit, preSelfPay, inScope, hospital } = rule.scopes;
  return {
    row: {
      mdtrtId: visit.mdtrtId,
      sn,
      batch: textOf(line, 'chrg_bchno'),
      itemCode: textOf(line, 'med_list_codg'),
      count: formatDecimal(count),
      price: formatDecimal(unitPrice),
      amount,
      ownPay,
      overLimit,
      preSelfPay,
      inScope,
      hospital,
      setlId: null,
    },
    answer: {
      feedetl_sn: sn,
      det_item_fee_sumamt: numberText(formatFen(amount)),
      cnt: numberText(formatDecimal(count, 4)),
      pric: numberText(formatDecimal(unitPrice, 6)),
      pric_uplmt_amt: numberText(rule.limit),
      selfpay_prop: numberText(rule.proportion),
      fulamt_ownpay_amt: numberText(formatFen(ownPay)),
      overlmt_amt: numberText(formatFen(overLimit)),
      preselfpay_amt: numberText(formatFen(preSelfPay)),
      inscp_scp_amt: numberText(formatFen(inScope)),
      chrgitm_lv: rule.level,
      med_chrgitm_type: rule.category,
      bas_medn_flag: '0',
      hi_nego_drug_flag: rule.negotiated ? '1' : '0',
      chld_medc_flag: '0',
      list_sp_item_flag: '0',
      lmt_used_flag: '0',
      drt_reim_flag: '0',
      memo: null,
    },
  };
}

/** 2204 门诊费用明细上传: all lines of the message, or none. */
export function uploadFees(context: Context): Answer {
  const lines = itemsOf(context, 'feedetail');
  const limit = context.plan.maxLinesPerUpload;
  if (lines.length > limit) return refuse(`单次上传费用明细不能超过${limit}条`);
  const visit = openVisit(context, lines[0] ?? {});
  if (typeof visit === 'string') return refuse(visit);
  if (visit.medType === null) return refuse('请先上传门诊就诊信息（2203）');
  const known = new Set(context.db.fees(visit.mdtrtId).map((fee) => fee.sn));
  const rows: FeeRow[] = [];
  const answers: JsonObject[] = [];
  for (const line of lines) {
    const priced = price(context, visit, line);
    if (typeof priced === 'string') return refuse(priced);
    if (known.has(priced.row.sn)) return refuse(`费用明细流水号${priced.row.sn}重复`);
    known.add(priced.row.sn);
    rows.push(priced.row);
    answers.push(priced.answer);
  }
  for (const row of rows) context.db.addFee(row);
  context.effects.push({ kind: 'feesAdded', mdtrtId: visit.mdtrtId, lines: rows.length });
  return { ok: true, output: { result: answers } };
}

/** 2205 门诊费用明细撤销: one unsettled batch, or with "0000" every unsettled line of the visit (also where there is none). */
export function deleteFees(context: Context): Answer {
  const node = nodeOf(context);
  const visit = openVisit(context, node);
  if (typeof visit === 'string') return refuse(visit);
  const batch = textOf(node, 'chrg_bchno');
  const whole = batch === '0000';
  const lines = context.db.fees(visit.mdtrtId).filter((fee) => whole || fee.batch === batch);
  if (!whole && lines.length === 0) return refuse('未查询到该批次的费用明细');
  if (!whole && lines.some((fee) => fee.setlId !== null)) return refuse('该批次费用已结算，不能撤销');
  const deleted = context.db.deleteFees(visit.mdtrtId, whole ? null : batch);
  context.effects.push({ kind: 'feesDeleted', mdtrtId: visit.mdtrtId, lines: deleted });
  return { ok: true, output: null };
}
