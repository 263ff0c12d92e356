import { ZERO_FEN } from '../../../common/kernel/money.ts';
import { factsOf, type Situation } from '../../benefits/medical/situation.ts';
import { NOTHING_USED } from '../../benefits/medical/year-use.ts';
import { holds } from '../../plans/figures/when.ts';
import { kindOf } from '../../plans/medical/kinds.ts';
import type { MedicalPlan } from '../../plans/medical/schema.ts';
import { filedOn, UNFILED } from '../chronic.ts';
import { hospitalLevel, patientOf, planOfInsurance } from '../city-plan.ts';
import { type Context, insuredPerson, nodeOf } from '../context.ts';
import { USUAL } from '../entitlement.ts';
import { type Answer, refuse, textOf } from '../envelope.ts';
import type { JsonObject } from '../json.ts';
import type { InsuranceRow, PersonRow } from '../ledger.ts';
import { ownPlan } from '../stay-benefit.ts';

/** 2001 人员待遇享受检查: which funds pay for one kind of case, and of the others why not. */

interface Fund {
  readonly fundPayType: string;
  /** Why it does not pay; null where it does. */
  readonly why: string | null;
}

/** The pool of an insurance, where no layer can be named. */
function poolOf(insutype: string): string {
  return insutype.startsWith('39') ? '390100' : '310100';
}

function nobody(insutype: string, why: string): readonly Fund[] {
  return [{ fundPayType: poolOf(insutype), why }];
}

function factsFor(
  context: Context,
  plan: MedicalPlan,
  parties: { readonly person: PersonRow; readonly insurance: InsuranceRow },
  visit: Pick<Situation['visit'], 'kind' | 'date'>,
) {
  const { person, insurance } = parties;
  const entitlement = context.db.entitlement(person.psnNo, insurance.insutype) ?? USUAL;
  return factsOf({
    plan,
    patient: patientOf(person, insurance, entitlement),
    visit: { ...visit, level: hospitalLevel(context, context.envelope.institution), away: null, disease: null },
    scopes: { ownPay: ZERO_FEN, overLimit: ZERO_FEN, preSelfPay: ZERO_FEN, inScope: ZERO_FEN },
    used: NOTHING_USED,
    purses: { current: ZERO_FEN, earlier: ZERO_FEN, family: [] },
  });
}

/** The funds of a plan for this person and kind of case on a day. */
function fundsOf(
  context: Context,
  plan: MedicalPlan,
  parties: { readonly person: PersonRow; readonly insurance: InsuranceRow },
  asked: { readonly medType: string; readonly day: string; readonly disease: string },
): readonly Fund[] {
  const { insutype } = parties.insurance;
  const kind = kindOf(asked.medType);
  if (kind === null) return nobody(insutype, `医疗类别${asked.medType}没有待遇政策`);
  const facts = factsFor(context, plan, parties, { kind, date: asked.day });
  if (facts === null) return nobody(insutype, `没有人员类别${parties.insurance.psnType}的待遇`);
  const without = plan.without.find(({ kinds }) => kinds.includes(kind));
  if (without !== undefined) return nobody(insutype, without.why.value);
  const benefit = Object.values(plan.benefits).find(({ kinds }) => kinds.includes(kind));
  if (benefit === undefined) return nobody(insutype, '没有该医疗类别的待遇');
  if (benefit.since !== null && asked.day < benefit.since.value) return nobody(insutype, '该项待遇尚未实行');
  if (kind === 'chronic' && !filedOn(context.db, parties.person.psnNo, asked)) return nobody(insutype, UNFILED);
  if (benefit.layers.length === 0) return nobody(insutype, '该医疗类别只能由个人账户支付');
  return benefit.layers.map(({ fundPayType, who, name }) => ({
    fundPayType,
    why: holds(who, facts) ? null : `不属于${name}的保障人员`,
  }));
}

/** One row per fund of the plan of that day; an insurance that the person does not have is a refusal. */
export function checkBenefit(context: Context): Answer {
  const node = nodeOf(context);
  const person = insuredPerson(context, textOf(node, 'psn_no'));
  if (typeof person === 'string') return refuse(person);
  if (textOf(node, 'fixmedins_code') !== context.envelope.institution) return refuse('定点医药机构编号与报文不符');
  const insutype = textOf(node, 'insutype');
  const insurance = context.db.insurances(person.psnNo).find((one) => one.insutype === insutype);
  if (insurance === undefined) return refuse(`该人员未参加险种${insutype}`);
  const day = textOf(node, 'begntime').slice(0, 10);
  const asked = { medType: textOf(node, 'med_type'), day, disease: textOf(node, 'dise_codg') };
  const terms = planOfInsurance(context, insurance, day);
  const plan = terms === null ? ownPlan(context, insurance) : typeof terms === 'string' ? null : terms.plan;
  const funds =
    insurance.status !== '1'
      ? nobody(insutype, '参保状态不正常')
      : plan === null
        ? nobody(insutype, typeof terms === 'string' ? terms : `险种${insutype}没有待遇政策`)
        : fundsOf(context, plan, { person, insurance }, asked);
  const valid = plan === null || terms === null ? { from: day, to: null } : plan.valid.value;
  const data = funds.map(
    ({ fundPayType, why }): JsonObject => ({
      psn_no: person.psnNo,
      trt_chk_type: '01',
      fund_pay_type: fundPayType,
      trt_enjymnt_flag: why === null ? '1' : '0',
      begndate: valid.from,
      enddate: valid.to,
      trt_chk_rslt: why,
    }),
  );
  return { ok: true, output: { data } };
}
