import { z } from 'zod';
import { parseDateTime } from '../../kernel/dates.ts';

/**
 * How strictly an encounter is read. The hospital's system that the terminal asks may say more than we know of, and
 * nobody at its counter could mend it: what is not known is passed over. A client of the HIS API is still being written
 * when it misspells a field: what is not known is refused by its name.
 */
export interface Boundary {
  readonly object: <T extends z.core.$ZodLooseShape>(shape: T) => z.ZodObject<T, z.core.$strip>;
  /** `yyyy-MM-dd HH:mm:ss`, China Standard Time. */
  readonly moment: (description: string) => z.ZodType<string, string>;
}

const FORM = '`yyyy-MM-dd HH:mm:ss`, China Standard Time';
const example = { examples: ['2026-11-23 09:10:00'] };

/** The hospital's own system, which is asked. */
export const asked: Boundary = {
  object: (shape) => z.object(shape),
  moment: (description) =>
    z
      .string()
      .length(19)
      .meta({ description: `${description}, ${FORM}`, ...example }),
};

/** A client of the HIS API, which asks. */
export const asking: Boundary = {
  object: (shape) => z.strictObject(shape),
  moment: (description) =>
    z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/)
      .refine((text) => parseDateTime(text) !== null, { error: 'a day and a time that there are' })
      .meta({ description: `${description}, ${FORM}`, ...example }),
};
