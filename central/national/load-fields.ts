import { readFileSync } from 'node:fs';

/**
 * One field of the national interface as `fields.tsv` lists it: transcribed from the published tables, never
 * generated from a client's schemas. Misspellings of the standard are kept (`mdtrtarea_admvs`, `pdn_cash_pay`, …).
 */
export interface Field {
  /** "2207", or "envelope" for the message around every transaction. */
  readonly transaction: string;
  readonly direction: 'in' | 'out';
  readonly node: string;
  /** Whether the node is one object or a list of them. */
  readonly shape: 'object' | 'list';
  readonly field: string;
  readonly label: string;
  /** C text, N decimal, D date, DT date and time, B a file's bytes. */
  readonly type: 'C' | 'N' | 'D' | 'DT' | 'B';
  /** C: most characters. N: most digits in all. Null where the standard gives none. */
  readonly len: number | null;
  /** N only: most places after the point. */
  readonly places: number | null;
  readonly required: boolean;
  /** The value comes from a code table. */
  readonly codeTable: boolean;
  /** Required, but may be sent as an empty string. */
  readonly mayBeEmpty: boolean;
  readonly note: string;
}

const HEADER = 'transaction direction node shape field label type len required code_table may_be_empty note';

function oneOf<T extends string>(value: string, allowed: readonly T[], line: number): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new Error(`fields.tsv line ${line}: "${value}" is none of ${allowed.join(', ')}`);
  return found;
}

function flag(value: string, line: number): boolean {
  return oneOf(value, ['Y', ''], line) === 'Y';
}

function length(type: Field['type'], value: string, line: number): { len: number | null; places: number | null } {
  if (value === '') return { len: null, places: null };
  const match = /^(\d+)(?:,(\d+))?$/.exec(value);
  if (!match || (type !== 'N' && match[2] !== undefined)) throw new Error(`fields.tsv line ${line}: length "${value}"`);
  return { len: Number(match[1]), places: type === 'N' ? Number(match[2] ?? '0') : null };
}

/** Parses the table. Throws Error naming the line on anything it does not understand: the file is ours. */
export function parseFields(text: string): readonly Field[] {
  const lines = text.split('\n');
  if (lines[0] !== HEADER.replaceAll(' ', '\t')) throw new Error('fields.tsv: unexpected header');
  const seen = new Set<string>();
  return lines.slice(1).flatMap((row, index): Field[] => {
    if (row === '') return [];
    const line = index + 2;
    const cells = row.split('\t');
    if (cells.length !== 12) throw new Error(`fields.tsv line ${line}: ${cells.length} columns`);
    const [transaction = '', direction = '', node = '', shape = '', field = '', label = ''] = cells;
    const key = [transaction, direction, node, field].join(' ');
    if (seen.has(key)) throw new Error(`fields.tsv line ${line}: ${key} twice`);
    seen.add(key);
    const type = oneOf(cells[6] ?? '', ['C', 'N', 'D', 'DT', 'B'], line);
    return [
      {
        transaction,
        direction: oneOf(direction, ['in', 'out'], line),
        node,
        shape: oneOf(shape, ['object', 'list'], line),
        field,
        label,
        type,
        ...length(type, cells[7] ?? '', line),
        required: flag(cells[8] ?? '', line),
        codeTable: flag(cells[9] ?? '', line),
        mayBeEmpty: flag(cells[10] ?? '', line),
        note: cells[11] ?? '',
      },
    ];
  });
}

/** The rows of `fields.tsv`, in file order. */
export function loadFields(): readonly Field[] {
  return parseFields(readFileSync(new URL('./fields.tsv', import.meta.url), 'utf8'));
}

/** A node of one message and its fields. */
export interface NodeSpec {
  readonly node: string;
  readonly shape: Field['shape'];
  readonly fields: readonly Field[];
  /** At least one field is required, so the node itself is; a list then has at least one item. */
  readonly required: boolean;
}

/** The nodes of one transaction in one direction, in file order; empty where it has none. */
export function nodesOf(fields: readonly Field[], transaction: string, direction: Field['direction']): NodeSpec[] {
  const rows = fields.filter((row) => row.transaction === transaction && row.direction === direction);
  return [...new Set(rows.map((row) => row.node))].map((node) => {
    const own = rows.filter((row) => row.node === node);
    return { node, shape: own[0]?.shape ?? 'object', fields: own, required: own.some((row) => row.required) };
  });
}
