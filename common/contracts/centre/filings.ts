import { z } from 'zod';
import * as ask from './input-fields.ts';
import * as answer from './output-fields.ts';

/** 5301 人员慢特病备案查询. */
export const chronicFilingInput = z.object({ data: z.object({ psn_no: ask.personal('人员编号', 30) }) });

/** One filed disease, of the kind of case 门诊慢特病 (14). The node is called `feedetail` here too. */
export const chronicFilingSchema = z.object({
  opsp_dise_code: answer.id('门慢门特病种目录代码', 30),
  opsp_dise_name: answer.text('门慢门特病种名称', 300),
  begndate: answer.date('开始日期'),
  enddate: answer.maybe(answer.date('结束日期')),
});

/** None filed is an empty list. */
export const chronicFilingOutput = z.object({ feedetail: answer.list(chronicFilingSchema) });

/** 5302 人员定点信息查询. No code table of `biz_appy_type` is published. */
export const chosenInstitutionInput = z.object({
  data: z.object({
    psn_no: ask.personal('人员编号', 30),
    biz_appy_type: ask.text('业务申请类型', 3),
  }),
});

/** One institution that the person has chosen. */
export const chosenInstitutionSchema = z.object({
  psn_no: answer.personId('人员编号', 30),
  insutype: answer.text('险种类型', 6),
  fix_srt_no: answer.lenient(answer.text('定点排序号', 3)),
  fixmedins_code: answer.id('定点医药机构编号', 12),
  fixmedins_name: answer.lenient(answer.text('定点医药机构名称', 200)),
  begndate: answer.date('开始日期'),
  enddate: answer.maybe(answer.date('结束日期')),
  memo: answer.maybe(answer.text('备注', 500)),
});

export const chosenInstitutionOutput = z.object({ data: answer.list(chosenInstitutionSchema) });
