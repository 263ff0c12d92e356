import { z } from 'zod';

/**
 * What stands in the reader. `generation` numbers the card sessions of one host: a late answer that bears an
 * earlier number belongs to an earlier card and is dropped (DESIGN §4).
 */
export const cardStatusSchema = z.discriminatedUnion('kind', [
  /** The PC/SC service does not answer; the host keeps trying. */
  z.object({ kind: z.literal('serviceDown') }),
  /** The service runs but has no (configured) reader. */
  z.object({ kind: z.literal('noReader') }),
  z.object({ kind: z.literal('empty'), reader: z.string() }),
  z.object({ kind: z.literal('present'), reader: z.string(), generation: z.int().nonnegative(), atr: z.string() }),
  /** Powered, but no answer to reset: upside down, or not a chip card. */
  z.object({ kind: z.literal('mute'), reader: z.string(), generation: z.int().nonnegative() }),
  /** A card in each of two readers: a person must take one out. */
  z.object({ kind: z.literal('tooMany'), readers: z.array(z.string()) }),
]);
export type CardStatus = z.infer<typeof cardStatusSchema>;

/** Non-fatal remarks about a card that was read. */
export const cardWarningSchema = z.enum([
  'CARD_EXPIRED',
  'CARD_EXPIRES_SOON',
  'NUMBER_CHECK_DIGIT',
  'NUMBER_SHAPE',
  'DATE_YEAR_ONLY',
  'DATE_UNREADABLE',
  'SEX_UNREADABLE',
  'NAME_UNREADABLE',
  'BIRTH_DATE_DIFFERS',
  'REGION_UNREADABLE',
]);
export type CardWarning = z.infer<typeof cardWarningSchema>;

/**
 * A social-security card as it says of itself (LD/T 32; domain-facts A2). Dates are ISO, a year-only date is "2019",
 * null where the card has none. With `needsHsm` (version 3.00) identity fields that the card withholds are null.
 */
export const cardReadingSchema = z.object({
  specVersion: z.string(),
  cardNumber: z.string().nullable(),
  cardId: z.string().nullable(),
  regionCode: z.string().nullable(),
  issuedOn: z.string().nullable(),
  expiresOn: z.string().nullable(),
  socialSecurityNumber: z.string().nullable().meta({ pii: true }),
  name: z.string().nullable().meta({ pii: true }),
  sex: z.enum(['male', 'female', 'unknown']).nullable(),
  nation: z.string().nullable(),
  birthPlace: z.string().nullable().meta({ pii: true }),
  birthDate: z.string().nullable().meta({ pii: true }),
  atr: z.string(),
  needsHsm: z.boolean(),
  warnings: z.array(cardWarningSchema),
});
export type CardReading = z.infer<typeof cardReadingSchema>;

/** Why a card could not be read or used. Each has its sentence and remedy in the failure catalogue. */
export const cardErrorSchema = z.enum([
  'CARD_REMOVED',
  'CARD_FOREIGN',
  'CARD_MUTE',
  'CARD_GARBAGE',
  'CARD_LOCKED',
  'CARD_STALE',
  'CARD_ABSENT',
  'CARD_BUSY',
  'CARD_TOO_MANY',
  'READER_GONE',
  'READER_SERVICE_DOWN',
  'READER_STUCK',
]);
export type CardError = z.infer<typeof cardErrorSchema>;

export const cardReadResultSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    value: cardReadingSchema,
    /** Milliseconds spent inside card transmits, to tell our own share of the time (DESIGN §4). */
    cardMs: z.number(),
  }),
  z.object({ ok: z.literal(false), error: cardErrorSchema }),
]);
export type CardReadResult = z.infer<typeof cardReadResultSchema>;
