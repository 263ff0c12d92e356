import { z } from 'zod';
import { fundDetailSchema } from './fund-detail.ts';
import * as answer from './output-fields.ts';

/** Answer of 2208: amounts are negative, several may be null, and cash is spelt `pdn_cash_pay` (sic). */
export const refundedSchema = z.object({
  mdtrt_id: answer.id('就诊ID', 30),
  setl_id: answer.id('结算ID', 30),
  clr_optins: answer.maybe(answer.text('清算经办机构', 6)),
  setl_time: answer.lenient(answer.dateTime('结算时间')),
  medfee_sumamt: answer.maybeMoney('医疗费总额', { required: true }),
  fulamt_ownpay_amt: answer.maybeMoney('全自费金额', { required: true }),
  overlmt_selfpay: answer.maybeMoney('超限价自费费用', { required: true }),
  preselfpay_amt: answer.maybeMoney('先行自付金额', { required: true }),
  inscp_scp_amt: answer.maybeMoney('符合政策范围金额', { required: true }),
  act_pay_dedc: answer.maybeMoney('实际支付起付线'),
  hifp_pay: answer.maybeMoney('基本医疗保险统筹基金支出', { required: true }),
  pool_prop_selfpay: answer.lenient(answer.decimal('基本医疗保险统筹基金支付比例', '5,4')),
  cvlserv_pay: answer.maybeMoney('公务员医疗补助资金支出', { required: true }),
  hifes_pay: answer.maybeMoney('企业补充医疗保险基金支出', { required: true }),
  hifmi_pay: answer.maybeMoney('居民大病保险资金支出', { required: true }),
  hifob_pay: answer.maybeMoney('职工大额医疗费用补助基金支出', { required: true }),
  maf_pay: answer.maybeMoney('医疗救助基金支出', { required: true }),
  oth_pay: answer.maybeMoney('其他支出', { required: true }),
  fund_pay_sumamt: answer.maybeMoney('基金支付总额', { required: true }),
  psn_part_amt: answer.maybeMoney('个人负担总金额', { required: true }),
  acct_pay: answer.maybeMoney('个人账户支出', { required: true }),
  balc: answer.maybeMoney('余额', { required: true }),
  acct_mulaid_pay: answer.maybeMoney('个人账户共济支付金额', { required: true }),
  hosp_part_amt: answer.maybeMoney('医院负担金额', { required: true }),
  medins_setl_id: answer.lenient(answer.text('医药机构结算ID', 30)),
  pdn_cash_pay: answer.maybeMoney('个人现金支出', { required: true }),
  psn_cash_pay: answer.maybeMoney('个人现金支出', { extra: true }),
});

export const settlementCancelOutput = z.object({ setlinfo: refundedSchema, setldetail: answer.list(fundDetailSchema) });
