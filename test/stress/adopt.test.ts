import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { holder } from '../../terminal/settlement/testing/world.ts';
import { type Rig, startRig } from './testing/rig.ts';
import { ADOPTION, LIST, putListInForce } from './testing/staff-list.ts';

/** Who may begin a journal beside a lost one is still known where the journal is not. */
vi.setConfig({ testTimeout: 60_000 });

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.stop());

type Booted = ReturnType<Rig['boot']>;
const names = ({ backbone }: Booted): readonly string[] | undefined =>
  backbone
    .people()
    ?.staff.list()
    .map(({ id }) => id);
const copies = (data: string): readonly string[] => [
  join(data, 'terminal.db.staff'),
  join(`${data}.begun`, 'terminal.db.staff'),
];

it.each([
  ['is damaged', (data: string) => writeFileSync(join(data, 'terminal.db'), 'x'.repeat(8192))],
  ['is lost with its folder', (data: string) => rmSync(data, { recursive: true })],
])('the list in force outlives a journal that %s, and is in force in the next one', async (_how, lose) => {
  const data = rig.folder();
  const first = rig.boot(data);
  putListInForce(first);
  await first.stop();
  lose(data);
  const next = rig.boot(data);
  expect(next.backbone.books()).toBeNull();
  expect(names(next)).toEqual(['S001', 'S002']);
  expect(next.backbone.people()?.staff.file()).toEqual({ list: LIST, digest: 'd'.repeat(64) });
  expect(next.backbone.adopt(ADOPTION)).toBeNull();
  expect(next.backbone.people()).toBe(next.books().store);
  expect(names(next)).toEqual(['S001', 'S002']);
  expect(next.books().store.origin.get()).toMatchObject(ADOPTION);
  const told = next.books().store.outbox.get(1);
  expect(told?.body).toMatchObject({ fault: 'STORE_ADOPTED', by: 'S001', second: 'S002', staffList: 'd'.repeat(64) });
});

it('a terminal of an earlier version keeps its list outside at its next start', async () => {
  const data = rig.folder();
  const first = rig.boot(data);
  putListInForce(first);
  await first.stop();
  for (const copy of copies(data)) rmSync(copy);
  await rig.boot(data).stop();
  rmSync(join(data, 'terminal.db'));
  expect(names(rig.boot(data))).toEqual(['S001', 'S002']);
});

it('where the copies were taken away or forged nobody is on the list, until one is imported', async () => {
  const data = rig.folder();
  const first = rig.boot(data);
  putListInForce(first);
  await first.stop();
  rmSync(join(data, 'terminal.db'));
  const [near = '', beside = ''] = copies(data);
  rmSync(near);
  const forged = readFileSync(beside);
  forged[40] = (forged[40] ?? 0) ^ 1;
  writeFileSync(beside, forged);
  const next = rig.boot(data);
  expect(names(next)).toEqual([]);
  expect(next.backbone.people()?.staff.salt()).toBeNull();
  // Its first list would be anybody's: none is begun without the one that was in force.
  expect(next.backbone.noList()).toBe('STAFF_LIST_COPY');
  expect(next.backbone.adopt(ADOPTION)).toBe('STAFF_LIST_COPY');
  expect(existsSync(join(data, 'terminal.db'))).toBe(false);
  putListInForce(next);
  expect(next.backbone.adopt(ADOPTION)).toBeNull();
  expect(names(next)).toEqual(['S001', 'S002']);
});

it('a copy that cannot be read is one bad copy: questions go on, and the other one proves people', async () => {
  const data = rig.folder();
  const first = rig.boot(data);
  putListInForce(first);
  await first.stop();
  writeFileSync(join(data, 'terminal.db'), 'x'.repeat(8192));
  const [near = ''] = copies(data);
  rmSync(near);
  // What a disk with EIO does, a folder does too: it cannot be read as a file.
  mkdirSync(near);
  const next = rig.boot(data);
  expect(next.backbone.fault()).toBe('STORE_KEY');
  expect(next.sessionFault()).toBeNull();
  expect(await next.core().settlements.identify(holder)).toMatchObject({ ok: true });
  expect(names(next)).toEqual(['S001', 'S002']);
  expect(next.audited).toContainEqual({ code: 'staff.copy-failed', facts: { code: 'STAFF_LIST_COPY' } });
  await expect.poll(async () => JSON.stringify(await rig.admin('GET', '/admin/operator'))).toContain('STAFF_LIST_COPY');
  expect(next.backbone.adopt(ADOPTION)).toBeNull();
  expect(names(next)).toEqual(['S001', 'S002']);
});

it('a newer copy that can be read again is by whom people are looked up, and in force in the next journal', async () => {
  const data = rig.folder();
  const first = rig.boot(data);
  putListInForce(first);
  const [near = '', beside = ''] = copies(data);
  const older = readFileSync(beside);
  const { store } = first.books();
  const newer = { digest: 'e'.repeat(64), by: 'S001', second: 'S002', nowMs: 2 };
  const staff = LIST.staff.map((one) => ({ ...one, id: `${one.id}-2` }));
  store.transaction(() => store.staff.putInForce({ ...LIST, staff }, newer));
  first.backbone.keepStaff();
  await first.stop();
  const last = readFileSync(near);
  writeFileSync(join(data, 'terminal.db'), 'x'.repeat(8192));
  // The power went between the two copies, and the place of the newer one cannot be read.
  writeFileSync(beside, older);
  rmSync(near);
  mkdirSync(near);
  const next = rig.boot(data);
  expect(names(next)).toEqual(['S001', 'S002']);
  rmSync(near, { recursive: true });
  writeFileSync(near, last);
  expect(names(next)).toEqual(['S001-2', 'S002-2']);
  expect(next.backbone.adopt(ADOPTION)).toBeNull();
  expect(names(next)).toEqual(['S001-2', 'S002-2']);
  expect(next.books().store.outbox.get(1)?.body).toMatchObject({ staffList: 'e'.repeat(64) });
});

it('a list that could not be copied anywhere is in force in the journal that follows', async () => {
  const data = rig.folder();
  await rig.boot(data).stop();
  rmSync(join(data, 'terminal.db'));
  const next = rig.boot(data);
  expect(next.backbone.adopt(ADOPTION)).toBe('STAFF_NO_LIST');
  for (const copy of copies(data)) mkdirSync(`${copy}.new`, { recursive: true });
  putListInForce(next);
  expect(next.reported).toContain('a copy of the staff list could not be written');
  expect(next.backbone.adopt(ADOPTION)).toBeNull();
  expect(names(next)).toEqual(['S001', 'S002']);
});
