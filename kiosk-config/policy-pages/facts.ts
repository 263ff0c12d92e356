import { z } from 'zod';
import { situationSchema } from '../../common/contracts/session/policy.ts';
import type { FrontMatter } from './front-matter.ts';
import { TITLE_EM, widthOf } from './measure.ts';
import { type Fault, fault } from './problem.ts';

/** The head of a page. What is the same in both languages stands in the Chinese file alone. */

/** Text without anything that is not seen: no control, no direction, no joiner characters. */
const plain = z
  .string()
  .min(1)
  .refine((text) => !/[\p{Cc}\p{Cf}<>]/u.test(text));
const title = plain.refine((text) => widthOf(text) <= TITLE_EM);
const source = plain.max(160);
const list = (text: string): readonly string[] =>
  text
    .split(/[,，、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** First strokes as people know them from telephones: 1 一 · 2 丨 · 3 丿 · 4 丶 · 5 乛. */
export const STROKES: readonly string[] = ['一', '丨', '丿', '丶', '乛'];
const chineseWord = z
  .string()
  .regex(new RegExp(`^[\\p{Script=Han}]{1,6} [${STROKES.join('')}]$`, 'u'))
  .transform((text) => {
    const [word = '', stroke = ''] = text.split(' ');
    return { word, group: STROKES.indexOf(stroke) + 1 };
  });

/** Ranges of first letters: as many as there are strokes, so that both languages have the same keys. */
export const LETTERS: readonly string[] = ['A–D', 'E–I', 'J–N', 'O–R', 'S–Z'];
const englishWord = z
  .string()
  .regex(/^[A-Za-z][A-Za-z -]{1,19}$/)
  .transform((word) => ({
    word,
    group: LETTERS.findIndex((range) => word.charAt(0).toUpperCase() <= range.charAt(2)) + 1,
  }));

export type Word = z.output<typeof chineseWord>;

/** The cities of a page stand below its title on a key. */
const MOST_PLACE = 24;

const zhSchema = z.strictObject({
  title,
  situations: z.string().transform(list).pipe(z.array(situationSchema).min(1).max(4)),
  /** 全国, or the cities that it holds for. */
  cities: z
    .string()
    .transform((text) => (text === '全国' ? [] : list(text)))
    .pipe(z.array(z.string().regex(/^\p{Script=Han}{2,12}$/u)).refine((all) => all.join('、').length <= MOST_PLACE)),
  validFrom: z.iso.date(),
  validUntil: z.union([z.iso.date(), z.literal('open').transform(() => null)]),
  source,
  checkedOn: z.iso.date(),
  illustrative: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
  words: z.string().transform(list).pipe(z.array(chineseWord).min(1).max(6)),
});

const enSchema = z.strictObject({
  title,
  place: plain.max(2 * MOST_PLACE).optional(),
  source,
  words: z.string().transform(list).pipe(z.array(englishWord).min(1).max(6)),
});

export type ChineseFacts = z.output<typeof zhSchema>;
export type EnglishFacts = z.output<typeof enSchema>;

/** What may stand behind each name, for the message. */
const ALLOWED: Readonly<Record<string, string>> = {
  title: `at most ${TITLE_EM} Chinese characters, or ${Math.floor(TITLE_EM / 0.54)} letters`,
  situations: `one to four of ${situationSchema.options.join(', ')}`,
  cities: '全国, or names of cities with commas between, 24 characters in all',
  validFrom: 'a day, 2026-01-31',
  validUntil: 'a day, 2026-01-31, or open where no source names one',
  source: 'where it comes from: at most 160 characters, no < and no >',
  checkedOn: 'the day on which somebody last held it against its source, 2026-01-31',
  illustrative: 'yes where a figure stands in no readable source, else no',
  words: `one to six words: in Chinese with their first stroke behind (养老 丶; ${STROKES.join(' ')}), in English plain`,
  place: 'the cities in English, at most 48 letters; no such line where it holds for the whole country',
};

function check<S extends z.ZodType>(schema: S, { values, lineOf }: FrontMatter) {
  const parsed = schema.safeParse(values);
  if (parsed.success) return { facts: parsed.data, faults: [] };
  const faults = parsed.error.issues.map((issue): Fault => {
    if (issue.code === 'unrecognized_keys') {
      const [first = ''] = issue.keys;
      return fault(lineOf[first] ?? 1, `There is no "${issue.keys.join('", "')}"`, Object.keys(ALLOWED).join(', '));
    }
    const name = String(issue.path[0] ?? '');
    const words = Object.hasOwn(values, name) ? 'has a value that is not allowed' : 'is missing';
    return fault(lineOf[name] ?? 1, `"${name}" ${words}`, ALLOWED[name] ?? '');
  });
  return { facts: null, faults };
}

export const checkChinese = (matter: FrontMatter) => check(zhSchema, matter);
export const checkEnglish = (matter: FrontMatter) => check(enSchema, matter);
