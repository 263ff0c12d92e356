import { z } from 'zod';
import { failureCodes } from '../failures.ts';

// What several screens have.

export const failureCodeSchema = z.enum(failureCodes);

/** Masked facts only: `name` is "李*兰", `number` "110***********002X". */
export const maskedPersonSchema = z.object({
  name: z.string(),
  number: z.string(),
  sex: z.enum(['male', 'female', 'unknown']).nullable(),
});
export type MaskedPerson = z.infer<typeof maskedPersonSchema>;

/** How the slip of a result fares; `none`: there is no printer, or none was wanted. */
export const printSchema = z.enum(['queued', 'printing', 'printed', 'notPrinted', 'unknown', 'none']);
