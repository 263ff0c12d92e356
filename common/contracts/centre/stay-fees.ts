import { z } from 'zod';
import { feeExtensionSchema, feeResultSchema } from './fees.ts';
import * as ask from './input-fields.ts';
import * as answer from './output-fields.ts';

/**
 * 2301 住院费用明细上传: one fee line of a stay. It names no batch, but the kind of case. A line taken back is sent
 * anew with a negative count and the number of the line it takes back.
 */
export const stayFeeLineSchema = z.object({
  feedetl_sn: ask.text('费用明细流水号', 30),
  init_feedetl_sn: ask.optional(ask.text('原费用流水号', 30)),
  mdtrt_id: ask.text('就诊ID', 30),
  drord_no: ask.optional(ask.text('医嘱号', 30)),
  psn_no: ask.personal('人员编号', 30),
  med_type: ask.coded('医疗类别', 6),
  fee_ocur_time: ask.dateTime('费用发生时间'),
  med_list_codg: ask.text('医疗目录编码', 50),
  medins_list_codg: ask.text('医药机构目录编码', 150),
  det_item_fee_sumamt: ask.money('明细项目费用总额'),
  cnt: ask.decimal('数量', '16,4'),
  pric: ask.decimal('单价', '16,6'),
  bilg_dept_codg: ask.text('开单科室编码', 30),
  bilg_dept_name: ask.text('开单科室名称', 100),
  bilg_dr_codg: ask.text('开单医生编码', 30),
  bilg_dr_name: ask.text('开单医师姓名', 50),
  acord_dept_codg: ask.optional(ask.text('受单科室编码', 30)),
  acord_dept_name: ask.optional(ask.text('受单科室名称', 100)),
  orders_dr_code: ask.optional(ask.text('受单医生编码', 30)),
  orders_dr_name: ask.optional(ask.text('受单医生姓名', 50)),
  hosp_appr_flag: ask.text('医院审批标志', 3),
  tcmdrug_used_way: ask.text('中药使用方式', 6),
  etip_flag: ask.text('外检标志', 3),
  etip_hosp_code: ask.optional(ask.text('外检医院编码', 30)),
  dscg_tkdrug_flag: ask.text('出院带药标志', 3),
  matn_fee_flag: ask.text('生育费用标志', 6),
  memo: ask.optional(ask.text('备注', 500)),
  expContent: ask.optional(ask.text('字段扩展', 4000)),
});

export const stayFeeInput = z.object({
  feedetail: z.array(stayFeeLineSchema).min(1),
  exp_content: feeExtensionSchema.optional(),
});

/** As the answer of 2204, but that the number of the line is not required. */
export const stayFeeResultSchema = feeResultSchema.extend({
  feedetl_sn: answer.maybe(answer.text('费用明细流水号', 30)),
});

export const stayFeeOutput = z.object({ result: answer.list(stayFeeResultSchema).refine((rows) => rows.length > 0) });

/** 2302 住院费用明细撤销, by line where 2205 goes by batch. `feedetl_sn` "0000" deletes every unsettled line. */
export const stayFeeCancelSchema = z.object({
  feedetl_sn: ask.text('费用明细流水号', 30),
  mdtrt_id: ask.text('就诊ID', 30),
  psn_no: ask.personal('人员编号', 30),
  expContent: ask.optional(ask.text('字段扩展', 4000)),
});

export const stayFeeCancelInput = z.object({ data: stayFeeCancelSchema });
