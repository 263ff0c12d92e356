import { type Context, itemsOf, nodeOf } from '../context.ts';
import { type Answer, refuse, textOf } from '../envelope.ts';
import { answerOfLine, catalogueFault, readLine, rowOfLine } from '../fee-line.ts';
import { type JsonObject, writeJson } from '../json.ts';
import type { FeeRow, VisitRow } from '../ledger.ts';
import { ruleLine } from '../line-rules.ts';
import { openVisit } from './visit.ts';

/** One line priced and divided, with its answer; or the words of a refusal. */
function price(context: Context, visit: VisitRow, line: JsonObject): { row: FeeRow; answer: JsonObject } | string {
  const sent = readLine(visit, line, false);
  if (typeof sent === 'string') return sent;
  const fault = catalogueFault(context, sent);
  if (fault !== null) return fault;
  const rule = ruleLine(context, visit, sent);
  return { row: rowOfLine(visit, sent, rule, textOf(line, 'chrg_bchno')), answer: answerOfLine(sent, rule) };
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
  for (const [index, row] of rows.entries()) {
    context.db.addFee(row);
    context.db.addFeeBody(visit.mdtrtId, row.sn, writeJson(lines[index] ?? {}));
  }
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
