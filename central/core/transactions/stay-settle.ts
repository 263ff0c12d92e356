import { addFen, formatFen } from '../../../common/kernel/money.ts';
import { sumScopes } from '../../benefits/lines.ts';
import { type Context, insuranceInForce, moneyOf, nodeOf, ownsCredential } from '../context.ts';
import { type Answer, refuse, textOf } from '../envelope.ts';
import type { JsonObject } from '../json.ts';
import { periodLines, splitByPeriods } from '../long-stay.ts';
import { balanceAfter, bookSettlement, type Computed, scopesFault, settlementAnswer } from '../settlement.ts';
import { staySituation } from '../stay-benefit.ts';
import { openStay } from './stay.ts';
import { NO_BATCH } from './stay-fees.ts';

/** What 2303 and 2304 have in common: the checks and the computation, from the ledger as it is now. */
function compute(context: Context, node: JsonObject): Computed | string {
  const found = openStay(context, node);
  if (typeof found === 'string') return found;
  const { visit, stay } = found;
  const person = context.db.personByNumber(visit.psnNo);
  if (person === null) return '未查询到该人员编号';
  if (textOf(node, 'insutype') !== visit.insutype) return '险种类型与入院信息不符';
  if (!ownsCredential(person, textOf(node, 'mdtrt_cert_type'), textOf(node, 'mdtrt_cert_no'))) {
    return '就诊凭证与人员编号不符';
  }
  const useAccount = textOf(node, 'acct_used_flag');
  if (useAccount !== '0' && useAccount !== '1') return 'data.acct_used_flag（个人账户使用标志）取值不正确';
  const insurance = insuranceInForce(context, person.psnNo, visit.insutype);
  if (typeof insurance === 'string') return insurance;
  if (textOf(node, 'mid_setl_flag') !== '0') return '不支持中途结算';
  if (stay.dischargedAt === null) return '该就诊尚未办理出院，不能结算';
  const day = textOf(node, 'dscg_time').slice(0, 10);
  if (day !== '' && day !== stay.dischargedAt.slice(0, 10)) return '出院时间与出院办理信息不符';

  const lines = context.db.fees(visit.mdtrtId);
  if (lines.length === 0) return '未查询到住院费用明细';
  if (lines.some((fee) => fee.setlId !== null)) return '该就诊已结算，请勿重复结算';
  const uploaded = addFen(...lines.map((fee) => fee.amount));
  if (uploaded !== moneyOf(node, 'medfee_sumamt')) return `费用总额与已上传不等，已上传${formatFen(uploaded)}`;
  const scopes = sumScopes(lines);
  const bill = { scopes, useAccount: useAccount === '1', setlWay: textOf(node, 'psn_setlway') };
  const situation = staySituation(context, { visit, person, insurance }, stay.dischargedAt, bill);
  if (typeof situation === 'string') return situation;
  const split = splitByPeriods(situation, person.psnNo, periodLines(context.db, situation, visit, stay.dischargedAt));
  if (typeof split === 'string') return split;
  return {
    person,
    insurance,
    visit,
    split,
    year: split.city.year,
    balanceAfter: balanceAfter(insurance, split),
    medType: visit.medType ?? '',
    batch: NO_BATCH,
  };
}

/** A single disease is settled without the catalogue, so its scopes are not those of the lines. */
function lineScopesFault(context: Context, node: JsonObject): string | null {
  const scopes = sumScopes(context.db.fees(textOf(node, 'mdtrt_id')));
  const { ownPay, overLimit, preSelfPay, inScope } = scopes;
  const same =
    moneyOf(node, 'fulamt_ownpay_amt') === ownPay &&
    moneyOf(node, 'overlmt_selfpay') === overLimit &&
    moneyOf(node, 'preselfpay_amt') === preSelfPay &&
    moneyOf(node, 'inscp_scp_amt') === inScope;
  return same ? null : '全自费、超限价、先行自付、符合政策范围金额与已上传费用明细不一致';
}

/** 2303 住院预结算: computes, changes nothing. Its scope amounts are the sums of what 2301 answered. */
export function preSettleStay(context: Context): Answer {
  const node = nodeOf(context);
  const found = compute(context, node);
  if (typeof found === 'string') return refuse(found);
  const fault = lineScopesFault(context, node);
  if (fault !== null) return refuse(fault);
  return { ok: true, output: settlementAnswer(context, node, found) };
}

/** 2304 住院结算. Scope amounts, where the message has them, must be those that 2303 answered. */
export function settleStay(context: Context): Answer {
  const node = nodeOf(context);
  const found = compute(context, node);
  if (typeof found === 'string') return refuse(found);
  const fault = scopesFault(node, found, true);
  if (fault !== null) return refuse(fault);
  const setlId = bookSettlement(context, node, found);
  const { setlinfo, setldetail } = settlementAnswer(context, node, found);
  return { ok: true, output: { setlinfo: { ...setlinfo, setl_id: setlId }, setldetail } };
}
