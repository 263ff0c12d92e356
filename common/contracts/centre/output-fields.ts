import { z } from 'zod';
import { parseFen } from '../../kernel/money.ts';
import { pii } from '../../kernel/pii.ts';
import { characters, fieldMeta, LARGEST_AMOUNT, nationalField } from './field-meta.ts';

/**
 * Fields of an answer. The reader hands every JSON number over by its source text, so each of them starts from a
 * string, whether the centre wrote 12.30 or "12.30". Null and missing are the same thing.
 */

const sized = (len: number) => z.string().refine((value) => characters(value) <= len, { error: `longer than ${len}` });

/** C: text of at most `len` characters. */
export function text(label: string, len: number) {
  return sized(len).meta(nationalField(label, 'C', len));
}

/** C whose value comes from a code table. */
export function coded(label: string, len: number) {
  return sized(len).meta(nationalField(label, 'C', len, { coded: true }));
}

/** C that identifies or describes a person; wrapped at once. */
export function personal(label: string, len: number) {
  return sized(len)
    .transform(pii)
    .meta(nationalField(label, 'C', len, { pii: true }));
}

/** C that names a thing which we keep and compare (an id): never empty. */
export function id(label: string, len: number) {
  return sized(len)
    .min(1)
    .meta(nationalField(label, 'C', len));
}

/** The person's number at the centre: an id, and wrapped. */
export function personId(label: string, len: number) {
  return sized(len)
    .min(1)
    .transform(pii)
    .meta(nationalField(label, 'C', len, { pii: true }));
}

/** N16,2 in yuan on the wire, Fen here; more than two significant places is an error, never rounded away. */
export function money(label: string) {
  return z
    .string()
    .transform((value, context) => {
      const amount = parseFen(value);
      if (amount.ok && Math.abs(amount.value) <= LARGEST_AMOUNT) return amount.value;
      context.issues.push({ code: 'custom', input: '', message: amount.ok ? 'OUT_OF_RANGE' : amount.error });
      return z.NEVER;
    })
    .meta(nationalField(label, 'N', '16,2'));
}

/** N that is not money: its text as the centre wrote it. */
export function decimal(label: string, len: string) {
  return z
    .string()
    .max(40)
    .meta(nationalField(label, 'N', len));
}

/** D, as text: centres differ in how they write it. */
export function date(label: string) {
  return z.string().max(30).meta(nationalField(label, 'D'));
}

/** D that describes a person. */
export function personalDate(label: string) {
  return z
    .string()
    .max(30)
    .transform(pii)
    .meta(nationalField(label, 'D', '', { pii: true }));
}

/** DT, as text: `yyyy-MM-dd HH:mm:ss` by the table. */
export function dateTime(label: string) {
  return z.string().max(30).meta(nationalField(label, 'DT'));
}

/** Not required by the table. Null, missing, and a descriptive value out of its bounds are all `undefined`. */
export function maybe<T extends z.ZodType>(field: T) {
  return tolerant(field).meta({ ...fieldMeta(field), required: false });
}

/** Required by the table, but nothing is decided by it, so its absence must not turn a settlement into "unknown". */
export function lenient<T extends z.ZodType>(field: T) {
  return tolerant(field).meta({ ...fieldMeta(field), lenient: true });
}

/**
 * As `maybe` and `lenient`, for amounts: null, missing and empty are `undefined` (the identities prove that it was
 * nothing), but text that is no amount makes the answer a bad one.
 */
export function maybeMoney(label: string, more: { readonly required?: boolean; readonly extra?: boolean } = {}) {
  const required = more.required ?? false;
  const amount = money(label);
  return z
    .preprocess((value) => (value === '' || value === null ? undefined : value), amount.optional())
    .optional()
    .meta({ ...fieldMeta(amount), required, lenient: required, extra: more.extra ?? false });
}

/** Seen on the wire in this transaction, though its table has no such field. */
export function extra<T extends z.ZodType>(field: T) {
  return tolerant(field).meta({ ...fieldMeta(field), required: false, extra: true });
}

/** A list that some centres send as one object, as null, or not at all (B6.3). */
export function list<T extends z.ZodType>(row: T) {
  return z.preprocess((value) => {
    if (value === null || value === undefined || value === '') return [];
    return Array.isArray(value) ? value.filter((item) => item !== null) : [value];
  }, z.array(row));
}

function tolerant<T extends z.ZodType>(field: T) {
  return field
    .nullish()
    .transform((value) => value ?? undefined)
    .optional()
    .catch(undefined);
}
