import { addFen, formatFen } from '../../../common/kernel/money.ts';
import { sumScopes } from '../../benefits/lines.ts';
import { chronicFault } from '../chronic.ts';
import { situationOf } from '../city-plan.ts';
import { splitByCity } from '../city-settle.ts';
import { type Context, insuranceInForce, moneyOf, nodeOf, ownsCredential } from '../context.ts';
import { type Answer, refuse, textOf } from '../envelope.ts';
import type { JsonObject } from '../json.ts';
import { settleOwn } from '../own-settle.ts';
import { balanceAfter, bookSettlement, type Computed, scopesFault, settlementAnswer } from '../settlement.ts';
import { openVisit } from './visit.ts';

/** What 2206 and 2207 have in common: the checks and the computation, from the ledger as it is now. */
function compute(context: Context, node: JsonObject): Computed | string {
  const visit = openVisit(context, node);
  if (typeof visit === 'string') return visit;
  const person = context.db.personByNumber(visit.psnNo);
  if (person === null) return '未查询到该人员编号';
  if (visit.medType === null) return '请先上传门诊就诊信息（2203）';
  if (textOf(node, 'med_type') !== visit.medType) return '医疗类别与就诊信息不符';
  if (textOf(node, 'insutype') !== visit.insutype) return '险种类型与挂号信息不符';
  if (!ownsCredential(person, textOf(node, 'mdtrt_cert_type'), textOf(node, 'mdtrt_cert_no'))) {
    return '就诊凭证与人员编号不符';
  }
  const useAccount = textOf(node, 'acct_used_flag');
  if (useAccount !== '0' && useAccount !== '1') return 'data.acct_used_flag（个人账户使用标志）取值不正确';
  const insurance = insuranceInForce(context, person.psnNo, visit.insutype);
  if (typeof insurance === 'string') return insurance;
  const unfiled = chronicFault(context.db, visit);
  if (unfiled !== null) return unfiled;

  const batch = textOf(node, 'chrg_bchno');
  const lines = context.db.fees(visit.mdtrtId).filter((fee) => fee.batch === batch);
  if (lines.length === 0) return '未查询到该批次的费用明细';
  if (lines.some((fee) => fee.setlId !== null)) return '该批次费用已结算，请勿重复结算';
  const uploaded = addFen(...lines.map((fee) => fee.amount));
  if (uploaded !== moneyOf(node, 'medfee_sumamt')) return `费用总额与已上传不等，已上传${formatFen(uploaded)}`;
  const scopes = sumScopes(lines);
  const ours = { person, insurance, visit, medType: visit.medType, batch };
  const bill = { scopes, useAccount: useAccount === '1', setlWay: textOf(node, 'psn_setlway') };
  const situation = situationOf(context, { visit, person, insurance }, bill);
  if (typeof situation === 'string') return situation;
  if (situation !== null) {
    const split = splitByCity(situation, person.psnNo, scopes.hospital);
    if (typeof split === 'string') return split;
    return { ...ours, split, year: split.city.year, balanceAfter: balanceAfter(insurance, split) };
  }
  const own = settleOwn(context, { visit, person, insurance }, bill);
  return typeof own === 'string' ? own : { ...ours, ...own, balanceAfter: balanceAfter(insurance, own.split) };
}

/** 2206 门诊预结算: computes, changes nothing. */
export function preSettle(context: Context): Answer {
  const node = nodeOf(context);
  const found = compute(context, node);
  return typeof found === 'string' ? refuse(found) : { ok: true, output: settlementAnswer(context, node, found) };
}

/** 2207 门诊结算. The four scope amounts must be those that 2206 answered. */
export function settle(context: Context): Answer {
  const node = nodeOf(context);
  const found = compute(context, node);
  if (typeof found === 'string') return refuse(found);
  const fault = scopesFault(node, found);
  if (fault !== null) return refuse(fault);
  const setlId = bookSettlement(context, node, found);
  const { setlinfo, setldetail } = settlementAnswer(context, node, found);
  return { ok: true, output: { setlinfo: { ...setlinfo, setl_id: setlId }, setldetail } };
}
