import { z } from 'zod';
import * as ask from './input-fields.ts';
import * as answer from './output-fields.ts';

/** 5201 就诊信息查询. */
export const encounterQuerySchema = z.object({
  psn_no: ask.personal('人员编号', 30),
  begntime: ask.dateTime('开始时间'),
  endtime: ask.dateTime('结束时间'),
  med_type: ask.coded('医疗类别', 6),
  mdtrt_id: ask.optional(ask.text('就诊ID', 30)),
});

export const encounterQueryInput = z.object({ data: encounterQuerySchema });

/** One encounter; `ipt_otp_no` is ours, by which a lost answer to 2201 is found again. */
export const encounterSchema = z.object({
  mdtrt_id: answer.id('就诊ID', 30),
  psn_no: answer.personId('人员编号', 30),
  psn_cert_type: answer.lenient(answer.coded('人员证件类型', 6)),
  certno: answer.lenient(answer.personal('证件号码', 50)),
  psn_name: answer.lenient(answer.personal('人员姓名', 50)),
  gend: answer.lenient(answer.coded('性别', 6)),
  naty: answer.lenient(answer.text('民族', 3)),
  brdy: answer.maybe(answer.personalDate('出生日期')),
  age: answer.maybe(answer.decimal('年龄', '4,1')),
  coner_name: answer.maybe(answer.personal('联系人姓名', 50)),
  tel: answer.maybe(answer.personal('联系电话', 50)),
  insutype: answer.lenient(answer.coded('险种类型', 6)),
  psn_type: answer.lenient(answer.coded('人员类别', 6)),
  maf_psn_flag: answer.lenient(answer.text('医疗救助对象标志', 3)),
  cvlserv_flag: answer.lenient(answer.coded('公务员标志', 3)),
  flxempe_flag: answer.lenient(answer.text('灵活就业标志', 3)),
  nwb_flag: answer.lenient(answer.text('新生儿标志', 3)),
  insu_optins: answer.maybe(answer.text('参保机构医保区划', 6)),
  emp_name: answer.maybe(answer.personal('单位名称', 200)),
  begntime: answer.lenient(answer.dateTime('开始时间')),
  endtime: answer.lenient(answer.dateTime('结束时间')),
  mdtrt_cert_type: answer.lenient(answer.text('就诊凭证类型', 3)),
  med_type: answer.lenient(answer.coded('医疗类别', 6)),
  ars_year_ipt_flag: answer.lenient(answer.text('跨年度住院标志', 3)),
  pre_pay_flag: answer.lenient(answer.text('先行支付标志', 3)),
  ipt_otp_no: answer.maybe(answer.text('住院/门诊号', 30)),
  medrcdno: answer.maybe(answer.text('病历号', 30)),
  atddr_no: answer.maybe(answer.text('主治医生编码', 30)),
  chfpdr_name: answer.maybe(answer.text('主诊医师姓名', 50)),
  adm_dept_codg: answer.maybe(answer.text('入院科室编码', 30)),
  adm_dept_name: answer.maybe(answer.text('入院科室名称', 100)),
  adm_bed: answer.maybe(answer.text('入院床位', 30)),
  dscg_maindiag_code: answer.maybe(answer.text('住院主诊断代码', 20)),
  dscg_maindiag_name: answer.maybe(answer.text('住院主诊断名称', 300)),
  dscg_dept_codg: answer.maybe(answer.text('出院科室编码', 30)),
  dscg_dept_name: answer.maybe(answer.text('出院科室名称', 100)),
  dscg_bed: answer.maybe(answer.text('出院床位', 30)),
  dscg_way: answer.lenient(answer.text('离院方式', 3)),
  main_cond_dscr: answer.maybe(answer.text('主要病情描述', 1000)),
  dise_codg: answer.maybe(answer.text('病种编码', 30)),
  dise_name: answer.maybe(answer.text('病种名称', 500)),
  oprn_oprt_code: answer.maybe(answer.text('手术操作代码', 30)),
  oprn_oprt_name: answer.maybe(answer.text('手术操作名称', 500)),
  otp_diag_info: answer.maybe(answer.text('门诊诊断信息', 200)),
  inhosp_stas: answer.lenient(answer.text('在院状态', 3)),
  die_date: answer.maybe(answer.date('死亡日期')),
  ipt_days: answer.maybe(answer.decimal('住院天数', '4,0')),
  fpsc_no: answer.maybe(answer.text('计划生育服务证号', 50)),
  matn_type: answer.lenient(answer.text('生育类别', 6)),
  birctrl_type: answer.lenient(answer.text('计划生育手术类别', 6)),
  latechb_flag: answer.lenient(answer.text('晚育标志', 3)),
  geso_val: answer.maybe(answer.decimal('孕周数', '2')),
  fetts: answer.maybe(answer.decimal('胎次', '3')),
  fetus_cnt: answer.maybe(answer.decimal('胎儿数', '3')),
  pret_flag: answer.lenient(answer.text('早产标志', 3)),
  birctrl_matn_date: answer.maybe(answer.date('计划生育手术或生育日期')),
  cop_flag: answer.lenient(answer.text('伴有并发症标志', 3)),
  opter_id: answer.maybe(answer.text('经办人ID', 20)),
  opter_name: answer.maybe(answer.text('经办人姓名', 50)),
  opt_time: answer.maybe(answer.dateTime('经办时间')),
  memo: answer.maybe(answer.text('备注', 500)),
});

/** Nothing found is an empty list. */
export const encounterQueryOutput = z.object({ data: answer.list(encounterSchema) });
