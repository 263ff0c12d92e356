import type { AnswerOf, ServiceAnswer, ServiceName } from '../../common/contracts/session/services/answer.ts';
import { assistanceFace } from './assistance.ts';
import { cardFace } from './card.ts';
import { certificatesFace } from './certificates.ts';
import { contributionsFace } from './contributions.ts';
import { coverageFace } from './coverage.ts';
import { declarationFace } from './declaration.ts';
import { entitlementsFace } from './entitlements.ts';
import type { Face } from './face.ts';
import { housingFace } from './housing.ts';
import { injuryFace } from './injury.ts';
import { maternityFace } from './maternity.ts';
import { medicalFace } from './medical.ts';
import { pensionFace } from './pension.ts';
import { proofFace } from './proof.ts';
import { residentPensionFace } from './resident-pension.ts';
import { unemploymentFace } from './unemployment.ts';

/** Every service's face; the compiler refuses a missing one. */
const faces: { readonly [N in ServiceName]: Face<AnswerOf<N>> } = {
  medical: medicalFace,
  coverage: coverageFace,
  pension: pensionFace,
  residentPension: residentPensionFace,
  contributions: contributionsFace,
  declaration: declarationFace,
  unemployment: unemploymentFace,
  injury: injuryFace,
  maternity: maternityFace,
  assistance: assistanceFace,
  housing: housingFace,
  entitlements: entitlementsFace,
  certificates: certificatesFace,
  proof: proofFace,
  card: cardFace,
};

/** The face of an answer. */
export function faceOf(answer: ServiceAnswer): Face<ServiceAnswer> {
  // The table pairs each name with its own answer; the compiler cannot follow that through an index.
  return faces[answer.service] as Face<ServiceAnswer>;
}
