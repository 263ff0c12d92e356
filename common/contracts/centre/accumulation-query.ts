import { z } from 'zod';
import * as ask from './input-fields.ts';
import * as answer from './output-fields.ts';

/** 5206 人员累计信息查询. `cum_ym` is yyyyMM; without it the centre answers up to now. */
export const accumulationQuerySchema = z.object({
  psn_no: ask.personal('人员编号', 30),
  cum_ym: ask.optional(ask.text('累计年月', 6)),
});

export const accumulationQueryInput = z.object({ data: accumulationQuerySchema });

/** One accumulated value. No code table of `cum_type_code` is published: a profile has to say what a centre means. */
export const accumulationSchema = z.object({
  insutype: answer.coded('险种类型', 6),
  year: answer.id('年度', 4),
  cum_ym: answer.id('累计年月', 6),
  cum_type_code: answer.id('累计类别代码', 10),
  cum: answer.money('累计值'),
});

/** Nothing accumulated is an empty list. */
export const accumulationQueryOutput = z.object({ data: answer.list(accumulationSchema) });
