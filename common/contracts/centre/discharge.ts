import { z } from 'zod';
import * as ask from './input-fields.ts';
import { diseaseFields, maternityFields, stayDiagnosisFields } from './stay-diagnosis.ts';

/** 2402 出院办理: without it no stay is settled. */
export const dischargeSchema = z.object({
  mdtrt_id: ask.text('就诊ID', 30),
  psn_no: ask.personal('人员编号', 30),
  insutype: ask.coded('险种类型', 6),
  endtime: ask.dateTime('结束时间'),
  ...diseaseFields,
  ...maternityFields,
  cop_flag: ask.text('伴有并发症标志', 3),
  dscg_dept_codg: ask.text('出院科室编码', 30),
  dscg_dept_name: ask.text('出院科室名称', 100),
  dscg_bed: ask.optional(ask.text('出院床位', 30)),
  /** 1 医嘱离院, 2 转院, 3 转社区, 4 非医嘱离院, 5 死亡, 9 其他 (B6.4). */
  dscg_way: ask.coded('离院方式', 3),
  die_date: ask.optional(ask.date('死亡日期')),
  expContent: ask.optional(ask.text('字段扩展', 4000)),
});

export const dischargeInput = z.object({
  dscginfo: dischargeSchema,
  diseinfo: z.array(z.object(stayDiagnosisFields)).min(1),
});

/** 2405 出院撤销: the person is in hospital again. */
export const dischargeUndoInput = z.object({
  data: z.object({
    mdtrt_id: ask.text('就诊ID', 30),
    psn_no: ask.personal('人员编号', 30),
    expContent: ask.optional(ask.text('字段扩展', 4000)),
  }),
});
