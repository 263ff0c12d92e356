import { z } from 'zod';
import { nationalField } from './field-meta.ts';
import * as ask from './input-fields.ts';
import * as answer from './output-fields.ts';

/**
 * The national envelope. `admvs` in the place of treatment and `admdvs` in the place of insurance are both as the
 * standard spells them. `input` is an object of named nodes.
 */
export const requestEnvelopeSchema = z.object({
  /** C4 by the table; C6 where a province has variants such as 2203A. */
  infno: ask.text('交易编号', 6),
  msgid: ask.text('发送方报文ID', 30),
  mdtrtarea_admvs: ask.text('就医地医保区划', 6),
  /** Required as soon as the input names a person. */
  insuplc_admdvs: ask.optional(ask.text('参保地医保区划', 6)),
  recer_sys_code: ask.text('接收方系统代码', 10),
  dev_no: ask.optional(ask.text('设备编号', 100)),
  dev_safe_info: ask.optional(ask.text('设备安全信息', 2000)),
  cainfo: ask.optional(ask.text('数字签名信息', 1024)),
  signtype: ask.optional(ask.text('签名类型', 10)),
  infver: ask.text('接口版本号', 6),
  /** 1 经办人, 2 自助终端, 3 移动终端 */
  opter_type: ask.coded('经办人类别', 3),
  opter: ask.text('经办人', 30),
  opter_name: ask.text('经办人姓名', 50),
  inf_time: ask.text('交易时间', 19),
  fixmedins_code: ask.text('定点医药机构编号', 12),
  /** C20 by the table, C200 in some provinces. */
  fixmedins_name: ask.text('定点医药机构名称', 200),
  /** After 9001. */
  sign_no: ask.optional(ask.text('交易签到流水号', 30)),
  input: z.record(z.string(), z.unknown()),
});
export type RequestEnvelope = z.output<typeof requestEnvelopeSchema>;

/** `infcode` "0" is success and "-1" failure, as a number or as text; `output` may be null or missing on success. */
export const answerEnvelopeSchema = z.object({
  /** C4; provinces have longer ones, which a profile may name. */
  infcode: z
    .string()
    .max(100)
    .meta(nationalField('交易状态码', 'C', 4)),
  inf_refmsgid: answer.maybe(answer.text('接收方报文ID', 30)),
  refmsg_time: answer.maybe(answer.text('接收报文时间', 17)),
  respond_time: answer.maybe(answer.text('响应报文时间', 17)),
  enctype: answer.maybe(answer.text('加密方式', 10)),
  signtype: answer.maybe(answer.text('签名类型', 10)),
  /** C200 by the table; can be far longer, up to a stack trace. */
  err_msg: answer.maybe(z.string().meta(nationalField('错误信息', 'C', 200))),
  output: z.unknown().optional(),
});
export type AnswerEnvelope = z.output<typeof answerEnvelopeSchema>;
