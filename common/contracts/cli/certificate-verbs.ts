import { z } from 'zod';
import { certificateCodeSchema, certificateVerifySchema } from '../benefits/certificates.ts';
import { failureCodeSchema } from '../session/snapshot.ts';

/** `verify CODE --json`: what the paper must say. */
export const cliVerifySchema = certificateVerifySchema.shape.certificate.unwrap().extend({ asOf: z.string() });

/** Check codes. Anybody who holds a paper may ask: nothing is told but what stands on it, and not often. */
export const certificateVerbs = {
  certificateVerify: {
    in: z.object({ code: certificateCodeSchema }),
    out: z.union([
      z.object({ ok: z.literal(true), certificate: cliVerifySchema }),
      z.object({ ok: z.literal(false), code: failureCodeSchema }),
    ]),
  },
} as const;
