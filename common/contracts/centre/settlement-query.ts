import { z } from 'zod';
import { fundDetailSchema } from './fund-detail.ts';
import * as ask from './input-fields.ts';
import * as answer from './output-fields.ts';

/**
 * 5203 结算信息查询. The table requires `setl_id`, which is what a lost answer took with it: optional here, and a
 * profile says where a centre insists.
 */
export const settlementQuerySchema = z.object({
  psn_no: ask.personal('人员编号', 30),
  setl_id: ask.optional(ask.text('结算ID', 30)),
  mdtrt_id: ask.text('就诊ID', 30),
});

export const settlementQueryInput = z.object({ data: settlementQuerySchema });

/** One settlement, under other names than in 2207: `psn_pay`, `cash_payamt`, `refd_setl_flag` ("1" is refunded). */
export const foundSettlementSchema = z.object({
  setl_id: answer.id('结算ID', 30),
  mdtrt_id: answer.id('就诊ID', 30),
  psn_no: answer.personId('人员编号', 30),
  psn_name: answer.lenient(answer.personal('人员姓名', 50)),
  psn_cert_type: answer.lenient(answer.coded('人员证件类型', 6)),
  certno: answer.lenient(answer.personal('证件号码', 50)),
  gend: answer.lenient(answer.coded('性别', 6)),
  naty: answer.lenient(answer.text('民族', 3)),
  brdy: answer.maybe(answer.personalDate('出生日期')),
  age: answer.maybe(answer.decimal('年龄', '4,1')),
  insutype: answer.lenient(answer.coded('险种类型', 6)),
  psn_type: answer.lenient(answer.coded('人员类别', 6)),
  cvlserv_flag: answer.lenient(answer.coded('公务员标志', 3)),
  flxempe_flag: answer.lenient(answer.text('灵活就业标志', 3)),
  nwb_flag: answer.lenient(answer.text('新生儿标志', 3)),
  insu_optins: answer.maybe(answer.text('参保机构医保区划', 6)),
  emp_name: answer.maybe(answer.personal('单位名称', 200)),
  pay_loc: answer.lenient(answer.coded('支付地点类别', 6)),
  fixmedins_code: answer.lenient(answer.text('定点医药机构编号', 12)),
  fixmedins_name: answer.lenient(answer.text('定点医药机构名称', 200)),
  hosp_lv: answer.lenient(answer.text('医院等级', 6)),
  fixmedins_poolarea: answer.maybe(answer.text('定点归属机构', 6)),
  lmtpric_hosp_lv: answer.lenient(answer.text('限价医院等级', 6)),
  dedc_hosp_lv: answer.lenient(answer.text('起付线医院等级', 6)),
  begndate: answer.lenient(answer.date('开始日期')),
  enddate: answer.lenient(answer.date('结束日期')),
  setl_time: answer.dateTime('结算时间'),
  mdtrt_cert_type: answer.lenient(answer.text('就诊凭证类型', 3)),
  med_type: answer.lenient(answer.coded('医疗类别', 6)),
  clr_type: answer.lenient(answer.coded('清算类别', 6)),
  clr_way: answer.lenient(answer.text('清算方式', 6)),
  clr_optins: answer.maybe(answer.text('清算经办机构', 6)),
  medfee_sumamt: answer.money('医疗费总额'),
  fulamt_ownpay_amt: answer.money('全自费金额'),
  overlmt_selfpay: answer.money('超限价自费费用'),
  preselfpay_amt: answer.money('先行自付金额'),
  inscp_scp_amt: answer.money('符合政策范围金额'),
  act_pay_dedc: answer.maybeMoney('实际支付起付线', { required: true }),
  hifp_pay: answer.maybeMoney('基本医疗保险统筹基金支出', { required: true }),
  pool_prop_selfpay: answer.lenient(answer.decimal('基本医疗保险统筹基金支付比例', '5,4')),
  cvlserv_pay: answer.maybeMoney('公务员医疗补助资金支出', { required: true }),
  hifes_pay: answer.maybeMoney('企业补充医疗保险基金支出', { required: true }),
  hifmi_pay: answer.maybeMoney('居民大病保险资金支出', { required: true }),
  hifob_pay: answer.maybeMoney('职工大额医疗费用补助基金支出', { required: true }),
  maf_pay: answer.maybeMoney('医疗救助基金支出', { required: true }),
  oth_pay: answer.maybeMoney('其他支出', { required: true }),
  fund_pay_sumamt: answer.money('基金支付总额'),
  psn_pay: answer.money('个人支付金额'),
  acct_pay: answer.money('个人账户支出'),
  cash_payamt: answer.money('现金支付金额'),
  balc: answer.maybeMoney('余额', { required: true }),
  acct_mulaid_pay: answer.maybeMoney('个人账户共济支付金额', { required: true }),
  medins_setl_id: answer.id('医药机构结算ID', 30),
  refd_setl_flag: answer.coded('退费结算标志', 3),
  year: answer.lenient(answer.text('年度', 4)),
  dise_codg: answer.maybe(answer.text('病种编码', 30)),
  dise_name: answer.maybe(answer.text('病种名称', 500)),
  invono: answer.maybe(answer.text('发票号', 20)),
  opter_id: answer.maybe(answer.text('经办人ID', 20)),
  opter_name: answer.maybe(answer.text('经办人姓名', 50)),
  opt_time: answer.maybe(answer.dateTime('经办时间')),
  /** Not in the table of this transaction; part of the funds where a centre sends it (B6.3, identity 2). */
  hifdm_pay: answer.maybeMoney('伤残人员医疗保障基金支出', { extra: true }),
});

/** Nothing found is an empty list. */
export const settlementQueryOutput = z.object({
  setlinfo: answer.list(foundSettlementSchema),
  setldetail: answer.list(fundDetailSchema),
});
