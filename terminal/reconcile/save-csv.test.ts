import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { saveCsv } from './save-csv.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'minka-csv-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const report = { run: 12, day: '2026-03-02' };
const pieces = {
  csv: (run: number, after: number) =>
    run !== 12 ? null : after === 0 ? { text: '\uFEFFhead\r\n', next: 7 } : { text: `after ${after}\r\n`, next: null },
};

it('is whole, for its owner alone, and saved again it is the same file', () => {
  const folder = join(dir, 'reports');
  const file = saveCsv(pieces, folder, report);
  expect(file).toBe(join(folder, 'reconcile-2026-03-02-12.csv'));
  expect(readFileSync(file ?? '', 'utf8')).toBe('\uFEFFhead\r\nafter 7\r\n');
  expect(statSync(file ?? '').mode & 0o777).toBe(0o600);
  expect(saveCsv(pieces, folder, report)).toBe(file);
  expect(readdirSync(folder)).toHaveLength(1);
});

it('leaves nothing half behind', () => {
  expect(saveCsv(pieces, dir, { ...report, run: 99 })).toBeNull();
  // The name is taken by something that no file can replace.
  mkdirSync(join(dir, 'reconcile-2026-03-02-12.csv'));
  expect(() => saveCsv(pieces, dir, report)).toThrow();
  expect(readdirSync(dir)).toEqual(['reconcile-2026-03-02-12.csv']);
});
