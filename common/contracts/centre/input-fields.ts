import { z } from 'zod';
import { isIsoDate, parseDateTime } from '../../kernel/dates.ts';
import { type Fen, fen, formatFen, parseFen } from '../../kernel/money.ts';
import { Pii, pii, unwrapPii } from '../../kernel/pii.ts';
import { characters, fieldMeta, fitsDecimal, LARGEST_AMOUNT, nationalField } from './field-meta.ts';

/**
 * Fields of a request. The decoded side is ours (Fen, Pii, decimal text), the encoded side is the wire's; a gateway
 * writes with `z.encode`, which checks every value. Lengths are enforced: what does not fit is never cut or sent.
 */

/** A JSON number by its text, so that "35.20" leaves as `35.20` and never as a float. */
export class NumberText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const wireNumber = z.union([z.string(), z.instanceof(NumberText)]);
const sourceText = (wire: string | NumberText): string => (wire instanceof NumberText ? wire.text : wire);
const sized = (len: number) => z.string().refine((text) => characters(text) <= len, { error: `longer than ${len}` });

/** C: text of 1 to `len` characters. */
export function text(label: string, len: number) {
  return sized(len)
    .min(1)
    .meta(nationalField(label, 'C', len));
}

/** C whose value comes from a code table. */
export function coded(label: string, len: number) {
  return sized(len)
    .min(1)
    .meta(nationalField(label, 'C', len, { coded: true }));
}

/** Required by the table, yet sent empty where it does not apply (B6.3). */
export function blank(label: string, len: number) {
  return sized(len).meta(nationalField(label, 'C', len));
}

/** C that identifies or describes a person. */
export function personal(label: string, len: number) {
  return z
    .codec(sized(len).min(1), z.instanceof(Pii<string>), { decode: pii, encode: unwrapPii })
    .meta(nationalField(label, 'C', len, { pii: true }));
}

/** N16,2 in yuan on the wire, Fen here. */
export function money(label: string) {
  return z
    .codec(
      wireNumber,
      z.custom<Fen>((n) => Number.isSafeInteger(n) && Math.abs(Number(n)) <= LARGEST_AMOUNT),
      {
        decode: (wire, context) => {
          const amount = parseFen(sourceText(wire));
          if (amount.ok && Math.abs(amount.value) <= LARGEST_AMOUNT) return amount.value;
          context.issues.push({ code: 'custom', input: wire, message: amount.ok ? 'OUT_OF_RANGE' : amount.error });
          return z.NEVER;
        },
        encode: (amount) => new NumberText(formatFen(fen(amount))),
      },
    )
    .meta(nationalField(label, 'N', '16,2'));
}

/** N that is not money (count, unit price, ratio, order): plain decimal text, sent with the places it is written with. */
export function decimal(label: string, len: string) {
  const plain = z.string().refine((value) => fitsDecimal(value, len), { error: `not a decimal of ${len}` });
  return z
    .codec(wireNumber, plain, { decode: sourceText, encode: (value) => new NumberText(jsonNumber(value)) })
    .meta(nationalField(label, 'N', len));
}

/** JSON forbids leading zeros, decimal text does not. */
function jsonNumber(plain: string): string {
  return plain.replace(/^(-?)0+(?=\d)/, '$1');
}

/** D: `yyyy-MM-dd`. */
export function date(label: string) {
  return z.string().refine(isIsoDate, { error: 'not yyyy-MM-dd' }).meta(nationalField(label, 'D'));
}

/** DT: `yyyy-MM-dd HH:mm:ss`, China Standard Time. */
export function dateTime(label: string) {
  return z
    .string()
    .refine((value) => parseDateTime(value) !== null, { error: 'not yyyy-MM-dd HH:mm:ss' })
    .meta(nationalField(label, 'DT'));
}

/** A file's bytes, base64 on the wire: what the usual JSON libraries make of a byte array. */
export function bytes(label: string) {
  return z
    .codec(
      z.base64(),
      z.custom<Uint8Array>((file) => file instanceof Uint8Array),
      {
        decode: (text) => z.core.util.base64ToUint8Array(text),
        encode: (file) => z.core.util.uint8ArrayToBase64(file),
      },
    )
    .meta(nationalField(label, 'B'));
}

/** Not required by the table; left out of the message where it is undefined. Empty is allowed. */
export function optional<T extends z.ZodType>(field: T) {
  return z
    .union([z.literal(''), field])
    .optional()
    .meta({ ...fieldMeta(field), required: false });
}
