import { z } from 'zod';
import * as ask from './input-fields.ts';
import * as answer from './output-fields.ts';

/** 2204 门诊费用明细上传: one fee line; `feedetl_sn` is unique within the encounter. */
export const feeLineSchema = z.object({
  feedetl_sn: ask.text('费用明细流水号', 30),
  mdtrt_id: ask.text('就诊ID', 30),
  psn_no: ask.personal('人员编号', 30),
  chrg_bchno: ask.text('收费批次号', 30),
  dise_codg: ask.optional(ask.text('病种编码', 30)),
  rxno: ask.optional(ask.text('处方号', 30)),
  rx_circ_flag: ask.coded('外购处方标志', 3),
  fee_ocur_time: ask.dateTime('费用发生时间'),
  med_list_codg: ask.text('医疗目录编码', 50),
  medins_list_codg: ask.text('医药机构目录编码', 150),
  det_item_fee_sumamt: ask.money('明细项目费用总额'),
  cnt: ask.decimal('数量', '16,4'),
  pric: ask.decimal('单价', '16,6'),
  sin_dos_dscr: ask.optional(ask.text('单次剂量描述', 200)),
  used_frqu_dscr: ask.optional(ask.text('使用频次描述', 200)),
  prd_days: ask.optional(ask.decimal('周期天数', '4,2')),
  medc_way_dscr: ask.optional(ask.text('用药途径描述', 200)),
  bilg_dept_codg: ask.text('开单科室编码', 30),
  bilg_dept_name: ask.text('开单科室名称', 100),
  bilg_dr_codg: ask.text('开单医生编码', 30),
  bilg_dr_name: ask.text('开单医师姓名', 50),
  acord_dept_codg: ask.optional(ask.text('受单科室编码', 30)),
  acord_dept_name: ask.optional(ask.text('受单科室名称', 100)),
  orders_dr_code: ask.optional(ask.text('受单医生编码', 30)),
  orders_dr_name: ask.optional(ask.text('受单医生姓名', 50)),
  hosp_appr_flag: ask.coded('医院审批标志', 3),
  tcmdrug_used_way: ask.text('中药使用方式', 6),
  etip_flag: ask.text('外检标志', 3),
  etip_hosp_code: ask.optional(ask.text('外检医院编码', 30)),
  dscg_tkdrug_flag: ask.text('出院带药标志', 3),
  matn_fee_flag: ask.text('生育费用标志', 6),
  expContent: ask.optional(ask.text('字段扩展', 4000)),
});

/** 字段扩展 of 2204 (one province). */
export const feeExtensionSchema = z.object({ er_flag: ask.optional(ask.text('急诊标志', 6)) });

export const feeInput = z.object({
  feedetail: z.array(feeLineSchema).min(1),
  exp_content: feeExtensionSchema.optional(),
});

/** How the centre classed one line; `chrgitm_lv` 01 甲, 02 乙, 03 丙. */
export const feeResultSchema = z.object({
  feedetl_sn: answer.id('费用明细流水号', 30),
  det_item_fee_sumamt: answer.money('明细项目费用总额'),
  cnt: answer.lenient(answer.decimal('数量', '16,4')),
  pric: answer.lenient(answer.decimal('单价', '16,6')),
  pric_uplmt_amt: answer.lenient(answer.decimal('定价上限金额', '16,6')),
  selfpay_prop: answer.maybe(answer.decimal('自付比例', '5,4')),
  fulamt_ownpay_amt: answer.maybeMoney('全自费金额'),
  overlmt_amt: answer.maybeMoney('超限价金额'),
  preselfpay_amt: answer.maybeMoney('先行自付金额'),
  inscp_scp_amt: answer.maybeMoney('符合政策范围金额'),
  chrgitm_lv: answer.lenient(answer.coded('收费项目等级', 3)),
  med_chrgitm_type: answer.lenient(answer.coded('医疗收费项目类别', 6)),
  bas_medn_flag: answer.lenient(answer.text('基本药物标志', 3)),
  hi_nego_drug_flag: answer.lenient(answer.text('医保谈判药品标志', 3)),
  chld_medc_flag: answer.lenient(answer.text('儿童用药标志', 3)),
  list_sp_item_flag: answer.lenient(answer.text('目录特项标志', 3)),
  lmt_used_flag: answer.lenient(answer.coded('限制使用标志', 3)),
  drt_reim_flag: answer.lenient(answer.text('直报标志', 3)),
  memo: answer.maybe(answer.text('备注', 500)),
});

export const feeOutput = z.object({ result: answer.list(feeResultSchema).refine((rows) => rows.length > 0) });

/** 2205 门诊费用明细撤销. `chrg_bchno` "0000" deletes every unsettled line of the encounter. */
export const feeCancelSchema = z.object({
  mdtrt_id: ask.text('就诊ID', 30),
  chrg_bchno: ask.text('收费批次号', 30),
  psn_no: ask.personal('人员编号', 30),
  expContent: ask.optional(ask.text('字段扩展', 4000)),
});

export const feeCancelInput = z.object({ data: feeCancelSchema });
