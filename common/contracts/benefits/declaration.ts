import { z } from 'zod';
import { amount, decimalText, moment, month, whoAsks } from './fields.ts';

/**
 * 缴费基数申报 of people in flexible employment: between which limits, what a base would cost, and the declaration of one
 * month. There is one declaration of a person and month, for ever; it moves no money.
 */
const base = (description: string) => amount(description);

/** 32 hex characters, random, made before the first attempt. */
export const declarationKeySchema = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .meta({ description: 'random, one per declaration; the same request may be repeated with it' });

/** What people in flexible employment pay. */
export const declaredInsuranceSchema = z
  .enum(['pension', 'medical', 'unemployment'])
  .meta({ description: '险种: 养老, 医疗, 失业' });

/** What one fund gets of one base, half up to the fen. */
const lineSchema = z.object({
  insurance: declaredInsuranceSchema,
  fund: z.string().max(20).meta({ description: '"" the insurance itself; else the fund within it (mutual)' }),
  base: base('the base of this insurance: some have one of their own'),
  rate: decimalText('rate'),
  amount: amount('base × rate, half up to the fen'),
});

const sumsSchema = {
  lines: z.array(lineSchema).min(1).max(10),
  total: amount('the sum of the lines'),
};

export const declarationSchema = z.object({
  city: z.string().max(20),
  month: month('费款所属期: the month that may be declared now'),
  state: z.enum(['open', 'closed', 'declared']).meta({ description: '可以申报, 不能申报, 已经申报' }),
  because: z.enum(['notFlexible', 'drawing', 'paid', 'noRule']).nullable().meta({
    description:
      'why it is closed: not in flexible employment, a pension is drawn, the month is paid already, the city has no such declaration',
  }),
  limits: z
    .object({
      average: amount('the average monthly wage that the limits are shares of'),
      since: z.iso.date().meta({ description: 'from when that average holds' }),
      floor: base('缴费基数下限'),
      ceiling: base('缴费基数上限'),
    })
    .nullable()
    .meta({ description: 'null where it is closed' }),
  choices: z
    .array(z.object({ share: decimalText('share of the average wage'), base: base('whole yuan') }))
    .max(4)
    .meta({ description: 'bases that the city names; rising' }),
  draft: z
    .object({
      base: base('as it was asked'),
      fits: z.enum(['fits', 'under', 'over']),
      due: z.object(sumsSchema).nullable().meta({ description: 'what a month costs; null unless it fits' }),
    })
    .nullable()
    .meta({ description: 'null where no base was asked about, or nothing may be declared' }),
  declared: z
    .object({
      number: z.string().min(1).max(30).meta({ description: '申报编号, by which it is paid' }),
      key: declarationKeySchema,
      base: base('the declared base'),
      on: moment('yyyy-MM-dd HH:mm:ss'),
      ...sumsSchema,
    })
    .nullable(),
  illustrative: z.boolean().meta({ description: 'a figure that no readable source states is among these' }),
  asOf: moment('yyyy-MM-dd HH:mm:ss'),
});
export type Declaration = z.output<typeof declarationSchema>;

export const declarationAsk = whoAsks.extend({
  base: base('what would this base cost?').optional(),
});

/** Sent by who has just proven the PIN of the card for it, with the sum that was on the screen. */
export const declareAsk = whoAsks.extend({
  key: declarationKeySchema,
  month: month('the month that is declared'),
  base: base('the base that the person chose'),
  total: amount('what the person was shown that a month costs'),
  assurance: z.literal('cardAndPin').meta({ description: 'the card was in the reader and accepted its PIN' }),
  terminal: z.string().min(1).max(60).meta({ description: 'institution and terminal' }),
});
export type DeclareRequest = z.output<typeof declareAsk>;

export const declareSchema = z.object({
  key: declarationKeySchema,
  result: z.enum(['declared', 'refused']),
  because: z
    .enum(['closed', 'already', 'under', 'over', 'otherSum', 'otherMonth'])
    .nullable()
    .meta({ description: 'why it was refused: nothing was declared under this key' }),
  standing: declarationSchema.meta({ description: 'how it stands after that' }),
});
export type Declare = z.output<typeof declareSchema>;
