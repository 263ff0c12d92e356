import { z } from 'zod';
import * as ask from './input-fields.ts';
import * as answer from './output-fields.ts';

/** 5303 在院信息查询: stays that are not discharged; without `psn_no` all of the institution. */
export const stayQuerySchema = z.object({
  psn_no: ask.optional(ask.personal('人员编号', 30)),
  begntime: ask.dateTime('开始时间'),
  endtime: ask.dateTime('结束时间'),
});

export const stayQueryInput = z.object({ data: stayQuerySchema });

/** One person in hospital; `ipt_otp_no` is ours, by which a lost answer to 2401 is found again. */
export const stayFoundSchema = z.object({
  mdtrt_id: answer.id('就诊ID', 30),
  psn_no: answer.personId('人员编号', 30),
  psn_cert_type: answer.lenient(answer.coded('人员证件类型', 6)),
  certno: answer.lenient(answer.personal('证件号码', 50)),
  psn_name: answer.lenient(answer.personal('人员姓名', 50)),
  gend: answer.lenient(answer.coded('性别', 6)),
  brdy: answer.maybe(answer.personalDate('出生日期')),
  age: answer.lenient(answer.decimal('年龄', '4,1')),
  insutype: answer.lenient(answer.coded('险种类型', 6)),
  /** 入院日期 */
  begndate: answer.lenient(answer.date('开始日期')),
  med_type: answer.lenient(answer.coded('医疗类别', 6)),
  ipt_otp_no: answer.maybe(answer.text('住院/门诊号', 30)),
  /** 0 否, 1 是 */
  out_flag: answer.maybe(answer.text('异地标志', 3)),
});

export const stayQueryOutput = z.object({ data: answer.list(stayFoundSchema) });

/** 5304 转院信息查询. The label of its first field is printed together with the heading; one edition has it C 30. */
export const transferQueryInput = z.object({
  data: z.object({
    begntime: ask.dateTime('开始时间'),
    endtime: ask.dateTime('结束时间'),
    psn_no: ask.optional(ask.personal('人员编号', 30)),
  }),
});

/** One filed transfer (转院备案). */
export const transferSchema = z.object({
  insutype: answer.lenient(answer.coded('险种类型', 6)),
  dcla_souc: answer.lenient(answer.text('申报来源', 6)),
  psn_no: answer.personId('人员编号', 30),
  psn_cert_type: answer.lenient(answer.coded('人员证件类型', 6)),
  certno: answer.lenient(answer.personal('证件号码', 50)),
  psn_name: answer.lenient(answer.personal('人员姓名', 50)),
  gend: answer.lenient(answer.coded('性别', 6)),
  brdy: answer.maybe(answer.personalDate('出生日期')),
  tel: answer.maybe(answer.personal('联系电话', 50)),
  addr: answer.maybe(answer.personal('联系地址', 200)),
  insu_optins: answer.maybe(answer.text('参保机构医保区划', 6)),
  emp_name: answer.maybe(answer.personal('单位名称', 200)),
  diag_code: answer.maybe(answer.text('诊断代码', 20)),
  diag_name: answer.maybe(answer.text('诊断名称', 100)),
  dise_cond_dscr: answer.maybe(answer.text('疾病病情描述', 2000)),
  reflin_medins_no: answer.maybe(answer.text('转往定点医药机构编号', 30)),
  reflin_medins_name: answer.text('转往医院名称', 200),
  out_flag: answer.lenient(answer.text('异地标志', 3)),
  refl_date: answer.date('转院日期'),
  refl_rea: answer.lenient(answer.text('转院原因', 100)),
  begndate: answer.date('开始日期'),
  enddate: answer.maybe(answer.date('结束日期')),
  hosp_agre_refl_flag: answer.lenient(answer.coded('医院同意转院标志', 3)),
  opter_id: answer.maybe(answer.text('经办人ID', 20)),
  opter_name: answer.maybe(answer.text('经办人姓名', 50)),
  opt_time: answer.maybe(answer.dateTime('经办时间')),
});

export const transferQueryOutput = z.object({ data: answer.list(transferSchema) });
