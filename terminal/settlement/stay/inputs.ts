import type { CentreInput } from '../../../common/contracts/centre/transactions.ts';
import type { HisDiagnosis } from '../../../common/contracts/his/diagnosis.ts';
import type { HisEncounter, HisLine } from '../../../common/contracts/his/his.ts';
import type { HisDischarge, HisStay } from '../../../common/contracts/his/stay.ts';
import { addFen, type Fen, subFen, ZERO_FEN } from '../../../common/kernel/money.ts';
import type { Pii } from '../../../common/kernel/pii.ts';
import type { FeeScope } from '../../ports.ts';
import type { PreSettled } from '../../store/figures.ts';
import type { StayRow } from '../../store/stays.ts';
import type { VisitRow } from '../../store/visits.ts';
import { BY_CARD, BY_ITEM, cardNumber, NO } from '../inputs.ts';
import { lineFlags, stayMaternity } from '../maternity.ts';

/** What each transaction of a stay is told, made from the journal (domain-facts, appendix 2). Pure. */

/** An encounter that is a stay. */
export type StayEncounter = HisEncounter & { readonly stay: HisStay };
export type Registered = StayRow & { readonly mdtrtId: string };

export function isStay(encounter: HisEncounter): encounter is StayEncounter {
  return encounter.stay !== undefined;
}

/** The one of the lowest order is the main one. */
function mainOf(diagnoses: readonly HisDiagnosis[]): HisDiagnosis {
  const [first, ...others] = diagnoses;
  if (first === undefined) throw new Error('stay: no diagnosis');
  return others.reduce((main, one) => (one.order < main.order ? one : main), first);
}

function diagnosesOf(
  { doctor }: HisEncounter,
  psnNo: Pii<string>,
  diagnoses: readonly HisDiagnosis[],
  where: { readonly department: string; readonly at: string },
) {
  const main = mainOf(diagnoses);
  return diagnoses.map((diagnosis) => ({
    psn_no: psnNo,
    diag_type: diagnosis.type,
    maindiag_flag: diagnosis === main ? '1' : NO,
    diag_srt_no: String(diagnosis.order),
    diag_code: diagnosis.code,
    diag_name: diagnosis.name,
    diag_dept: where.department.slice(0, 50),
    dise_dor_no: doctor.code,
    dise_dor_name: doctor.name,
    diag_time: where.at,
  }));
}

/** 病种, 手术 and 生育 as 2401, 2403 and 2402 say them alike. */
function kindOf({ disease, maternity, stay }: StayEncounter) {
  return {
    ...(disease ? { dise_codg: disease.code, dise_name: disease.name } : {}),
    ...(stay.operation ? { oprn_oprt_code: stay.operation.code, oprn_oprt_name: stay.operation.name } : {}),
    ...stayMaternity(maternity),
  };
}

/** Where the person lies and who looks after her, as 2401 and 2403 say it alike. */
function placeOf({ department, doctor, diagnoses, stay }: StayEncounter) {
  const main = mainOf(diagnoses);
  return {
    medrcdno: stay.admissionNumber,
    atddr_no: doctor.code,
    chfpdr_name: doctor.name,
    adm_diag_dscr: main.name,
    adm_dept_codg: department.code,
    adm_dept_name: department.name,
    adm_bed: stay.bed,
    dscg_maindiag_code: main.code,
    dscg_maindiag_name: main.name,
  };
}

export function admissionInput(row: StayRow, encounter: StayEncounter): CentreInput<'2401'> {
  const { visitedAt, department } = encounter;
  return {
    mdtrtinfo: {
      psn_no: row.psnNo,
      insutype: row.insutype,
      begntime: visitedAt,
      mdtrt_cert_type: BY_CARD,
      mdtrt_cert_no: cardNumber(row.person),
      med_type: encounter.medicalType,
      ipt_no: encounter.encounterId,
      ...placeOf(encounter),
      ...kindOf(encounter),
    },
    diseinfo: diagnosesOf(encounter, row.psnNo, encounter.diagnoses, { department: department.name, at: visitedAt }),
  };
}

export function changeInput(row: Registered, encounter: StayEncounter): CentreInput<'2403'> {
  const { visitedAt, department } = encounter;
  const where = { department: department.name, at: visitedAt };
  return {
    adminfo: {
      mdtrt_id: row.mdtrtId,
      psn_no: row.psnNo,
      begntime: visitedAt,
      mdtrt_cert_type: BY_CARD,
      med_type: encounter.medicalType,
      ipt_otp_no: encounter.encounterId,
      ...placeOf(encounter),
      ...kindOf(encounter),
    },
    diseinfo: diagnosesOf(encounter, row.psnNo, encounter.diagnoses, where).map((diagnosis) => ({
      mdtrt_id: row.mdtrtId,
      ...diagnosis,
    })),
  };
}

export function dischargeInput(
  row: Registered,
  encounter: StayEncounter,
  discharge: HisDischarge,
): CentreInput<'2402'> {
  const { at, department, bed, way, diedOn, diagnoses } = discharge;
  return {
    dscginfo: {
      mdtrt_id: row.mdtrtId,
      psn_no: row.psnNo,
      insutype: row.insutype,
      endtime: at,
      ...kindOf(encounter),
      cop_flag: discharge.complication === true ? '1' : NO,
      dscg_dept_codg: department.code,
      dscg_dept_name: department.name,
      ...(bed === null ? {} : { dscg_bed: bed }),
      dscg_way: way,
      ...(diedOn === null ? {} : { die_date: diedOn }),
    },
    diseinfo: diagnosesOf(encounter, row.psnNo, diagnoses, { department: department.name, at }),
  };
}

/** 2404 and 2405 ask alike. */
export function undoInput({ mdtrtId, psnNo }: Registered): CentreInput<'2404'> & CentreInput<'2405'> {
  return { data: { mdtrt_id: mdtrtId, psn_no: psnNo } };
}

/** One call's lines; `amounts` are ours by line id, already compared with the hospital's. */
export function stayFeesInput(
  { mdtrtId, psnNo, encounter }: Registered,
  lines: readonly HisLine[],
  amounts: ReadonlyMap<string, Fen>,
): CentreInput<'2301'> {
  return {
    feedetail: lines.map((line) => ({
      feedetl_sn: line.lineId,
      mdtrt_id: mdtrtId,
      ...(line.prescription === null ? {} : { drord_no: line.prescription }),
      psn_no: psnNo,
      med_type: encounter.medicalType,
      fee_ocur_time: line.occurredAt,
      med_list_codg: line.nationalCode,
      medins_list_codg: line.hospitalCode,
      det_item_fee_sumamt: amounts.get(line.lineId) ?? ZERO_FEN,
      cnt: line.count,
      pric: line.unitPrice,
      bilg_dept_codg: encounter.department.code,
      bilg_dept_name: encounter.department.name,
      bilg_dr_codg: encounter.doctor.code,
      bilg_dr_name: encounter.doctor.name,
      tcmdrug_used_way: NO,
      etip_flag: NO,
      dscg_tkdrug_flag: NO,
      ...lineFlags(line),
    })),
  };
}

/** "0000" deletes every line of the stay that is not settled. */
export function clearFeesInput({ mdtrtId, psnNo }: Registered): CentreInput<'2302'> {
  return { data: { feedetl_sn: '0000', mdtrt_id: mdtrtId, psn_no: psnNo } };
}

/** Sums of the rulings; what a ruling does not take apart counts as in scope, which the centre then works out itself. */
function scopeOf(levels: PreSettled['levels'], total: Fen): FeeScope {
  const all = Object.values(levels);
  const sum = (name: 'ownExpense' | 'advanceSelfPay' | 'overLimit'): Fen =>
    addFen(ZERO_FEN, ...all.map(({ parts }) => parts?.[name] ?? ZERO_FEN));
  const scope = { ownExpense: sum('ownExpense'), advanceSelfPay: sum('advanceSelfPay'), overLimit: sum('overLimit') };
  const outside = addFen(scope.ownExpense, scope.advanceSelfPay, scope.overLimit);
  return { ...scope, inScope: subFen(total, outside) };
}

function settlementData(visit: VisitRow, mdtrtId: string, total: Fen, useAccount: boolean, scope: FeeScope) {
  const { encounter, psnNo, insutype, person } = visit;
  const endedAt = encounter.stay?.discharge?.at;
  return {
    psn_no: psnNo,
    mdtrt_cert_type: BY_CARD,
    mdtrt_cert_no: cardNumber(person),
    medfee_sumamt: total,
    psn_setlway: encounter.settleWay ?? BY_ITEM,
    mdtrt_id: mdtrtId,
    acct_used_flag: useAccount ? '1' : NO,
    insutype,
    mid_setl_flag: NO,
    fulamt_ownpay_amt: scope.ownExpense,
    overlmt_selfpay: scope.overLimit,
    preselfpay_amt: scope.advanceSelfPay,
    inscp_scp_amt: scope.inScope,
    ...(endedAt === undefined ? {} : { dscg_time: endedAt.slice(0, 10) }),
  };
}

export function stayPreSettleInput(
  visit: VisitRow,
  mdtrtId: string,
  bill: { readonly total: Fen; readonly useAccount: boolean; readonly levels: PreSettled['levels'] },
): CentreInput<'2303'> {
  const { total, useAccount, levels } = bill;
  return { data: settlementData(visit, mdtrtId, total, useAccount, scopeOf(levels, total)) };
}

/** As 2303, with the four scope amounts copied from its answer. */
export function staySettleInput(visit: VisitRow, mdtrtId: string, preSettled: PreSettled): CentreInput<'2304'> {
  const { split, useAccount, scope } = preSettled;
  return { data: settlementData(visit, mdtrtId, split.total, useAccount, scope) };
}
