import { z } from 'zod';

/** A one-time code as the operator hands it out on paper: 16 characters without 0, 1, I, O. */
export const enrolmentCodeSchema = z.string().regex(/^[2-9A-HJ-NP-Z]{16}$/);

/** SHA-256 of a public key (SPKI, DER), hex. */
export const keyFingerprintSchema = z.string().regex(/^[0-9a-f]{64}$/);

const slotSchema = z.object({
  institutionCode: z.string().regex(/^[A-Z0-9]{12}$/),
  terminalSlot: z.int().min(0).max(1295),
});

/**
 * A terminal's first words to its operator: who it says it is, where it stands, and its public key. The private key never
 * leaves it; `proof` shows that it has it: ECDSA P-256 over `enrolmentText`, base64. Asked again with the same code and
 * the same key it answers the same, so an answer that was lost costs nothing.
 */
export const enrolmentRequestSchema = slotSchema.extend({
  code: enrolmentCodeSchema,
  terminalLabel: z.string().min(1).max(20),
  /** Names from the city downwards (S17); null where the site has none. */
  place: z.array(z.string().min(1).max(20)).max(4).nullable(),
  /** PEM, SPKI. */
  publicKey: z.string().min(50).max(1000),
  proof: z.string().min(20).max(200),
});
export type EnrolmentRequest = z.infer<typeof enrolmentRequestSchema>;

/** What is signed as the proof of the key. */
export function enrolmentText({ code, institutionCode, terminalSlot }: Omit<EnrolmentRequest, 'proof'>): string {
  return `minka enrolment\n${code}\n${institutionCode}\n${terminalSlot}`;
}

export const enrolmentApi = {
  enrol: {
    path: '/operator/v1/enrolments',
    in: enrolmentRequestSchema,
    /** 403 ENROL_REFUSED: the code; 409 SLOT_USED: another machine's key has the slot. */
    out: z.object({
      /** PEM, from the operator's authority for terminals. */
      certificate: z.string(),
      /** What this terminal shows the operator from now on. */
      operatorToken: z.string().min(16),
    }),
  },
  /** Who has a slot; bearer token. */
  slot: {
    path: '/operator/v1/slots/query',
    in: slotSchema.extend({ fingerprint: keyFingerprintSchema }),
    out: z.object({ held: z.enum(['free', 'own', 'other']) }),
  },
} as const;
