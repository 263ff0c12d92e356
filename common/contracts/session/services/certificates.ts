import { z } from 'zod';
import { positiveFenSchema } from '../../amounts.ts';
import { certificateCodeSchema, certificateKindSchema } from '../../benefits/certificates.ts';
import { insuranceSchema } from './contributions.ts';
import { asOfSchema, monthSchema } from './shared.ts';

/**
 * What became of the A4 page: none is made here; kept as a file; came out; still under way; or what the printer lacks.
 * `notMade`: it could not be drawn. The slip bears the code in any case.
 */
export const pageStateSchema = z.enum([
  ...(['off', 'saved', 'printed', 'printing', 'notMade'] as const),
  ...(['paper', 'cover', 'toner', 'jam', 'stopped', 'offline', 'refused'] as const),
]);
export type PageState = z.infer<typeof pageStateSchema>;

const day = z.iso.date();
const months = z.int().min(0).max(1200);

/** 开证明: which there are, and the one that was issued. Amounts are fen; nobody's name or number. */
export const certificatesViewSchema = z.object({
  service: z.literal('certificates'),
  city: z.string().max(20),
  /** Null while none was asked for. */
  issued: z
    .object({
      kind: certificateKindSchema,
      code: certificateCodeSchema,
      /** Sixteen digits of its digest, as the page shows them. */
      digest: z.string().length(16),
      from: monthSchema,
      to: monthSchema,
      insurances: z
        .array(z.object({ insurance: insuranceSchema, months, firm: positiveFenSchema, person: positiveFenSchema }))
        .min(1)
        .max(5),
      total: positiveFenSchema,
      issuedOn: day,
      expiresOn: day,
      page: pageStateSchema,
    })
    .nullable(),
  /** The kind that was asked for, and of which nothing is on record. */
  nothing: certificateKindSchema.nullable(),
  asOf: asOfSchema,
});
export type CertificatesView = z.infer<typeof certificatesViewSchema>;
