import { formatDate } from '../../../common/kernel/dates.ts';
import { formatFen } from '../../../common/kernel/money.ts';
import { type Context, nodeOf } from '../context.ts';
import { type Answer, refuse, textOf } from '../envelope.ts';
import { type JsonObject, numberText } from '../json.ts';
import type { PersonRow } from '../ledger.ts';

/** Whole years at the instant `now`; null without a birth date. */
function ageAt(birthDate: string | null, now: number): number | null {
  if (birthDate === null) return null;
  const today = formatDate(now);
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The fields by which every answer describes a person. */
export function personFields(person: PersonRow, now: number): JsonObject {
  return {
    psn_no: person.psnNo,
    psn_cert_type: person.certType,
    certno: person.certNo,
    psn_name: person.name,
    gend: person.sex,
    naty: person.nation,
    brdy: person.birthDate,
    age: numberText(`${ageAt(person.birthDate, now) ?? 0}.0`),
  };
}

function find(context: Context, node: JsonObject): PersonRow | string {
  const type = textOf(node, 'mdtrt_cert_type');
  const number = textOf(node, 'mdtrt_cert_no');
  if (type === '02') return context.db.personByIdentity(number.toUpperCase()) ?? '未查询到参保人员信息';
  if (type !== '03') return `不支持的就诊凭证类型${type}`;
  const cardId = textOf(node, 'card_sn');
  if (cardId === '') return 'data.card_sn（卡识别码）不能为空';
  const person = context.db.personByCard(number);
  if (person === null) return '未查询到参保人员信息';
  // A card number with another card's 卡识别码 is a card that was replaced or forged.
  return person.cardId?.toUpperCase() === cardId.toUpperCase() ? person : '卡识别码不符，该卡可能已补换';
}

/** 1101 人员基本信息获取: who it is and what insurances they have. */
export function personInfo(context: Context): Answer {
  const node = nodeOf(context);
  const person = find(context, node);
  if (typeof person === 'string') return refuse(person);
  const identity = textOf(node, 'certno').toUpperCase();
  if (identity !== '' && identity !== person.certNo.toUpperCase()) return refuse('证件号码与参保信息不符');
  const name = textOf(node, 'psn_name');
  if (name !== '' && name !== person.name) return refuse('人员姓名与参保信息不符');
  const insurances = context.db.insurances(person.psnNo).map((insurance) => ({
    balc: numberText(formatFen(insurance.balance)),
    insutype: insurance.insutype,
    psn_type: insurance.psnType,
    psn_insu_stas: insurance.status,
    psn_insu_date: insurance.since,
    paus_insu_date: null,
    cvlserv_flag: insurance.civilServant ? '1' : '0',
    insuplc_admdvs: insurance.division,
    emp_name: insurance.employer,
  }));
  return { ok: true, output: { baseinfo: personFields(person, context.now), insuinfo: insurances, idetinfo: [] } };
}
