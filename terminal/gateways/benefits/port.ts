import type { z } from 'zod';
import type { MedicalSummary, medicalSummaryAsk } from '../../../common/contracts/benefits/medical-summary.ts';
import type { Pii } from '../../../common/kernel/pii.ts';
import type { Result } from '../../../common/kernel/result.ts';
import type { CallFailure, CallReply } from '../json-call.ts';

/** What a person may ask about their own rights. Queries only: asking again changes nothing. */
export interface BenefitsGateway {
  medicalSummary(
    person: Pii<z.input<typeof medicalSummaryAsk>>,
  ): Promise<Result<CallReply<MedicalSummary>, CallFailure>>;
  close(): void;
}
