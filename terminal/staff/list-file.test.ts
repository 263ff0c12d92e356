import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type StaffListFile, staffListFileSchema } from '../../common/contracts/staff.ts';
import { labStaff, staffListOf } from '../../simulator/lab/staff.ts';
import { loadPersona } from '../../simulator/personas.ts';
import { isInForce, problemOf, readListFile } from './list-file.ts';
import { markOf } from './marks.ts';

const TODAY = '2026-11-22';
const list = staffListOf(labStaff);

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'minka-list-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const put = (content: unknown, name = 'staff.json'): string => {
  const file = join(dir, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content), { mode: 0o600 });
  return file;
};

describe('the file', () => {
  it('is read from the profile’s folder, with the digest of its bytes', () => {
    const read = readListFile(put(list), dir);
    expect(read).toMatchObject({ ok: true, value: { list, digest: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(readListFile(put({ ...list, signedOff: { by: 'x', on: TODAY } }), dir)).not.toEqual(read);
  });

  it.each([
    ['another folder', () => readListFile(put(list), join(dir, 'elsewhere'))],
    ['a folder above', () => readListFile('../staff.json', dir)],
    ['no file', () => readListFile('none.json', dir)],
    [
      'writable by others',
      () => {
        const file = put(list);
        chmodSync(file, 0o622);
        return readListFile(file, dir);
      },
    ],
    [
      'a link to elsewhere',
      () => {
        symlinkSync('/etc/passwd', join(dir, 'link.json'));
        return readListFile('link.json', dir);
      },
    ],
  ])('%s: STAFF_LIST_PLACE', (_, read) => {
    expect(read()).toMatchObject({ ok: false, error: { code: 'STAFF_LIST_PLACE' } });
  });

  it.each([
    'junk',
    '[]',
    { ...list, schema: 2 },
    { ...list, salt: 'short' },
    { ...list, staff: [] },
    { ...list, staff: list.staff.map((one) => ({ ...one, number: '11010519491231002X' })) },
    { ...list, staff: list.staff.map(({ card: _, ...one }) => one) },
    { ...list, staff: list.staff.map((one) => ({ ...one, roles: ['director'] })) },
    { ...list, extra: 1 },
  ])('%#: STAFF_LIST_INVALID, without a value of it', (content) => {
    const read = readListFile(put(content), dir);
    expect(read).toMatchObject({ ok: false, error: { code: 'STAFF_LIST_INVALID' } });
    expect(JSON.stringify(read)).not.toMatch(/11010519491231002X|director/);
  });
});

describe('what is in it', () => {
  const with2 = (change: (list: StaffListFile) => void): StaffListFile => {
    const copy = staffListFileSchema.parse(structuredClone(list));
    change(copy);
    return copy;
  };
  it('is content with a technician and another person as auditor', () => {
    expect(problemOf(list, TODAY)).toBeNull();
  });
  it.each([
    ['an id stands twice', (l: StaffListFile) => Object.assign(l.staff[1] ?? {}, { id: 's001' })],
    ['a mark stands twice', (l: StaffListFile) => Object.assign(l.staff[1] ?? {}, { card: l.staff[0]?.card })],
    ['staff.0.to lies before from', (l: StaffListFile) => Object.assign(l.staff[0] ?? {}, { to: '2025-12-31' })],
    ['no technician and auditor', (l: StaffListFile) => Object.assign(l.staff[1] ?? {}, { roles: ['cashier'] })],
    ['no technician and auditor', (l: StaffListFile) => Object.assign(l.staff[1] ?? {}, { to: '2026-11-21' })],
    [
      'no technician and auditor',
      (l: StaffListFile) => {
        Object.assign(l.staff[0] ?? {}, { roles: ['technician', 'auditor'] });
        Object.assign(l.staff[1] ?? {}, { roles: ['cashier'] });
      },
    ],
  ])('%s', (what, change) => {
    expect(problemOf(with2(change), TODAY)).toContain(what);
  });
  it('counts both days', () => {
    expect(isInForce({ from: TODAY, to: TODAY }, TODAY)).toBe(true);
    expect(isInForce({ from: '2026-11-23', to: null }, TODAY)).toBe(false);
    expect(isInForce({ from: '2020-01-01', to: '2026-11-21' }, TODAY)).toBe(false);
  });
});

it('marks of the terminal are those of the list; salt, kind and value all count', async () => {
  const cardId = loadPersona('staff-cashier').holder?.cardId ?? '';
  const mark = await markOf(list.salt, 'card', cardId);
  expect(mark).toBe(list.staff[0]?.card);
  expect(await markOf(list.salt, 'card', ` ${cardId.toLowerCase()} `)).toBe(mark);
  expect(await markOf(list.salt, 'number', cardId)).not.toBe(mark);
  expect(await markOf('00'.repeat(16), 'card', cardId)).not.toBe(mark);
});
