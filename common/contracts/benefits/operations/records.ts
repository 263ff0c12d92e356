import { contributionsAsk, contributionsSchema } from '../contributions.ts';
import { whoAsks } from '../fields.ts';
import { medicalSummaryAsk, medicalSummarySchema } from '../medical-summary.ts';
import { pensionSchema } from '../pension.ts';
import { operation, QUERY } from './operation.ts';

/** What the insurance has on record of somebody. */
export const recordOperations = {
  medicalSummary: operation({
    path: 'medical-summary',
    operationId: 'medicalSummary',
    summary: "Medical account and this year's totals",
    description:
      'For one insured person who stands at a terminal and has proven the PIN of the card. A query: it changes ' +
      'nothing and may be repeated. A person without an insurance in force is answered with 404.',
    tags: ['medical'],
    successDescription: 'The account and the year as they stand at `asOf`',
  })
    .input(medicalSummaryAsk)
    .output(medicalSummarySchema),
  pension: operation({
    path: 'pension',
    operationId: 'pension',
    summary: 'Pension: months, account, retirement age, an estimate with its formula',
    description: `${QUERY} The estimate goes on paying the last base until the age of retirement, with today's average wage.`,
    tags: ['pension'],
    successDescription: 'The pension insurance at the end of the month of `asOf`',
  })
    .input(whoAsks)
    .output(pensionSchema),
  contributions: operation({
    path: 'contributions',
    operationId: 'contributions',
    summary: 'Contribution record by insurance and month',
    description: `${QUERY} The months of one year, and all years in sums.`,
    tags: ['contributions'],
    successDescription: 'The record up to the month of `asOf`',
  })
    .input(contributionsAsk)
    .output(contributionsSchema),
} as const;
