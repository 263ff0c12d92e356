import { z } from 'zod';
import { hisEncounterSchema } from '../../common/contracts/his/his.ts';
import { lineAmount, parseDecimal } from '../../common/kernel/decimal.ts';
import { addFen, formatFen, parseFen, ZERO_FEN } from '../../common/kernel/money.ts';
import { filingsSchema } from '../people/filings.ts';

/** What the admin API takes to fill the centre and the HIS. */

const yuan = z.string().transform((text, context) => {
  const amount = parseFen(text);
  if (amount.ok && amount.value >= 0) return amount.value;
  context.addIssue({ code: 'custom', message: 'not an amount in yuan' });
  return z.NEVER;
});

const insuranceSeed = z.strictObject({
  /** 310 职工, 390 城乡居民 */
  insutype: z.string().regex(/^\d{3}$/),
  /** 11 在职, 12 退休, 14–16 居民 */
  psnType: z.string().min(2).max(6),
  /** 1 正常参保 */
  status: z.string().length(1).default('1'),
  balance: yuan.default(ZERO_FEN),
  civilServant: z.boolean().default(false),
  division: z.string().regex(/^\d{6}$/),
  employer: z.string().max(200).nullable().default(null),
  since: z.iso.date().nullable().default(null),
  /** What a city's plan asks; nothing of it matters in the made-up city. */
  entitlement: z
    .strictObject({
      /** Which of several schemes: "" the usual one, "major", "town", "migrant". */
      scheme: z.string().max(20).default(''),
      /** 低保, 特困, 返贫 … */
      statuses: z
        .array(z.string().regex(/^\S{1,20}$/))
        .max(10)
        .default([]),
      workedSince: z.iso.date().nullable().default(null),
      retiredSince: z.iso.date().nullable().default(null),
      /** Account money of earlier years. */
      earlier: yuan.default(ZERO_FEN),
      /** Filing for care away from home. */
      away: z.enum(['longTerm', 'referred', 'emergency']).nullable().default(null),
    })
    .optional(),
});

export const personSeedSchema = z.strictObject({
  /** 人员编号; made from the identity number's place in the list where it is missing. */
  psnNo: z.string().min(1).max(30).optional(),
  identityNumber: z.string().min(1).max(50).toUpperCase(),
  name: z.string().min(1).max(50),
  cardNumber: z.string().max(50).nullable().default(null),
  /** 卡识别码, 32 hex digits */
  cardId: z
    .string()
    .regex(/^[0-9A-Fa-f]{32}$/)
    .nullable()
    .default(null),
  sex: z.enum(['0', '1', '2', '9']),
  nation: z.string().max(3).default('01'),
  birthDate: z.iso.date().nullable().default(null),
  insurances: z.array(insuranceSeed).min(1),
  /** Identity numbers of family members whose accounts may pay (共济), in order; they must be known already. */
  family: z.array(z.string().min(1).max(50).toUpperCase()).max(5).default([]),
  /** What the person has filed (备案); what was filed before stays where this is missing. */
  filings: filingsSchema.optional(),
});
export const peopleSeedSchema = z.strictObject({ people: z.array(personSeedSchema).min(1).max(1000) });

/** Whether every line is count × price, and the total their sum: a hospital whose bill is wrong is another test. */
const encounterSeed = hisEncounterSchema.superRefine((encounter, context) => {
  const amounts = encounter.lines.map((line, index) => {
    const [count, price, amount] = [
      parseDecimal(line.count, 4),
      parseDecimal(line.unitPrice, 6),
      parseFen(line.amount),
    ];
    const right = count.ok && price.ok && amount.ok && lineAmount(count.value, price.value) === amount.value;
    if (!right)
      context.addIssue({ code: 'custom', path: ['lines', index, 'amount'], message: 'is not count × unitPrice' });
    return amount.ok ? amount.value : ZERO_FEN;
  });
  const sum = formatFen(addFen(...amounts));
  if (sum !== encounter.total)
    context.addIssue({ code: 'custom', path: ['total'], message: `the lines sum to ${sum}` });
});

export const encountersSeedSchema = z.strictObject({
  encounters: z
    .array(
      z.strictObject({
        person: z.strictObject({
          identityNumber: z.string().min(1).max(50).toUpperCase(),
          name: z.string().min(1).max(50),
        }),
        encounter: encounterSeed,
      }),
    )
    .min(1)
    .max(1000),
});
