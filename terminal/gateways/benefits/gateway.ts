import type { z } from 'zod';
import { assistanceSchema } from '../../../common/contracts/benefits/assistance.ts';
import { BENEFITS_PREFIX } from '../../../common/contracts/benefits/benefits.ts';
import { cardAsk, cardSchema, cardWithdrawAsk } from '../../../common/contracts/benefits/card.ts';
import { cardLossAsk, cardLossSchema } from '../../../common/contracts/benefits/card-loss.ts';
import {
  certificateIssueAsk,
  certificateIssueSchema,
  certificateVerifyAsk,
  certificateVerifySchema,
} from '../../../common/contracts/benefits/certificates.ts';
import { contributionsAsk, contributionsSchema } from '../../../common/contracts/benefits/contributions.ts';
import { coverageSchema } from '../../../common/contracts/benefits/coverage.ts';
import {
  declarationAsk,
  declarationSchema,
  declareAsk,
  declareSchema,
} from '../../../common/contracts/benefits/declaration.ts';
import { entitlementsSchema } from '../../../common/contracts/benefits/entitlements.ts';
import { whoAsks } from '../../../common/contracts/benefits/fields.ts';
import { housingSchema } from '../../../common/contracts/benefits/housing.ts';
import { injurySchema } from '../../../common/contracts/benefits/injury.ts';
import { maternitySchema } from '../../../common/contracts/benefits/maternity.ts';
import { medicalSummaryAsk, medicalSummarySchema } from '../../../common/contracts/benefits/medical-summary.ts';
import { pensionSchema } from '../../../common/contracts/benefits/pension.ts';
import { entitlementProofAsk, entitlementProofSchema } from '../../../common/contracts/benefits/proof.ts';
import { residentPensionSchema } from '../../../common/contracts/benefits/resident-pension.ts';
import { type Pii, pii, unwrapPii } from '../../../common/kernel/pii.ts';
import type { Clock } from '../../../common/kernel/ports.ts';
import { createHttpsClient } from '../https.ts';
import { callJson } from '../json-call.ts';
import type { Answered, BenefitsGateway } from './port.ts';

export interface BenefitsGatewayOptions {
  readonly url: string;
  readonly ca: string;
  readonly token: string;
  readonly connectMs: number;
  readonly answerMs: number;
  readonly clock: Clock;
}

/** Twelve months, a hundred years in sums and sixty rows stay below this. */
const MAX_REPLY_BYTES = 64 * 1024;

/** The client of one benefits server (docs/benefits-openapi.json), over HTTPS with the profile's own authority. */
export function createBenefitsGateway(options: BenefitsGatewayOptions): BenefitsGateway {
  const https = createHttpsClient({ ...options, maxReplyBytes: MAX_REPLY_BYTES });
  const post = <O extends z.ZodType>(name: string, body: string, out: O): Answered<z.output<O>> =>
    callJson(https, { method: 'POST', path: `${BENEFITS_PREFIX}/${name}`, token: options.token, body, out });
  const query =
    <I extends z.ZodType, O extends z.ZodType>(name: string, ask: I, out: O) =>
    (person: Pii<z.input<I>>): Answered<z.output<O>> =>
      post(name, JSON.stringify(ask.parse(unwrapPii(person))), out);
  return {
    medicalSummary: query('medical-summary', medicalSummaryAsk, medicalSummarySchema),
    coverage: query('coverage', whoAsks, coverageSchema),
    pension: query('pension', whoAsks, pensionSchema),
    contributions: query('contributions', contributionsAsk, contributionsSchema),
    entitlements: query('entitlements', whoAsks, entitlementsSchema),
    injury: query('injury', whoAsks, injurySchema),
    maternity: query('maternity', whoAsks, maternitySchema),
    assistance: query('assistance', whoAsks, assistanceSchema),
    housing: query('housing', whoAsks, housingSchema),
    residentPension: query('resident-pension', whoAsks, residentPensionSchema),
    card: query('card', cardAsk, cardSchema),
    cardWithdraw: query('card-withdraw', cardWithdrawAsk, cardSchema),
    cardLoss: query('card-loss', cardLossAsk, cardLossSchema),
    cardLossReport: query('card-loss-report', cardLossAsk, cardLossSchema),
    certificateIssue: query('certificate-issue', certificateIssueAsk, certificateIssueSchema),
    certificateVerify: query('certificate-verify', certificateVerifyAsk, certificateVerifySchema),
    entitlementProof: query('entitlement-proof', entitlementProofAsk, entitlementProofSchema),
    declaration: query('declaration', declarationAsk, declarationSchema),
    writeDeclare: (ask) => pii(JSON.stringify(declareAsk.parse(unwrapPii(ask)))),
    declare: (text) => post('declare', unwrapPii(text), declareSchema),
    close: () => https.close(),
  };
}
