import type { CentreInput } from '../../common/contracts/centre/transactions.ts';
import type { HisLine } from '../../common/contracts/his/his.ts';
import type { HisDiagnosed, HisRegistration } from '../../common/contracts/his/registration.ts';
import type { Fen } from '../../common/kernel/money.ts';
import { type Pii, pii, unwrapPii } from '../../common/kernel/pii.ts';
import type { CardHolder } from '../ports.ts';
import type { PreSettled } from '../store/figures.ts';
import type { VisitRow } from '../store/visits.ts';
import type { RefundNo, SettleNo } from './form.ts';
import { lineFlags, visitMaternity } from './maternity.ts';

/** What each transaction is told, made from the journal's visit (domain-facts B6.2). Pure. */

/** 就诊凭证类型 03: social-security card; its number is mdtrt_cert_no, its 卡识别码 card_sn. */
export const BY_CARD = '03';
/** 人员证件类型 01: resident identity card. */
const RESIDENT_CARD = '01';
/** 个人结算方式 01: settled by item, where the HIS says nothing else. */
export const BY_ITEM = '01';
export const NO = '0';

export const cardNumber = (person: Pii<CardHolder>): Pii<string> => pii(unwrapPii(person).cardNumber);

export function identifyInput(holder: Pii<CardHolder>): CentreInput<'1101'> {
  const card = unwrapPii(holder);
  return {
    data: {
      mdtrt_cert_type: BY_CARD,
      mdtrt_cert_no: pii(card.cardNumber),
      card_sn: pii(card.cardId),
      psn_cert_type: RESIDENT_CARD,
      certno: pii(card.identityNumber),
      psn_name: pii(card.name),
    },
  };
}

/** Of whom a visit is, and what the hospital says of it. */
type Told<E> = Pick<VisitRow, 'psnNo'> & { readonly encounter: E };

export function registerInput({
  encounter,
  psnNo,
  insutype,
  begunAt,
  person,
}: Told<HisRegistration> & Pick<VisitRow, 'insutype' | 'begunAt' | 'person'>): CentreInput<'2201'> {
  return {
    data: {
      psn_no: psnNo,
      insutype,
      begntime: begunAt,
      mdtrt_cert_type: BY_CARD,
      mdtrt_cert_no: cardNumber(person),
      ipt_otp_no: encounter.encounterId,
      atddr_no: encounter.doctor.code,
      dr_name: encounter.doctor.name,
      dept_code: encounter.department.code,
      dept_name: encounter.department.name,
      caty: encounter.department.specialty,
    },
  };
}

export function diagnosisInput({ encounter, psnNo }: Told<HisDiagnosed>, mdtrtId: string): CentreInput<'2203'> {
  return {
    mdtrtinfo: {
      mdtrt_id: mdtrtId,
      psn_no: psnNo,
      med_type: encounter.medicalType,
      begntime: encounter.visitedAt,
      ...(encounter.disease ? { dise_codg: encounter.disease.code, dise_name: encounter.disease.name } : {}),
      ...visitMaternity(encounter.maternity),
    },
    diseinfo: encounter.diagnoses.map((diagnosis) => ({
      diag_type: diagnosis.type,
      diag_srt_no: String(diagnosis.order),
      diag_code: diagnosis.code,
      diag_name: diagnosis.name,
      diag_dept: encounter.department.name,
      dise_dor_no: encounter.doctor.code,
      dise_dor_name: encounter.doctor.name,
      diag_time: encounter.visitedAt,
      vali_flag: '1',
    })),
  };
}

/** One call's lines; `amounts` are ours by line id, already compared with the HIS's. */
export function feesInput(
  { encounter, psnNo, batch }: Told<Pick<HisRegistration, 'department' | 'doctor'>> & Pick<VisitRow, 'batch'>,
  mdtrtId: string,
  lines: readonly HisLine[],
  amounts: ReadonlyMap<string, Fen>,
): CentreInput<'2204'> {
  return {
    feedetail: lines.map((line) => {
      const amount = amounts.get(line.lineId);
      if (amount === undefined || batch === null) throw new Error('settlement: a line without amount or batch');
      return {
        feedetl_sn: line.lineId,
        mdtrt_id: mdtrtId,
        psn_no: psnNo,
        chrg_bchno: batch,
        ...(line.prescription === null ? {} : { rxno: line.prescription }),
        rx_circ_flag: NO,
        fee_ocur_time: line.occurredAt,
        med_list_codg: line.nationalCode,
        medins_list_codg: line.hospitalCode,
        det_item_fee_sumamt: amount,
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
      };
    }),
  };
}

/** "0000" deletes every line of the encounter that is not settled. */
export function cancelFeesInput({ psnNo }: Pick<VisitRow, 'psnNo'>, mdtrtId: string): CentreInput<'2205'> {
  return { data: { mdtrt_id: mdtrtId, chrg_bchno: '0000', psn_no: psnNo } };
}

export function cancelRegistrationInput(
  { psnNo, encounterId }: Pick<VisitRow, 'psnNo' | 'encounterId'>,
  mdtrtId: string,
): CentreInput<'2202'> {
  return { data: { psn_no: psnNo, mdtrt_id: mdtrtId, ipt_otp_no: encounterId } };
}

export function preSettleInput(visit: VisitRow, mdtrtId: string, total: Fen, useAccount: boolean): CentreInput<'2206'> {
  const { encounter, psnNo, insutype, batch, person } = visit;
  if (batch === null) throw new Error('settlement: 2206 before the upload');
  return {
    data: {
      psn_no: psnNo,
      mdtrt_cert_type: BY_CARD,
      mdtrt_cert_no: cardNumber(person),
      med_type: encounter.medicalType,
      medfee_sumamt: total,
      psn_setlway: encounter.settleWay ?? BY_ITEM,
      mdtrt_id: mdtrtId,
      chrg_bchno: batch,
      acct_used_flag: useAccount ? '1' : NO,
      insutype,
    },
  };
}

/** As 2206, with the four scope amounts copied from its answer. */
export function settleInput(visit: VisitRow, mdtrtId: string, preSettled: PreSettled): CentreInput<'2207'> {
  const { data } = preSettleInput(visit, mdtrtId, preSettled.split.total, preSettled.useAccount);
  const { ownExpense, overLimit, advanceSelfPay, inScope } = preSettled.scope;
  return {
    data: {
      ...data,
      fulamt_ownpay_amt: ownExpense,
      overlmt_selfpay: overLimit,
      preselfpay_amt: advanceSelfPay,
      inscp_scp_amt: inScope,
    },
  };
}

export function findVisitInput(visit: VisitRow, begntime: string, endtime: string): CentreInput<'5201'> {
  return { data: { psn_no: visit.psnNo, begntime, endtime, med_type: visit.encounter.medicalType } };
}

export function findSettlementInput({ psnNo }: VisitRow, mdtrtId: string, setlId?: string): CentreInput<'5203'> {
  return { data: { psn_no: psnNo, mdtrt_id: mdtrtId, ...(setlId === undefined ? {} : { setl_id: setlId }) } };
}

/** Those are what 2601 can make void (domain-facts B7.1). */
export function fenceInput(
  { psnNo }: Pick<VisitRow, 'psnNo'>,
  originalMessageId: string,
  oinfno: SettleNo | RefundNo | '2401',
): CentreInput<'2601'> {
  return { data: { psn_no: psnNo, omsgid: originalMessageId, oinfno } };
}

/** 2208 and 2305 ask alike. */
export function refundInput({ psnNo }: VisitRow, mdtrtId: string, setlId: string): CentreInput<RefundNo> {
  return { data: { setl_id: setlId, mdtrt_id: mdtrtId, psn_no: psnNo } };
}
