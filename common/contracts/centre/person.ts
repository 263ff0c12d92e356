import { z } from 'zod';
import * as ask from './input-fields.ts';
import * as answer from './output-fields.ts';

/** 1101 人员基本信息获取. `card_sn` (卡识别码) is required with mdtrt_cert_type 03, `mdtrt_cert_no` then is the 卡号. */
export const personQuerySchema = z
  .object({
    mdtrt_cert_type: ask.coded('就诊凭证类型', 3),
    mdtrt_cert_no: ask.personal('就诊凭证编号', 50),
    card_sn: ask.optional(ask.personal('卡识别码', 32)),
    begntime: ask.optional(ask.dateTime('开始时间')),
    psn_cert_type: ask.blank('人员证件类型', 6),
    certno: ask.optional(ask.personal('证件号码', 50)),
    psn_name: ask.optional(ask.personal('人员姓名', 50)),
  })
  .refine((query) => query.mdtrt_cert_type !== '03' || query.card_sn !== undefined, {
    path: ['card_sn'],
    error: 'required with mdtrt_cert_type 03',
  });

export const personInput = z.object({ data: personQuerySchema });

/** Who the person is at the centre. */
export const basicInfoSchema = z.object({
  psn_no: answer.personId('人员编号', 30),
  psn_cert_type: answer.lenient(answer.coded('人员证件类型', 6)),
  certno: answer.personal('证件号码', 50),
  psn_name: answer.personal('人员姓名', 50),
  gend: answer.lenient(answer.coded('性别', 6)),
  naty: answer.lenient(answer.text('民族', 3)),
  brdy: answer.maybe(answer.personalDate('出生日期')),
  age: answer.lenient(answer.decimal('年龄', '4,1')),
  expContent: answer.maybe(answer.text('字段扩展', 4000)),
});

/** One insurance; only `psn_insu_stas` "1" is in force. */
export const insuranceSchema = z.object({
  balc: answer.money('余额'),
  insutype: answer.coded('险种类型', 6),
  psn_type: answer.coded('人员类别', 6),
  psn_insu_stas: answer.id('人员参保状态', 6),
  psn_insu_date: answer.maybe(answer.date('个人参保日期')),
  paus_insu_date: answer.maybe(answer.date('暂停参保日期')),
  cvlserv_flag: answer.lenient(answer.coded('公务员标志', 3)),
  insuplc_admdvs: answer.id('参保地医保区划', 6),
  emp_name: answer.maybe(answer.personal('单位名称', 200)),
});

/** A special status of the person (优抚, 困难 …). */
export const identitySchema = z.object({
  psn_idet_type: answer.lenient(answer.coded('人员身份类别', 3)),
  psn_type_lv: answer.lenient(answer.text('人员类别等级', 3)),
  memo: answer.maybe(answer.text('备注', 500)),
  begntime: answer.lenient(answer.dateTime('开始时间')),
  endtime: answer.maybe(answer.dateTime('结束时间')),
});

export const personOutput = z.object({
  baseinfo: basicInfoSchema,
  insuinfo: answer.list(insuranceSchema),
  idetinfo: answer.list(identitySchema),
});
