import { z } from 'zod';
import * as ask from './input-fields.ts';

/** 2203 / 2203A 门诊就诊信息上传 (one shape): the encounter … */
export const encounterInfoSchema = z.object({
  mdtrt_id: ask.text('就诊ID', 30),
  psn_no: ask.personal('人员编号', 30),
  med_type: ask.coded('医疗类别', 6),
  begntime: ask.dateTime('开始时间'),
  main_cond_dscr: ask.optional(ask.text('主要病情描述', 1000)),
  dise_codg: ask.optional(ask.text('病种编码', 30)),
  dise_name: ask.optional(ask.text('病种名称', 500)),
  birctrl_type: ask.blank('计划生育手术类别', 6),
  birctrl_matn_date: ask.optional(ask.date('计划生育手术或生育日期')),
  matn_type: ask.optional(ask.text('生育类别', 6)),
  geso_val: ask.optional(ask.decimal('孕周数', '2')),
  expContent: ask.optional(ask.text('字段扩展', 4000)),
});

/** … and its diagnoses. */
export const diagnosisSchema = z.object({
  diag_type: ask.coded('诊断类别', 3),
  diag_srt_no: ask.decimal('诊断排序号', '2'),
  diag_code: ask.text('诊断代码', 20),
  diag_name: ask.text('诊断名称', 100),
  diag_dept: ask.text('诊断科室', 50),
  dise_dor_no: ask.text('诊断医生编码', 30),
  dise_dor_name: ask.text('诊断医生姓名', 50),
  diag_time: ask.dateTime('诊断时间'),
  vali_flag: ask.coded('有效标志', 3),
});

export const diagnosisInput = z.object({ mdtrtinfo: encounterInfoSchema, diseinfo: z.array(diagnosisSchema).min(1) });
