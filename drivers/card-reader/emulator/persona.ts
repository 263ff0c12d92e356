import { z } from 'zod';

/**
 * A card as a file: who holds it, how it is encoded, how it misbehaves. `holder` is turned into the records of
 * EF05 and EF06; `records` then replaces or (null) removes single ones, by file and tag, with the value as hex.
 */
const hex = z.string().regex(/^([0-9A-Fa-f]{2})*$/);
const tag = z.string().regex(/^[0-9A-F]{2}$/);
const compactDate = z.string().regex(/^\d{4}(\d{4})?$/);

export const personaSchema = z.strictObject({
  label: z.string().min(1),
  /** Answer to reset. The default has the shape of the field: 3B 6D 00 00 and 13 historical bytes. */
  atr: hex.default('3B6D000000810099885086659900010203'),
  holder: z
    .strictObject({
      specVersion: z.string().max(4),
      cardId: hex.length(32),
      cardNumber: z.string().max(9),
      issuedOn: compactDate,
      expiresOn: compactDate,
      socialSecurityNumber: z.string().max(18),
      name: z.string(),
      sex: z.enum(['0', '1', '2', '9']),
      nation: z.string().regex(/^\d{2}$/),
      birthPlace: z.string().regex(/^\d{6}$/),
      birthDate: compactDate,
    })
    .nullable()
    .default(null),
  encoding: z
    .strictObject({
      name: z.enum(['gbk', 'gb18030']).default('gbk'),
      padding: z.enum(['00', '20', 'FF']).default('00'),
      /** `ascii` needs four bytes for a year or eight for a day; `bcd` writes 0000 after a year. */
      dates: z.enum(['bcd', 'ascii']).default('bcd'),
    })
    .prefault({}),
  records: z
    .strictObject({
      EF05: z.record(tag, hex.nullable()).default({}),
      EF06: z.record(tag, hex.nullable()).default({}),
    })
    .prefault({}),
  pin: z
    .strictObject({
      digits: z.string().regex(/^\d{4,16}$/),
      tries: z.int().min(1).max(15).default(6),
    })
    .default({ digits: '246810', tries: 6 }),
  behaviour: z
    .strictObject({
      application: z.enum(['social', 'foreign', 'locked']).default('social'),
      /** `t0`: what T=0 readers surface, 61xx after SELECT and 6Cxx for a wrong Le. */
      surface: z.enum(['t1', 't0']).default('t1'),
      /** Which forms of SELECT EF it knows; `none`: only short file ids. */
      selectFile: z.enum(['both', '00', '02', 'none']).default('both'),
      /** Records are addressed by identifier, or by number only. */
      records: z.enum(['identifier', 'number']).default('identifier'),
      /** Answers values without their two header bytes. */
      bareValues: z.boolean().default(false),
      /** Third generation: 9F0C in the FCI, and the protected records answer 6982. */
      needsHsm: z.boolean().default(false),
      /** `noAtr`: powered but silent. `noAnswer`: an ATR, but the APDU with this index is never answered. */
      mute: z.union([z.literal('no'), z.literal('noAtr'), z.strictObject({ fromApdu: z.int().min(0) })]).default('no'),
      garbage: z.enum(['no', 'noise', 'wrongTag', 'badLength', 'absurdStatus', 'oneByte']).default('no'),
      /**
       * Leaves the reader after this many answered APDUs and this many bytes of the next reply. `at`: at the first
       * later command of this instruction (hex) instead of at the next; `executed`: it was done, only its answer is lost.
       */
      tear: z
        .strictObject({
          afterApdus: z.int().min(0),
          afterBytes: z.int().min(0).default(0),
          at: hex.length(2).nullable().default(null),
          executed: z.boolean().default(true),
        })
        .nullable()
        .default(null),
      /** Time that each APDU takes, ms. */
      apduMs: z.int().min(0).max(60_000).default(0),
    })
    .prefault({}),
});
export type Persona = z.output<typeof personaSchema>;
export type PersonaInput = z.input<typeof personaSchema>;
