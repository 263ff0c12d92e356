import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newestCopy, readStaffCopies, type StaffCopy, writeStaffCopy } from './staff-copy.ts';

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
const copy: StaffCopy = {
  digest: 'd'.repeat(64),
  at: 5,
  list: {
    schema: 1,
    salt: 'a'.repeat(32),
    signedOff: { by: '院办', on: '2026-11-22' },
    staff: [member('a1', 'technician'), member('a2', 'auditor')],
  },
};
const file = () => join(dir, 'data', 'terminal.db');
const places = () => readStaffCopies(file(), key).map(({ place }) => place);
const kinds = (with_ = key) => readStaffCopies(file(), with_).map(({ kind }) => kind);
const newest = () => newestCopy(readStaffCopies(file(), key));
const writeBoth = () => {
  for (const place of places()) writeStaffCopy(place, key, copy);
};

it('is kept beside the journal and beside its folder, for the owner alone, and names nobody in clear', () => {
  expect([kinds(), newest()]).toEqual([['absent', 'absent'], null]);
  writeBoth();
  expect(places()).toEqual([`${file()}.staff`, join(dir, 'data.begun', 'terminal.db.staff')]);
  for (const path of places()) {
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8')).not.toContain('测试员');
  }
  rmSync(join(dir, 'data'), { recursive: true });
  expect([kinds(), newest()]).toEqual([['absent', 'opened'], copy]);
});

it('another key opens none, and what was changed is of no use; the other one still is what it was', () => {
  writeBoth();
  expect(kinds(new Uint8Array(32).fill(8))).toEqual(['useless', 'useless']);
  const [near = ''] = places();
  const bytes = readFileSync(near);
  for (const at of [0, 20, bytes.length - 1]) {
    const bent = Buffer.from(bytes);
    bent[at] = (bent[at] ?? 0) ^ 1;
    writeFileSync(near, bent);
    expect([kinds(), newest()]).toEqual([['useless', 'opened'], copy]);
  }
  for (const path of places()) writeFileSync(path, 'short');
  expect([kinds(), newest()]).toEqual([['useless', 'useless'], null]);
});

it('a place that cannot be read is of no use, whichever of the two it is', () => {
  for (const which of [0, 1]) {
    writeBoth();
    const path = places()[which] ?? '';
    rmSync(path);
    mkdirSync(path);
    const expected = which === 0 ? ['useless', 'opened'] : ['opened', 'useless'];
    expect([kinds(), newest()]).toEqual([expected, copy]);
    rmSync(path, { recursive: true });
  }
});

it('of two that open the later one counts, in whichever place it stands', () => {
  const later = { ...copy, digest: 'e'.repeat(64), at: 6 };
  for (const which of [0, 1]) {
    writeBoth();
    writeStaffCopy(places()[which] ?? '', key, later);
    expect(newest()).toEqual(later);
  }
});
