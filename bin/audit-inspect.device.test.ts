import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cliAuditVerifySchema } from '../common/contracts/cli/audit.ts';
import { cliErrorSchema } from '../common/contracts/cli/outputs.ts';
import { builtinLabProfile } from '../kiosk-config/builtin-lab.ts';
import { INSTITUTION, KEY, makeBooks, makeOperator } from '../terminal/audit/testing/books.ts';
import { run } from './testing/run.ts';

/** `minka audit verify --database`: a process of its own opens a copy of a file at rest, with the key at hand. */
const operator = makeOperator();
const books = makeBooks(7, operator);
let dir: string;
let told: string;

beforeAll(async () => {
  await books.run(20);
  copyFileSync(books.file, `${books.file}.old`);
  await books.run(30);
  dir = mkdtempSync(join(tmpdir(), 'minka-inspect-'));
  const lab = builtinLabProfile(dir);
  const site = { ...lab.site, institutionCode: INSTITUTION, terminalSlot: 7 };
  writeFileSync(join(dir, 'profile.json'), JSON.stringify({ ...lab, site }));
  writeFileSync(join(dir, 'key'), `${Buffer.from(KEY).toString('hex')}\n`, { mode: 0o600 });
  told = join(dir, 'told.json');
  writeFileSync(told, JSON.stringify(operator.checkpoints()));
});
afterAll(() => rmSync(dir, { recursive: true }));

const verify = (database: string, ...more: string[]) => {
  const place = ['--profile', join(dir, 'profile.json'), '--key-file', join(dir, 'key')];
  return run(['audit', 'verify', '--json', '--database', database, ...place, ...more], process.env);
};

it('finds a file at rest sound, and leaves it as it is', async () => {
  const before = readFileSync(books.file);
  const ran = await verify(books.file, '--against', told);
  expect([ran.note, ran.code]).toEqual(['', 0]);
  expect(cliAuditVerifySchema.parse(ran.json())).toMatchObject({ ok: true, rows: 50, checkpoints: 2, findings: [] });
  expect(readFileSync(books.file).equals(before)).toBe(true);
});

it('names what was done to it, and an old copy by the operator’s word', async () => {
  const copy = `${books.file}.tampered`;
  copyFileSync(books.file, copy);
  books.tamper((db) => db.exec('DELETE FROM audit WHERE id = 11'), copy);
  const tampered = await verify(copy);
  expect(tampered.code).toBe(1);
  expect(cliAuditVerifySchema.parse(tampered.json()).findings).toMatchObject([{ kind: 'deleted', from: 11, to: 11 }]);
  const old = await verify(`${books.file}.old`, '--against', told);
  expect(cliAuditVerifySchema.parse(old.json()).findings).toMatchObject([{ kind: 'rolled-back', from: 21, to: 50 }]);
  expect((await verify(`${books.file}.old`)).code).toBe(0);
});

it('has a code where it cannot be read', async () => {
  const code = async (ran: ReturnType<typeof verify>) => cliErrorSchema.parse((await ran).json()).error.code;
  expect(await code(verify(join(dir, 'none.db')))).toBe('AUDIT_FILE_MISSING');
  expect(await code(verify(join(dir, 'profile.json')))).toBe('AUDIT_FILE_UNREADABLE');
  expect(await code(verify(dir))).toBe('AUDIT_FILE_UNREADABLE');
  writeFileSync(join(dir, 'junk.json'), '[]');
  expect(await code(verify(books.file, '--against', join(dir, 'junk.json')))).toBe('AUDIT_WITNESS');
  writeFileSync(join(dir, 'key'), 'ab\n');
  expect(await code(verify(books.file))).toBe('AUDIT_KEY');
});
