import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberText } from '../../../common/contracts/centre/input-fields.ts';
import { money } from '../../../common/contracts/centre/output-fields.ts';
import { fen, formatFen } from '../../../common/kernel/money.ts';
import { parseSourceText, writeSourceText } from './json-amounts.ts';

const amount = money('医疗费总额');

function read(json: string): unknown {
  const parsed = parseSourceText(`{"a":${json}}`);
  return parsed.ok ? amount.safeParse((parsed.value as { a: unknown }).a).data : parsed.error;
}

describe('reading', () => {
  it.each([
    ['12.30', 1230],
    ['12.3', 1230],
    ['"12.30"', 1230],
    ['1e2', 10000],
    ['1.23E1', 1230],
    ['-0.01', -1],
    ['-0', 0],
    ['12.300000', 1230],
    ['0.285e2', 2850],
    ['1234567890.12', 123456789012],
    ['99999999999.99', 9999999999999],
    ['0.1', 10],
  ])('%s yuan', (json, expected) => {
    expect(read(json)).toBe(expected);
  });

  it.each([
    '12.305',
    '0.300000000000000044',
    '0.10000000000000000001',
    '"1,200.00"',
    '"￥12.30"',
    '""',
    '" "',
    'true',
    '[]',
    '{}',
    '1e400',
    '1e12',
    '"NaN"',
  ])('%s is no amount', (json) => {
    expect(read(json)).toBeUndefined();
  });

  it.each(['', '{', '[1,]', '{"a":01}', '{"a":NaN}', '{"a":.5}', 'undefined', '{}{}', '\u0000', '<html></html>'])(
    '%j is not JSON',
    (text) => {
      expect(parseSourceText(text)).toEqual({ ok: false, error: 'unparsable' });
    },
  );

  it('keeps every digit of a number, and its form', () => {
    expect(parseSourceText('[12345678901234567890, 1.50, 0e0]')).toEqual({
      ok: true,
      value: ['12345678901234567890', '1.50', '0e0'],
    });
  });

  it('survives nesting of any depth', () => {
    const deep = parseSourceText(`${'['.repeat(500_000)}${']'.repeat(500_000)}`);
    expect(deep.ok === false || Array.isArray(deep.value)).toBe(true);
    expect(parseSourceText('[[1]]')).toEqual({ ok: true, value: [['1']] });
  });

  it.each(['7', ' -1.50 ', '[\n\t-1]', '{"a"\r\n:\t0}', '[["x",1]]', '{"a":{"b":[{},2]}}'])(
    'no number of %j stays one',
    (text) => {
      const read = parseSourceText(text);
      const floats = JSON.stringify(read.ok ? read.value : null).match(/(?<!["\d.-])[\d.-]+(?!["\d.-])/g);
      expect([read.ok, floats]).toEqual([true, null]);
    },
  );

  it('reads text as JSON does, and numbers by their source, wherever they stand', () => {
    const texts = (value: unknown): unknown => {
      if (typeof value === 'number') return JSON.stringify(value);
      if (Array.isArray(value)) return value.map(texts);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, texts(member)]));
    };
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2, '\t'), (value, indent) => {
        const read = parseSourceText(JSON.stringify(value, null, indent));
        expect(read.ok && read.value).toEqual(texts(JSON.parse(JSON.stringify(value))));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseSourceText(text)));
  });
});

describe('writing', () => {
  it('every amount survives the way out and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), fc.constantFrom('number', 'text'), (n, numbersAs) => {
        const text = writeSourceText({ a: new NumberText(formatFen(fen(n))) }, numbersAs);
        const quote = numbersAs === 'text' ? '"' : '';
        expect(text).toBe(`{"a":${quote}${formatFen(fen(n))}${quote}}`);
        const back = parseSourceText(text);
        expect(back.ok && amount.parse((back.value as { a: unknown }).a)).toBe(n === 0 ? 0 : n);
      }),
    );
  });

  it('refuses to write what is no JSON number', () => {
    expect(() => writeSourceText({ a: new NumberText('1,0') }, 'number')).toThrow(SyntaxError);
  });
});
