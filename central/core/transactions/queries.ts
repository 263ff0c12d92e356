import { addFen, formatFen, negFen } from '../../../common/kernel/money.ts';
import { type Context, insuredPerson, nodeOf } from '../context.ts';
import { type Answer, refuse, textOf } from '../envelope.ts';
import { type JsonObject, numberText } from '../json.ts';
import type { InsuranceRow, PersonRow, SettlementRow, VisitRow } from '../ledger.ts';
import { amountsOfRow, detailRows, fundsAndPerson, moneyFields, schemeFields } from '../setl-info.ts';
import { stayFields, stayLast } from '../stay-fields.ts';
import { personFields } from './person.ts';

function visitFields(context: Context, person: PersonRow, insurance: InsuranceRow, visit: VisitRow): JsonObject {
  const stay = context.db.stay(visit.mdtrtId);
  return {
    mdtrt_id: visit.mdtrtId,
    ...personFields(person, context.now),
    insutype: visit.insutype,
    psn_type: insurance.psnType,
    maf_psn_flag: '0',
    cvlserv_flag: insurance.civilServant ? '1' : '0',
    flxempe_flag: '0',
    nwb_flag: '0',
    insu_optins: insurance.division,
    emp_name: insurance.employer,
    begntime: visit.begunAt,
    endtime: visit.begunAt,
    mdtrt_cert_type: visit.certType,
    med_type: visit.medType ?? textOf(nodeOf(context), 'med_type'),
    ars_year_ipt_flag: '0',
    pre_pay_flag: '0',
    ipt_otp_no: visit.iptOtpNo,
    atddr_no: visit.doctorNo,
    chfpdr_name: visit.doctorName,
    adm_dept_codg: visit.departmentCode,
    adm_dept_name: visit.departmentName,
    dscg_way: '9',
    dise_codg: visit.diseaseCode,
    dise_name: visit.diseaseName,
    inhosp_stas: '0',
    matn_type: '0',
    birctrl_type: '0',
    latechb_flag: '0',
    pret_flag: '0',
    cop_flag: '0',
    opter_id: visit.operator,
    opter_name: visit.operatorName,
    opt_time: visit.createdAt,
    ...(stay === null ? {} : stayFields(visit, stay, context.now)),
  };
}

/** 5201 就诊信息查询: this institution's visits of a person that are not cancelled; a type is known only after 2203. */
export function queryVisits(context: Context): Answer {
  const node = nodeOf(context);
  const person = insuredPerson(context, textOf(node, 'psn_no'));
  if (typeof person === 'string') return refuse(person);
  const [wanted, medType] = [textOf(node, 'mdtrt_id'), textOf(node, 'med_type')];
  const insurances = context.db.insurances(person.psnNo);
  const rows = context.db
    .visitsOf(person.psnNo, context.envelope.institution, textOf(node, 'begntime'), textOf(node, 'endtime'))
    .filter((visit) => wanted === '' || visit.mdtrtId === wanted)
    .filter((visit) => visit.medType === null || visit.medType === medType)
    .flatMap((visit) => {
      const insurance = insurances.find((candidate) => candidate.insutype === visit.insutype);
      return insurance === undefined ? [] : [visitFields(context, person, insurance, visit)];
    });
  if (rows.length === 0 && context.settings.notFoundAs === 'refusal') return refuse('未查询到就诊信息');
  return { ok: true, output: { data: rows } };
}

function settlementFields(
  context: Context,
  row: SettlementRow,
  parties: {
    readonly person: PersonRow;
    readonly insurance: InsuranceRow;
    readonly visit: VisitRow;
  },
): JsonObject {
  const { person, insurance, visit } = parties;
  const amounts = amountsOfRow(row, context.db);
  const sign = row.refundOf === null ? 1 : -1;
  const signed = (amount: Parameters<typeof negFen>[0]) => numberText(formatFen(sign === 1 ? amount : negFen(amount)));
  return {
    setl_id: row.setlId,
    ...schemeFields(visit, insurance, row, amounts),
    ...personFields(person, context.now),
    flxempe_flag: '0',
    nwb_flag: '0',
    insu_optins: insurance.division,
    emp_name: insurance.employer,
    pay_loc: '2',
    fixmedins_code: visit.institution,
    fixmedins_name: visit.institutionName,
    hosp_lv: '06',
    fixmedins_poolarea: context.plan.division,
    lmtpric_hosp_lv: '06',
    dedc_hosp_lv: '06',
    begndate: visit.begunAt.slice(0, 10),
    enddate: stayLast(context.db.stay(visit.mdtrtId), visit).slice(0, 10),
    setl_time: row.settledAt,
    ...moneyFields(amounts, context.settings, sign),
    psn_pay: signed(fundsAndPerson(amounts, context.settings).person),
    cash_payamt: signed(addFen(row.cash)),
    balc: numberText(formatFen(row.balanceAfter)),
    medins_setl_id: row.msgid,
    refd_setl_flag: row.refundOf !== null || row.state === 'refunded' ? '1' : '0',
    year: row.year,
    dise_codg: visit.diseaseCode,
    dise_name: visit.diseaseName,
    invono: row.invoice,
    opter_id: row.operator,
    opter_name: row.operatorName,
    opt_time: row.settledAt,
  };
}

/**
 * 5203 结算信息查询: by setl_id, or without one the encounter's newest settlement that stands, or else the newest that
 * was given back. Reversed ones are not found.
 */
export function querySettlement(context: Context): Answer {
  const node = nodeOf(context);
  const person = insuredPerson(context, textOf(node, 'psn_no'));
  if (typeof person === 'string') return refuse(person);
  const [setlId, mdtrtId] = [textOf(node, 'setl_id'), textOf(node, 'mdtrt_id')];
  if (setlId === '' && context.settings.settlementQueryNeedsSetlId) return refuse('data.setl_id（结算ID）不能为空');
  const row = setlId === '' ? context.db.newestSettlement(person.psnNo, mdtrtId) : context.db.settlement(setlId);
  const visit = context.db.visit(mdtrtId);
  const insurance = context.db.insurances(person.psnNo).find((candidate) => candidate.insutype === row?.insutype);
  const mine = row !== null && row.psnNo === person.psnNo && row.mdtrtId === mdtrtId && row.state !== 'reversed';
  if (!mine || visit === null || insurance === undefined || visit.institution !== context.envelope.institution) {
    if (context.settings.notFoundAs === 'refusal') return refuse('未查询到结算信息');
    return { ok: true, output: { setlinfo: null, setldetail: [] } };
  }
  return {
    ok: true,
    output: {
      setlinfo: settlementFields(context, row, { person, insurance, visit }),
      setldetail: detailRows(amountsOfRow(row, context.db), context.settings, row.refundOf === null ? 1 : -1),
    },
  };
}
