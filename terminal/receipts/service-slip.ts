import type { AnswerOf, ServiceAnswer, ServiceName } from '../../common/contracts/session/services/answer.ts';
import type { MaskedPerson } from '../../common/contracts/session/snapshot.ts';
import type { SlipDocument } from '../../common/contracts/slip.ts';
import { assistanceInformation } from './assistance-slip.ts';
import { cardInformation } from './card-slip.ts';
import { certificatesInformation } from './certificates-slip.ts';
import { contributionsInformation } from './contributions-slip.ts';
import { coverageInformation } from './coverage-slip.ts';
import { declarationInformation } from './declaration-slip.ts';
import { entitlementsInformation } from './entitlements-slip.ts';
import { housingInformation } from './housing-slip.ts';
import { type Information, informationSlip } from './information-slip.ts';
import { injuryInformation } from './injury-slip.ts';
import { maternityInformation } from './maternity-slip.ts';
import { medicalInformation } from './medical-slip.ts';
import { type Paper, paperOf, type SlipSite } from './paper.ts';
import { pensionInformation } from './pension-slip.ts';
import { proofInformation } from './proof-slip.ts';
import { residentPensionInformation } from './resident-pension-slip.ts';
import { unemploymentInformation } from './unemployment-slip.ts';

/** What each service puts on paper; the compiler refuses a missing one. */
const informationOf: { readonly [N in ServiceName]: (paper: Paper, answer: AnswerOf<N>) => Information } = {
  medical: medicalInformation,
  coverage: coverageInformation,
  pension: pensionInformation,
  residentPension: residentPensionInformation,
  contributions: contributionsInformation,
  declaration: declarationInformation,
  unemployment: unemploymentInformation,
  injury: injuryInformation,
  maternity: maternityInformation,
  assistance: assistanceInformation,
  housing: housingInformation,
  entitlements: entitlementsInformation,
  certificates: certificatesInformation,
  proof: proofInformation,
  card: cardInformation,
};

/** The slip of a service's answer. */
export function serviceSlip(site: SlipSite, person: MaskedPerson, answer: ServiceAnswer): SlipDocument {
  const paper = paperOf(site);
  // The table pairs each name with its own answer; the compiler cannot follow that through an index.
  const inform = informationOf[answer.service] as (paper: Paper, answer: ServiceAnswer) => Information;
  return informationSlip(paper, person, inform(paper, answer));
}
