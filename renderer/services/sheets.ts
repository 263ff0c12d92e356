import type { AnswerOf, ServiceAnswer, ServiceName } from '../../common/contracts/session/services/answer.ts';
import { assistanceService } from './assistance.ts';
import { CardSheet } from './card-page.tsx';
import { CertificatesSheet } from './certificates-page.tsx';
import { ContributionsSheet } from './contributions-page.tsx';
import { CoverageSheet } from './coverage-page.tsx';
import { DeclarationSheet } from './declaration-page.tsx';
import { EntitlementsSheet } from './entitlements-page.tsx';
import { housingService } from './housing.ts';
import { injuryService } from './injury.ts';
import { maternityService } from './maternity.ts';
import { MedicalSheet } from './medical-page.tsx';
import { PensionSheet } from './pension-page.tsx';
import { ProofSheet } from './proof-page.tsx';
import { residentPensionService } from './resident-pension.ts';
import type { SheetView } from './sheet-view.ts';
import { UnemploymentSheet } from './unemployment-page.tsx';
import { workedSheet } from './worked-sheet.tsx';

/** What each service draws; the compiler refuses a missing one. */
const sheets: { readonly [N in ServiceName]: SheetView<AnswerOf<N>> } = {
  medical: MedicalSheet,
  coverage: CoverageSheet,
  pension: PensionSheet,
  residentPension: workedSheet(residentPensionService),
  contributions: ContributionsSheet,
  declaration: DeclarationSheet,
  unemployment: UnemploymentSheet,
  injury: workedSheet(injuryService),
  maternity: workedSheet(maternityService),
  assistance: workedSheet(assistanceService),
  housing: workedSheet(housingService),
  entitlements: EntitlementsSheet,
  certificates: CertificatesSheet,
  proof: ProofSheet,
  card: CardSheet,
};

/** The drawing of an answer. */
export function sheetOf(answer: ServiceAnswer): SheetView<ServiceAnswer> {
  // The table pairs each name with its own answer; the compiler cannot follow that through an index.
  return sheets[answer.service] as SheetView<ServiceAnswer>;
}
