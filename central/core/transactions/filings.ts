import { type Context, insuredPerson, nodeOf } from '../context.ts';
import { type Answer, refuse, textOf } from '../envelope.ts';
import type { JsonObject } from '../json.ts';
import type { PersonRow, VisitRow } from '../ledger.ts';
import { personFields } from './person.ts';

/** 5301 to 5304: what a person has filed, and who is in hospital. */

/** 5301 人员慢特病备案查询. Past ones too: the asker sees until when. */
export function queryChronic(context: Context): Answer {
  const person = insuredPerson(context, textOf(nodeOf(context), 'psn_no'));
  if (typeof person === 'string') return refuse(person);
  const feedetail = context.db.filings(person.psnNo).chronic.map(({ code, name, from, to }) => ({
    opsp_dise_code: code,
    opsp_dise_name: name,
    begndate: from,
    enddate: to,
  }));
  return { ok: true, output: { feedetail } };
}

/** 5302 人员定点信息查询, of one 业务申请类型. */
export function queryChosen(context: Context): Answer {
  const node = nodeOf(context);
  const person = insuredPerson(context, textOf(node, 'psn_no'));
  if (typeof person === 'string') return refuse(person);
  const chosen = context.db
    .filings(person.psnNo)
    .institutions.filter(({ type }) => type === textOf(node, 'biz_appy_type'));
  const data = chosen.map(({ insutype, code, name, from, to }, index) => ({
    psn_no: person.psnNo,
    insutype,
    fix_srt_no: String(index + 1),
    fixmedins_code: code,
    fixmedins_name: name,
    begndate: from,
    enddate: to,
    memo: null,
  }));
  return { ok: true, output: { data } };
}

function identityFields(person: PersonRow, now: number): JsonObject {
  const { naty: _naty, ...fields } = personFields(person, now);
  return fields;
}

/** 5303 在院信息查询: who is in hospital here; of one person, or of all. */
export function queryStays(context: Context): Answer {
  const node = nodeOf(context);
  const psnNo = textOf(node, 'psn_no');
  const person = psnNo === '' ? null : insuredPerson(context, psnNo);
  if (typeof person === 'string') return refuse(person);
  const { db, envelope } = context;
  const row = (visit: VisitRow): JsonObject[] => {
    const who = db.personByNumber(visit.psnNo);
    const insurance = db.insurances(visit.psnNo).find(({ insutype }) => insutype === visit.insutype);
    if (who === null || insurance === undefined) return [];
    return [
      {
        mdtrt_id: visit.mdtrtId,
        ...identityFields(who, context.now),
        insutype: visit.insutype,
        begndate: visit.begunAt.slice(0, 10),
        med_type: visit.medType,
        ipt_otp_no: visit.iptOtpNo,
        out_flag: insurance.division === envelope.mdtrtareaAdmvs ? '0' : '1',
      },
    ];
  };
  const data = db
    .staysAt(envelope.institution, textOf(node, 'begntime'), textOf(node, 'endtime'))
    .filter((visit) => person === null || visit.psnNo === person.psnNo)
    .flatMap(row);
  return { ok: true, output: { data } };
}

/** 5304 转院信息查询: transfers filed within the days asked for. The table lets the person be left out; this centre wants one. */
export function queryTransfers(context: Context): Answer {
  const node = nodeOf(context);
  if (textOf(node, 'psn_no') === '') return refuse('data.psn_no（人员编号）不能为空');
  const person = insuredPerson(context, textOf(node, 'psn_no'));
  if (typeof person === 'string') return refuse(person);
  const [from, to] = [textOf(node, 'begntime').slice(0, 10), textOf(node, 'endtime').slice(0, 10)];
  const { age: _age, ...who } = identityFields(person, context.now);
  const insurances = context.db.insurances(person.psnNo);
  const filed = context.db.filings(person.psnNo).transfers.filter(({ on }) => from <= on && on <= to);
  const data = filed.map((transfer) => {
    const insurance = insurances.find(({ insutype }) => insutype === transfer.insutype);
    return {
      insutype: transfer.insutype,
      dcla_souc: '01',
      ...who,
      tel: null,
      addr: null,
      insu_optins: insurance?.division ?? null,
      emp_name: insurance?.employer ?? null,
      diag_code: transfer.diagnosis?.code ?? null,
      diag_name: transfer.diagnosis?.name ?? null,
      dise_cond_dscr: null,
      reflin_medins_no: transfer.toCode,
      reflin_medins_name: transfer.toName,
      out_flag: transfer.elsewhere ? '1' : '0',
      refl_date: transfer.on,
      refl_rea: transfer.reason,
      begndate: transfer.from,
      enddate: transfer.to,
      hosp_agre_refl_flag: transfer.agreed ? '1' : '0',
      opter_id: null,
      opter_name: null,
      opt_time: null,
    };
  });
  return { ok: true, output: { data } };
}
