import { expect, it } from 'vitest';
import { connect } from './database.ts';
import { migrate } from './migrate.ts';
import { stay } from './migrations/024-stay.ts';
import { migrations } from './migrations/index.ts';
import { createRefundRows } from './refunds.ts';

const before = migrations.slice(0, migrations.indexOf(stay));

/** A journal of a released version, with a settlement that is being given back. */
function released() {
  const db = connect(':memory:', 0);
  migrate(db, before);
  db.exec(`
    INSERT INTO visit (id, encounter_id, holder, phase, encounter, person, psn_no, insuplc_admdvs, insutype, begun_at,
      created_at, updated_at) VALUES (1, 'E1', 'H1', 'settled', '{}', '{}', 'P1', '990100', '310', '2026-03-02', 1, 1);
    INSERT INTO message (id, msgid, infno, request, created_at) VALUES
      (1, 'H99010000001202603020900000700', '2207', x'00', 1), (2, 'H99010000001202603020900000701', '2208', x'00', 1);
    INSERT INTO settlement (id, visit_id, encounter_id, message_id, state, live, use_account, split_shown, levels,
      split_settled, setl_id, setl_time, check_code, created_at, updated_at)
      VALUES (1, 1, 'E1', 1, 'settled', 0, 1, '{}', '{}', '{}', 'S1', '2026-03-02 09:00:00', '0123456789ABCDEF', 1, 1);
    INSERT INTO refund (id, settlement_id, encounter_id, setl_id, cause, asked_by, asked_second, state, message_id, tries,
      created_at, updated_at) VALUES (7, 1, 'E1', 'S1', 'staff', 'A', 'B', 'unknown', 2, 1, 1, 1)`);
  return db;
}

it('a released journal keeps its refunds, its visits are visits, and every index is there again', () => {
  const db = released();
  const indexes = () =>
    db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'refund' ORDER BY name")
      .pluck()
      .all();
  const old = indexes().filter((name) => !String(name).startsWith('sqlite_'));
  migrate(db, migrations);
  expect(createRefundRows(db).ofSettlement(1)).toMatchObject({
    ...{ id: 7, setlId: 'S1', cause: 'staff', by: 'A', second: 'B', until: 'admission' },
    ...{ state: 'unknown', messageId: 'H99010000001202603020900000701', tries: 1 },
  });
  expect(db.prepare('SELECT form, stay_id FROM visit').get()).toEqual({ form: 'outpatient', stay_id: null });
  expect(indexes()).toEqual(expect.arrayContaining(old));
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

it('only at the desk one person is enough for a refund, and there somebody it is', () => {
  const db = released();
  migrate(db, migrations);
  const ask = (cause: string, by: string | null, second: string | null) =>
    db.prepare('UPDATE refund SET cause = ?, asked_by = ?, asked_second = ?').run(cause, by, second);
  expect(() => ask('staff', 'A', null)).toThrow('CHECK');
  expect(() => ask('staff', 'A', 'A')).toThrow('CHECK');
  expect(() => ask('desk', null, null)).toThrow('CHECK');
  expect(() => ask('desk', 'A', 'A')).toThrow('CHECK');
  ask('desk', 'A', null);
  ask('desk', 'A', 'B');
  ask('after-session', null, null);
});
