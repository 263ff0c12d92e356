/**
 * JSON with numbers taken by their source text: 0.1 + 0.2 never happens here, and 12.30 stays "12.30".
 * `NumberText` is what a JSON number becomes; writing goes the same way back.
 */
export class NumberText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type JsonValue = null | boolean | string | NumberText | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: JsonValue | undefined;
}

/** A JSON number with exactly this text; use `formatFen` and the like to make it. */
export function numberText(text: string): NumberText {
  return new NumberText(text);
}

/** The third argument of a reviver (the source text) is newer than TypeScript's library. */
type ParseWithSource = (
  text: string,
  reviver: (key: string, value: unknown, context: { readonly source: string }) => unknown,
) => JsonValue;
const parseWithSource = JSON.parse as ParseWithSource;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Whether a number may stand in the text: as the value of a name, or in a list. A root may be one besides. */
const MAYBE_NUMBERS = /(?:"\s*:|[[,])\s*-?\d|^\s*-?\d/;

/** Parses UTF-8 JSON; null where it is neither (bad UTF-8 included). JSON `null` itself is also null: no message is. */
export function parseJson(bytes: Uint8Array): JsonValue {
  try {
    const text = utf8.decode(bytes);
    if (!MAYBE_NUMBERS.test(text)) return JSON.parse(text) as JsonValue;
    return parseWithSource(text, (_key, value, context) =>
      typeof value === 'number' ? new NumberText(context.source) : value,
    );
  } catch {
    return null;
  }
}

/** Whether `value` is a JSON object (not a list, not a number). */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof NumberText);
}

/** Whether `value` is a JSON list. */
export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The object in a text that the ledger keeps; one that holds none is empty. */
export function storedObject(text: string | null): JsonObject {
  const value = text === null ? null : parseJson(new TextEncoder().encode(text));
  return isObject(value) ? value : {};
}

/** JSON text; a `NumberText` is written as the number it holds. */
export function writeJson(value: JsonValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof NumberText) return value.text;
  if (isList(value)) return `[${value.map(writeJson).join(',')}]`;
  const members = Object.entries(value as JsonObject).flatMap(([name, member]) =>
    member === undefined ? [] : [`${JSON.stringify(name)}:${writeJson(member)}`],
  );
  return `{${members.join(',')}}`;
}
