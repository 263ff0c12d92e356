import { z } from 'zod';

/** What a person has filed (备案): chronic diseases, institutions of choice, transfers to another hospital. */

const span = { from: z.iso.date(), to: z.iso.date().nullable().default(null) };

export const filingsSchema = z.strictObject({
  /** 门诊慢特病, answered by 5301. */
  chronic: z
    .array(z.strictObject({ code: z.string().min(1).max(30), name: z.string().min(1).max(300), ...span }))
    .max(20)
    .default([]),
  /** 定点, answered by 5302; `type` is biz_appy_type, of which no code table is published. */
  institutions: z
    .array(
      z.strictObject({
        type: z.string().min(1).max(3),
        insutype: z.string().regex(/^\d{3}$/),
        code: z.string().min(1).max(12),
        name: z.string().min(1).max(200),
        ...span,
      }),
    )
    .max(20)
    .default([]),
  /** 转院, answered by 5304. */
  transfers: z
    .array(
      z.strictObject({
        insutype: z.string().regex(/^\d{3}$/),
        /** Hospital to which she goes; no code where it lies outside the province. */
        toCode: z.string().max(30).nullable().default(null),
        toName: z.string().min(1).max(200),
        elsewhere: z.boolean(),
        on: z.iso.date(),
        reason: z.string().min(1).max(100),
        diagnosis: z.strictObject({ code: z.string().min(1).max(20), name: z.string().min(1).max(100) }).nullable(),
        agreed: z.boolean().default(true),
        ...span,
      }),
    )
    .max(20)
    .default([]),
});
export type Filings = z.output<typeof filingsSchema>;

export const NO_FILINGS: Filings = { chronic: [], institutions: [], transfers: [] };

/** Whether a filing holds on a day, `yyyy-MM-dd`. */
export function holdsOn({ from, to }: { readonly from: string; readonly to: string | null }, day: string): boolean {
  return from <= day && (to === null || day <= to);
}
