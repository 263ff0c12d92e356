import { z } from 'zod';
import { positiveFenSchema } from './amounts.ts';

/** ■ 统筹 ◆ 大病/大额 ● 救助/公务员/其他 ○ 账户 □ 现金 ▲ 医院承担: the five payers' marks and the hospital's (LOOK idea 4). */
export const payerMarkSchema = z.enum(['pool', 'major', 'aid', 'account', 'cash', 'hospital']);
export type PayerMark = z.infer<typeof payerMarkSchema>;

const text = z.string().max(400);

/**
 * A slip as content, free of bytes and columns: drivers lay it out for a width and a charset, a PDF is another layout
 * of the same document. All texts are ready (translated, masked); amounts are plain text as `formatFen` writes them.
 */
export const slipBlockSchema = z.discriminatedUnion('kind', [
  /** Centred, double size. */
  z.object({ kind: z.literal('title'), text }),
  /** White on black, full width: 补打, 结果待查, 演示·无效. */
  z.object({ kind: z.literal('inverse'), text, size: z.enum(['normal', 'double']).optional() }),
  /** Running text; wrapped at the column width. */
  z.object({
    kind: z.literal('line'),
    text,
    align: z.enum(['left', 'centre']).optional(),
    bold: z.boolean().optional(),
  }),
  /** Label left, value at the right edge, both double size: 您付 … 36.79元. */
  z.object({ kind: z.literal('big'), label: text, value: text }),
  /** Label left, value at the right edge. */
  z.object({
    kind: z.literal('amount'),
    label: text,
    value: text,
    mark: payerMarkSchema.optional(),
    bold: z.boolean().optional(),
    indent: z.boolean().optional(),
  }),
  /** Label in a fixed column, value beside it, wrapped under itself. */
  z.object({ kind: z.literal('fact'), label: text, value: text }),
  /** The bill as a row of payer marks in proportion: largest remainder, each non-zero part at least one cell. */
  z.object({
    kind: z.literal('bar'),
    parts: z.array(z.object({ mark: payerMarkSchema, amount: positiveFenSchema })).max(6),
  }),
  z.object({ kind: z.literal('rule'), style: z.enum(['solid', 'dashed']) }),
  /** Fee lines: name (wrapped), level, count, amount. */
  z.object({
    kind: z.literal('items'),
    header: z.object({ name: text, level: text, count: text, amount: text }),
    rows: z.array(z.object({ name: text, level: text, count: text, amount: text })).max(300),
  }),
  /** A QR code with lines of text beside or below it. Never holds personal data. */
  z.object({ kind: z.literal('code'), data: z.string().max(200), lines: z.array(text).max(8) }),
  z.object({ kind: z.literal('space') }),
]);
export type SlipBlock = z.infer<typeof slipBlockSchema>;

export const slipDocumentSchema = z.object({
  kind: z.enum(['settlement', 'unknown', 'reversed', 'refused', 'benefits', 'policy', 'test', 'reconcile']),
  /** 0 for the original, n for the n-th copy (补打 n). */
  copy: z.int().nonnegative(),
  blocks: z.array(slipBlockSchema).min(1).max(400),
});
export type SlipDocument = z.infer<typeof slipDocumentSchema>;
