import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StaffListFile } from '../../common/contracts/staff.ts';
import { labStaff, staffListOf } from '../../simulator/lab/staff.ts';
import { importList } from './import.ts';
import { digestOf } from './marks.ts';
import { deskBench } from './testing/bench.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'minka-import-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const put = (list: StaffListFile): string => {
  const text = JSON.stringify(list);
  writeFileSync(join(dir, 'staff.json'), text, { mode: 0o600 });
  return digestOf(text);
};

function bench(first: boolean) {
  const parts = deskBench(first ? { members: [] } : {});
  const { clock, desk, store, audited } = parts;
  const kept: string[] = [];
  const audit = (code: string, facts: object): void => {
    audited.push({ code, facts });
  };
  const deps = {
    clock,
    audit,
    desk,
    profileDir: dir,
    store: () => store,
    fault: () => null,
    kept: () => void kept.push(store.staff.file()?.digest ?? ''),
  };
  return { ...parts, kept, add: (ticket: string | null) => importList(deps, 'staff.json', ticket) };
}

it('the first list needs nobody, and is on record', async () => {
  const digest = put(staffListOf(labStaff));
  const { add, store, audited, kept } = bench(true);
  expect(await add(null)).toEqual({ ok: true, value: { people: 2, digest } });
  expect(store.staff.list().map(({ id }) => id)).toEqual(['S001', 'S002']);
  expect(audited).toMatchObject([{ code: 'staff.imported', facts: { digest, people: 2, by: null } }]);
  // For the day on which the journal is lost.
  expect(kept).toEqual([digest]);
});

it('a later one needs a technician and an auditor, who signed for these bytes', async () => {
  const list = staffListOf([...labStaff, { id: 'S003', persona: 'three-tries', roles: ['cashier'] }]);
  const digest = put(list);
  const { add, come, desk, until, store, audited } = bench(false);
  expect(await add(null)).toMatchObject({ ok: false, error: { code: 'STAFF_TICKET_NEEDED' } });
  expect(store.staff.list()).toHaveLength(2);

  come({ persona: 'staff-auditor' }, { persona: 'staff-cashier' });
  const other = await until(desk.prove({ act: 'staffImport', digest: 'e'.repeat(64) }, { waitMs: 5000, page: false }));
  const used = await add(other.ok ? other.value.ticket : null);
  expect(used).toMatchObject({ ok: false, error: { code: 'STAFF_TICKET_OTHER' } });

  come({ persona: 'staff-auditor' }, { persona: 'staff-cashier' });
  const ticket = await until(desk.prove({ act: 'staffImport', digest }, { waitMs: 5000, page: false }));
  expect(await add(ticket.ok ? ticket.value.ticket : null)).toEqual({ ok: true, value: { people: 3, digest } });
  expect(store.staff.list().map(({ id }) => id)).toEqual(['S001', 'S002', 'S003']);
  const people = { by: 'S002', second: 'S001' };
  expect(audited.slice(-2)).toMatchObject([
    { code: 'staff.imported', facts: people },
    { code: 'staff.acted', facts: people },
  ]);
});

it('a list that could never be renewed is refused and on record', async () => {
  put(staffListOf([labStaff[0], { id: 'S003', persona: 'three-tries', roles: ['cashier'] }]));
  const { add, store, audited } = bench(true);
  expect(await add(null)).toMatchObject({ ok: false, error: { code: 'STAFF_LIST_INVALID' } });
  expect(store.staff.salt()).toBeNull();
  expect(audited.at(-1)).toMatchObject({ code: 'staff.refused', facts: { failure: 'STAFF_LIST_INVALID' } });
});
