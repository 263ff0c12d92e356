import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { labStaff, staffListOf } from '../../simulator/lab/staff.ts';
import { type Rig, startRig } from './testing/rig.ts';

/** Who may begin a journal beside a lost one is still known where the journal is not. */
vi.setConfig({ testTimeout: 60_000 });

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.stop());

type Booted = ReturnType<Rig['boot']>;
const ADOPTION = { by: 'S001', second: 'S002', reason: '与中心对账完毕' };
const list = staffListOf(labStaff);

/** A list is put in force, as `importList` does it. */
function putInForce({ backbone }: Booted): void {
  const store = backbone.people();
  if (store === null) throw new Error('no store');
  const how = { digest: 'd'.repeat(64), by: null, second: null, nowMs: 1 };
  store.transaction(() => store.staff.putInForce(list, how));
  backbone.keepStaff();
}
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
  putInForce(first);
  await first.stop();
  lose(data);
  const next = rig.boot(data);
  expect(next.backbone.books()).toBeNull();
  expect(names(next)).toEqual(['S001', 'S002']);
  expect(next.backbone.people()?.staff.file()).toEqual({ list, digest: 'd'.repeat(64) });
  expect(next.backbone.adopt(ADOPTION)).toBe(true);
  expect(next.backbone.people()).toBe(next.books().store);
  expect(names(next)).toEqual(['S001', 'S002']);
  expect(next.books().store.origin.get()).toMatchObject(ADOPTION);
  const told = next.books().store.outbox.get(1);
  expect(told?.body).toMatchObject({ fault: 'STORE_ADOPTED', by: 'S001', second: 'S002', staffList: 'd'.repeat(64) });
});

it('a terminal of an earlier version keeps its list outside at its next start', async () => {
  const data = rig.folder();
  const first = rig.boot(data);
  putInForce(first);
  await first.stop();
  for (const copy of copies(data)) rmSync(copy);
  await rig.boot(data).stop();
  rmSync(join(data, 'terminal.db'));
  expect(names(rig.boot(data))).toEqual(['S001', 'S002']);
});

it('where the copies were taken away or forged nobody is on the list, until one is imported', async () => {
  const data = rig.folder();
  const first = rig.boot(data);
  putInForce(first);
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
  putInForce(next);
  expect(next.backbone.adopt(ADOPTION)).toBe(true);
  expect(names(next)).toEqual(['S001', 'S002']);
});
