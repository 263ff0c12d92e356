import { z } from 'zod';
import { fundDetailSchema } from './fund-detail.ts';
import * as answer from './output-fields.ts';

/** Answer of 2206. */
export const preSettledSchema = z.object({
  mdtrt_id: answer.id('就诊ID', 30),
  psn_no: answer.personId('人员编号', 30),
  psn_name: answer.lenient(answer.personal('人员姓名', 50)),
  psn_cert_type: answer.lenient(answer.coded('人员证件类型', 6)),
  certno: answer.lenient(answer.personal('证件号码', 50)),
  gend: answer.lenient(answer.text('性别', 6)),
  naty: answer.lenient(answer.text('民族', 3)),
  brdy: answer.maybe(answer.personalDate('出生日期')),
  age: answer.maybe(answer.decimal('年龄', '4,1')),
  insutype: answer.lenient(answer.text('险种类型', 6)),
  psn_type: answer.lenient(answer.coded('人员类别', 6)),
  cvlserv_flag: answer.lenient(answer.coded('公务员标志', 3)),
  setl_time: answer.lenient(answer.dateTime('结算时间')),
  mdtrt_cert_type: answer.lenient(answer.text('就诊凭证类型', 3)),
  med_type: answer.lenient(answer.coded('医疗类别', 6)),
  medfee_sumamt: answer.money('医疗费总额'),
  fulamt_ownpay_amt: answer.money('全自费金额'),
  overlmt_selfpay: answer.money('超限价自费费用'),
  preselfpay_amt: answer.money('先行自付金额'),
  inscp_scp_amt: answer.money('符合政策范围金额'),
  act_pay_dedc: answer.maybeMoney('实际支付起付线'),
  hifp_pay: answer.maybeMoney('基本医疗保险统筹基金支出', { required: true }),
  pool_prop_selfpay: answer.lenient(answer.decimal('基本医疗保险统筹基金支付比例', '5,4')),
  cvlserv_pay: answer.maybeMoney('公务员医疗补助资金支出', { required: true }),
  hifes_pay: answer.maybeMoney('企业补充医疗保险基金支出', { required: true }),
  hifmi_pay: answer.maybeMoney('居民大病保险资金支出', { required: true }),
  hifob_pay: answer.maybeMoney('职工大额医疗费用补助基金支出', { required: true }),
  maf_pay: answer.maybeMoney('医疗救助基金支出', { required: true }),
  oth_pay: answer.maybeMoney('其他支出', { required: true }),
  fund_pay_sumamt: answer.money('基金支付总额'),
  psn_part_amt: answer.money('个人负担总金额'),
  acct_pay: answer.money('个人账户支出'),
  psn_cash_pay: answer.money('个人现金支出'),
  hosp_part_amt: answer.maybeMoney('医院负担金额', { required: true }),
  balc: answer.maybeMoney('余额', { required: true }),
  acct_mulaid_pay: answer.maybeMoney('个人账户共济支付金额', { required: true }),
  medins_setl_id: answer.lenient(answer.text('医药机构结算ID', 30)),
  clr_optins: answer.maybe(answer.text('清算经办机构', 6)),
  clr_way: answer.lenient(answer.text('清算方式', 6)),
  clr_type: answer.lenient(answer.coded('清算类别', 6)),
  /** Not in the table of this transaction; part of the funds where a centre sends it (B6.3, identity 2). */
  hifdm_pay: answer.maybeMoney('伤残人员医疗保障基金支出', { extra: true }),
});

export const preSettlementOutput = z.object({ setlinfo: preSettledSchema, setldetail: answer.list(fundDetailSchema) });

/** Answer of 2207: as 2206, with `setl_id`, and with the time for certain. */
export const settledSchema = preSettledSchema.extend({
  setl_id: answer.id('结算ID', 30),
  setl_time: answer.dateTime('结算时间'),
});

export const settlementOutput = z.object({ setlinfo: settledSchema, setldetail: answer.list(fundDetailSchema) });
