import { expect, it } from 'vitest';
import { connect } from './database.ts';
import { migrate } from './migrate.ts';
import { clients } from './migrations/031-clients.ts';
import { migrations } from './migrations/index.ts';
import { createOutboxRows } from './outbox-rows.ts';

const at = migrations.indexOf(clients);
const before = migrations.slice(0, at);

/** A journal of before: a difference that people are called about, tied to its row of a comparison, and a waiting row. */
function released() {
  const db = connect(':memory:', 0);
  migrate(db, before);
  db.exec(`
    INSERT INTO worklist (id, kind, subject, detail, opened_at) VALUES (5, 'difference', 'S1', '{}', 1);
    INSERT INTO worklist (id, kind, subject, detail, opened_at, resolution, resolved_at)
      VALUES (9, 'refund-stuck', 'M1', '{}', 1, 'ended', 2);
    DELETE FROM worklist WHERE id = 9;
    INSERT INTO reconcile_run (id, day, state, started_at) VALUES (1, '2026-03-02', 'running', 1);
    INSERT INTO reconcile_row (run_id, clr_type, setl_id, mdtrt_id, msgid, refund, result, verdict, subject, worklist)
      VALUES (1, '11', 'S1', 'M', 'X', 0, '1', 'deniedHere', 'S1', 5);
    INSERT INTO outbox (key, destination, kind, grp, state, head, body, occurred_at, created_at, next_at)
      VALUES ('${'0'.repeat(32)}', 'his', 'released', 'E1', 'waiting', 1, '{}', '2026-03-02 09:00:00', 1, 1)`);
  return db;
}

const indexes = (db: ReturnType<typeof released>): readonly unknown[] =>
  db.prepare("SELECT name FROM sqlite_master WHERE type = 'index' AND name NOT LIKE 'sqlite_%'").pluck().all();

it('a released journal keeps its work-list, what points at it, and every index', () => {
  const db = released();
  const old = indexes(db);
  migrate(db, migrations.slice(0, at + 1));
  expect(db.prepare('SELECT id, kind, subject FROM worklist').all()).toEqual([
    { id: 5, kind: 'difference', subject: 'S1' },
  ]);
  expect(db.prepare('SELECT worklist FROM reconcile_row').pluck().all()).toEqual([5]);
  expect(old.filter((name) => !indexes(db).includes(name))).toEqual([]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
});

it('the new kind can be opened, and one that nobody knows cannot', () => {
  const db = released();
  const open = (kind: string) =>
    db.prepare("INSERT INTO worklist (kind, subject, detail, opened_at) VALUES (?, 'M2', '{}', 1)").run(kind);
  expect(() => open('refund-unread')).toThrow('CHECK');
  migrate(db, migrations);
  open('refund-unread');
  expect(() => open('refund-lost')).toThrow('CHECK');
  expect(() => open('refund-unread')).toThrow('UNIQUE');
});

it('a row that waited from before goes the way of the outside HIS', () => {
  const db = released();
  migrate(db, migrations);
  const rows = createOutboxRows(db);
  expect([rows.nextDue('his'), rows.nextDue('client')]).toEqual([1, null]);
  const claimed = db.transaction(() => rows.claim('his', 'mine', 9, 1)).immediate();
  expect(claimed.map(({ group }) => group)).toEqual(['E1']);
});
