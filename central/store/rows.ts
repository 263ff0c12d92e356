import { z } from 'zod';
import { fen } from '../../common/kernel/money.ts';
import { fundFieldSchema } from '../plans/plan.ts';

/** Rows as SQLite gives them, turned into the ledger's types; a row that does not fit is a bug and throws. */
const money = z.number().transform((n) => fen(n));
const text = z.string();
const maybe = z.string().nullable();
const flag = z.number().transform((n) => n !== 0);

export const personRow = z
  .object({
    psn_no: text,
    cert_type: text,
    cert_no: text,
    name: text,
    card_number: maybe,
    card_id: maybe,
    sex: text,
    nation: text,
    birth_date: maybe,
  })
  .transform((r) => ({
    psnNo: r.psn_no,
    certType: r.cert_type,
    certNo: r.cert_no,
    name: r.name,
    cardNumber: r.card_number,
    cardId: r.card_id,
    sex: r.sex,
    nation: r.nation,
    birthDate: r.birth_date,
  }));

export const insuranceRow = z
  .object({
    psn_no: text,
    insutype: text,
    psn_type: text,
    status: text,
    balance: money,
    civil_servant: flag,
    division: text,
    employer: maybe,
    since: maybe,
  })
  .transform((r) => ({
    psnNo: r.psn_no,
    insutype: r.insutype,
    psnType: r.psn_type,
    status: r.status,
    balance: r.balance,
    civilServant: r.civil_servant,
    division: r.division,
    employer: r.employer,
    since: r.since,
  }));

export const accumulatorsRow = z.object({ deductible: money, pool: money, large: money });

export const signInRow = z
  .object({ sign_no: text, institution: text, operator: text, day: text, ended: flag })
  .transform(({ sign_no, ...rest }) => ({ signNo: sign_no, ...rest }));

export const visitRow = z
  .object({
    mdtrt_id: text,
    psn_no: text,
    insutype: text,
    institution: text,
    institution_name: text,
    ipt_otp_no: text,
    begun_at: text,
    cert_type: text,
    cert_no: text,
    doctor_no: text,
    doctor_name: text,
    department_code: text,
    department_name: text,
    med_type: maybe,
    disease_code: maybe,
    disease_name: maybe,
    cancelled: flag,
    msgid: text,
    operator: text,
    operator_name: text,
    created_at: text,
  })
  .transform((r) => ({
    mdtrtId: r.mdtrt_id,
    psnNo: r.psn_no,
    insutype: r.insutype,
    institution: r.institution,
    institutionName: r.institution_name,
    iptOtpNo: r.ipt_otp_no,
    begunAt: r.begun_at,
    certType: r.cert_type,
    certNo: r.cert_no,
    doctorNo: r.doctor_no,
    doctorName: r.doctor_name,
    departmentCode: r.department_code,
    departmentName: r.department_name,
    medType: r.med_type,
    diseaseCode: r.disease_code,
    diseaseName: r.disease_name,
    cancelled: r.cancelled,
    msgid: r.msgid,
    operator: r.operator,
    operatorName: r.operator_name,
    createdAt: r.created_at,
  }));

export const fenceRow = z.object({ msgid: text }).transform((r) => r.msgid);

export const fileRow = z.object({
  number: text,
  filename: text,
  institution: text,
  content: z.instanceof(Uint8Array),
  until: text,
  at: text,
});

export const feeRow = z
  .object({
    mdtrt_id: text,
    sn: text,
    batch: text,
    item_code: text,
    count: text,
    price: text,
    amount: money,
    own_pay: money,
    over_limit: money,
    pre_self_pay: money,
    in_scope: money,
    hospital: money,
    setl_id: maybe,
  })
  .transform((r) => ({
    mdtrtId: r.mdtrt_id,
    sn: r.sn,
    batch: r.batch,
    itemCode: r.item_code,
    count: r.count,
    price: r.price,
    amount: r.amount,
    ownPay: r.own_pay,
    overLimit: r.over_limit,
    preSelfPay: r.pre_self_pay,
    inScope: r.in_scope,
    hospital: r.hospital,
    setlId: r.setl_id,
  }));

export const fundRow = z
  .object({
    field: fundFieldSchema,
    fund_pay_type: text,
    name: text,
    available: money,
    pay_limit: money,
    amount: money,
  })
  .transform(({ fund_pay_type, pay_limit, ...rest }) => ({ ...rest, fundPayType: fund_pay_type, limit: pay_limit }));

export const settlementRow = z
  .object({
    setl_id: text,
    refund_of: maybe,
    msgid: text,
    mdtrt_id: text,
    psn_no: text,
    insutype: text,
    batch: text,
    med_type: text,
    cert_type: text,
    invoice: maybe,
    settled_at: text,
    state: z.enum(['settled', 'refunded', 'reversed']),
    total: money,
    own_pay: money,
    over_limit: money,
    pre_self_pay: money,
    in_scope: money,
    hospital: money,
    account: money,
    cash: money,
    balance_after: money,
    pool_share: text,
    used_deductible: money,
    used_pool: money,
    used_large: money,
    year: text,
    operator: text,
    operator_name: text,
  })
  .transform((r) => ({
    setlId: r.setl_id,
    refundOf: r.refund_of,
    msgid: r.msgid,
    mdtrtId: r.mdtrt_id,
    psnNo: r.psn_no,
    insutype: r.insutype,
    batch: r.batch,
    medType: r.med_type,
    certType: r.cert_type,
    invoice: r.invoice,
    settledAt: r.settled_at,
    state: r.state,
    total: r.total,
    ownPay: r.own_pay,
    overLimit: r.over_limit,
    preSelfPay: r.pre_self_pay,
    inScope: r.in_scope,
    hospital: r.hospital,
    account: r.account,
    cash: r.cash,
    balanceAfter: r.balance_after,
    poolShare: r.pool_share,
    used: { deductible: r.used_deductible, pool: r.used_pool, large: r.used_large },
    year: r.year,
    operator: r.operator,
    operatorName: r.operator_name,
  }));
