import { z } from 'zod';
import { parseIdentityNumber } from '../../common/kernel/identity.ts';
import { compare, ZERO } from '../../common/kernel/ratio.ts';
import { decimal, yuan } from '../plans/figures/figure.ts';
import { cityNames } from '../plans/social/load.ts';
import { insurances } from '../plans/social/schema.ts';
import { cardRecordSchema } from './card-record.ts';

/** A made-up person with a whole working life, month by month. Nothing of it is a figure of a plan. */

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/**
 * Months with the same terms. `deemed`: before there were contributions, counted all the same; `paid`; `missed`: due and
 * not paid; `away`: none due (study, army, between two jobs).
 */
const span = z.strictObject({
  from: month,
  to: month,
  kind: z.enum(['deemed', 'paid', 'missed', 'away']),
  employer: z.string().max(100).nullable().default(null),
  group: z.enum(['employee', 'flexible', 'migrant']).default('employee'),
  insurances: z.array(z.enum(insurances)).default([...insurances]),
  /** Monthly base. */
  base: yuan.nullable().default(null),
  /** Base over the average wage of the year before. */
  index: decimal.nullable().default(null),
});
export type Span = z.infer<typeof span>;

/** Something that a fund pays or has paid. */
const payment = z.strictObject({
  insurance: z.enum([...insurances, 'assistance', 'residentPension', 'ruralPension', 'veterans', 'welfare', 'housing']),
  what: z.string(),
  from: month,
  to: month.nullable(),
  monthly: yuan.nullable().default(null),
  once: yuan.nullable().default(null),
});

/** A household on 低保, as its application was granted: income a head and month. */
const household = z.strictObject({
  kind: z.enum(['urban', 'rural']),
  since: month,
  people: z.int().positive(),
  income: yuan,
  /** 救助对象类别 in the words of the medical plans. */
  status: z.string(),
});

/** An account of the residents' pension, and what was paid into it in each year, rising. */
const residentPension = z.strictObject({
  opening: yuan,
  years: z.array(z.strictObject({ year: z.string().regex(/^\d{4}$/), paid: yuan })).default([]),
});

/** A housing fund account from some month on, and a home too small for its people. */
const housing = z.strictObject({
  fund: z
    .strictObject({
      from: month,
      opening: yuan,
      withdrawals: z.array(z.strictObject({ month, amount: yuan })).default([]),
    })
    .nullable()
    .default(null),
  /** `area`: usable area of the home, m². */
  rent: z.strictObject({ since: month, people: z.int().positive(), area: decimal }).nullable().default(null),
});

export const careerSchema = z
  .strictObject({
    identityNumber: z.string().refine((text) => text.startsWith('99') && parseIdentityNumber(text).ok, {
      error: 'not a number of a test division',
    }),
    name: z.string().min(1),
    cardNumber: z.string(),
    card: cardRecordSchema.prefault({}),
    city: z.enum(cityNames),
    retires: z.enum(['men', 'women55', 'women50']),
    /** Balance of the pension account before the first paid month. */
    opening: yuan,
    spans: z.array(span).min(1),
    payments: z.array(payment).default([]),
    /** `nursing`: how much of daily life somebody else has to help with, as the grading found. */
    injury: z
      .strictObject({
        grade: z.int().min(1).max(10),
        month,
        wage: yuan,
        nursing: z.enum(['full', 'most', 'part']).nullable().default(null),
      })
      .nullable()
      .default(null),
    /** Births insured by an employer, whose average monthly wage of the year before counts; rising. */
    births: z.array(z.strictObject({ month, average: yuan })).default([]),
    household: household.nullable().default(null),
    residentPension: residentPension.nullable().default(null),
    housing: housing.nullable().default(null),
    /** Unemployment benefit in force or in the past: from when, and how many months were drawn. */
    unemployment: z
      .strictObject({ from: month, drawn: z.int().min(0), ended: z.boolean() })
      .nullable()
      .default(null),
  })
  .superRefine(({ spans }, context) => {
    const fault = (index: number, message: string): void =>
      context.addIssue({ code: 'custom', path: ['spans', index], message });
    for (const [index, { from, to, kind, base, index: ratio }] of spans.entries()) {
      if (to < from) fault(index, 'ends before it begins');
      if (index > 0 && from <= (spans[index - 1]?.to ?? '')) fault(index, 'overlaps the one before');
      if (kind === 'paid' && (base === null || ratio === null)) fault(index, 'a paid span needs base and index');
      if (ratio !== null && compare(ratio, ZERO) <= 0) fault(index, 'an index above 0');
    }
  });
export type Career = z.infer<typeof careerSchema>;
