import { z } from 'zod';
import { failureCodes } from '../failures.ts';

/** Fields of the HIS API. Amounts are yuan text with two places, never JSON numbers; times are China Standard Time. */
export const amount = (description: string) =>
  z
    .string()
    .regex(/^\d{1,12}\.\d{2}$/)
    .meta({ description });

export const moment = (description: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/)
    .meta({ description });

/** The hospital's own number of an encounter (院内唯一流水). */
export const encounterId = z
  .string()
  .min(1)
  .max(30)
  .meta({ description: '院内唯一流水: the hospital’s own number of the encounter', examples: ['MZ-0001'] });

export const messageId = z
  .string()
  .length(30)
  .meta({
    description: '发送方报文ID of the settlement: by it the centre and every book know it',
    examples: ['H99010000001202611230911050100'],
  });

export const personRef = z
  .string()
  .regex(/^[0-9a-f]{24}$/)
  .meta({
    description: 'from readPerson; good while the card lies in the reader, or until the person is let go of',
    examples: ['49fe5839392e0aee056cbcc3'],
  });

export const quoteId = z
  .string()
  .regex(/^[0-9a-f]{24}$/)
  .meta({
    description: 'names exactly one pre-settlement; another one of the encounter makes another',
    examples: ['7b0a4c1d9e2f6a5b8c3d0e1f'],
  });

export const refundUntil = z.enum(['settlement', 'discharge', 'admission']).meta({
  description:
    'How far a stay is undone. settlement: 2305 alone, as for a part of a bill; missing means this. discharge: 2405 too. ' +
    'admission: 2302 and 2404 too, so that nothing is left of it. A visit is undone whole, whatever it says.',
});

const sentence = z.object({ zh: z.string().max(300), en: z.string().max(400) });

/** Why something was not done: a code of docs/manual, the sentence for the person, the remedy for the staff. */
export const failureSchema = z.object({
  code: z.enum(failureCodes),
  person: sentence.meta({ description: 'what the person may be told; what is safe comes first' }),
  remedy: sentence.meta({ description: 'what the staff do' }),
  reason: z.string().max(200).nullable().meta({ description: 'the other side’s own words, where there are any' }),
});
export type ApiFailure = z.output<typeof failureSchema>;
