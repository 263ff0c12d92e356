import { z } from 'zod';
import * as ask from './input-fields.ts';

/** 2206 门诊预结算: computes, commits nothing. */
export const preSettlementSchema = z.object({
  psn_no: ask.personal('人员编号', 30),
  mdtrt_cert_type: ask.coded('就诊凭证类型', 3),
  mdtrt_cert_no: ask.personal('就诊凭证编号', 50),
  med_type: ask.coded('医疗类别', 6),
  medfee_sumamt: ask.money('医疗费总额'),
  psn_setlway: ask.coded('个人结算方式', 6),
  mdtrt_id: ask.text('就诊ID', 30),
  chrg_bchno: ask.text('收费批次号', 30),
  acct_used_flag: ask.coded('个人账户使用标志', 1),
  insutype: ask.coded('险种类型', 6),
  expContent: ask.optional(ask.text('字段扩展', 4000)),
});

export const preSettlementInput = z.object({ data: preSettlementSchema });

/** 2207 门诊结算. The four scope amounts are copied from the answer to 2206. */
export const settlementSchema = z.object({
  psn_no: ask.personal('人员编号', 30),
  mdtrt_cert_type: ask.coded('就诊凭证类型', 3),
  mdtrt_cert_no: ask.personal('就诊凭证编号', 50),
  med_type: ask.coded('医疗类别', 6),
  medfee_sumamt: ask.money('医疗费总额'),
  psn_setlway: ask.coded('个人结算方式', 6),
  mdtrt_id: ask.text('就诊ID', 30),
  chrg_bchno: ask.text('收费批次号', 30),
  insutype: ask.coded('险种类型', 6),
  acct_used_flag: ask.coded('个人账户使用标志', 1),
  invono: ask.optional(ask.text('发票号', 20)),
  fulamt_ownpay_amt: ask.money('全自费金额'),
  overlmt_selfpay: ask.money('超限价金额'),
  preselfpay_amt: ask.money('先行自付金额'),
  inscp_scp_amt: ask.money('符合政策范围金额'),
  expContent: ask.optional(ask.text('字段扩展', 4000)),
});

export const settlementInput = z.object({ data: settlementSchema });

/** 2208 门诊结算撤销: undoes a settlement that is known to stand. */
export const settlementCancelSchema = z.object({
  setl_id: ask.text('结算ID', 30),
  mdtrt_id: ask.text('就诊ID', 30),
  psn_no: ask.personal('人员编号', 30),
  expContent: ask.optional(ask.text('字段扩展', 4000)),
});

export const settlementCancelInput = z.object({ data: settlementCancelSchema });

/** 2601 冲正: fences a message whose fate is unknown, by its original message id. */
export const reversalSchema = z.object({
  psn_no: ask.personal('人员编号', 30),
  omsgid: ask.text('原发送方报文ID', 30),
  oinfno: ask.text('原交易编号', 4),
});

export const reversalInput = z.object({ data: reversalSchema });
