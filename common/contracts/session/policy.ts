import { z } from 'zod';

/**
 * Policy pages (S13) as a screen shows them: what a bureau wrote, found by what has happened to somebody. Nothing of it is
 * about a person. Lists and pages come in both languages, so that another language asks nobody.
 */

/** What has happened to somebody, in the order in which it is offered; their words are `policy.‹name›`. */
export const situations = [
  'illness',
  'retirement',
  'jobLoss',
  'accident',
  'child',
  'moving',
  'parents',
  'hardship',
  'housing',
  'work',
  'service',
] as const;
export const situationSchema = z.enum(situations);
export type Situation = z.infer<typeof situationSchema>;

/** Where somebody stands among the pages; made and read by the terminal alone. */
const toSchema = z.string().min(1).max(120);

const choiceSchema = z.object({
  to: toSchema,
  words: z.string().min(1).max(80),
  /** Second words: the city, how many pages. */
  small: z.string().max(60).nullable(),
  /** There is nothing behind it. */
  off: z.boolean(),
});
export type PolicyChoice = z.infer<typeof choiceSchema>;

/** One page of a list: at most five (the strokes), elsewhere at most three beside the key to the next page. */
const listSchema = z.object({
  choices: z.array(choiceSchema).max(5),
  page: z.int().positive(),
  pages: z.int().positive(),
  /** The next page, round and round; null where there is one only. */
  next: toSchema.nullable(),
});
export type PolicyList = z.infer<typeof listSchema>;

const spanSchema = z.object({ text: z.string().min(1).max(400), bold: z.boolean() });
export const policyBlockSchema = z.object({
  kind: z.enum(['text', 'item']),
  spans: z.array(spanSchema).min(1).max(20),
});
export type PolicyBlock = z.infer<typeof policyBlockSchema>;

/** One language of what stands on a sheet. */
const sheetSchema = z.object({
  title: z.string().min(1).max(80),
  /** Null on the sheet that says where all of it comes from. */
  heading: z.string().min(1).max(80).nullable(),
  blocks: z.array(policyBlockSchema).max(12),
  /** The places that it holds for; null: the whole country. */
  place: z.string().max(60).nullable(),
  source: z.string().min(1).max(160),
});
export type PolicySheet = z.infer<typeof sheetSchema>;

/** `yyyy-MM-dd` */
const day = z.string().length(10);

const both = <S extends z.ZodType>(schema: S) => z.object({ zh: schema, en: schema });

export const policyViewSchema = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('choose'),
    /** What is asked: what has happened, which page, how the word begins, which word. */
    ask: z.enum(['situation', 'page', 'initial', 'word']),
    at: toSchema,
    /** What was chosen before, in both languages; null at the first question. */
    chosen: both(z.string().min(1).max(80)).nullable(),
    lists: both(listSchema),
    /** Another way to find a page: by a word. */
    find: toSchema.nullable(),
    /** Where back leads; null: out. */
    up: toSchema.nullable(),
  }),
  z.object({
    step: z.literal('read'),
    at: toSchema,
    id: z.string().min(1).max(40),
    sheets: both(sheetSchema),
    /** Which sheet of how many; the last one says where it comes from. */
    sheet: z.int().positive(),
    of: z.int().positive(),
    previous: toSchema.nullable(),
    next: toSchema.nullable(),
    from: day,
    until: day.nullable(),
    checked: day,
    /** Figures of it no readable source states. */
    illustrative: z.boolean(),
    up: toSchema.nullable(),
  }),
]);
export type PolicyView = z.infer<typeof policyViewSchema>;
export type PolicyReading = Extract<PolicyView, { step: 'read' }>;
export type PolicyChoosing = Extract<PolicyView, { step: 'choose' }>;
