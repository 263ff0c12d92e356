import { z } from 'zod';
import { type Fen, fen } from '../../../kernel/money.ts';
import { positiveFenSchema } from '../../amounts.ts';
import { asOfSchema, monthSchema, percentSchema } from './shared.ts';

/** A number of whole yuan that can be typed has at most so many digits. */
export const BASE_DIGITS = 5;

const sums = {
  lines: z
    .array(
      z.object({
        insurance: z.enum(['pension', 'medical', 'unemployment']),
        /** "" the insurance itself; `mutual`: 大额互助; `other`: a fund that has no words here. */
        fund: z.enum(['', 'mutual', 'other']),
        base: positiveFenSchema,
        percent: percentSchema,
        amount: positiveFenSchema,
      }),
    )
    .min(1)
    .max(10),
  total: positiveFenSchema,
};

/** S15, 缴费基数申报 as a screen shows it: what may be declared for a month, what it costs, what was declared. Amounts are fen. */
export const declarationViewSchema = z.object({
  service: z.literal('declaration'),
  city: z.string().max(20),
  month: monthSchema,
  /** What the page is about: a base is chosen, typed, looked at; it is declared; or nothing can be declared, `because`. */
  step: z.enum(['choose', 'typing', 'draft', 'declared', 'closed']),
  because: z.enum(['notFlexible', 'drawing', 'paid', 'noRule']).nullable(),
  /** The centre did not take what was just sent; the rest says how it stands. */
  refused: z.boolean(),
  /** `since`: from when the average wage holds that the limits are shares of. */
  limits: z
    .object({ average: positiveFenSchema, since: z.iso.date(), floor: positiveFenSchema, ceiling: positiveFenSchema })
    .nullable(),
  /** Bases that the city names. */
  choices: z.array(z.object({ percent: percentSchema, base: positiveFenSchema })).max(3),
  /** `due` null: the base is below the floor or above the ceiling. */
  draft: z
    .object({ base: positiveFenSchema, fits: z.enum(['fits', 'under', 'over']), due: z.object(sums).nullable() })
    .nullable(),
  /** `now`: it was declared here, a moment ago. */
  declared: z
    .object({
      number: z.string().max(30),
      base: positiveFenSchema,
      on: z.string().length(19),
      now: z.boolean(),
      ...sums,
    })
    .nullable(),
  illustrative: z.boolean(),
  asOf: asOfSchema,
});
export type DeclarationView = z.infer<typeof declarationViewSchema>;
export type Dues = NonNullable<NonNullable<DeclarationView['draft']>['due']>;

/** What was on the screen when the PIN was asked for, fen. */
export interface Chosen {
  readonly month: string;
  readonly base: Fen;
  readonly total: Fen;
}

const CHOSEN = /^(\d{4}-\d{2}) (\d{1,9}) (\d{1,9})$/;

/** The part of the service by which a draft is declared: "2011-12 168000 56204". */
export function chosenPart({ month, base, total }: Chosen): string {
  return `${month} ${base} ${total}`;
}

/** What such a part says; null for any other. */
export function chosenOf(part: string): Chosen | null {
  const [, month, base, total] = CHOSEN.exec(part) ?? [];
  return month === undefined ? null : { month, base: fen(Number(base)), total: fen(Number(total)) };
}
