import { z } from 'zod';
import { certificateCodeSchema, certificateKindSchema, certificateVerifySchema } from '../benefits/certificates.ts';
import { failureCodeSchema } from '../session/snapshot.ts';

/** `verify CODE --json`: what the paper must say. */
export const cliVerifySchema = certificateVerifySchema.shape.certificate.unwrap().extend({ asOf: z.string() });

/** One row of the archive's index, without the person and without the code: either would open more than a list should. */
export const certificateIndexRowSchema = z.object({
  id: z.int(),
  at: z.string(),
  kind: certificateKindSchema,
  state: z.enum(['asked', 'issued', 'none', 'failed']),
  by: z.string(),
  /** Sixteen digits, as page and slip show them; null where none was issued. */
  digest: z.string().length(16).nullable(),
  issuedOn: z.string().nullable(),
  expiresOn: z.string().nullable(),
  /** What became of the A4 page; null where there was none. */
  page: z.string().nullable(),
});
export type CertificateIndexRow = z.infer<typeof certificateIndexRowSchema>;

/** `certificate list --json` */
export const cliCertificateListSchema = z.object({ rows: z.array(certificateIndexRowSchema) });

export const MAX_INDEX_ROWS = 500;

/** Check codes. Anybody who holds a paper may ask: nothing is told but what stands on it, and not often. */
export const certificateVerbs = {
  certificateVerify: {
    in: z.object({ code: certificateCodeSchema }),
    out: z.union([
      z.object({ ok: z.literal(true), certificate: cliVerifySchema }),
      z.object({ ok: z.literal(false), code: failureCodeSchema }),
    ]),
  },
  /** What was issued here, the newest first. */
  certificateList: {
    in: z.object({ limit: z.int().min(1).max(MAX_INDEX_ROWS) }),
    out: z.union([
      cliCertificateListSchema.extend({ ok: z.literal(true) }),
      z.object({ ok: z.literal(false), code: failureCodeSchema }),
    ]),
  },
} as const;
