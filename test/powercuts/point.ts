import type { RowState } from './library.ts';
import type { Operation } from './strace.ts';

/** Points of a settlement's life (risks 1.3) at which a cut struck. */
export type CutPoint = `P${number}`;

/** What a commit is for, by the tables and rows that it wrote. */
type Purpose = 'intent' | 'answer' | 'fence' | 'printBegun' | 'printEnded' | 'claim' | 'mark' | 'other';

const WITHIN: Readonly<Record<Purpose, readonly CutPoint[]>> = {
  intent: ['P0'],
  answer: ['P6'],
  fence: ['P13'],
  printBegun: ['P8'],
  printEnded: ['P10'],
  claim: ['P11'],
  mark: ['P12'],
  other: ['P0'],
};

/** Between two commits nothing is written: from the intent to the answer the disk is the same, wherever the bytes are. */
const AFTER: Readonly<Record<Purpose, readonly CutPoint[]>> = {
  intent: ['P1', 'P2', 'P3', 'P4', 'P5'],
  answer: ['P7'],
  fence: ['P13'],
  printBegun: ['P9'],
  printEnded: [],
  claim: ['P11'],
  mark: [],
  other: [],
};

function purposeOf(rows: readonly RowState[], known: ReadonlySet<string>, fenced: Set<number>): Purpose {
  const isNew = ([table, id]: RowState): boolean => !known.has(`${table}#${id}`);
  const settlement = rows.find(([table]) => table === 'settlement');
  const print = rows.find(([table]) => table === 'print_job');
  // A slip's end says of the settlement that it was seen.
  if (settlement !== undefined && print === undefined) {
    if (isNew(settlement)) return 'intent';
    if (rows.some((row) => row[0] === 'message' && isNew(row))) fenced.add(settlement[1]);
    return fenced.has(settlement[1]) ? 'fence' : 'answer';
  }
  if (print !== undefined) return isNew(print) ? 'printBegun' : 'printEnded';
  if (!rows.some(([table]) => table === 'outbox')) return 'other';
  // A delivery is told of in the audit chain; a claim is not.
  return rows.some(([table]) => table === 'audit_chain') ? 'mark' : 'claim';
}

/**
 * Where a start is under way: none has come to a commit yet, or the journal was closed, which removes its WAL. It lasts
 * until something that was written is acknowledged.
 */
function startsOf(operations: readonly Operation[]): readonly ('P15' | 'P16' | null)[] {
  let state: 'P15' | 'P16' | null = 'P15';
  let written = false;
  return operations.map(({ kind }) => {
    const before = state;
    if (kind === 'write') written = true;
    if (kind === 'line' && written) state = null;
    else if (kind === 'unlink' && state === null) [state, written] = ['P16', false];
    return before;
  });
}

type Told = readonly (readonly RowState[] | null)[];

/** What each line of a recording acknowledged. */
function purposesOf(told: Told): readonly (Purpose | null)[] {
  const known = new Set<string>();
  const fenced = new Set<number>();
  return told.map((rows) => {
    if (rows === null) return null;
    const purpose = purposeOf(rows, known, fenced);
    for (const [table, id] of rows) known.add(`${table}#${id}`);
    return purpose;
  });
}

/** Pages go from the WAL into the database only at a checkpoint. */
const isCheckpoint = (operation: Operation | undefined): boolean =>
  operation !== undefined && 'file' in operation && !operation.file.endsWith('-wal');

/** Says of every place of a recording where a settlement stands there. `told`: the rows acknowledged by each line. */
export function pointsOf(operations: readonly Operation[], told: Told): (index: number) => readonly CutPoint[] {
  const purposes = purposesOf(told);
  const starts = startsOf(operations);
  return (index) => {
    const start = starts[index];
    if (start) return [start];
    const now = operations[index];
    const last = operations[index - 1];
    if (last?.kind === 'line') return AFTER[purposes[index - 1] ?? 'other'];
    if (now?.kind === 'write' && isCheckpoint(now)) return ['P14'];
    return WITHIN[purposes.slice(index).find((purpose) => purpose !== null) ?? 'other'];
  };
}

/** The same of the operation itself, which fails or is the last: what it is done for. */
export function pointsWithin(operations: readonly Operation[], told: Told): (index: number) => readonly CutPoint[] {
  const purposes = purposesOf(told);
  const starts = startsOf(operations);
  return (index) => {
    const start = starts[index];
    if (start) return [start];
    if (isCheckpoint(operations[index])) return ['P14'];
    const next = purposes.slice(index).find((purpose) => purpose !== null);
    // After the last commit only the checkpoint is left that closes the journal.
    return next === undefined ? ['P14'] : WITHIN[next];
  };
}
