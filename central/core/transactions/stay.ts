import { isStayKind, kindOf } from '../../plans/medical/kinds.ts';
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
import type { StayRow } from '../stay.ts';
import { openEncounter, orderRepeats } from './visit.ts';

/** 出入院诊断类别 as this centre answers it in 5202; its code table is not published. */
export const INOUT = { admission: '1', discharge: '2' } as const;

export interface OpenStay {
  readonly visit: VisitRow;
  readonly stay: StayRow;
}

/** The stay that a node names by mdtrt_id and psn_no and that is not cancelled, or the words of a refusal. */
export function openStay(context: Context, node: JsonObject): OpenStay | string {
  const visit = openEncounter(context, node);
  if (typeof visit === 'string') return visit;
  const stay = context.db.stay(visit.mdtrtId);
  return stay === null ? '该就诊为门诊就诊，请使用门诊交易' : { visit, stay };
}

/** As `openStay`, while the person is in hospital. */
export function stayInHospital(context: Context, node: JsonObject): OpenStay | string {
  const found = openStay(context, node);
  if (typeof found === 'string' || found.stay.dischargedAt === null) return found;
  return '该就诊已办理出院，请先办理出院撤销';
}

/** The diagnoses of one end of a stay as the ledger keeps them, or the words of a refusal. */
export function stayDiagnoses(
  context: Context,
  psnNo: string,
  end: (typeof INOUT)[keyof typeof INOUT],
): readonly string[] | string {
  const diagnoses = itemsOf(context, 'diseinfo');
  if (diagnoses.some((diagnosis) => textOf(diagnosis, 'psn_no') !== psnNo)) return '诊断信息的人员编号与就诊信息不符';
  if (orderRepeats(diagnoses)) return 'diseinfo.diag_srt_no（诊断排序号）重复';
  const main = diagnoses.filter((diagnosis) => textOf(diagnosis, 'maindiag_flag') === '1');
  if (main.length !== 1) return '主诊断应有且只有一个';
  return diagnoses.map((diagnosis) => writeJson({ ...diagnosis, inout_diag_type: end }));
}

/** What 2401 and 2403 say of the visit alike. */
function placeOf(node: JsonObject) {
  return {
    begunAt: textOf(node, 'begntime'),
    certType: textOf(node, 'mdtrt_cert_type'),
    doctorNo: textOf(node, 'atddr_no'),
    doctorName: textOf(node, 'chfpdr_name'),
    departmentCode: textOf(node, 'adm_dept_codg'),
    departmentName: textOf(node, 'adm_dept_name'),
    medType: textOf(node, 'med_type'),
    diseaseCode: textOf(node, 'dise_codg') || null,
    diseaseName: textOf(node, 'dise_name') || null,
  };
}

function kindFault(medType: string): string | null {
  const kind = kindOf(medType);
  return kind !== null && isStayKind(kind) ? null : `医疗类别${medType}不是住院类别`;
}

/** 2401 入院办理. A person is in hospital once: a repeated message is refused where the first one arrived. */
export function admit(context: Context): Answer {
  const node = nodeOf(context, 'mdtrtinfo');
  const { envelope, db } = context;
  const person = insuredPerson(context, textOf(node, 'psn_no'));
  if (typeof person === 'string') return refuse(person);
  const insurance = insuranceInForce(context, person.psnNo, textOf(node, 'insutype'));
  if (typeof insurance === 'string') return refuse(insurance);
  const certNo = textOf(node, 'mdtrt_cert_no');
  if (!ownsCredential(person, textOf(node, 'mdtrt_cert_type'), certNo)) return refuse('就诊凭证与人员编号不符');
  const place = placeOf(node);
  const fault = kindFault(place.medType);
  if (fault !== null) return refuse(fault);
  const diagnoses = stayDiagnoses(context, person.psnNo, INOUT.admission);
  if (typeof diagnoses === 'string') return refuse(diagnoses);
  if (db.stayOf(person.psnNo) !== null) return refuse('该人员正在住院，不能重复办理入院');
  const mdtrtId = newId(context);
  db.addVisit({
    mdtrtId,
    psnNo: person.psnNo,
    insutype: insurance.insutype,
    institution: envelope.institution,
    institutionName: envelope.institutionName,
    iptOtpNo: textOf(node, 'ipt_no'),
    ...place,
    certNo,
    cancelled: false,
    msgid: envelope.msgid,
    operator: envelope.opter,
    operatorName: envelope.opterName,
    createdAt: timeOf(context),
  });
  db.addStay({ mdtrtId, admission: writeJson(node), dischargedAt: null, discharge: null });
  db.replaceDiagnoses(mdtrtId, diagnoses);
  context.effects.push({ kind: 'admitted', mdtrtId });
  return { ok: true, output: { result: { mdtrt_id: mdtrtId } } };
}

/** 2403 入院信息变更: while the person is in hospital; the last one counts. The hospital's number stays what it was. */
export function changeAdmission(context: Context): Answer {
  const node = nodeOf(context, 'adminfo');
  const found = stayInHospital(context, node);
  if (typeof found === 'string') return refuse(found);
  const { mdtrtId, psnNo, iptOtpNo } = found.visit;
  if (textOf(node, 'ipt_otp_no') !== iptOtpNo) return refuse('住院/门诊号与入院信息不符');
  const place = placeOf(node);
  const fault = kindFault(place.medType);
  if (fault !== null) return refuse(fault);
  const named = itemsOf(context, 'diseinfo').every((diagnosis) => textOf(diagnosis, 'mdtrt_id') === mdtrtId);
  if (!named) return refuse('诊断信息的就诊ID与入院信息不符');
  const diagnoses = stayDiagnoses(context, psnNo, INOUT.admission);
  if (typeof diagnoses === 'string') return refuse(diagnoses);
  context.db.changeAdmission(mdtrtId, writeJson(node), place);
  context.db.replaceDiagnoses(mdtrtId, diagnoses);
  context.effects.push({ kind: 'admissionChanged', mdtrtId });
  return { ok: true, output: null };
}

/** 2404 入院撤销: last step of the way back (2305, 2405, 2302, 2404), so no fee line may be left. */
export function cancelAdmission(context: Context): Answer {
  const found = stayInHospital(context, nodeOf(context));
  if (typeof found === 'string') return refuse(found);
  const { mdtrtId } = found.visit;
  if (context.db.fees(mdtrtId).length > 0) return refuse('该就诊存在未撤销的费用明细');
  context.db.cancelVisit(mdtrtId);
  context.effects.push({ kind: 'admissionCancelled', mdtrtId });
  return { ok: true, output: null };
}
