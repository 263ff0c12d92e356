import { z } from 'zod';
import { fundDetailSchema } from './fund-detail.ts';
import * as ask from './input-fields.ts';
import * as answer from './output-fields.ts';
import { refundedSchema } from './refund-output.ts';
import { settlementCancelSchema } from './settlement-input.ts';
import { preSettledSchema } from './settlement-output.ts';

/**
 * 2303 住院预结算. It has no kind of case and no batch: all unsettled lines of the stay count, and the kind is that of
 * the admission. The scope amounts are the sums of the rulings that 2301 answered.
 */
export const stayPreSettlementSchema = z.object({
  psn_no: ask.personal('人员编号', 30),
  mdtrt_cert_type: ask.coded('就诊凭证类型', 3),
  mdtrt_cert_no: ask.personal('就诊凭证编号', 50),
  medfee_sumamt: ask.money('医疗费总额'),
  psn_setlway: ask.coded('个人结算方式', 6),
  mdtrt_id: ask.text('就诊ID', 30),
  acct_used_flag: ask.text('个人账户使用标志', 1),
  insutype: ask.coded('险种类型', 6),
  invono: ask.optional(ask.text('发票号', 20)),
  /** 中途结算: a settlement of a stay that goes on. */
  mid_setl_flag: ask.coded('中途结算标志', 3),
  fulamt_ownpay_amt: ask.money('全自费金额'),
  overlmt_selfpay: ask.money('超限价金额'),
  preselfpay_amt: ask.money('先行自付金额'),
  inscp_scp_amt: ask.money('符合政策范围金额'),
  dscg_time: ask.optional(ask.date('出院时间')),
  expContent: ask.optional(ask.text('字段扩展', 4000)),
});

export const stayPreSettlementInput = z.object({ data: stayPreSettlementSchema });

/** 2304 住院结算: as 2303, with the scope amounts of its answer, which the table does not require here. */
export const staySettlementSchema = stayPreSettlementSchema.extend({
  acct_used_flag: ask.coded('个人账户使用标志', 1),
  fulamt_ownpay_amt: ask.optional(ask.money('全自费金额')),
  overlmt_selfpay: ask.optional(ask.money('超限价金额')),
  preselfpay_amt: ask.optional(ask.money('先行自付金额')),
  inscp_scp_amt: ask.optional(ask.money('符合政策范围金额')),
});

export const staySettlementInput = z.object({ data: staySettlementSchema });

/** Answer of 2303: as 2206's, but that its table does not require the person's part, the hospital's part and the time. */
export const stayPreSettledSchema = preSettledSchema.extend({
  setl_time: answer.maybe(answer.dateTime('结算时间')),
  psn_part_amt: answer.maybeMoney('个人负担总金额'),
  hosp_part_amt: answer.maybeMoney('医院负担金额'),
});

export const stayPreSettlementOutput = z.object({
  setlinfo: stayPreSettledSchema,
  setldetail: answer.list(fundDetailSchema),
});

/** Answer of 2304: as 2303's, with `setl_id`. */
export const staySettledSchema = stayPreSettledSchema.extend({ setl_id: answer.id('结算ID', 30) });

export const staySettlementOutput = z.object({
  setlinfo: staySettledSchema,
  setldetail: answer.list(fundDetailSchema),
});

/** 2305 住院结算撤销: the fields of 2208. */
export const staySettlementCancelInput = z.object({ data: settlementCancelSchema });

/** Answer of 2305: as 2208's, but that cash is spelt `psn_cash_pay`, `hifdm_pay` is in the table, and less is required. */
export const stayRefundedSchema = refundedSchema.omit({ pdn_cash_pay: true }).extend({
  psn_part_amt: answer.maybeMoney('个人负担总金额'),
  hosp_part_amt: answer.maybeMoney('医院负担金额'),
  psn_cash_pay: answer.maybeMoney('个人现金支出', { required: true }),
  hifdm_pay: answer.maybeMoney('伤残人员医疗保障基金支出'),
});

export const staySettlementCancelOutput = z.object({
  setlinfo: stayRefundedSchema,
  setldetail: answer.list(fundDetailSchema),
});
