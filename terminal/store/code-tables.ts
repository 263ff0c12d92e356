import { assertInTransaction, type Db } from './database.ts';

/** A value of a code table: 字典键值, 字典标签. */
export interface KeptCode {
  readonly value: string;
  readonly label: string;
}

export interface CodeTableRows {
  /** In the centre's order; empty where it has told none. */
  rows(type: string): readonly KeptCode[];
  /** The day (yyyy-MM-dd) on which the table was asked for last; null: never. */
  askedOn(type: string): string | null;
  /** The table was asked for. Told rows take the place of those before; none leave them as they are. */
  keep(type: string, rows: readonly KeptCode[], day: string): void;
}

export function createCodeTableRows(db: Db): CodeTableRows {
  const values = db.prepare<[string], KeptCode>('SELECT value, label FROM code_value WHERE type = ? ORDER BY position');
  const asked = db.prepare<[string], { asked_on: string }>('SELECT asked_on FROM code_table WHERE type = ?');
  const mark = db.prepare<[string, string]>(
    'INSERT INTO code_table (type, asked_on) VALUES (?, ?) ON CONFLICT (type) DO UPDATE SET asked_on = excluded.asked_on',
  );
  const drop = db.prepare<[string]>('DELETE FROM code_value WHERE type = ?');
  const add = db.prepare<[string, number, string, string]>(
    'INSERT INTO code_value (type, position, value, label) VALUES (?, ?, ?, ?)',
  );
  return {
    rows: (type) => values.all(type),
    askedOn: (type) => asked.get(type)?.asked_on ?? null,
    keep(type, rows, day) {
      assertInTransaction(db);
      mark.run(type, day);
      if (rows.length === 0) return;
      drop.run(type);
      for (const [position, { value, label }] of rows.entries()) add.run(type, position, value, label);
    },
  };
}
