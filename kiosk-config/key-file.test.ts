import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { databaseKey } from './key-file.ts';

let dir: string;
let keyFile: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'minka-key-'));
  keyFile = join(dir, 'keys', 'database.key');
});
afterEach(() => rmSync(dir, { recursive: true }));

const profile = (mode: 'lab' | 'production' = 'lab') => ({
  mode,
  paths: { data: join(dir, 'data'), run: join(dir, 'run'), keyFile },
});

it('makes the first key of a lab terminal, 0600, and gives the same one from then on', () => {
  const first = databaseKey(profile());
  expect(first).toMatchObject({ ok: true, value: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(statSync(keyFile).mode & 0o777).toBe(0o600);
  expect(databaseKey(profile())).toEqual(first);
});

it('makes none in production, and takes none from a file that the profile names', () => {
  mkdirSync(join(dir, 'keys'));
  writeFileSync(keyFile, 'a'.repeat(64), { mode: 0o600 });
  expect(databaseKey(profile('production'), undefined)).toMatchObject({ ok: false });
  expect(databaseKey(profile('production'), join(dir, 'nowhere'))).toMatchObject({ ok: false });
});

it('in production takes the key that the service manager opened, and nothing that is no key', () => {
  writeFileSync(join(dir, 'minka-database-key'), 'b'.repeat(64));
  expect(databaseKey(profile('production'), dir)).toEqual({ ok: true, value: 'b'.repeat(64) });
  writeFileSync(join(dir, 'minka-database-key'), 'short');
  expect(databaseKey(profile('production'), dir)).toMatchObject({ ok: false });
});

it('makes none beside a database that an older key has closed', () => {
  mkdirSync(join(dir, 'data'));
  writeFileSync(join(dir, 'data', 'minka.db'), 'x');
  expect(databaseKey(profile())).toMatchObject({ ok: false, error: expect.stringContaining('missing') });
});

it('refuses a file that others can read, or that holds no key, and leaves it as it is', () => {
  mkdirSync(join(dir, 'keys'));
  writeFileSync(keyFile, 'a'.repeat(64), { mode: 0o600 });
  chmodSync(keyFile, 0o640);
  expect(databaseKey(profile())).toMatchObject({ ok: false });
  chmodSync(keyFile, 0o600);
  expect(databaseKey(profile())).toEqual({ ok: true, value: 'a'.repeat(64) });
  writeFileSync(keyFile, 'short');
  expect(databaseKey(profile())).toMatchObject({ ok: false });
  expect(readFileSync(keyFile, 'utf8')).toBe('short');
});

it('refuses where the profile names no file', () => {
  const { keyFile: _, ...paths } = profile().paths;
  expect(databaseKey({ mode: 'lab', paths })).toMatchObject({ ok: false });
});
