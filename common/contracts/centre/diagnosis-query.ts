import { z } from 'zod';
import * as ask from './input-fields.ts';
import * as answer from './output-fields.ts';

/** 5202 诊断信息查询. */
export const diagnosisQueryInput = z.object({
  data: z.object({ mdtrt_id: ask.text('就诊ID', 30), psn_no: ask.personal('人员编号', 30) }),
});

/** One diagnosis as the centre holds it. */
export const foundDiagnosisSchema = z.object({
  diag_info_id: answer.lenient(answer.text('诊断信息ID', 30)),
  mdtrt_id: answer.id('就诊ID', 30),
  psn_no: answer.personId('人员编号', 30),
  inout_diag_type: answer.lenient(answer.coded('出入院诊断类别', 3)),
  diag_type: answer.lenient(answer.coded('诊断类别', 3)),
  maindiag_flag: answer.lenient(answer.coded('主诊断标志', 3)),
  diag_srt_no: answer.lenient(answer.decimal('诊断排序号', '2')),
  diag_code: answer.id('诊断代码', 20),
  diag_name: answer.text('诊断名称', 100),
  adm_cond: answer.maybe(answer.text('入院病情', 500)),
  diag_dept: answer.lenient(answer.text('诊断科室', 50)),
  dise_dor_no: answer.lenient(answer.text('诊断医生编码', 30)),
  dise_dor_name: answer.lenient(answer.text('诊断医生姓名', 50)),
  diag_time: answer.lenient(answer.dateTime('诊断时间')),
  opter_id: answer.maybe(answer.text('经办人ID', 20)),
  opter_name: answer.maybe(answer.text('经办人姓名', 50)),
  opt_time: answer.maybe(answer.dateTime('经办时间')),
});

export const diagnosisQueryOutput = z.object({ data: answer.list(foundDiagnosisSchema) });
