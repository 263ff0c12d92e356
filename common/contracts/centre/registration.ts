import { z } from 'zod';
import * as ask from './input-fields.ts';
import * as answer from './output-fields.ts';

/** 2201 门诊挂号: opens an encounter. */
export const registrationSchema = z.object({
  psn_no: ask.personal('人员编号', 30),
  insutype: ask.coded('险种类型', 6),
  begntime: ask.dateTime('开始时间'),
  mdtrt_cert_type: ask.coded('就诊凭证类型', 3),
  mdtrt_cert_no: ask.personal('就诊凭证编号', 50),
  ipt_otp_no: ask.text('住院/门诊号', 30),
  atddr_no: ask.text('医师编码', 30),
  dr_name: ask.text('医师姓名', 50),
  dept_code: ask.text('科室编码', 30),
  dept_name: ask.text('科室名称', 100),
  caty: ask.coded('科别', 6),
});

export const registrationInput = z.object({ data: registrationSchema });

/** `mdtrt_id` is the encounter at the centre. */
export const registeredSchema = z.object({
  mdtrt_id: answer.id('就诊ID', 30),
  psn_no: answer.personId('人员编号', 30),
  ipt_otp_no: answer.lenient(answer.text('住院/门诊号', 30)),
});

export const registrationOutput = z.object({ data: registeredSchema });

/** 2202 门诊挂号撤销. */
export const registrationCancelSchema = z.object({
  psn_no: ask.personal('人员编号', 30),
  mdtrt_id: ask.text('就诊ID', 30),
  ipt_otp_no: ask.text('住院/门诊号', 30),
  expContent: ask.optional(ask.text('字段扩展', 4000)),
});

export const registrationCancelInput = z.object({ data: registrationCancelSchema });
