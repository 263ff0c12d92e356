import { assistanceSchema } from '../assistance.ts';
import { coverageSchema } from '../coverage.ts';
import { entitlementsSchema } from '../entitlements.ts';
import { whoAsks } from '../fields.ts';
import { housingSchema } from '../housing.ts';
import { injurySchema } from '../injury.ts';
import { maternitySchema } from '../maternity.ts';
import { residentPensionSchema } from '../resident-pension.ts';
import { operation, QUERY } from './operation.ts';

/** What somebody is entitled to, by insurance. */
export const benefitOperations = {
  entitlements: operation({
    path: 'entitlements',
    operationId: 'entitlements',
    summary: "Unemployment, payments, and the sums of the person's city",
    description: `${QUERY} Only what the person's city has is named.`,
    tags: ['entitlements'],
    successDescription: 'What the person is entitled to at `asOf`',
  })
    .input(whoAsks)
    .output(entitlementsSchema),
  injury: operation({
    path: 'injury',
    operationId: 'injury',
    summary: 'Work injury: insured or not, and what an accident gives',
    description: `${QUERY} Every sum stands beside what it is worked out from; once a pension is drawn, the difference takes the allowance's place.`,
    tags: ['injury'],
    successDescription: 'What the injury insurance gives at `asOf`',
  })
    .input(whoAsks)
    .output(injurySchema),
  maternity: operation({
    path: 'maternity',
    operationId: 'maternity',
    summary: 'Maternity: insured or not, and the allowance of each birth',
    description: `${QUERY} Every allowance stands beside what it is worked out from.`,
    tags: ['maternity'],
    successDescription: 'What the maternity insurance gives at `asOf`',
  })
    .input(whoAsks)
    .output(maternitySchema),
  assistance: operation({
    path: 'assistance',
    operationId: 'assistance',
    summary: 'Minimum living and medical assistance',
    description: `${QUERY} The sum of the household stands beside what it is worked out from.`,
    tags: ['assistance'],
    successDescription: 'What the household is granted at `asOf`',
  })
    .input(whoAsks)
    .output(assistanceSchema),
  housing: operation({
    path: 'housing',
    operationId: 'housing',
    summary: 'Housing fund and rent subsidy',
    description: `${QUERY} Only what the plan of the person's city has.`,
    tags: ['housing'],
    successDescription: 'The account and the subsidy at `asOf`',
  })
    .input(whoAsks)
    .output(housingSchema),
  residentPension: operation({
    path: 'resident-pension',
    operationId: 'residentPension',
    summary: "Residents' pension: years paid, account, and what it gives",
    description: `${QUERY} While somebody pays, the sums are as if nothing more were paid in.`,
    tags: ['pension'],
    successDescription: "The residents' pension insurance at `asOf`",
  })
    .input(whoAsks)
    .output(residentPensionSchema),
  coverage: operation({
    path: 'coverage',
    operationId: 'coverage',
    summary: 'What the medical insurance in force pays, by kind of visit and level of hospital',
    description: `${QUERY} Care at home, before anything of the year is used. A person without an insurance in force is answered with 404.`,
    tags: ['medical'],
    successDescription: 'The terms of the scheme on the day of `asOf`',
  })
    .input(whoAsks)
    .output(coverageSchema),
} as const;
