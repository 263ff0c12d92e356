import type { CodeTableRows } from '../store/code-tables.ts';
import { type CodeRow, type CodeType, DEFAULT_CODES } from './defaults.ts';

/** The centre's code tables as the terminal has them. */
export interface CodeTables {
  /** All values in the centre's order; `fetched`: told by the centre, else what ships with the terminal. */
  table(type: CodeType): { readonly rows: readonly CodeRow[]; readonly fetched: boolean };
  /** The label of a value; null for one that the table does not have. */
  label(type: CodeType, value: string): string | null;
}

/** The centre's own table stands whole in the place of ours: a value that it has dropped is gone. */
export function createCodeTables(store: { readonly codeTables: Pick<CodeTableRows, 'rows'> }): CodeTables {
  const table: CodeTables['table'] = (type) => {
    const told = store.codeTables.rows(type);
    return told.length > 0 ? { rows: told, fetched: true } : { rows: DEFAULT_CODES[type], fetched: false };
  };
  return { table, label: (type, value) => table(type).rows.find((row) => row.value === value)?.label ?? null };
}
