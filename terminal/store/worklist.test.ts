import { describe, expect, it } from 'vitest';
import {
  isMoneyResolution,
  resolutionsOf,
  worklistKindSchema,
  worklistResolutionSchema,
} from '../../common/contracts/worklist.ts';
import { connect } from './database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { createWorklistRows, type OpenWork } from './worklist.ts';

function list() {
  const db = connect(':memory:', 0);
  db.pragma('foreign_keys=ON');
  migrate(db, migrations);
  const rows = createWorklistRows(db);
  const tx = <T>(work: () => T): T => db.transaction(work).immediate();
  const open = (changes: Partial<OpenWork> = {}) =>
    tx(() =>
      rows.open({
        kind: 'row-dead',
        subject: 'queue 7',
        encounterId: 'OP1',
        settlementId: null,
        amountFen: 106_548,
        detail: { destination: 'his', attempts: 3, last: null },
        nowMs: 1000,
        ...changes,
      }),
    );
  return { db, rows, tx, open };
}

const act = { resolution: 'void', by: 'S001', second: 'S002', reason: 'seen at the centre' } as const;
const money = { ...act, nowMs: 2000 };

describe('the work-list', () => {
  it('keeps what was opened and what became of it', () => {
    const { rows, tx, open } = list();
    const { id } = open();
    expect(rows.get(id)).toMatchObject({
      kind: 'row-dead',
      subject: 'queue 7',
      encounterId: 'OP1',
      settlementId: null,
      amountFen: 106_548,
      detail: { destination: 'his', attempts: 3, last: null },
      openedAt: 1000,
      resolution: null,
      by: null,
    });
    expect(tx(() => rows.resolve(id, money))).toBe(true);
    expect(rows.get(id)).toMatchObject({ ...act, resolvedAt: 2000 });
    expect(rows.list('open', 10)).toEqual([]);
    expect(rows.list('all', 10)).toHaveLength(1);
  });

  it('one matter is one open row; after its end the same matter may come up again', () => {
    const { rows, tx, open } = list();
    const first = open();
    expect(open({ amountFen: 1 })).toEqual({ id: first.id, fresh: false });
    expect(open({ kind: 'difference' }).fresh).toBe(true);
    expect(rows.get(first.id)?.amountFen).toBe(106_548);
    expect(tx(() => rows.end('row-dead', 'queue 7', 3000))).toBe(first.id);
    expect(tx(() => rows.end('row-dead', 'queue 7', 3000))).toBeNull();
    expect(rows.get(first.id)).toMatchObject({ resolution: 'ended', by: null, resolvedAt: 3000 });
    const again = open();
    expect(again.fresh).toBe(true);
    expect(again.id).not.toBe(first.id);
    expect(rows.find('row-dead', 'queue 7')?.id).toBe(again.id);
    expect(rows.countOpen()).toBe(2);
  });

  it('a row that has an end keeps it', () => {
    const { rows, tx, open } = list();
    const { id } = open();
    tx(() => rows.resolve(id, money));
    expect(tx(() => rows.resolve(id, { ...money, resolution: 'noted', by: 'S009' }))).toBe(false);
    expect(rows.get(id)).toMatchObject({ resolution: 'void', by: 'S001' });
  });

  it.each([
    ['one person', { ...money, second: null }],
    ['the same person twice', { ...money, second: 'S001' }],
  ])('%s alone cannot end a matter of money, by the database', (_name, alone) => {
    const { rows, tx, open } = list();
    const { id } = open();
    expect(() => tx(() => rows.resolve(id, alone))).toThrow(/CHECK/);
    expect(rows.get(id)?.resolution).toBeNull();
    expect(tx(() => rows.resolve(id, { ...alone, resolution: 'noted' }))).toBe(true);
  });

  it('two open rows of one matter are impossible in the database', () => {
    const { db, open } = list();
    open();
    const insert = "INSERT INTO worklist (kind, subject, detail, opened_at) VALUES ('row-dead', 'queue 7', '{}', 1)";
    expect(() => db.exec(insert)).toThrow(/UNIQUE/);
  });

  it('is part of its caller’s transaction', () => {
    const { rows, tx } = list();
    const work = { kind: 'difference', subject: 'x', encounterId: null, settlementId: null, amountFen: null } as const;
    expect(() => rows.open({ ...work, detail: {}, nowMs: 1 })).toThrow('outside a transaction');
    expect(() =>
      tx(() => {
        rows.open({ ...work, detail: {}, nowMs: 1 });
        throw new Error('the fact did not happen');
      }),
    ).toThrow();
    expect(rows.countOpen()).toBe(0);
  });

  it('a settlement that does not exist cannot have a row', () => {
    const { open } = list();
    expect(() => open({ settlementId: 4711 })).toThrow(/FOREIGN KEY/);
  });
});

it('the database and the contract name the same kinds and resolutions', () => {
  const { db, open } = list();
  const sql = db.prepare<[], string>("SELECT sql FROM sqlite_schema WHERE name = 'worklist'").pluck().get() ?? '';
  for (const name of [...worklistKindSchema.options, ...worklistResolutionSchema.options]) {
    expect(sql).toContain(`'${name}'`);
  }
  for (const kind of worklistKindSchema.options) expect(open({ kind }).fresh).toBe(true);
});

it('rows of an older journal keep their numbers, their ends and what points at them, and the next number is the next', () => {
  const db = connect(':memory:', 0);
  db.pragma('foreign_keys=ON');
  migrate(db, migrations.slice(0, 15));
  db.exec(`
    INSERT INTO worklist (id, kind, subject, detail, opened_at) VALUES (3, 'row-dead', 'queue 7', '{"row":7}', 1);
    INSERT INTO worklist (id, kind, subject, detail, opened_at, resolution, resolved_by, resolved_second, reason, resolved_at)
      VALUES (7, 'difference', 'S1', '{}', 1, 'void', 'S001', 'S002', 'seen', 2), (9, 'difference', 'S2', '{}', 1, 'ended',
        NULL, NULL, NULL, 3);
    INSERT INTO reconcile_run (id, day, state, started_at) VALUES (1, '2026-03-02', 'running', 1);
    INSERT INTO reconcile_row (id, run_id, clr_type, setl_id, mdtrt_id, msgid, refund, result, verdict, worklist)
      VALUES (1, 1, '11', 'S', 'V', 'M', 0, '3', 'amountDiffers', 7), (2, 1, '11', 'S', 'V', 'M', 0, '0', 'agrees', NULL);
  `);
  const before = db.prepare('SELECT * FROM worklist ORDER BY id').all();
  expect(migrate(db, migrations)).toBe(true);
  expect(db.prepare('SELECT * FROM worklist ORDER BY id').all()).toEqual(before);
  expect(db.prepare('SELECT worklist FROM reconcile_row ORDER BY id').pluck().all()).toEqual([7, null]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(() => db.exec('UPDATE reconcile_row SET worklist = 8 WHERE id = 2')).toThrow(/FOREIGN KEY/);
  const work = { kind: 'collection-unknown', subject: 'M', encounterId: null, settlementId: null } as const;
  const open = () => createWorklistRows(db).open({ ...work, amountFen: 1, detail: {}, nowMs: 4 });
  expect(db.transaction(open).immediate()).toEqual({ id: 10, fresh: true });
  expect(db.transaction(open).immediate()).toEqual({ id: 10, fresh: false });
  expect(db.prepare("SELECT name FROM sqlite_schema WHERE name IN ('worklist_new', 'untied')").all()).toEqual([]);
});

it('every kind has an answer, and money is what the three money words say', () => {
  for (const kind of worklistKindSchema.options) expect(resolutionsOf[kind].length).toBeGreaterThan(0);
  expect(worklistResolutionSchema.options.filter(isMoneyResolution)).toEqual(['stands', 'void', 'refund']);
});
