import { z } from 'zod';
import { parseDecimal } from '../../../common/kernel/decimal.ts';
import { type Fen, parseFen } from '../../../common/kernel/money.ts';
import { compare, ONE, ofDecimal, type Ratio, ZERO } from '../../../common/kernel/ratio.ts';
import { isKnownSource, isUnproven } from './sources.ts';

/**
 * One figure of a plan file: its value, what kind of statement it is, and who states it. Nothing enters a computation
 * without these. `illustrative` marks what no readable source states; a slip that used such a figure says so.
 */
export interface Figure<T> {
  readonly value: T;
  /** What the source states: a rule in force, a standard, an average, a minimum, or a goal of a plan. */
  readonly kind: 'rule' | 'standard' | 'average' | 'minimum' | 'goal';
  /** Ids of plans/sources.json, "derived, …" where it follows by arithmetic, or "none". */
  readonly source: string;
  readonly illustrative: boolean;
  readonly note: string | null;
  /** Where it stands: "beijing/employee-2010.benefits.outpatient.deductible.amounts.0.figure". */
  readonly path: string;
  /** The value as the file has it. */
  readonly text: string;
}

/** A figure whose value fits `value`. Fails without kind and source, with an unknown source, and with an unmarked guess. */
export function figure<S extends z.ZodType>(value: S) {
  return z
    .strictObject({
      value,
      kind: z.enum(['rule', 'standard', 'average', 'minimum', 'goal']),
      source: z.string().refine(isKnownSource, { error: 'no such source' }),
      illustrative: z.boolean().default(false),
      note: z.string().min(1).nullable().default(null),
      path: z.string(),
      text: z.string(),
    })
    .superRefine(({ source, illustrative, note }, context) => {
      const fault = (message: string): void => context.addIssue({ code: 'custom', message });
      if (isUnproven(source) && !illustrative) fault(`a figure from ${source} must be marked illustrative`);
      if (!isUnproven(source) && illustrative && note === null)
        fault('an illustrative figure with a source needs a note');
    });
}

/** "1800.00", ≥ 0, as fen. */
export const yuan = z.string().transform((text, context): Fen => {
  const amount = parseFen(text);
  if (amount.ok && amount.value >= 0) return amount.value;
  context.addIssue({ code: 'custom', message: 'not an amount in yuan' });
  return z.NEVER;
});

/** A decimal with at most six places, as an exact fraction. */
export const decimal = z.string().transform((text, context): Ratio => {
  const value = parseDecimal(text, 6);
  if (value.ok) return ofDecimal(value.value);
  context.addIssue({ code: 'custom', message: 'not a decimal with at most six places' });
  return z.NEVER;
});

/** A share: a decimal from 0 to 1. */
export const share = decimal.refine((value) => compare(value, ZERO) >= 0 && compare(value, ONE) <= 0, {
  error: 'not between 0 and 1',
});

/** `yyyy-MM-dd`. */
export const day = z.iso.date();

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Writes into every object with a `value` where it stands and what it says, so that a step can name it. */
export function withPaths(node: unknown, path: string): unknown {
  if (Array.isArray(node)) return node.map((item, index) => withPaths(item, `${path}.${index}`));
  if (typeof node !== 'object' || node === null) return node;
  const inner = Object.entries(node).map(([key, item]) => [key, withPaths(item, `${path}.${key}`)]);
  const place = 'value' in node ? { path, text: textOf(node.value) } : {};
  return { ...Object.fromEntries(inner), ...place };
}
