import { z } from 'zod';
import * as ask from './input-fields.ts';
import * as answer from './output-fields.ts';

/** 2001 人员待遇享受检查: what the person is entitled to for one kind of case at one institution. */
export const benefitCheckSchema = z.object({
  psn_no: ask.personal('人员编号', 30),
  insutype: ask.coded('险种类型', 6),
  fixmedins_code: ask.text('定点医药机构编号', 12),
  med_type: ask.coded('医疗类别', 6),
  begntime: ask.dateTime('开始时间'),
  endtime: ask.optional(ask.dateTime('结束时间')),
  dise_codg: ask.optional(ask.text('病种编码', 30)),
  dise_name: ask.optional(ask.text('病种名称', 500)),
  /** Required for day surgery. */
  oprn_oprt_code: ask.optional(ask.text('手术操作代码', 30)),
  oprn_oprt_name: ask.optional(ask.text('手术操作名称', 500)),
  matn_type: ask.blank('生育类别', 6),
  birctrl_type: ask.blank('计划生育手术类别', 6),
  exp_content: ask.optional(ask.text('字段扩展', 4000)),
});

export const benefitCheckInput = z.object({ data: benefitCheckSchema });

/** One fund: `trt_enjymnt_flag` 1 享受, 0 不享受; `trt_chk_rslt` is the reason why not. */
export const benefitSchema = z.object({
  psn_no: answer.personId('人员编号', 30),
  trt_chk_type: answer.coded('待遇检查类型', 6),
  fund_pay_type: answer.coded('基金支付类型', 6),
  trt_enjymnt_flag: answer.coded('基金款项待遇享受标志', 3),
  begndate: answer.lenient(answer.date('开始日期')),
  enddate: answer.maybe(answer.date('结束日期')),
  trt_chk_rslt: answer.maybe(answer.text('待遇检查结果', 500)),
});

export const benefitCheckOutput = z.object({ data: answer.list(benefitSchema) });
