import { copyFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type AuditRow, createAuditRows } from '../store/audit-rows.ts';
import type { Db } from '../store/database.ts';
import { rowHash } from './canonical.ts';
import { makeBooks, makeOperator } from './testing/books.ts';

/** Two terminals at one operator, each with three runs and so three checkpoints. */
async function site() {
  const operator = makeOperator();
  const [a, b] = [makeBooks(7, operator), makeBooks(8, operator)];
  for (const books of [a, b]) for (const acts of [20, 30, 10]) await books.run(acts);
  return { operator, a, b };
}

const move = (db: Db, from: number, to: number): void => {
  db.prepare('UPDATE audit SET id = ? WHERE id = ?').run(to, from);
};

/** Changes a row and makes every hash from there on anew, as someone who knows how the chain is made. */
function hashAnew(db: Db, from: number, change: (row: AuditRow) => AuditRow): void {
  const rows = createAuditRows(db);
  const identity = rows.identity();
  if (identity === null) throw new Error('no chain');
  let prev = rows.get(from)?.prev ?? '';
  const put = db.prepare('UPDATE audit SET facts = ?, prev = ?, hash = ? WHERE id = ?');
  for (const row of rows.after(from - 1, 10_000)) {
    const changed = { ...(row.seq === from ? change(row) : row), prev };
    prev = rowHash(identity, changed);
    put.run(changed.facts, changed.prev, prev, row.seq);
    db.prepare('UPDATE audit_chain SET head_seq = ?, head_hash = ?').run(row.seq, prev);
  }
}

it('finds nothing in logs that nobody touched, with and without the operator', async () => {
  const { operator, a, b } = await site();
  for (const books of [a, b]) {
    expect(await books.verify(false)).toMatchObject({ ok: true, rows: 60, findings: [], checkpoints: 0 });
    expect(await books.verify(true)).toMatchObject({ ok: true, rows: 60, findings: [], checkpoints: 3 });
  }
  expect(operator.checkpoints().alarms).toEqual([]);
});

describe('what the database itself shows', () => {
  it.each<readonly [string, string, (db: Db) => void]>([
    ['modify', 'modified 30-30', (db) => db.exec(`UPDATE audit SET facts = '{"copy":0}' WHERE id = 30`)],
    [
      'modify the time of the last row',
      'modified 60-60',
      (db) => db.exec('UPDATE audit SET at = at + 1 WHERE id = 60'),
    ],
    [
      'modify a row with its own hash',
      'modified 30-30',
      (db) => {
        const rows = createAuditRows(db);
        const [identity, row] = [rows.identity(), rows.get(30)];
        if (identity === null || row === null) throw new Error('no row');
        const hash = rowHash(identity, { ...row, code: 'print.unknown' });
        db.prepare("UPDATE audit SET code = 'print.unknown', hash = ? WHERE id = 30").run(hash);
      },
    ],
    ['delete', 'deleted 30-32', (db) => db.exec('DELETE FROM audit WHERE id BETWEEN 30 AND 32')],
    [
      'delete and close the gap',
      'deleted 30-30',
      (db) => {
        db.exec('DELETE FROM audit WHERE id = 30');
        for (let id = 31; id <= 60; id++) move(db, id, id - 1);
        db.exec('UPDATE audit_chain SET head_seq = 59');
      },
    ],
    [
      'reorder neighbours',
      'reordered 30-31',
      (db) => {
        move(db, 30, 1000);
        move(db, 31, 30);
        move(db, 1000, 31);
      },
    ],
    [
      'reorder across the log',
      'reordered 5-50',
      (db) => {
        move(db, 50, 1000);
        for (let id = 49; id >= 5; id--) move(db, id, id + 1);
        move(db, 1000, 5);
      },
    ],
    [
      'insert in the middle',
      'inserted 30-30',
      (db) => {
        for (let id = 60; id >= 30; id--) move(db, id, id + 1);
        db.exec(`INSERT INTO audit SELECT 30, at, code, facts, prev, hash FROM audit WHERE id = 12`);
        db.exec(`UPDATE audit SET facts = '{"made":"up"}' WHERE id = 30`);
      },
    ],
    [
      'insert at the end',
      'inserted 61-61',
      (db) => db.exec(`INSERT INTO audit SELECT 61, at, code, '{"made":"up"}', hash, hash FROM audit WHERE id = 60`),
    ],
    ['truncate', 'truncated 51-60', (db) => db.exec('DELETE FROM audit WHERE id > 50')],
    ['truncate everything', 'truncated 1-60', (db) => db.exec('DELETE FROM audit')],
  ])('%s', async (_name, expected, work) => {
    const { a } = await site();
    a.tamper(work);
    expect(await a.found(false)).toContain(expected);
    expect(await a.found(true)).toContain(expected);
  });

  it('swap two terminals’ logs: whole databases', async () => {
    const { a, b } = await site();
    copyFileSync(b.file, a.file);
    expect(await a.found(false)).toEqual(['swapped 1-60']);
  });

  it('swap two terminals’ logs: the rows alone, under the name of the other', async () => {
    const { a, b } = await site();
    const store = b.open();
    const theirs = store.audit.after(0, 1000);
    store.close();
    a.tamper((db) => {
      db.exec('DELETE FROM audit');
      const rows = createAuditRows(db);
      for (const row of theirs) rows.append(row);
    });
    expect(await a.found(false)).toEqual(['swapped 1-60']);
    const { findings } = await a.verify(true);
    expect(findings).toContainEqual(expect.objectContaining({ kind: 'swapped', witness: 'operator', other: 'ZZ-8' }));
  });
});

describe('what only the operator’s checkpoints show', () => {
  it('roll back: an old copy of the whole database', async () => {
    const operator = makeOperator();
    const a = makeBooks(7, operator);
    await a.run(20);
    copyFileSync(a.file, `${a.file}.old`);
    await a.run(30);
    copyFileSync(`${a.file}.old`, a.file);
    expect(await a.found(false)).toEqual([]);
    expect(await a.found(true)).toEqual(['rolled-back 21-50']);
    // The terminal goes on from there: the operator notices by itself, and the log still gives it away.
    await a.run(40);
    expect(operator.checkpoints().alarms).toMatchObject([{ reason: 'rolled-back', seq: 60 }]);
    expect(await a.found(true)).toEqual(['rewritten 21-50']);
  });

  it('truncate with every trace in the database', async () => {
    const { a } = await site();
    a.tamper((db) => {
      db.exec('DELETE FROM audit WHERE id > 45');
      db.exec('UPDATE audit_chain SET head_seq = 45, head_hash = (SELECT hash FROM audit WHERE id = 45)');
      db.exec('UPDATE audit_chain SET told_seq = 20, told_hash = (SELECT hash FROM audit WHERE id = 20)');
      db.exec("DELETE FROM outbox WHERE json_extract(body, '$.seq') > 45");
    });
    expect(await a.found(false)).toEqual([]);
    expect(await a.found(true)).toEqual(['rolled-back 46-60']);
  });

  it('modify and hash everything after it anew', async () => {
    const { a } = await site();
    a.tamper((db) => hashAnew(db, 30, (row) => ({ ...row, facts: '{"copy":1}' })));
    expect(await a.found(false)).toEqual([]);
    expect(await a.found(true)).toEqual(['rewritten 21-50']);
  });

  it('begin a new database', async () => {
    const { operator, a } = await site();
    const fresh = makeBooks(7, operator, 99);
    await fresh.run(5, false);
    copyFileSync(fresh.file, a.file);
    expect(await a.found(false)).toEqual([]);
    expect(await a.found(true)).toEqual(['replaced 1-60']);
  });

  it('not what was written after the last checkpoint: that is the window that is left', async () => {
    const operator = makeOperator();
    const a = makeBooks(7, operator);
    await a.run(20);
    copyFileSync(a.file, `${a.file}.old`);
    await a.run(30, false);
    copyFileSync(`${a.file}.old`, a.file);
    expect(await a.found(true)).toEqual([]);
  });
});
