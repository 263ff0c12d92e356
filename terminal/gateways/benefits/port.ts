import type { z } from 'zod';
import type { AssistanceAnswer } from '../../../common/contracts/benefits/assistance.ts';
import type { CardAnswer, cardAsk, cardWithdrawAsk } from '../../../common/contracts/benefits/card.ts';
import type { CardLoss, cardLossAsk } from '../../../common/contracts/benefits/card-loss.ts';
import type {
  CertificateIssued,
  CertificateVerified,
  certificateIssueAsk,
  certificateVerifyAsk,
} from '../../../common/contracts/benefits/certificates.ts';
import type { Contributions, contributionsAsk } from '../../../common/contracts/benefits/contributions.ts';
import type { CoverageAnswer } from '../../../common/contracts/benefits/coverage.ts';
import type {
  Declaration,
  Declare,
  declarationAsk,
  declareAsk,
} from '../../../common/contracts/benefits/declaration.ts';
import type { Entitled } from '../../../common/contracts/benefits/entitlements.ts';
import type { whoAsks } from '../../../common/contracts/benefits/fields.ts';
import type { HousingAnswer } from '../../../common/contracts/benefits/housing.ts';
import type { InjuryAnswer } from '../../../common/contracts/benefits/injury.ts';
import type { MaternityAnswer } from '../../../common/contracts/benefits/maternity.ts';
import type { MedicalSummary } from '../../../common/contracts/benefits/medical-summary.ts';
import type { Pension } from '../../../common/contracts/benefits/pension.ts';
import type { EntitlementProof, entitlementProofAsk } from '../../../common/contracts/benefits/proof.ts';
import type { ResidentPensionAnswer } from '../../../common/contracts/benefits/resident-pension.ts';
import type { Pii } from '../../../common/kernel/pii.ts';
import type { Result } from '../../../common/kernel/result.ts';
import type { CallFailure, CallReply } from '../json-call.ts';

/** Who asks, by card. */
export type WhoAsks = z.input<typeof whoAsks>;

/** What a query comes to. */
export type Answered<T> = Promise<Result<CallReply<T>, CallFailure>>;

/** What a person may ask about their own rights, and of their own card. Asking again changes nothing more. */
export interface BenefitsGateway {
  medicalSummary(person: Pii<WhoAsks>): Answered<MedicalSummary>;
  coverage(person: Pii<WhoAsks>): Answered<CoverageAnswer>;
  pension(person: Pii<WhoAsks>): Answered<Pension>;
  /** The months of a year; of the newest where none is named. */
  contributions(ask: Pii<z.input<typeof contributionsAsk>>): Answered<Contributions>;
  entitlements(person: Pii<WhoAsks>): Answered<Entitled>;
  injury(person: Pii<WhoAsks>): Answered<InjuryAnswer>;
  maternity(person: Pii<WhoAsks>): Answered<MaternityAnswer>;
  assistance(person: Pii<WhoAsks>): Answered<AssistanceAnswer>;
  housing(person: Pii<WhoAsks>): Answered<HousingAnswer>;
  residentPension(person: Pii<WhoAsks>): Answered<ResidentPensionAnswer>;
  card(person: Pii<z.input<typeof cardAsk>>): Answered<CardAnswer>;
  /** 解除挂失. Changes the card's state at the bureau; asking again changes nothing more. */
  cardWithdraw(person: Pii<z.input<typeof cardWithdrawAsk>>): Answered<CardAnswer>;
  /** Has a certificate issued; the same `request` is answered with the same one. */
  certificateIssue(ask: Pii<z.input<typeof certificateIssueAsk>>): Answered<CertificateIssued>;
  /** What the certificate with a check code says; nothing of who asks. */
  certificateVerify(ask: Pii<z.input<typeof certificateVerifyAsk>>): Answered<CertificateVerified>;
  /** How a proof of entitlement stands; with an assurance, one is sent. */
  entitlementProof(ask: Pii<z.input<typeof entitlementProofAsk>>): Answered<EntitlementProof>;
  /** Whose card an electronic card's token speaks of. */
  cardLoss(ask: Pii<z.input<typeof cardLossAsk>>): Answered<CardLoss>;
  /** 挂失. Asking again changes nothing more. */
  cardLossReport(ask: Pii<z.input<typeof cardLossAsk>>): Answered<CardLoss>;
  /** How the declaration of a contribution base stands, and what a base would cost. */
  declaration(ask: Pii<z.input<typeof declarationAsk>>): Answered<Declaration>;
  /** The exact text of a declaration, to be stored before its first byte is sent. Throws ZodError on a bug of ours. */
  writeDeclare(ask: Pii<z.input<typeof declareAsk>>): Pii<string>;
  /** Declares with a stored text, byte for byte; the same text again is answered with the same declaration. */
  declare(text: Pii<string>): Answered<Declare>;
  close(): void;
}

/** What the services may do with it. */
export type Benefits = Omit<BenefitsGateway, 'close'>;
