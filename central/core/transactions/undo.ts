import { addFen, formatFen, negFen } from '../../../common/kernel/money.ts';
import { moveMoney } from '../city-purses.ts';
import { type Context, newId, nodeOf, timeOf } from '../context.ts';
import { type Answer, refuse, textOf } from '../envelope.ts';
import { numberText } from '../json.ts';
import type { SettlementRow, VisitRow } from '../ledger.ts';
import { amountsOfRow, detailRows, fundsAndPerson, moneyFields } from '../setl-info.ts';
import { openStay } from './stay.ts';
import { openVisit } from './visit.ts';

/** Gives back what a settlement took: account, accumulators, fee lines. */
function giveBack(context: Context, row: SettlementRow): void {
  context.db.unbindFees(row.setlId);
  moveMoney(context.db, row, context.db.settlementUse(row.setlId), 1);
}

/** Takes it again, where the refund itself is reversed. */
function takeAgain(context: Context, row: SettlementRow): void {
  context.db.bindFees(row.mdtrtId, row.batch, row.setlId);
  moveMoney(context.db, row, context.db.settlementUse(row.setlId), -1);
}

/** 2208 门诊结算撤销: refunds a known settlement; the answer repeats its amounts, negative, and misspells the cash. */
export function refund(context: Context): Answer {
  const visit = openVisit(context, nodeOf(context));
  return typeof visit === 'string' ? refuse(visit) : giveAllBack(context, visit, 'pdn_cash_pay');
}

/** 2305 住院结算撤销: the same of a stay, which stays discharged. */
export function refundStay(context: Context): Answer {
  const found = openStay(context, nodeOf(context));
  return typeof found === 'string' ? refuse(found) : giveAllBack(context, found.visit, 'psn_cash_pay');
}

function giveAllBack(context: Context, visit: VisitRow, cash: 'pdn_cash_pay' | 'psn_cash_pay'): Answer {
  const node = nodeOf(context);
  const row = context.db.settlement(textOf(node, 'setl_id'));
  if (row === null || row.refundOf !== null || row.mdtrtId !== visit.mdtrtId || row.state === 'reversed') {
    return refuse('未查询到结算信息');
  }
  if (row.state === 'refunded') return refuse('该结算已退费，请勿重复操作');
  const { envelope } = context;
  giveBack(context, row);
  context.db.setSettlementState(row.setlId, 'refunded');
  const balance =
    context.db.insurances(row.psnNo).find((i) => i.insutype === row.insutype)?.balance ?? row.balanceAfter;
  const setlId = newId(context);
  context.db.addSettlement({
    ...row,
    setlId,
    refundOf: row.setlId,
    msgid: envelope.msgid,
    settledAt: timeOf(context),
    balanceAfter: balance,
    operator: envelope.opter,
    operatorName: envelope.opterName,
  });
  context.effects.push({ kind: 'refunded', setlId: row.setlId });
  const amounts = amountsOfRow(row, context.db);
  return {
    ok: true,
    output: {
      setlinfo: {
        mdtrt_id: row.mdtrtId,
        setl_id: setlId,
        clr_optins: envelope.insuplcAdmdvs,
        setl_time: timeOf(context),
        ...moneyFields(amounts, context.settings, -1),
        balc: numberText(formatFen(balance)),
        psn_part_amt: numberText(formatFen(negFen(fundsAndPerson(amounts, context.settings).person))),
        hosp_part_amt: numberText(formatFen(negFen(row.hospital))),
        medins_setl_id: envelope.msgid,
        [cash]: numberText(formatFen(negFen(row.cash))),
      },
      setldetail: detailRows(amounts, context.settings, -1),
    },
  };
}

/** What stands in the way of a reversal, or null; the reversal itself is done by `undo`. */
function undo(context: Context, row: SettlementRow): string | null {
  if (row.state === 'reversed') return '该交易已冲正，请勿重复冲正';
  if (row.refundOf === null) {
    if (row.state === 'refunded') return '该结算已退费，不能冲正';
    giveBack(context, row);
    context.db.setSettlementState(row.setlId, 'reversed');
    context.effects.push({ kind: 'reversed', setlId: row.setlId });
    return null;
  }
  const original = context.db.settlement(row.refundOf);
  const lines = context.db.fees(row.mdtrtId).filter((fee) => fee.batch === row.batch && fee.setlId === null);
  const same = addFen(...lines.map((fee) => fee.amount)) === row.total;
  if (original === null || !same) return '费用明细已变化，退费不能冲正';
  const stay = context.db.stay(row.mdtrtId);
  if (stay !== null && stay.dischargedAt === null) return '该就诊已撤销出院，退费不能冲正';
  takeAgain(context, original);
  context.db.setSettlementState(original.setlId, 'settled');
  context.db.setSettlementState(row.setlId, 'reversed');
  context.effects.push({ kind: 'refundReversed', setlId: original.setlId });
  return null;
}

/** A 2401 taken back, or what stands in the way. */
function undoAdmission(context: Context, admitted: VisitRow): string | null {
  const { mdtrtId, cancelled } = admitted;
  if (cancelled) return '该交易已冲正，请勿重复冲正';
  const goesOn = context.db.stay(mdtrtId)?.dischargedAt !== null || context.db.fees(mdtrtId).length > 0;
  if (goesOn) return '该入院登记已有后续业务，不能冲正';
  context.db.cancelVisit(mdtrtId);
  context.effects.push({ kind: 'admissionCancelled', mdtrtId });
  return null;
}

/** What may be reversed (B7.1); of settlements, whether it is one that gives back. */
const REVERSIBLE: Readonly<Record<string, 'settlement' | 'refund' | 'admission'>> = {
  '2207': 'settlement',
  '2208': 'refund',
  '2304': 'settlement',
  '2305': 'refund',
  '2401': 'admission',
};

/**
 * 2601 冲正: whatever became of the original message, its id is fenced: should the message arrive after this, it is
 * refused. Done is reversed; already reversed and not found are refusals in words, and the fence stands all the same.
 * With the setting `noFence` nothing is fenced.
 */
export function reverse(context: Context): Answer {
  const node = nodeOf(context);
  const [msgid, infno, psnNo] = [textOf(node, 'omsgid'), textOf(node, 'oinfno'), textOf(node, 'psn_no')];
  const kind = REVERSIBLE[infno];
  if (kind === undefined || !Object.hasOwn(REVERSIBLE, infno)) return refuse(`交易${infno}不支持冲正`);
  const admitted = kind === 'admission' ? context.db.admissionBy(msgid) : null;
  const row = kind === 'admission' ? null : context.db.settlementByMessage(msgid, kind === 'refund');
  const whose = row?.psnNo ?? admitted?.psnNo;
  if (whose !== undefined && whose !== psnNo) return refuse('人员编号与原交易不符');
  if (!context.settings.noFence && !context.db.isFenced(msgid)) {
    context.db.fence(msgid, infno, timeOf(context));
    context.effects.push({ kind: 'fenced', msgid });
  }
  const done =
    row !== null ? undo(context, row) : admitted !== null ? undoAdmission(context, admitted) : '未找到原交易报文';
  return done === null ? { ok: true, output: null } : refuse(done);
}
