import { addFen, formatFen, negFen } from '../../../common/kernel/money.ts';
import { moveMoney } from '../city-purses.ts';
import { type Context, newId, nodeOf, timeOf } from '../context.ts';
import { type Answer, refuse, textOf } from '../envelope.ts';
import { numberText } from '../json.ts';
import type { SettlementRow } from '../ledger.ts';
import { amountsOfRow, detailRows, fundsAndPerson, moneyFields } from '../setl-info.ts';
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

/** 2208 门诊结算撤销: refunds a known settlement; the answer repeats its amounts, negative. */
export function refund(context: Context): Answer {
  const node = nodeOf(context);
  const visit = openVisit(context, node);
  if (typeof visit === 'string') return refuse(visit);
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
        pdn_cash_pay: numberText(formatFen(negFen(row.cash))),
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
  takeAgain(context, original);
  context.db.setSettlementState(original.setlId, 'settled');
  context.db.setSettlementState(row.setlId, 'reversed');
  context.effects.push({ kind: 'refundReversed', setlId: original.setlId });
  return null;
}

/**
 * 2601 冲正: whatever became of the original message, its id is fenced: should the message arrive after this, it is
 * refused. Done is reversed; already reversed and not found are refusals in words, and the fence stands all the same.
 * With the setting `noFence` nothing is fenced.
 */
export function reverse(context: Context): Answer {
  const node = nodeOf(context);
  const [msgid, infno, psnNo] = [textOf(node, 'omsgid'), textOf(node, 'oinfno'), textOf(node, 'psn_no')];
  if (infno !== '2207' && infno !== '2208') return refuse(`交易${infno}不支持冲正`);
  const row = context.db.settlementByMessage(msgid, infno === '2208');
  if (row !== null && row.psnNo !== psnNo) return refuse('人员编号与原交易不符');
  if (!context.settings.noFence && !context.db.isFenced(msgid)) {
    context.db.fence(msgid, infno, timeOf(context));
    context.effects.push({ kind: 'fenced', msgid });
  }
  const fault = row === null ? '未找到原交易报文' : undo(context, row);
  return fault === null ? { ok: true, output: null } : refuse(fault);
}
