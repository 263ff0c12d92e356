import { z } from 'zod';
import * as ask from './input-fields.ts';
import * as answer from './output-fields.ts';
import { diseaseFields, maternityFields, stayDiagnosisFields } from './stay-diagnosis.ts';

/** Who looks after the person, and where: 2401 and 2403 say it alike. */
export const stayPlaceFields = {
  medrcdno: ask.optional(ask.text('病历号', 30)),
  atddr_no: ask.text('主治医生编码', 30),
  chfpdr_name: ask.text('主诊医师姓名', 50),
  adm_diag_dscr: ask.text('入院诊断描述', 200),
  adm_dept_codg: ask.text('入院科室编码', 30),
  adm_dept_name: ask.text('入院科室名称', 100),
  adm_bed: ask.text('入院床位', 30),
  dscg_maindiag_code: ask.text('住院主诊断代码', 20),
  dscg_maindiag_name: ask.text('住院主诊断名称', 300),
  main_cond_dscr: ask.optional(ask.text('主要病情描述', 1000)),
};

/** 2401 入院办理: opens a stay. `ipt_no` is ours, and reads back as `ipt_otp_no` in 5201 and 5303. */
export const admissionSchema = z.object({
  psn_no: ask.personal('人员编号', 30),
  insutype: ask.coded('险种类型', 6),
  coner_name: ask.optional(ask.personal('联系人姓名', 50)),
  tel: ask.optional(ask.personal('联系电话', 50)),
  begntime: ask.dateTime('开始时间'),
  mdtrt_cert_type: ask.coded('就诊凭证类型', 3),
  mdtrt_cert_no: ask.personal('就诊凭证编号', 50),
  med_type: ask.coded('医疗类别', 6),
  ipt_no: ask.text('住院号', 30),
  ...stayPlaceFields,
  ...diseaseFields,
  ...maternityFields,
  dise_type_code: ask.optional(ask.text('病种类型', 6)),
  expContent: ask.optional(ask.text('字段扩展', 4000)),
});

export const admissionInput = z.object({
  mdtrtinfo: admissionSchema,
  diseinfo: z.array(z.object(stayDiagnosisFields)).min(1),
});

/** `mdtrt_id` is the stay at the centre. */
export const admissionOutput = z.object({ result: z.object({ mdtrt_id: answer.id('就诊ID', 30) }) });

/** 2403 入院信息变更. It calls 住院号 `ipt_otp_no`, and 病种类型 病种编号. */
export const admissionChangeSchema = z.object({
  mdtrt_id: ask.text('就诊ID', 30),
  psn_no: ask.personal('人员编号', 30),
  coner_name: ask.optional(ask.personal('联系人姓名', 50)),
  tel: ask.optional(ask.personal('联系电话', 50)),
  begntime: ask.dateTime('开始时间'),
  endtime: ask.optional(ask.dateTime('结束时间')),
  mdtrt_cert_type: ask.coded('就诊凭证类型', 3),
  med_type: ask.coded('医疗类别', 6),
  ipt_otp_no: ask.text('住院/门诊号', 30),
  ...stayPlaceFields,
  ...diseaseFields,
  ...maternityFields,
  dise_type_code: ask.optional(ask.text('病种编号', 6)),
  exp_content: ask.optional(ask.text('字段扩展', 4000)),
});

export const admissionChangeInput = z.object({
  adminfo: admissionChangeSchema,
  diseinfo: z.array(z.object({ mdtrt_id: ask.text('就诊ID', 30), ...stayDiagnosisFields })).min(1),
});

/** 2404 入院撤销. One source prints 30 as the length of 字段扩展, and 4000 beside it. */
export const admissionCancelInput = z.object({
  data: z.object({
    mdtrt_id: ask.text('就诊ID', 30),
    psn_no: ask.personal('人员编号', 30),
    expContent: ask.optional(ask.text('字段扩展', 4000)),
  }),
});
