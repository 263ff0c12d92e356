import type { EntitlementProof } from '../../common/contracts/benefits/proof.ts';
import { type ProofView, proofViewSchema } from '../../common/contracts/session/services/proof.ts';
import { pii, unwrapPii } from '../../common/kernel/pii.ts';
import { err } from '../../common/kernel/result.ts';
import type { ResidentService } from './resident-service.ts';

/** Insurances whose continuing payments end with a life: only who draws one is offered the service. */
const FOR_LIFE: ReadonlySet<string> = new Set(['pension', 'injury', 'residentPension', 'ruralPension']);

/**
 * S11: that who draws a benefit stands here. It is sent at the person's own key, with how sure the terminal is; whether
 * that is enough, the centre says.
 */
export const proof: ResidentService<ProofView> = {
  name: 'proof',
  offers: ['pension', 'injury', 'residentPension', 'ruralPension'],
  has: ({ payments }) =>
    payments.some(({ insurance, to, monthly }) => to === null && monthly !== null && FOR_LIFE.has(insurance)),
  async ask(query, benefits, person, part, _chip, papers) {
    if (part !== null && part !== 'send') return err({ code: 'BENEFITS_BAD_ANSWER', reason: null });
    if (papers === null) return err({ code: 'BENEFITS_UNREACHABLE', reason: null });
    const { terminal } = papers;
    const sent = part === null ? {} : { assurance: await papers.assurance() };
    return query(benefits.entitlementProof(pii({ ...unwrapPii(person), terminal, ...sent })), proofViewOf);
  },
};

/** The answer, or null where it says of itself what cannot be: proven without a day, or by one who draws nothing. */
export function proofViewOf(answer: EntitlementProof): ProofView | null {
  const { city, drawing, state, required, provenOn, validUntil, illustrative, asOf } = answer;
  if ((state === 'notNeeded') !== (drawing.length === 0)) return null;
  if (state === 'proven' && (provenOn === null || validUntil === null || validUntil < asOf.slice(0, 10))) return null;
  const parsed = proofViewSchema.safeParse({
    ...{ service: 'proof', city, drawing, state, atWindow: required === 'window', provenOn, validUntil },
    ...{ illustrative, asOf },
  });
  return parsed.success ? parsed.data : null;
}
