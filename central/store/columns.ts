import { addFen } from '../../common/kernel/money.ts';
import type { FeeRow, SettlementRow, VisitRow } from '../core/ledger.ts';
import type { Values } from './open.ts';

/** Columns of the wide tables, as `rows.ts` reads them back. */

export function visitColumns(row: VisitRow): Values {
  return {
    mdtrt_id: row.mdtrtId,
    psn_no: row.psnNo,
    insutype: row.insutype,
    institution: row.institution,
    institution_name: row.institutionName,
    ipt_otp_no: row.iptOtpNo,
    begun_at: row.begunAt,
    cert_type: row.certType,
    cert_no: row.certNo,
    doctor_no: row.doctorNo,
    doctor_name: row.doctorName,
    department_code: row.departmentCode,
    department_name: row.departmentName,
    med_type: row.medType,
    disease_code: row.diseaseCode,
    disease_name: row.diseaseName,
    cancelled: Number(row.cancelled),
    msgid: row.msgid,
    operator: row.operator,
    operator_name: row.operatorName,
    created_at: row.createdAt,
  };
}

export function feeColumns(row: FeeRow): Values {
  return {
    mdtrt_id: row.mdtrtId,
    sn: row.sn,
    batch: row.batch,
    item_code: row.itemCode,
    count: row.count,
    price: row.price,
    amount: row.amount,
    own_pay: row.ownPay,
    over_limit: row.overLimit,
    pre_self_pay: row.preSelfPay,
    in_scope: row.inScope,
    hospital: row.hospital,
    setl_id: row.setlId,
  };
}

/** `fund_sum` is kept so that the table itself checks the identities. */
export function settlementColumns(row: SettlementRow): Values {
  return {
    setl_id: row.setlId,
    refund_of: row.refundOf,
    msgid: row.msgid,
    mdtrt_id: row.mdtrtId,
    psn_no: row.psnNo,
    insutype: row.insutype,
    batch: row.batch,
    med_type: row.medType,
    cert_type: row.certType,
    invoice: row.invoice,
    settled_at: row.settledAt,
    state: row.state,
    total: row.total,
    own_pay: row.ownPay,
    over_limit: row.overLimit,
    pre_self_pay: row.preSelfPay,
    in_scope: row.inScope,
    fund_sum: addFen(...row.funds.map((fund) => fund.amount)),
    hospital: row.hospital,
    account: row.account,
    cash: row.cash,
    balance_after: row.balanceAfter,
    pool_share: row.poolShare,
    used_deductible: row.used.deductible,
    used_pool: row.used.pool,
    used_large: row.used.large,
    year: row.year,
    operator: row.operator,
    operator_name: row.operatorName,
  };
}
