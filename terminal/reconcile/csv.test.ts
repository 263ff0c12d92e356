import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reconcileCsv } from './csv.ts';
import { SAMPLE } from './testing/sample-report.ts';

const written = (language: 'zh' | 'en'): string => {
  const file = reconcileCsv(SAMPLE, language);
  return file.begin + SAMPLE.rows.map(file.row).join('');
};

/** A reader of RFC 4180, apart from the writer. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/g)) {
    const [whole, cell = '', end] = match;
    if (whole === '') break;
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

describe('the finance office’s file', () => {
  it.each(['zh', 'en'] as const)('%s: the golden, byte for byte', (language) => {
    const golden = readFileSync(new URL(`./testing/golden/reconcile-${language}.csv.golden`, import.meta.url));
    expect(Buffer.from(written(language), 'utf8').equals(golden)).toBe(true);
  });

  it('begins with its mark, ends each line with CRLF, and has the same columns in every line', () => {
    const bytes = Buffer.from(written('zh'), 'utf8');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const rows = parse(bytes.toString('utf8').slice(1));
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([33]));
    expect(rows).toHaveLength(1 + SAMPLE.parts.length + SAMPLE.others.length + SAMPLE.rows.length);
  });

  it('says day, institution, terminal, run and who, on every line', () => {
    const [head = [], ...rows] = parse(written('en').slice(1));
    const at = (name: string): number => head.indexOf(name);
    for (const row of rows) {
      expect([row[at('Day')], row[at('Institution')], row[at('Terminal')], row[at('Run')], row[at('By')]]).toEqual([
        '2026-03-02',
        'H99010100017',
        'HC-0103-07',
        '12',
        'S-0107',
      ]);
    }
  });

  it('a quote and a comma stay in their cell; an id of thirty digits stays a text; money has two places', () => {
    const [head = [], ...rows] = parse(written('en').slice(1));
    const last = rows.at(-1) ?? [];
    expect(last[head.indexOf('encounter')]).toBe('门诊"002", 急\t');
    expect(last[head.indexOf('settlement id')]).toBe('990100202603020901000123456790\t');
    for (const name of head.filter((one) => one.endsWith('total'))) {
      for (const row of rows) expect(row[head.indexOf(name)]).toMatch(/^(-?\d+\.\d\d)?$/);
    }
  });
});
