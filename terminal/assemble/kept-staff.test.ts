import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { labStaff, staffListOf } from '../../simulator/lab/staff.ts';
import { openStore } from '../store/open.ts';
import { readStaffCopies } from '../store/staff-copy.ts';
import type { Store } from '../store/store.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { createKeptStaff } from './kept-staff.ts';
import { createStandIn } from './stand-in.ts';

const LIST = staffListOf(labStaff);
const KEY = new Uint8Array(32).fill(7);
const [OLD, NEW] = ['1'.repeat(64), '2'.repeat(64)];

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'minka-kept-'));
  mkdirSync(join(dir, 'data'));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** One process at a terminal whose journal would stand in `data`. */
function start(nowMs = 1000) {
  const file = join(dir, 'data', 'terminal.db');
  const told: string[] = [];
  const reported: string[] = [];
  const kept = createKeptStaff({
    ...{ file, databaseKey: KEY, clock: manualClock(nowMs) },
    report: (what) => void reported.push(what),
    trouble: (code) => void told.push(code),
  });
  return { kept, told, reported, places: [`${file}.staff`, join(dir, 'data.begun', 'terminal.db.staff')] as const };
}

function memory(): Store {
  const opened = openStore({ memory: true }, () => KEY);
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}

/** A store in which the list of this digest is in force. */
const storeWith = (digest: string) => ({ staff: { file: () => ({ list: LIST, digest }) } });

const onDisk = () =>
  readStaffCopies(join(dir, 'data', 'terminal.db'), KEY).map((one) =>
    one.kind === 'opened' ? one.copy.digest : one.kind,
  );
/** As a disk that does not read: `readFileSync` throws. */
function spoil(path: string): void {
  rmSync(path, { force: true });
  mkdirSync(path, { recursive: true });
}

it.each([0, 1] as const)('with copy %i unreadable the other one proves people, and that is told once', (which) => {
  const before = start();
  before.kept.keep(storeWith(NEW));
  spoil(before.places[which]);
  const next = start();
  const into = memory();
  next.kept.restore(into);
  expect(into.staff.list().map(({ id }) => id)).toEqual(['S001', 'S002']);
  expect(into.staff.file()?.digest).toBe(NEW);
  next.kept.known();
  expect(next.told).toEqual(['STAFF_LIST_COPY']);
});

it('with neither to be had nobody is known, and it says whether there has been a list', () => {
  const none = start();
  const into = memory();
  none.kept.restore(into);
  expect([none.kept.known(), none.kept.noList(), none.told]).toEqual([null, 'STAFF_NO_LIST', []]);
  for (const place of none.places) spoil(place);
  const lost = start();
  lost.kept.restore(into);
  expect([lost.kept.known(), lost.kept.noList(), lost.told]).toEqual([null, 'STAFF_LIST_COPY', ['STAFF_LIST_COPY']]);
  expect(into.staff.salt()).toBeNull();
  // The disk is back: it is looked at again.
  for (const place of none.places) rmSync(place, { recursive: true });
  start().kept.keep(storeWith(NEW));
  lost.kept.restore(into);
  expect(into.staff.file()?.digest).toBe(NEW);
});

it.each([0, 1] as const)(
  'a stale copy %i is brought up to date at the next start, with the journal or without',
  (which) => {
    const first = start();
    first.kept.keep(storeWith(OLD));
    const stale = readFileSync(first.places[which]);
    first.kept.keep(storeWith(NEW));
    expect(onDisk()).toEqual([NEW, NEW]);
    // The power went between the two renames.
    writeFileSync(first.places[which], stale);
    start().kept.keep(storeWith(NEW));
    expect(onDisk()).toEqual([NEW, NEW]);
    writeFileSync(first.places[which], stale);
    // An older copy that was put back in one place is not believed.
    expect(start().kept.known()?.digest).toBe(NEW);
    expect(onDisk()).toEqual([NEW, NEW]);
  },
);

it.each([0, 1] as const)('a newer copy %i that can be read again counts, though the older one was taken', (which) => {
  const first = start();
  first.kept.keep(storeWith(OLD));
  const stale = readFileSync(first.places[1 - which] ?? '');
  first.kept.keep(storeWith(NEW));
  const newer = readFileSync(first.places[which]);
  // The power went between the two renames, and the disk of the newer one does not read for a while.
  writeFileSync(first.places[1 - which] ?? '', stale);
  spoil(first.places[which]);
  const { kept, told, reported } = start();
  const standIn = createStandIn(kept);
  const listed = () => standIn.people().staff.file()?.digest;
  expect([listed(), listed()]).toEqual([OLD, OLD]);
  expect([told, reported]).toEqual([['STAFF_LIST_COPY'], ['a copy of the staff list']]);
  // Neither reads now: what was taken is still known.
  spoil(first.places[1 - which] ?? '');
  expect(listed()).toBe(OLD);
  for (const place of first.places) rmSync(place, { recursive: true });
  writeFileSync(first.places[1 - which] ?? '', stale);
  writeFileSync(first.places[which], newer);
  expect([listed(), kept.known()?.digest, onDisk()]).toEqual([NEW, NEW, [NEW, NEW]]);
  // Both were read: nothing is looked at again.
  for (const place of first.places) writeFileSync(place, stale);
  expect(kept.known()?.digest).toBe(NEW);
});

it('what people put in force meanwhile is not replaced by a copy that was there before', () => {
  const first = start();
  first.kept.keep(storeWith(OLD));
  const old = readFileSync(first.places[0]);
  spoil(first.places[0]);
  const { kept } = start();
  const standIn = createStandIn(kept);
  const how = { digest: NEW, by: 'S001', second: 'S002', nowMs: 1 };
  const people = standIn.people();
  expect(people.staff.file()?.digest).toBe(OLD);
  people.transaction(() => people.staff.putInForce(LIST, how));
  standIn.keep();
  rmSync(first.places[0], { recursive: true });
  writeFileSync(first.places[0], old);
  expect([standIn.people(), people.staff.file()?.digest]).toEqual([people, NEW]);
  expect(start().kept.known()?.digest).toBe(NEW);
});

it('the journal has the last word over copies that agree on another list', () => {
  start().kept.keep(storeWith(NEW));
  start().kept.keep(storeWith(OLD));
  expect(onDisk()).toEqual([OLD, OLD]);
});

it('a place that refuses keeps nothing from the other; the later copy counts, wherever the clock is set', () => {
  const { kept, places, told, reported } = start(9000);
  kept.keep(storeWith(OLD));
  mkdirSync(`${places[0]}.new`);
  const back = start(10);
  back.kept.keep(storeWith(NEW));
  expect(onDisk()).toEqual([OLD, NEW]);
  expect([told, back.told, reported]).toEqual([[], ['STAFF_LIST_COPY'], []]);
  expect(start().kept.known()?.digest).toBe(NEW);
  // Told once, and again only after all was well.
  back.kept.keep(storeWith(NEW));
  expect(back.told).toHaveLength(1);
  rmSync(`${places[0]}.new`, { recursive: true });
  back.kept.keep(storeWith(NEW));
  expect(onDisk()).toEqual([NEW, NEW]);
  spoil(places[1]);
  back.kept.keep(storeWith(NEW));
  expect(back.told).toHaveLength(2);
});

it('what could not be copied anywhere is still known to this process', () => {
  const { kept, places, told } = start();
  for (const place of places) mkdirSync(`${place}.new`, { recursive: true });
  kept.keep(storeWith(NEW));
  expect(onDisk()).toEqual(['absent', 'absent']);
  expect(kept.known()).toMatchObject({ digest: NEW, list: LIST });
  expect(told).toEqual(['STAFF_LIST_COPY']);
});

it('an absent place is not written without a journal: a disk may not be mounted there', () => {
  const { kept, places } = start();
  kept.keep(storeWith(NEW));
  rmSync(join(dir, 'data'), { recursive: true });
  expect(start().kept.known()?.digest).toBe(NEW);
  expect(onDisk()).toEqual(['absent', NEW]);
  expect(places).toHaveLength(2);
});
