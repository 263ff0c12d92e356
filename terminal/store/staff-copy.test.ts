import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readStaffCopy, writeStaffCopy } from './staff-copy.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'minka-copy-'));
  mkdirSync(join(dir, 'data'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const key = new Uint8Array(32).fill(7);
const member = (id: string, role: 'technician' | 'auditor') => ({
  ...{ id, name: '测试员', card: id.padEnd(64, '0'), roles: [role], from: '2026-01-01', to: null },
});
const copy = {
  digest: 'd'.repeat(64),
  list: {
    schema: 1 as const,
    salt: 'a'.repeat(32),
    signedOff: { by: '院办', on: '2026-11-22' },
    staff: [member('a1', 'technician'), member('a2', 'auditor')],
  },
};
const file = () => join(dir, 'data', 'terminal.db');
const near = () => `${file()}.staff`;
const beside = () => join(dir, 'data.begun', 'terminal.db.staff');

it('is kept twice, for the owner alone, and names nobody in clear', () => {
  expect(readStaffCopy(file(), key)).toBeNull();
  writeStaffCopy(file(), key, copy);
  expect(readStaffCopy(file(), key)).toEqual(copy);
  for (const path of [near(), beside()]) {
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).not.toContain('测试员');
  }
  rmSync(join(dir, 'data'), { recursive: true });
  expect(readStaffCopy(file(), key)).toEqual(copy);
});

it('another key opens none, and what was changed is none', () => {
  writeStaffCopy(file(), key, copy);
  expect(readStaffCopy(file(), new Uint8Array(32).fill(8))).toBeNull();
  const bytes = readFileSync(near());
  for (const at of [0, 20, bytes.length - 1]) {
    const bent = Buffer.from(bytes);
    bent[at] = (bent[at] ?? 0) ^ 1;
    writeFileSync(near(), bent);
    // The other one still is what it was.
    expect(readStaffCopy(file(), key)).toEqual(copy);
    writeFileSync(beside(), bent);
    expect(readStaffCopy(file(), key)).toBeNull();
    writeStaffCopy(file(), key, copy);
  }
  for (const path of [near(), beside()]) writeFileSync(path, 'short');
  expect(readStaffCopy(file(), key)).toBeNull();
});
