import { z } from 'zod';

/** What can be wrong with a field of a request. */
export const fieldProblems = [
  'missing',
  'unknown',
  'type',
  'form',
  'length',
  'count',
  'range',
  'choice',
  'rule',
] as const;
export type FieldProblem = (typeof fieldProblems)[number];

/**
 * One wrong field of a request. It says where it is, what is wrong and what is allowed, and never repeats what was sent:
 * that may be about a person.
 */
export const wrongFieldSchema = z.object({
  path: z
    .string()
    .max(200)
    .meta({
      description: 'names and places from the body’s root, as `encounter.lines.0.amount`; empty: the body itself',
      examples: ['encounter.lines.0.amount'],
    }),
  problem: z.enum(fieldProblems).meta({
    description:
      'missing · unknown: there is no such field · type · form: see `allowed` · length · count: of a list · range · ' +
      'choice: none of its values · rule: what ties it to other fields',
  }),
  allowed: z
    .string()
    .max(400)
    .meta({
      description: 'what the field takes; of an unknown one, which there are',
      examples: ['text, /^\\d{1,12}\\.\\d{2}$/'],
    }),
  means: z
    .string()
    .max(400)
    .nullable()
    .meta({ description: 'the field’s description in this document, where it has one' }),
  zh: z.string().max(100).meta({ description: 'what is wrong, in Chinese' }),
  en: z.string().max(100).meta({ description: 'the same in English' }),
});
export type WrongField = z.output<typeof wrongFieldSchema>;
