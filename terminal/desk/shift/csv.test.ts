import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ShiftReport, ShiftSums } from '../../../common/contracts/desk/shift.ts';
import { fen } from '../../../common/kernel/money.ts';
import { saveShiftCsv } from './csv.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'minka-shift-file-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const sums = (count: number, cash: number): ShiftSums => ({
  ...{ count, total: fen(50_000), funds: fen(20_000), hospital: fen(0), account: fen(12_000) },
  ...{ accountMutualAid: fen(4500), cash: fen(cash), external: fen(0) },
});
const REPORT: ShiftReport = {
  ...{ shiftId: 7, staffId: 'S001', openedAt: Date.UTC(2026, 2, 2, 0, 0, 5), closedAt: null, unknown: 0, work: 0 },
  ...{ settled: sums(3, 18_001), refunded: sums(0, 0), bySchemes: [] },
  ...{ float: fen(20_000), expected: fen(38_001), counted: null, difference: null, count: null },
};
const CLOSED = { ...REPORT, closedAt: Date.UTC(2026, 2, 2, 8, 0), counted: fen(38_000), difference: fen(-1) };
const PLACE = {
  language: 'zh',
  institutionCode: 'H99010100017',
  institutionName: '第二医院, "东院"',
  terminalLabel: 'D1',
} as const;
const folder = (): string => join(dir, 'data', 'reports');
const save = (report: ShiftReport): string => saveShiftCsv(folder(), report, PLACE);

it('is on the disk under the shift’s number, for its owner alone, with nothing beside it', () => {
  const file = save(CLOSED);
  expect(file).toBe(join(folder(), 'shift-7.csv'));
  expect([statSync(file).mode & 0o777, statSync(folder()).mode & 0o777]).toEqual([0o600, 0o700]);
  expect(readdirSync(folder())).toEqual(['shift-7.csv']);
  const lines = readFileSync(file, 'utf8').split('\r\n');
  expect(lines[0]).toMatch(/^\uFEFF/);
  expect(lines[1]).toBe('结算,,3,500.00,200.00,0.00,120.00,45.00,180.01,0.00');
  expect(lines).toEqual(
    expect.arrayContaining([
      '机构,"H99010100017 第二医院, ""东院"""',
      '应有现金,380.01',
      '点到现金,380.00',
      '相差,-0.01',
    ]),
  );
});

it('of a shift that goes on has a name of its own, and is written anew each time', () => {
  const file = save(REPORT);
  expect(file).toBe(join(folder(), 'shift-7-open.csv'));
  save({ ...REPORT, expected: fen(38_002) });
  save(CLOSED);
  expect(readFileSync(file, 'utf8')).toContain('应有现金,380.02\r\n');
  expect(readdirSync(folder()).sort()).toEqual(['shift-7-open.csv', 'shift-7.csv']);
});

it('what cannot be written is thrown, and nothing of somebody else is touched', () => {
  writeFileSync(join(dir, 'file'), 'of somebody else');
  expect(() => saveShiftCsv(join(dir, 'file', 'reports'), CLOSED, PLACE)).toThrow(/ENOTDIR/);
  expect(() => saveShiftCsv(join(dir, 'file'), CLOSED, PLACE)).toThrow(/EEXIST/);
  expect(readFileSync(join(dir, 'file'), 'utf8')).toBe('of somebody else');
});
