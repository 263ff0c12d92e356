import { type Decimal, formatDecimal, parseDecimal } from '../../../common/kernel/decimal.ts';
import { addFen, type Fen, fen, subFen } from '../../../common/kernel/money.ts';
import { type Context, itemsOf, nodeOf } from '../context.ts';
import { type Answer, refuse, textOf } from '../envelope.ts';
import { answerOfLine, catalogueFault, readLine, rowOfLine, type SentLine } from '../fee-line.ts';
import { type JsonObject, storedObject, writeJson } from '../json.ts';
import type { FeeRow, VisitRow } from '../ledger.ts';
import { type RuledLine, ruleLine } from '../line-rules.ts';
import { stayInHospital } from './stay.ts';

/** A stay's lines know no batch. */
export const NO_BATCH = '';

/** Lines of the stay so far: those of the ledger, then those of this message. */
interface Known {
  readonly row: FeeRow;
  /** The line that this one takes back; "" of an ordinary one. */
  readonly takesBack: string;
}

function countOf(text: string): Decimal {
  const count = parseDecimal(text, 4);
  return count.ok ? count.value : { units: 0n, scale: 0 };
}

function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  const at = ({ units, scale: own }: Decimal): bigint => units * 10n ** BigInt(scale - own);
  return { units: at(a) + at(b), scale };
}

/**
 * The ruling of a line that takes an earlier one back, in whole or in part: what the rest of that line comes to less
 * than before. So the scopes of a line and of all that takes it back never sum to less than nothing.
 */
function ruleReturn(
  context: Context,
  visit: VisitRow,
  sent: SentLine,
  original: string,
  known: readonly Known[],
): RuledLine | string {
  const first = known.find(({ row, takesBack }) => row.sn === original && takesBack === '')?.row;
  if (first === undefined) return `费用明细${sent.sn}的原费用流水号${original}不存在`;
  if (first.itemCode !== sent.code || first.price !== formatDecimal(sent.unitPrice))
    return `费用明细${sent.sn}与原费用的项目或单价不符`;
  const parts = [first, ...known.filter(({ takesBack }) => takesBack === original).map(({ row }) => row)];
  const before = {
    count: parts.map(({ count }) => countOf(count)).reduce(plus),
    amount: addFen(...parts.map((p) => p.amount)),
  };
  const after = { count: plus(before.count, sent.count), amount: fen(before.amount + sent.amount) };
  if (after.count.units < 0n || after.amount < 0) return `费用明细${sent.sn}退回的数量超过原费用`;
  const [whole, rest] = [before, after].map((left) => ruleLine(context, visit, { code: sent.code, ...left }));
  if (whole === undefined || rest === undefined) return `费用明细${sent.sn}不能计算`;
  const less = (pick: (line: RuledLine) => Fen): Fen => subFen(pick(rest), pick(whole));
  return {
    ...whole,
    scopes: {
      ownPay: less(({ scopes }) => scopes.ownPay),
      overLimit: less(({ scopes }) => scopes.overLimit),
      preSelfPay: less(({ scopes }) => scopes.preSelfPay),
      inScope: less(({ scopes }) => scopes.inScope),
      hospital: less(({ scopes }) => scopes.hospital),
    },
  };
}

function ruled(
  context: Context,
  visit: VisitRow,
  line: JsonObject,
  known: readonly Known[],
): { sent: SentLine; rule: RuledLine; takesBack: string } | string {
  const takesBack = textOf(line, 'init_feedetl_sn');
  const sent = readLine(visit, line, takesBack !== '');
  if (typeof sent === 'string') return sent;
  const fault = catalogueFault(context, sent);
  if (fault !== null) return fault;
  if (textOf(line, 'med_type') !== visit.medType) return `费用明细${sent.sn}的医疗类别与入院信息不符`;
  if (known.some(({ row }) => row.sn === sent.sn)) return `费用明细流水号${sent.sn}重复`;
  const rule = takesBack === '' ? ruleLine(context, visit, sent) : ruleReturn(context, visit, sent, takesBack, known);
  return typeof rule === 'string' ? rule : { sent, rule, takesBack };
}

/** 2301 住院费用明细上传: all lines of the message, or none; while the person is in hospital. */
export function uploadStayFees(context: Context): Answer {
  const lines = itemsOf(context, 'feedetail');
  const limit = context.plan.maxLinesPerUpload;
  if (lines.length > limit) return refuse(`单次上传费用明细不能超过${limit}条`);
  const found = stayInHospital(context, lines[0] ?? {});
  if (typeof found === 'string') return refuse(found);
  const { visit } = found;
  const { db } = context;
  const bodies = db.feeBodies(visit.mdtrtId);
  const known: Known[] = db.fees(visit.mdtrtId).map((row) => ({
    row,
    takesBack: textOf(storedObject(bodies.get(row.sn) ?? null), 'init_feedetl_sn'),
  }));
  const earlier = known.length;
  const answers: JsonObject[] = [];
  for (const line of lines) {
    const one = ruled(context, visit, line, known);
    if (typeof one === 'string') return refuse(one);
    known.push({ row: rowOfLine(visit, one.sent, one.rule, NO_BATCH), takesBack: one.takesBack });
    answers.push(answerOfLine(one.sent, one.rule));
  }
  for (const [index, { row }] of known.slice(earlier).entries()) {
    db.addFee(row);
    db.addFeeBody(visit.mdtrtId, row.sn, writeJson(lines[index] ?? {}));
  }
  context.effects.push({ kind: 'feesAdded', mdtrtId: visit.mdtrtId, lines: lines.length });
  return { ok: true, output: { result: answers } };
}

/** 2302 住院费用明细撤销: one unsettled line, or with "0000" every unsettled line of the stay (also where there is none). */
export function deleteStayFees(context: Context): Answer {
  const node = nodeOf(context);
  const found = stayInHospital(context, node);
  if (typeof found === 'string') return refuse(found);
  const { mdtrtId } = found.visit;
  const { db } = context;
  const sn = textOf(node, 'feedetl_sn');
  const lines = db.fees(mdtrtId);
  if (sn === '0000') {
    context.effects.push({ kind: 'feesDeleted', mdtrtId, lines: db.deleteFees(mdtrtId, null) });
    return { ok: true, output: null };
  }
  if (!lines.some((line) => line.sn === sn)) return refuse('未查询到该费用明细');
  const takers = [...db.feeBodies(mdtrtId).values()].map((body) => textOf(storedObject(body), 'init_feedetl_sn'));
  if (takers.includes(sn)) return refuse(`费用明细${sn}已有退单，不能撤销`);
  context.effects.push({ kind: 'feesDeleted', mdtrtId, lines: db.deleteFee(mdtrtId, sn) });
  return { ok: true, output: null };
}
