import { addFen, type Fen, formatFen, subFen, ZERO_FEN } from '../../../common/kernel/money.ts';
import { sumScopes } from '../../benefits/lines.ts';
import { type PaymentSplit, splitPayment } from '../../benefits/split.ts';
import { schemeFor } from '../../plans/plan.ts';
import { situationOf } from '../city-plan.ts';
import { moveMoney } from '../city-purses.ts';
import { type CitySplit, splitByCity } from '../city-settle.ts';
import { type Context, dayOf, insuranceInForce, moneyOf, newId, nodeOf, ownsCredential, timeOf } from '../context.ts';
import { type Answer, refuse, textOf } from '../envelope.ts';
import { type JsonObject, numberText } from '../json.ts';
import type { InsuranceRow, PersonRow, VisitRow } from '../ledger.ts';
import { amountsOfSplit, detailRows, moneyFields, personFieldsOfMoney, schemeFields } from '../setl-info.ts';
import { personFields } from './person.ts';
import { openVisit } from './visit.ts';

interface Computed {
  readonly person: PersonRow;
  readonly insurance: InsuranceRow;
  readonly visit: VisitRow;
  readonly split: PaymentSplit | CitySplit;
  /** The year that the settlement counts in. */
  readonly year: string;
  readonly balanceAfter: Fen;
}

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

  const lines = context.db.fees(visit.mdtrtId).filter((fee) => fee.batch === textOf(node, 'chrg_bchno'));
  if (lines.length === 0) return '未查询到该批次的费用明细';
  if (lines.some((fee) => fee.setlId !== null)) return '该批次费用已结算，请勿重复结算';
  const uploaded = addFen(...lines.map((fee) => fee.amount));
  if (uploaded !== moneyOf(node, 'medfee_sumamt')) return `费用总额与已上传不等，已上传${formatFen(uploaded)}`;
  const scopes = sumScopes(lines);
  const bill = { scopes, useAccount: useAccount === '1', setlWay: textOf(node, 'psn_setlway') };
  const situation = situationOf(context, { visit, person, insurance }, bill);
  if (typeof situation === 'string') return situation;
  if (situation !== null) {
    const split = splitByCity(situation, person.psnNo, scopes.hospital);
    if (typeof split === 'string') return split;
    const { city, account } = split;
    const others = addFen(ZERO_FEN, ...city.purses.map(({ amount }) => amount));
    const balanceAfter = subFen(insurance.balance, subFen(account, others));
    return { person, insurance, visit, split, year: city.year, balanceAfter };
  }
  const benefit = schemeFor(context.plan, visit.insutype, insurance.psnType);
  if (benefit === null) return `险种${visit.insutype}人员类别${insurance.psnType}无门诊待遇`;
  const year = dayOf(context).slice(0, 4);
  const split = splitPayment({
    scopes,
    scheme: benefit[0],
    category: benefit[1],
    used: context.db.accumulators(person.psnNo, visit.insutype, year),
    civilServant: insurance.civilServant,
    accountBalance: useAccount === '1' ? insurance.balance : ZERO_FEN,
  });
  return { person, insurance, visit, split, year, balanceAfter: subFen(insurance.balance, split.account) };
}

function output(
  context: Context,
  node: JsonObject,
  found: Computed,
): { setlinfo: JsonObject; setldetail: JsonObject[] } {
  const amounts = amountsOfSplit(found.split);
  return {
    setlinfo: {
      ...schemeFields(
        found.visit,
        found.insurance,
        { certType: textOf(node, 'mdtrt_cert_type'), medType: textOf(node, 'med_type') },
        amounts,
      ),
      ...personFields(found.person, context.now),
      setl_time: timeOf(context),
      ...moneyFields(amounts, context.settings, 1),
      ...personFieldsOfMoney(amounts, context.settings),
      balc: numberText(formatFen(found.balanceAfter)),
      medins_setl_id: context.envelope.msgid,
    },
    setldetail: detailRows(amounts, context.settings, 1),
  };
}

/** 2206 门诊预结算: computes, changes nothing. */
export function preSettle(context: Context): Answer {
  const node = nodeOf(context);
  const found = compute(context, node);
  return typeof found === 'string' ? refuse(found) : { ok: true, output: output(context, node, found) };
}

/** 2207 门诊结算. The four scope amounts must be those that 2206 answered. */
export function settle(context: Context): Answer {
  const node = nodeOf(context);
  const found = compute(context, node);
  if (typeof found === 'string') return refuse(found);
  const { split, visit, insurance } = found;
  const { ownPay, overLimit, preSelfPay, inScope } = split.scopes;
  const sent = {
    fulamt_ownpay_amt: ownPay,
    overlmt_selfpay: overLimit,
    preselfpay_amt: preSelfPay,
    inscp_scp_amt: inScope,
  };
  for (const [name, amount] of Object.entries(sent)) {
    if (moneyOf(node, name) !== amount) return refuse(`data.${name}与预结算结果不一致`);
  }
  const { envelope, db } = context;
  const setlId = newId(context);
  db.addSettlement({
    setlId,
    refundOf: null,
    msgid: envelope.msgid,
    mdtrtId: visit.mdtrtId,
    psnNo: visit.psnNo,
    insutype: visit.insutype,
    batch: textOf(node, 'chrg_bchno'),
    medType: textOf(node, 'med_type'),
    certType: textOf(node, 'mdtrt_cert_type'),
    invoice: textOf(node, 'invono') || null,
    settledAt: timeOf(context),
    state: 'settled',
    ...amountsOfSplit(split),
    balanceAfter: found.balanceAfter,
    used: split.used,
    year: found.year,
    operator: envelope.opter,
    operatorName: envelope.opterName,
  });
  db.bindFees(visit.mdtrtId, textOf(node, 'chrg_bchno'), setlId);
  const city = 'city' in split ? split.city : null;
  if (city !== null) db.addSettlementUse(setlId, city);
  moveMoney(db, { ...split, psnNo: visit.psnNo, insutype: insurance.insutype, year: found.year }, city, -1);
  context.effects.push({ kind: 'settled', setlId });
  const { setlinfo, setldetail } = output(context, node, found);
  return { ok: true, output: { setlinfo: { ...setlinfo, setl_id: setlId }, setldetail } };
}
