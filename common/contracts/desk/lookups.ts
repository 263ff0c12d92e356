import { z } from 'zod';
import { failureCodeSchema } from '../session/shared.ts';

/** 待遇检查 2001, 慢特病备案 5301, 定点备案 5302, 在院信息 5303, 转院信息 5304. */
export const lookupNameSchema = z.enum(['benefit', 'chronic', 'designated', 'inHospital', 'transfer']);
export type LookupName = z.infer<typeof lookupNameSchema>;

/** One row of an answer, in the centre's own codes and words. */
export const lookupRowSchema = z.object({
  code: z.string().max(30),
  name: z.string().max(120),
  /** `yyyy-MM-dd`; null: the centre does not say. */
  from: z.string().max(10).nullable(),
  to: z.string().max(10).nullable(),
  note: z.string().max(200).nullable(),
});
export type LookupRow = z.infer<typeof lookupRowSchema>;

export const lookupViewSchema = z.object({
  about: lookupNameSchema,
  working: z.boolean(),
  rows: z.array(lookupRowSchema).max(20),
  failure: failureCodeSchema.nullable(),
});
export type LookupView = z.infer<typeof lookupViewSchema>;
