import { z } from 'zod';
import * as ask from './input-fields.ts';
import * as answer from './output-fields.ts';

/** 5204 费用明细查询: the lines of an encounter, or of one of its settlements. */
export const feeQueryInput = z.object({
  data: z.object({
    psn_no: ask.personal('人员编号', 30),
    setl_id: ask.optional(ask.text('结算ID', 30)),
    mdtrt_id: ask.text('就诊ID', 30),
  }),
});

/** One line as the centre holds it. `setl_id` of an unsettled line is empty. `opt_timeP` is misspelt in print. */
export const foundFeeSchema = z.object({
  mdtrt_id: answer.id('就诊ID', 30),
  setl_id: answer.lenient(answer.text('结算ID', 30)),
  feedetl_sn: answer.id('费用明细流水号', 30),
  rx_drord_no: answer.maybe(answer.text('处方/医嘱号', 30)),
  med_type: answer.lenient(answer.coded('医疗类别', 6)),
  fee_ocur_time: answer.lenient(answer.dateTime('费用发生时间')),
  cnt: answer.decimal('数量', '16,4'),
  pric: answer.decimal('单价', '16,6'),
  sin_dos_dscr: answer.maybe(answer.text('单次剂量描述', 200)),
  used_frqu_dscr: answer.maybe(answer.text('使用频次描述', 200)),
  prd_days: answer.maybe(answer.decimal('周期天数', '4,2')),
  medc_way_dscr: answer.maybe(answer.text('用药途径描述', 200)),
  det_item_fee_sumamt: answer.money('明细项目费用总额'),
  pric_uplmt_amt: answer.lenient(answer.decimal('定价上限金额', '16,6')),
  selfpay_prop: answer.maybe(answer.decimal('自付比例', '5,4')),
  fulamt_ownpay_amt: answer.maybeMoney('全自费金额'),
  overlmt_amt: answer.maybeMoney('超限价金额'),
  preselfpay_amt: answer.maybeMoney('先行自付金额'),
  inscp_scp_amt: answer.maybeMoney('符合政策范围金额'),
  chrgitm_lv: answer.lenient(answer.coded('收费项目等级', 3)),
  hilist_code: answer.lenient(answer.text('医保目录编码', 50)),
  hilist_name: answer.lenient(answer.text('医保目录名称', 200)),
  list_type: answer.lenient(answer.coded('目录类别', 6)),
  med_list_codg: answer.lenient(answer.text('医疗目录编码', 50)),
  medins_list_codg: answer.lenient(answer.text('医药机构目录编码', 150)),
  medins_list_name: answer.lenient(answer.text('医药机构目录名称', 100)),
  med_chrgitm_type: answer.lenient(answer.coded('医疗收费项目类别', 6)),
  prodname: answer.maybe(answer.text('商品名', 200)),
  spec: answer.maybe(answer.text('规格', 200)),
  dosform_name: answer.lenient(answer.text('剂型名称', 200)),
  bilg_dept_codg: answer.maybe(answer.text('开单科室编码', 30)),
  bilg_dept_name: answer.maybe(answer.text('开单科室名称', 100)),
  bilg_dr_codg: answer.maybe(answer.text('开单医生编码', 30)),
  bilg_dr_name: answer.maybe(answer.text('开单医师姓名', 50)),
  acord_dept_codg: answer.maybe(answer.text('受单科室编码', 30)),
  acord_dept_name: answer.maybe(answer.text('受单科室名称', 100)),
  orders_dr_code: answer.maybe(answer.text('受单医生编码', 30)),
  orders_dr_name: answer.maybe(answer.text('受单医生姓名', 50)),
  lmt_used_flag: answer.lenient(answer.text('限制使用标志', 3)),
  hosp_prep_flag: answer.lenient(answer.text('医院制剂标志', 3)),
  hosp_appr_flag: answer.lenient(answer.text('医院审批标志', 3)),
  tcmdrug_used_way: answer.lenient(answer.text('中药使用方式', 6)),
  prodplac_type: answer.lenient(answer.text('生产地类别', 6)),
  bas_medn_flag: answer.lenient(answer.text('基本药物标志', 3)),
  hi_nego_drug_flag: answer.lenient(answer.text('医保谈判药品标志', 3)),
  chld_medc_flag: answer.lenient(answer.text('儿童用药标志', 3)),
  etip_flag: answer.lenient(answer.text('外检标志', 3)),
  etip_hosp_code: answer.maybe(answer.text('外检医院编码', 30)),
  dscg_tkdrug_flag: answer.lenient(answer.text('出院带药标志', 3)),
  list_sp_item_flag: answer.lenient(answer.text('目录特项标志', 3)),
  matn_fee_flag: answer.lenient(answer.text('生育费用标志', 6)),
  drt_reim_flag: answer.lenient(answer.text('直报标志', 3)),
  memo: answer.maybe(answer.text('备注', 500)),
  opter_id: answer.maybe(answer.text('经办人ID', 20)),
  opter_name: answer.maybe(answer.text('经办人姓名', 50)),
  opt_timeP: answer.maybe(answer.dateTime('经办时间')),
});

export const feeQueryOutput = z.object({ data: answer.list(foundFeeSchema) });
