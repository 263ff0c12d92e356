import { z } from 'zod';
import * as ask from './input-fields.ts';
import * as answer from './output-fields.ts';

/** 1901 医保字典查询: one code table, as it stood on a day. `parentValue` is sent empty for a table without a parent. */
export const dictionarySchema = z.object({
  type: ask.text('字典类型', 30),
  parentValue: ask.blank('父字典键值', 10),
  admdvs: ask.coded('行政区划', 6),
  date: ask.date('查询日期'),
  valiFlag: ask.coded('有效标志', 3),
  operatorId: ask.optional(ask.text('收款员编号', 20)),
  operatorName: ask.optional(ask.text('收款员姓名', 30)),
});

export const dictionaryInput = z.object({ data: dictionarySchema });

/** One value of the table. Editions differ in `vali_flag` and `valiFlag`; the latter is printed 权限标识. */
export const dictionaryRowSchema = z.object({
  type: answer.lenient(answer.text('字典类型', 30)),
  label: answer.text('字典标签', 50),
  value: answer.id('字典键值', 20),
  sort: answer.lenient(answer.decimal('序号', '30')),
  vali_flag: answer.maybe(answer.text('有效标志', 3)),
  valiFlag: answer.lenient(answer.coded('权限标识', 3)),
  version: answer.lenient(answer.decimal('版本号', '20')),
});

/** What one edition prints in a node of its own; where it comes, it comes row by row beside `list`. */
const dictionaryOriginSchema = z.object({
  parentValue: answer.lenient(answer.text('父字典键值', 10)),
  createUser: answer.lenient(answer.text('创建账户', 30)),
  createDate: answer.lenient(answer.date('创建时间')),
});

/** An unknown table is an empty list. */
export const dictionaryOutput = z.object({
  list: answer.list(dictionaryRowSchema),
  data: answer.list(dictionaryOriginSchema),
});
