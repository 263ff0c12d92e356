import { z } from 'zod';

/** 类型 of the national tables: C 字符型, N 数值型, D 日期型, DT 日期时间型; B: a file's bytes ("byte array"). */
export type NationalType = 'C' | 'N' | 'D' | 'DT' | 'B';

const fieldMetaSchema = z.object({
  /** 中文名, as the table prints it. */
  label: z.string(),
  type: z.enum(['C', 'N', 'D', 'DT', 'B']),
  /** 长度 as printed: "30", or "16,2" (digits, of which decimals); empty for D and DT. */
  len: z.string(),
  /** 是否必填 of the table. */
  required: z.boolean(),
  /** The value comes from a code table (字典). */
  coded: z.boolean(),
  /** Identifies or describes a person; wrapped in `Pii`. */
  pii: z.boolean(),
  /** Required by the table, yet its absence in an answer is survived: nothing is decided by it. */
  lenient: z.boolean(),
  /** Not in the table of this transaction; seen on the wire. */
  extra: z.boolean(),
});

/** What the national interface says about one field; hangs on its schema as zod metadata. */
export type FieldMeta = z.infer<typeof fieldMetaSchema>;

/** The metadata of a field made by `input-fields.ts` or `output-fields.ts`. Throws on any other schema: a bug. */
export function fieldMeta(field: z.core.$ZodType): FieldMeta {
  return fieldMetaSchema.parse(z.globalRegistry.get(field));
}

/** Metadata of a plain required field. */
export function nationalField(
  label: string,
  type: NationalType,
  len: string | number = '',
  more: Partial<FieldMeta> = {},
): FieldMeta {
  return {
    label,
    type,
    len: String(len),
    required: true,
    coded: false,
    pii: false,
    lenient: false,
    extra: false,
    ...more,
  };
}

/** Characters, not UTF-16 units: 𠮷 counts once, as in a database column of that length. */
export function characters(text: string): number {
  return [...text].length;
}

/** `text` is a plain decimal of at most `len` ("16,4": sixteen digits, four of them decimals). */
export function fitsDecimal(text: string, len: string): boolean {
  const [digits = 0, places = 0] = len.split(',').map(Number);
  const match = /^-?(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return false;
  const whole = (match[1] ?? '').replace(/^0+(?=\d)/, '');
  return (match[2] ?? '').length <= places && whole.length <= Math.max(1, digits - places);
}

/**
 * The largest amount taken, in fen: a hundred thousand million yuan. Far above any bill, and small enough that a sum
 * of all amounts of a message stays a safe integer, so that no answer can make the arithmetic throw.
 */
export const LARGEST_AMOUNT = 1e13;
