import * as ask from './input-fields.ts';

/** Fields that 2401, 2402 and 2403 share; spread into their nodes. */

/** 生育 and 计划生育: the two types are required and sent empty where they do not apply, as in 2203. */
export const maternityFields = {
  fpsc_no: ask.optional(ask.text('计划生育服务证号', 50)),
  matn_type: ask.blank('生育类别', 6),
  birctrl_type: ask.blank('计划生育手术类别', 6),
  latechb_flag: ask.text('晚育标志', 3),
  geso_val: ask.optional(ask.decimal('孕周数', '2')),
  fetts: ask.optional(ask.decimal('胎次', '3')),
  fetus_cnt: ask.optional(ask.decimal('胎儿数', '3')),
  pret_flag: ask.text('早产标志', 3),
  birctrl_matn_date: ask.optional(ask.date('计划生育手术或生育日期')),
};

/** 病种 and 手术; the operation's code is required for day surgery. */
export const diseaseFields = {
  dise_codg: ask.optional(ask.text('病种编码', 30)),
  dise_name: ask.optional(ask.text('病种名称', 500)),
  oprn_oprt_code: ask.optional(ask.text('手术操作代码', 30)),
  oprn_oprt_name: ask.optional(ask.text('手术操作名称', 500)),
};

/** One diagnosis of a stay; unlike 2203's it says which is the main one, and has no 有效标志. */
export const stayDiagnosisFields = {
  psn_no: ask.personal('人员编号', 30),
  diag_type: ask.coded('诊断类别', 3),
  maindiag_flag: ask.coded('主诊断标志', 3),
  diag_srt_no: ask.decimal('诊断排序号', '2'),
  diag_code: ask.text('诊断代码', 20),
  diag_name: ask.text('诊断名称', 100),
  adm_cond: ask.optional(ask.text('入院病情', 500)),
  diag_dept: ask.text('诊断科室', 50),
  dise_dor_no: ask.text('诊断医生编码', 30),
  dise_dor_name: ask.text('诊断医生姓名', 50),
  diag_time: ask.dateTime('诊断时间'),
};
