import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { connect } from './database.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { migrations } from './migrations/index.ts';

const db = connect(':memory:', 0);
migrate(db, migrations);

interface TableInfo {
  readonly name: string;
  readonly type: string;
  readonly strict: number;
}

const tables = (db.pragma('table_list') as TableInfo[]).filter(
  (table) => table.type === 'table' && !table.name.startsWith('sqlite_'),
);

it('has tables, at the version of its migrations', () => {
  expect(tables.map((table) => table.name).sort()).toEqual([
    'audit',
    'audit_chain',
    'cash_collection',
    'certificate',
    'client_key',
    'client_notice',
    'code_table',
    'code_value',
    'declaration',
    'desk_day',
    'desk_day_asked',
    'desk_shift',
    'desk_take',
    'journal_origin',
    'message',
    'message_cursor',
    'outbox',
    'outbox_clock',
    'print_job',
    'reconcile_detail',
    'reconcile_other',
    'reconcile_part',
    'reconcile_row',
    'reconcile_run',
    'refund',
    'registration',
    'registration_line',
    'settlement',
    'staff_list',
    'staff_member',
    'stay',
    'stay_line',
    'visit',
    'worklist',
  ]);
  expect(schemaVersion(db)).toBe(migrations.length);
});

it.each(tables.map((table) => table.name))('%s is STRICT and has an integer primary key', (name) => {
  expect(tables.find((table) => table.name === name)?.strict).toBe(1);
  const columns = db.pragma(`table_info(${name})`) as { name: string; pk: number; type: string }[];
  expect(columns.filter((column) => column.pk > 0)).toMatchObject([{ name: 'id', type: 'INTEGER' }]);
});

it('every column that names another table is a foreign key', () => {
  for (const { name } of tables) {
    const columns = db.pragma(`table_info(${name})`) as { name: string }[];
    const keys = new Set((db.pragma(`foreign_key_list(${name})`) as { from: string }[]).map((key) => key.from));
    const pointing = columns
      .map((column) => column.name)
      .filter((column) => /^(visit|message|settlement|previous|fence_message)_id$/.test(column));
    for (const column of pointing) expect(keys, `${name}.${column}`).toContain(column);
  }
});

it('a message id can be used once, and an encounter has one live settlement, by the database itself', () => {
  const uniques = (table: string): string[] =>
    (db.pragma(`index_list(${table})`) as { name: string; unique: number }[])
      .filter((index) => index.unique === 1)
      .map((index) =>
        (db.pragma(`index_info(${index.name})`) as { name: string }[]).map((column) => column.name).join(','),
      );
  expect(uniques('message')).toContain('msgid');
  expect(uniques('settlement')).toEqual(expect.arrayContaining(['message_id', 'encounter_id', 'check_code']));
  expect(uniques('outbox')).toContain('key');
  expect(uniques('cash_collection')).toEqual(expect.arrayContaining(['settlement_id', 'key']));
  expect(uniques('declaration')).toEqual(expect.arrayContaining(['key', 'person']));
  expect(uniques('refund')).toEqual(expect.arrayContaining(['settlement_id', 'message_id']));
});

it.each(globSync('*.ts', { cwd: import.meta.dirname }))('%s binds no limit that makes its statement anew', (file) => {
  expect(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')).not.toMatch(/LIMIT [?@]/);
});
