import { NumberText } from '../../../common/contracts/centre/input-fields.ts';
import { err, ok, type Result } from '../../../common/kernel/result.ts';

/**
 * JSON whose numbers never become floats. Reading: every number arrives as its source text ("12.30", "1e2"), the same
 * as if the other side had quoted it. Writing: a `NumberText` leaves as the digits it was made of.
 */

interface SourceContext {
  /** Source text of a primitive; ES2026 "JSON.parse source text access", in Node 24. */
  readonly source?: string;
}

interface RawJson {
  rawJSON(text: string): unknown;
  parse(
    text: string,
    reviver: (this: unknown, key: string, value: unknown, context: SourceContext) => unknown,
  ): unknown;
}

const json: RawJson = JSON as unknown as RawJson;

/** Whether a number may stand in the text: as the value of a name, or in a list. A root may be one besides. */
const MAYBE_NUMBERS = /(?:"\s*:|[[,])\s*-?\d|^\s*-?\d/;

/** Parses `text`; numbers are strings in the result. A text that is not JSON, or nested too deep, is an error. */
export function parseSourceText(text: string): Result<unknown, 'unparsable'> {
  try {
    // Looking at every value's source is slow, and most answers are text all through.
    if (!MAYBE_NUMBERS.test(text)) return ok(JSON.parse(text));
    return ok(
      json.parse(text, (_key, value, context) =>
        typeof value === 'number' ? (context.source ?? String(value)) : value,
      ),
    );
  } catch {
    // SyntaxError, or RangeError where the nesting exhausts the stack.
    return err('unparsable');
  }
}

/** Writes a message. `numbersAs` is the profile's: most centres take amounts as numbers, some as text. */
export function writeSourceText(message: unknown, numbersAs: 'number' | 'text'): string {
  return JSON.stringify(message, (_key, value: unknown) => {
    if (!(value instanceof NumberText)) return value;
    return numbersAs === 'text' ? value.text : json.rawJSON(value.text);
  });
}
