import { expect, it } from 'vitest';
import { unwrapPii } from '../../common/kernel/pii.ts';
import { labStaff, staffListOf } from '../../simulator/lab/staff.ts';
import { connect } from './database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { createStaffRows } from './staff-rows.ts';

const list = staffListOf(labStaff);
const first = { digest: 'd'.repeat(64), by: null, second: null, nowMs: 1 };
const renewed = { ...first, by: 'S001', second: 'S002' };

function rows() {
  const db = connect(':memory:', 0);
  db.pragma('foreign_keys=ON');
  migrate(db, migrations);
  const staff = createStaffRows(db);
  const put = (what: typeof list, how: Parameters<typeof staff.putInForce>[1]) =>
    db.transaction(() => staff.putInForce(what, how)).immediate();
  return { db, staff, put };
}

it('keeps marks and never a value; finds people by either mark', () => {
  const { db, staff, put } = rows();
  expect([staff.salt(), staff.list()]).toEqual([null, []]);
  put(list, first);
  const card = list.staff[0]?.card ?? '';
  const found = staff.find({ card, number: null });
  expect(found).toMatchObject({ id: 'S001', roles: ['cashier', 'technician'], from: '2026-01-01', to: null });
  expect(found && unwrapPii(found.name)).toBe('梁守信');
  expect(String(found?.name)).not.toContain('梁');
  expect(staff.find({ card: null, number: card })).toBeNull();
  expect(staff.find({ card: 'f'.repeat(64), number: null })).toBeNull();
  const text = JSON.stringify(db.prepare('SELECT * FROM staff_member').all());
  for (const secret of ['990131D156', '990131197905', 'T10000017']) expect(text).not.toContain(secret);
});

it('the newest list alone is in force; the ones before are kept', () => {
  const { db, staff, put } = rows();
  put(list, first);
  const other = { ...list, salt: '00'.repeat(16), staff: list.staff.map((one) => ({ ...one, id: `N${one.id}` })) };
  put(other, renewed);
  expect(staff.salt()).toBe(other.salt);
  expect(staff.list().map(({ id }) => id)).toEqual(['NS001', 'NS002']);
  expect(db.prepare('SELECT count(*) FROM staff_member').pluck().get()).toBe(4);
});

it('the database itself refuses a later list without two different names, and a mark that stands twice', () => {
  const { staff, put } = rows();
  put(list, first);
  expect(() => put(list, first)).toThrow(/CHECK/);
  expect(() => put(list, { ...renewed, second: 'S001' })).toThrow(/CHECK/);
  const [one] = list.staff;
  if (one === undefined) throw new Error('the list is empty');
  expect(() => put({ ...list, staff: [one, { ...one, id: 'S009' }] }, renewed)).toThrow(/UNIQUE/);
  expect(staff.list()).toHaveLength(2);
  expect(() => staff.putInForce(list, renewed)).toThrow('outside a transaction');
});
