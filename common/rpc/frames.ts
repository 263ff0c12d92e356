import { z } from 'zod';
import { MAX_FRAME } from './channel.ts';

/** Deeper than any of our messages, far shallower than what a recursive parser can bear. */
export const MAX_DEPTH = 48;

const id = z.int().positive();
const name = z.string().min(1).max(64);

/** Why the serving end could not give an answer. Travels without text: nothing of the other end's inside leaks. */
export const refusalSchema = z.enum(['badInput', 'badOutput', 'internal']);

/** The four shapes of a frame. `in`, `out` and `body` are checked afterwards against the link's own schemas. */
const requestSchema = z.strictObject({ t: z.literal('call'), id, verb: name, in: z.unknown() });
const answerSchema = z.strictObject({ t: z.literal('answer'), id, out: z.unknown() });
const refusedSchema = z.strictObject({ t: z.literal('refused'), id, kind: refusalSchema });
const eventSchema = z.strictObject({ t: z.literal('event'), event: name, body: z.unknown() });

/** What the serving end accepts, and what the calling end accepts. */
export const serverFrameSchema = requestSchema;
export const clientFrameSchema = z.discriminatedUnion('t', [answerSchema, refusedSchema, eventSchema]);

export type Frame =
  | z.infer<typeof requestSchema>
  | z.infer<typeof answerSchema>
  | z.infer<typeof refusedSchema>
  | z.infer<typeof eventSchema>;

/** The text of a frame, or null where it would be larger than a Channel carries or is nested too deep. */
export function encodeFrame(frame: Frame): string | null {
  let text: string;
  try {
    text = JSON.stringify(frame);
  } catch {
    return null; // A cycle, a BigInt, or nested beyond the stack: not a message.
  }
  return text.length > MAX_FRAME || isTooDeep(text) ? null : text;
}

export type Refused = 'oversized' | 'tooDeep' | 'junk';

/** Parses the text of a frame up to its envelope. Never throws, whatever the text is. */
export function decodeFrame<S extends z.ZodType>(
  text: string,
  schema: S,
): { readonly frame: z.output<S> } | { readonly refused: Refused } {
  if (text.length > MAX_FRAME) return { refused: 'oversized' };
  // Counted before parsing: the parser, and every schema that recurses after it, would use the stack for each level.
  if (isTooDeep(text)) return { refused: 'tooDeep' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { refused: 'junk' };
  }
  const parsed = schema.safeParse(value);
  return parsed.success ? { frame: parsed.data } : { refused: 'junk' };
}

const QUOTE = 34;
const BACKSLASH = 92;

/** Whether brackets outside of strings nest deeper than `MAX_DEPTH`. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (inString) {
      if (c === BACKSLASH) i += 1;
      else if (c === QUOTE) inString = false;
    } else if (c === QUOTE) inString = true;
    else if (c === 0x5b || c === 0x7b) {
      depth += 1;
      if (depth > MAX_DEPTH) return true;
    } else if (c === 0x5d || c === 0x7d) depth -= 1;
  }
  return false;
}
