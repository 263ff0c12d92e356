import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isList, isObject, type JsonValue, NumberText, parseJson, writeJson } from './json.ts';

const read = (text: string): JsonValue => parseJson(new TextEncoder().encode(text));

/** Every number in it, and anything that is still one of JavaScript's. */
function numbersOf(value: JsonValue | undefined): unknown[] {
  if (value instanceof NumberText || typeof value === 'number') return [value];
  if (isList(value)) return value.flatMap(numbersOf);
  return isObject(value) ? Object.values(value).flatMap(numbersOf) : [];
}

it.each(['7', ' -1.50 ', '[\n\t-1]', '{"a"\r\n:\t0}', '[["x",1]]', '{"a":{"b":[{},2]}}'])(
  'the number of %j is its source text',
  (text) => {
    expect(numbersOf(read(text))).toEqual([expect.any(NumberText)]);
  },
);

it('what was read is written as it was', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      fc.pre(text !== 'null');
      expect(writeJson(read(text))).toBe(JSON.stringify(JSON.parse(text)));
    }),
  );
});
