import {
  type Context,
  insuranceInForce,
  insuredPerson,
  itemsOf,
  newId,
  nodeOf,
  ownsCredential,
  timeOf,
} from '../context.ts';
import { type Answer, refuse, textOf } from '../envelope.ts';
import { type JsonObject, writeJson } from '../json.ts';
import type { VisitRow } from '../ledger.ts';

/** The encounter, visit or stay, that a node names by mdtrt_id and psn_no, or the words of a refusal. */
export function openEncounter(context: Context, node: JsonObject): VisitRow | string {
  const psnNo = textOf(node, 'psn_no');
  const person = insuredPerson(context, psnNo);
  if (typeof person === 'string') return person;
  const visit = context.db.visit(textOf(node, 'mdtrt_id'));
  if (visit === null || visit.institution !== context.envelope.institution) return '未查询到就诊信息';
  if (visit.psnNo !== psnNo) return '就诊ID与人员编号不符';
  return visit.cancelled ? '该就诊登记已撤销' : visit;
}

/** As `openEncounter`, of a visit: a stay has transactions of its own. */
export function openVisit(context: Context, node: JsonObject): VisitRow | string {
  const visit = openEncounter(context, node);
  if (typeof visit === 'string' || context.db.stay(visit.mdtrtId) === null) return visit;
  return '该就诊为住院就诊，请使用住院交易';
}

/** 2201 门诊挂号. Not deduplicated: a repeated message makes a second visit. */
export function register(context: Context): Answer {
  const node = nodeOf(context);
  const { envelope } = context;
  const person = insuredPerson(context, textOf(node, 'psn_no'));
  if (typeof person === 'string') return refuse(person);
  const insurance = insuranceInForce(context, person.psnNo, textOf(node, 'insutype'));
  if (typeof insurance === 'string') return refuse(insurance);
  const [certType, certNo] = [textOf(node, 'mdtrt_cert_type'), textOf(node, 'mdtrt_cert_no')];
  if (!ownsCredential(person, certType, certNo)) return refuse('就诊凭证与人员编号不符');
  const mdtrtId = newId(context);
  context.db.addVisit({
    mdtrtId,
    psnNo: person.psnNo,
    insutype: insurance.insutype,
    institution: envelope.institution,
    institutionName: envelope.institutionName,
    iptOtpNo: textOf(node, 'ipt_otp_no'),
    begunAt: textOf(node, 'begntime'),
    certType,
    certNo,
    doctorNo: textOf(node, 'atddr_no'),
    doctorName: textOf(node, 'dr_name'),
    departmentCode: textOf(node, 'dept_code'),
    departmentName: textOf(node, 'dept_name'),
    medType: null,
    diseaseCode: null,
    diseaseName: null,
    cancelled: false,
    msgid: envelope.msgid,
    operator: envelope.opter,
    operatorName: envelope.opterName,
    createdAt: timeOf(context),
  });
  context.effects.push({ kind: 'registered', mdtrtId });
  return {
    ok: true,
    output: { data: { mdtrt_id: mdtrtId, psn_no: person.psnNo, ipt_otp_no: textOf(node, 'ipt_otp_no') } },
  };
}

/** 2202 门诊挂号撤销: last step of the way back, so no fee line may be left. */
export function cancelRegistration(context: Context): Answer {
  const node = nodeOf(context);
  const visit = openVisit(context, node);
  if (typeof visit === 'string') return refuse(visit);
  if (visit.iptOtpNo !== textOf(node, 'ipt_otp_no')) return refuse('住院/门诊号与挂号信息不符');
  const fees = context.db.fees(visit.mdtrtId);
  if (fees.some((fee) => fee.setlId !== null)) return refuse('该就诊已结算，请先撤销结算');
  if (fees.length > 0) return refuse('该就诊存在未撤销的费用明细');
  context.db.cancelVisit(visit.mdtrtId);
  context.effects.push({ kind: 'registrationCancelled', mdtrtId: visit.mdtrtId });
  return { ok: true, output: null };
}

/** Whether two diagnoses of one type have one place in the order. */
export function orderRepeats(diagnoses: readonly JsonObject[]): boolean {
  const order = diagnoses.map(
    (diagnosis) => textOf(diagnosis, 'diag_type') + writeJson(diagnosis['diag_srt_no'] ?? null),
  );
  return new Set(order).size !== order.length;
}

/** 2203 门诊就诊信息上传: may be sent again until the visit is settled; the last one counts. */
export function describeVisit(context: Context): Answer {
  const node = nodeOf(context, 'mdtrtinfo');
  const visit = openVisit(context, node);
  if (typeof visit === 'string') return refuse(visit);
  if (context.db.fees(visit.mdtrtId).some((fee) => fee.setlId !== null)) return refuse('该就诊已结算');
  const diagnoses = itemsOf(context, 'diseinfo');
  if (orderRepeats(diagnoses)) return refuse('diseinfo.diag_srt_no（诊断排序号）重复');
  const [code, name] = [textOf(node, 'dise_codg'), textOf(node, 'dise_name')];
  context.db.describeVisit(visit.mdtrtId, textOf(node, 'med_type'), code || null, name || null);
  context.db.replaceDiagnoses(visit.mdtrtId, diagnoses.map(writeJson));
  context.effects.push({ kind: 'described', mdtrtId: visit.mdtrtId });
  return { ok: true, output: null };
}
