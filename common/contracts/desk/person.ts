import { z } from 'zod';
import { fenSchema } from '../amounts.ts';
import { maskedPersonSchema } from '../session/shared.ts';

/** Who stands at the desk, masked; clear values come by the link's `reveal` alone, valid 5 s. */
export const deskPersonSchema = maskedPersonSchema.extend({
  /** In whole years by the number on the card; null: it does not say. */
  age: z.int().nonnegative().nullable(),
  /** 险种 insutype and 人员类别 psn_type in use, codes of the centre. */
  scheme: z.string().max(6),
  psnType: z.string().max(6),
  /** 参保地, 6 digits; `elsewhere`: it is not the place of the desk. */
  insuredAt: z.string().max(6),
  elsewhere: z.boolean(),
  /** 个人账户余额. */
  balance: fenSchema,
  /** Her card still lies in the reader. */
  cardIn: z.boolean(),
});
export type DeskPerson = z.infer<typeof deskPersonSchema>;

/** What can be had in clear at the cashier's own press. */
export const revealWhatSchema = z.enum(['name', 'number']);
export type RevealWhat = z.infer<typeof revealWhatSchema>;
