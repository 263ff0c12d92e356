import {
  certificateIssueAsk,
  certificateIssueSchema,
  certificateVerifyAsk,
  certificateVerifySchema,
} from '../certificates.ts';
import { declarationAsk, declarationSchema, declareAsk, declareSchema } from '../declaration.ts';
import { entitlementProofAsk, entitlementProofSchema } from '../proof.ts';
import { operation, QUERY } from './operation.ts';

/** What is issued, declared or proved, and is kept. */
export const paperOperations = {
  certificateIssue: operation({
    path: 'certificate-issue',
    operationId: 'certificateIssue',
    summary: 'Issue a certificate of what was paid in',
    description:
      'For one insured person who stands at a terminal and has proven the PIN of the card. The content is kept under ' +
      'its check code. It may be repeated with the same `request`: the certificate is the same, content and dates too.',
    tags: ['certificates'],
    successDescription: 'The certificate, or null where nothing is on record that it could say',
  })
    .input(certificateIssueAsk)
    .output(certificateIssueSchema),
  certificateVerify: operation({
    path: 'certificate-verify',
    operationId: 'certificateVerify',
    summary: 'Check a certificate by its code',
    description:
      'For whoever holds the paper: what it must say. A query; limited for each terminal, so that codes cannot be tried out.',
    tags: ['certificates'],
    successDescription: 'What the certificate with this code says, or null where there is none',
  })
    .input(certificateVerifyAsk)
    .output(certificateVerifySchema),
  declaration: operation({
    path: 'declaration',
    operationId: 'declaration',
    summary: 'The declaration of a contribution base: limits, what a base costs, what was declared',
    description: `${QUERY} For people in flexible employment, the month of \`asOf\`.`,
    tags: ['contributions'],
    successDescription: 'How the declaration of the month stands at `asOf`',
  })
    .input(declarationAsk)
    .output(declarationSchema),
  declare: operation({
    path: 'declare',
    operationId: 'declare',
    summary: 'Declares a contribution base for a month',
    description:
      'For one insured person who has put the card in and typed its PIN for this request. There is one declaration of a ' +
      'person and month. It may be repeated with the same `key`, for ever: what it declared stays so. It moves no money.',
    tags: ['contributions'],
    successDescription: 'Declared or refused, and how it stands then',
  })
    .input(declareAsk)
    .output(declareSchema),
  entitlementProof: operation({
    path: 'entitlement-proof',
    operationId: 'entitlementProof',
    summary: 'Prove that who draws a benefit is here',
    description:
      'Without an assurance it only says how it stands. With one, it is recorded where the centre finds it enough. A ' +
      'repetition records the same day again.',
    tags: ['entitlements'],
    successDescription: 'How the proof stands now',
  })
    .input(entitlementProofAsk)
    .output(entitlementProofSchema),
} as const;
