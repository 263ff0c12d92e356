import { z } from 'zod';
import { amount, personRef } from './fields.ts';

/** The person whose card is in, masked. */
export const apiPersonSchema = z.object({
  person: personRef,
  maskedName: z.string().max(50),
  maskedNumber: z.string().max(50),
  sex: z.enum(['male', 'female']).nullable(),
  age: z.int().min(0).max(200).nullable(),
  insutype: z.string().max(6).meta({ description: '险种类型 in use: 310, 390 …' }),
  psnType: z.string().max(6).meta({ description: '人员类别' }),
  insuredAt: z.string().max(6).meta({ description: '参保地医保区划' }),
  elsewhere: z.boolean().meta({ description: 'insured elsewhere (异地)' }),
  balance: amount('个人账户余额'),
});

/** The card as it says of itself, masked; nothing is asked of the centre. */
export const apiCardSchema = z.object({
  maskedName: z.string().max(50).nullable(),
  maskedNumber: z.string().max(50).nullable(),
  maskedCardNumber: z.string().max(50).nullable(),
  regionCode: z.string().max(12).nullable(),
  issuedOn: z.string().max(10).nullable(),
  expiresOn: z.string().max(10).nullable(),
  specVersion: z.string().max(20),
});

/** In clear: by its own scope, on record with each use. */
export const identitySchema = z.object({
  name: z.string().max(50).meta({ pii: true }),
  identityNumber: z.string().max(50).meta({ pii: true }),
  cardNumber: z.string().max(50).meta({ pii: true }),
});

/** How a PIN entry on the terminal's own pad ended. No digit ever leaves the device. */
export const pinResultSchema = z.object({
  result: z.enum(['verified', 'wrong', 'blocked', 'initial', 'cancelled', 'timeout']).meta({
    description:
      'verified is good for one settlement while this card is in · initial: the issuer’s first PIN pays nothing',
  }),
  triesLeft: z.int().min(0).max(15).nullable(),
});
