import { type OpenAPI, oc } from '@orpc/contract';
import { z } from 'zod';
import { assistanceSchema } from './assistance.ts';
import { cardAsk, cardSchema, cardWithdrawAsk } from './card.ts';
import { cardLossAsk, cardLossSchema } from './card-loss.ts';
import {
  certificateIssueAsk,
  certificateIssueSchema,
  certificateVerifyAsk,
  certificateVerifySchema,
} from './certificates.ts';
import { contributionsAsk, contributionsSchema } from './contributions.ts';
import { coverageSchema } from './coverage.ts';
import { declarationAsk, declarationSchema, declareAsk, declareSchema } from './declaration.ts';
import { entitlementsSchema } from './entitlements.ts';
import { whoAsks } from './fields.ts';
import { housingSchema } from './housing.ts';
import { injurySchema } from './injury.ts';
import { maternitySchema } from './maternity.ts';
import { medicalSummaryAsk, medicalSummarySchema } from './medical-summary.ts';
import { pensionSchema } from './pension.ts';
import { entitlementProofAsk, entitlementProofSchema } from './proof.ts';
import { residentPensionSchema } from './resident-pension.ts';

/**
 * The benefits API: what a resident may ask of the insurance centre about their own rights. JSON over HTTPS with
 * `Authorization: Bearer`; amounts are yuan text. The OpenAPI document is made from this contract, so the two cannot
 * drift apart. No national interface exists for it: a province's own is an adapter to this one.
 */
export const BENEFITS_PREFIX = '/benefits/v1';

/** How long to leave the server alone, s; the same number is in the header `Retry-After`. */
const patience = z.object({ retryAfterS: z.int().min(0).max(3600) });

const errors = {
  UNAUTHORISED: { status: 401, message: 'the bearer token is missing or wrong' },
  NO_SUCH_PERSON: { status: 404, message: 'no insured person has this number, name and card' },
  INVALID: {
    status: 422,
    message: 'the request does not fit the contract',
    data: z.object({ paths: z.array(z.string().max(100)).max(20) }),
  },
  TOO_MANY: { status: 429, message: 'too many requests', data: patience },
  UNAVAILABLE: { status: 503, message: 'the ledger cannot be read now', data: patience },
} as const;

const retryAfter = {
  'retry-after': { description: 'seconds', required: true, schema: { type: 'integer', minimum: 0 } },
} as const satisfies OpenAPI.ResponseObject['headers'];

/** Says in words what each refusal means, and names the header of those that ask to be left alone for a while. */
function describeErrors(operation: OpenAPI.OperationObject): OpenAPI.OperationObject {
  const responses: OpenAPI.ResponsesObject = { ...operation.responses };
  for (const error of Object.values(errors)) {
    const known = responses[error.status];
    if (known === undefined || '$ref' in known) continue;
    const headers = error.status === 429 || error.status === 503 ? { headers: retryAfter } : {};
    responses[error.status] = { ...known, description: error.message, ...headers };
  }
  return { ...operation, responses };
}

/** What all operations have in common. */
const QUERY =
  'For one insured person who stands at a terminal and has proven the PIN of the card. A query: it changes nothing and ' +
  'may be repeated.';

export const benefitsContract = {
  medicalSummary: oc
    .route({
      method: 'POST',
      path: `${BENEFITS_PREFIX}/medical-summary`,
      operationId: 'medicalSummary',
      summary: "Medical account and this year's totals",
      description:
        'For one insured person who stands at a terminal and has proven the PIN of the card. A query: it changes ' +
        'nothing and may be repeated. A person without an insurance in force is answered with 404.',
      tags: ['medical'],
      successDescription: 'The account and the year as they stand at `asOf`',
      spec: describeErrors,
    })
    .errors(errors)
    .input(medicalSummaryAsk)
    .output(medicalSummarySchema),
  pension: oc
    .route({
      method: 'POST',
      path: `${BENEFITS_PREFIX}/pension`,
      operationId: 'pension',
      summary: 'Pension: months, account, retirement age, an estimate with its formula',
      description: `${QUERY} The estimate goes on paying the last base until the age of retirement, with today's average wage.`,
      tags: ['pension'],
      successDescription: 'The pension insurance at the end of the month of `asOf`',
      spec: describeErrors,
    })
    .errors(errors)
    .input(whoAsks)
    .output(pensionSchema),
  contributions: oc
    .route({
      method: 'POST',
      path: `${BENEFITS_PREFIX}/contributions`,
      operationId: 'contributions',
      summary: 'Contribution record by insurance and month',
      description: `${QUERY} The months of one year, and all years in sums.`,
      tags: ['contributions'],
      successDescription: 'The record up to the month of `asOf`',
      spec: describeErrors,
    })
    .errors(errors)
    .input(contributionsAsk)
    .output(contributionsSchema),
  card: oc
    .route({
      method: 'POST',
      path: `${BENEFITS_PREFIX}/card`,
      operationId: 'card',
      summary: 'State and validity of the card, and how far a new one has come',
      description: QUERY,
      tags: ['card'],
      successDescription: 'The card as the bureau has it at `asOf`',
      spec: describeErrors,
    })
    .errors(errors)
    .input(cardAsk)
    .output(cardSchema),
  cardWithdraw: oc
    .route({
      method: 'POST',
      path: `${BENEFITS_PREFIX}/card-withdraw`,
      operationId: 'cardWithdraw',
      summary: 'Withdraws the loss report of a card that was found again',
      description:
        'For the holder, who has put this very card in and typed its PIN for this request. A card that is not reported ' +
        'lost stays as it is, so that asking again changes nothing: the answer says how the card stands.',
      tags: ['card'],
      successDescription: 'The card as it stands now',
      spec: describeErrors,
    })
    .errors(errors)
    .input(cardWithdrawAsk)
    .output(cardSchema),
  cardLoss: oc
    .route({
      method: 'POST',
      path: `${BENEFITS_PREFIX}/card-loss`,
      operationId: 'cardLoss',
      summary: 'Whose card an electronic card speaks of, before its loss is reported',
      description:
        'For somebody who stands at a terminal without the card and shows an electronic card. A query: it changes nothing. ' +
        'A token that is not known, or not good any more, is answered with 404.',
      tags: ['card'],
      successDescription: 'The card as the bureau has it, its holder masked',
      spec: describeErrors,
    })
    .errors(errors)
    .input(cardLossAsk)
    .output(cardLossSchema),
  cardLossReport: oc
    .route({
      method: 'POST',
      path: `${BENEFITS_PREFIX}/card-loss-report`,
      operationId: 'cardLossReport',
      summary: 'Reports the card lost',
      description:
        'For the same person, who has seen whose card it is and confirmed. The bureau decides whether an electronic card ' +
        'suffices. A card that is not in use stays as it is, so that asking again changes nothing more.',
      tags: ['card'],
      successDescription: 'The card as it stands now, and the number of the report',
      spec: describeErrors,
    })
    .errors(errors)
    .input(cardLossAsk)
    .output(cardLossSchema),
  entitlements: oc
    .route({
      method: 'POST',
      path: `${BENEFITS_PREFIX}/entitlements`,
      operationId: 'entitlements',
      summary: "Unemployment, payments, and the sums of the person's city",
      description: `${QUERY} Only what the person's city has is named.`,
      tags: ['entitlements'],
      successDescription: 'What the person is entitled to at `asOf`',
      spec: describeErrors,
    })
    .errors(errors)
    .input(whoAsks)
    .output(entitlementsSchema),
  injury: oc
    .route({
      method: 'POST',
      path: `${BENEFITS_PREFIX}/injury`,
      operationId: 'injury',
      summary: 'Work injury: insured or not, and what an accident gives',
      description: `${QUERY} Every sum stands beside what it is worked out from; once a pension is drawn, the difference takes the allowance's place.`,
      tags: ['injury'],
      successDescription: 'What the injury insurance gives at `asOf`',
      spec: describeErrors,
    })
    .errors(errors)
    .input(whoAsks)
    .output(injurySchema),
  maternity: oc
    .route({
      method: 'POST',
      path: `${BENEFITS_PREFIX}/maternity`,
      operationId: 'maternity',
      summary: 'Maternity: insured or not, and the allowance of each birth',
      description: `${QUERY} Every allowance stands beside what it is worked out from.`,
      tags: ['maternity'],
      successDescription: 'What the maternity insurance gives at `asOf`',
      spec: describeErrors,
    })
    .errors(errors)
    .input(whoAsks)
    .output(maternitySchema),
  assistance: oc
    .route({
      method: 'POST',
      path: `${BENEFITS_PREFIX}/assistance`,
      operationId: 'assistance',
      summary: 'Minimum living and medical assistance',
      description: `${QUERY} The sum of the household stands beside what it is worked out from.`,
      tags: ['assistance'],
      successDescription: 'What the household is granted at `asOf`',
      spec: describeErrors,
    })
    .errors(errors)
    .input(whoAsks)
    .output(assistanceSchema),
  housing: oc
    .route({
      method: 'POST',
      path: `${BENEFITS_PREFIX}/housing`,
      operationId: 'housing',
      summary: 'Housing fund and rent subsidy',
      description: `${QUERY} Only what the plan of the person's city has.`,
      tags: ['housing'],
      successDescription: 'The account and the subsidy at `asOf`',
      spec: describeErrors,
    })
    .errors(errors)
    .input(whoAsks)
    .output(housingSchema),
  residentPension: oc
    .route({
      method: 'POST',
      path: `${BENEFITS_PREFIX}/resident-pension`,
      operationId: 'residentPension',
      summary: "Residents' pension: years paid, account, and what it gives",
      description: `${QUERY} While somebody pays, the sums are as if nothing more were paid in.`,
      tags: ['pension'],
      successDescription: "The residents' pension insurance at `asOf`",
      spec: describeErrors,
    })
    .errors(errors)
    .input(whoAsks)
    .output(residentPensionSchema),
  coverage: oc
    .route({
      method: 'POST',
      path: `${BENEFITS_PREFIX}/coverage`,
      operationId: 'coverage',
      summary: 'What the medical insurance in force pays, by kind of visit and level of hospital',
      description: `${QUERY} Care at home, before anything of the year is used. A person without an insurance in force is answered with 404.`,
      tags: ['medical'],
      successDescription: 'The terms of the scheme on the day of `asOf`',
      spec: describeErrors,
    })
    .errors(errors)
    .input(whoAsks)
    .output(coverageSchema),
  certificateIssue: oc
    .route({
      method: 'POST',
      path: `${BENEFITS_PREFIX}/certificate-issue`,
      operationId: 'certificateIssue',
      summary: 'Issue a certificate of what was paid in',
      description:
        'For one insured person who stands at a terminal and has proven the PIN of the card. The content is kept under ' +
        'its check code. It may be repeated with the same `request`: the certificate is the same, content and dates too.',
      tags: ['certificates'],
      successDescription: 'The certificate, or null where nothing is on record that it could say',
      spec: describeErrors,
    })
    .errors(errors)
    .input(certificateIssueAsk)
    .output(certificateIssueSchema),
  certificateVerify: oc
    .route({
      method: 'POST',
      path: `${BENEFITS_PREFIX}/certificate-verify`,
      operationId: 'certificateVerify',
      summary: 'Check a certificate by its code',
      description:
        'For whoever holds the paper: what it must say. A query; limited for each terminal, so that codes cannot be tried out.',
      tags: ['certificates'],
      successDescription: 'What the certificate with this code says, or null where there is none',
      spec: describeErrors,
    })
    .errors(errors)
    .input(certificateVerifyAsk)
    .output(certificateVerifySchema),
  declaration: oc
    .route({
      method: 'POST',
      path: `${BENEFITS_PREFIX}/declaration`,
      operationId: 'declaration',
      summary: 'The declaration of a contribution base: limits, what a base costs, what was declared',
      description: `${QUERY} For people in flexible employment, the month of \`asOf\`.`,
      tags: ['contributions'],
      successDescription: 'How the declaration of the month stands at `asOf`',
      spec: describeErrors,
    })
    .errors(errors)
    .input(declarationAsk)
    .output(declarationSchema),
  declare: oc
    .route({
      method: 'POST',
      path: `${BENEFITS_PREFIX}/declare`,
      operationId: 'declare',
      summary: 'Declares a contribution base for a month',
      description:
        'For one insured person who has put the card in and typed its PIN for this request. There is one declaration of a ' +
        'person and month. It may be repeated with the same `key`, for ever: what it declared stays so. It moves no money.',
      tags: ['contributions'],
      successDescription: 'Declared or refused, and how it stands then',
      spec: describeErrors,
    })
    .errors(errors)
    .input(declareAsk)
    .output(declareSchema),
  entitlementProof: oc
    .route({
      method: 'POST',
      path: `${BENEFITS_PREFIX}/entitlement-proof`,
      operationId: 'entitlementProof',
      summary: 'Prove that who draws a benefit is here',
      description:
        'Without an assurance it only says how it stands. With one, it is recorded where the centre finds it enough. A ' +
        'repetition records the same day again.',
      tags: ['entitlements'],
      successDescription: 'How the proof stands now',
      spec: describeErrors,
    })
    .errors(errors)
    .input(entitlementProofAsk)
    .output(entitlementProofSchema),
} as const;

/** Codes of the errors that this API documents. */
export type BenefitsError = keyof typeof errors;
