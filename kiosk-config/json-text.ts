/** Where and why a text stops being JSON. `line` and `column` count from 1. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly expected: string;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids raw control characters inside a string
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\n\r]*/y;

class Fault extends Error {
  readonly at: number;
  readonly expected: string;
  constructor(at: number, expected: string) {
    super(expected);
    this.at = at;
    this.expected = expected;
  }
}

/**
 * Finds the first place where `text` breaks the grammar of RFC 8259, or a repeated key of one object, or null where
 * it is sound. The engine's own parser names no line for most faults and takes the last of two equal keys silently.
 */
export function findJsonFault(text: string): JsonFault | null {
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return null;
    at += match[0].length;
    return match[0];
  };
  const skip = (): void => {
    take(SPACE);
  };
  const expect = (character: string, expected: string): void => {
    skip();
    if (text[at] !== character) throw new Fault(at, expected);
    at++;
  };
  const members = (close: string, member: () => void, expected: string): void => {
    at++;
    skip();
    if (text[at] === close) {
      at++;
      return;
    }
    for (;;) {
      member();
      skip();
      if (text[at] === close) {
        at++;
        return;
      }
      expect(',', expected);
    }
  };
  const value = (depth: number): void => {
    skip();
    if (depth > 100) throw new Fault(at, 'fewer levels of nesting');
    if (text[at] === '{') {
      const keys = new Set<string>();
      const member = (): void => {
        skip();
        const start = at;
        const key = take(STRING);
        if (key === null) throw new Fault(at, 'a key in double quotes');
        if (keys.has(key)) throw new Fault(start, `each key once, ${key} stands twice`);
        keys.add(key);
        expect(':', 'a colon after the key');
        value(depth + 1);
      };
      members('}', member, 'a comma or a closing brace');
    } else if (text[at] === '[') {
      members(']', () => value(depth + 1), 'a comma or a closing bracket');
    } else if (take(STRING) === null && take(NUMBER) === null && take(WORD) === null) {
      throw new Fault(at, 'a value: text in double quotes, a number, true, false, null, { or [');
    }
  };
  try {
    value(0);
    skip();
    if (at < text.length) throw new Fault(at, 'nothing after the end');
    return null;
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    const before = text.slice(0, fault.at).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1, expected: fault.expected };
  }
}
