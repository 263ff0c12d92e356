import { z } from 'zod';

/** Fields of the benefits API. Amounts are yuan text with two places, never JSON numbers; times are China Standard Time. */
export const amount = (description: string) =>
  z
    .string()
    .regex(/^\d{1,12}\.\d{2}$/)
    .meta({ description });

/** An exact decimal as text. */
export const decimalText = (description: string) =>
  z
    .string()
    .regex(/^\d{1,12}(\.\d{1,6})?$/)
    .meta({ description });

export const code = (description: string) =>
  z
    .string()
    .regex(/^[0-9A-Z]{1,10}$/)
    .meta({ description });

export const moment = (description: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/)
    .meta({ description });

export const month = (description: string) =>
  z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .meta({ description });

export const months = (description: string) => z.int().min(0).max(1200).meta({ description });

/** Who asks. Number and name must both be this person's, and the card number too where it is given. */
export const whoAsks = z.strictObject({
  identityNumber: z.string().min(1).max(50).meta({ pii: true, description: '社会保障号码' }),
  name: z.string().min(1).max(50).meta({ pii: true, description: '姓名' }),
  cardNumber: z.string().min(1).max(50).meta({ pii: true, description: '社会保障卡卡号' }).optional(),
});

export const insuranceSchema = z
  .enum(['pension', 'medical', 'unemployment', 'injury', 'maternity'])
  .meta({ description: '险种: 养老, 医疗, 失业, 工伤, 生育' });

/** A figure as a screen may show it: where it is from, and whether no readable source states it. */
export const figureSchema = z.object({
  value: z.string().max(200),
  kind: z.enum(['rule', 'standard', 'average', 'minimum', 'goal']),
  source: z.string().max(50),
  illustrative: z.boolean(),
  note: z.string().max(300).nullable(),
});

/** What a fund pays, or has paid. */
export const paymentSchema = z.object({
  insurance: z.string().max(30),
  what: z.string().max(50),
  from: month('from'),
  to: month('to; null while it goes on').nullable(),
  monthly: amount('每月').nullable(),
  once: amount('一次性').nullable(),
});
