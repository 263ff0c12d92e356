import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Examined, examine, nameOf, rowSchema } from './examine.ts';
import type { RowState } from './library.ts';
import { type CutPoint, pointsWithin } from './point.ts';
import { runTraced } from './record.ts';
import { type Operation, readCall } from './strace.ts';

/** System calls of the database that can fail or be the last. */
export const CALLS = ['pwrite64', 'fsync', 'fdatasync', 'ftruncate'] as const;
export const BLOWS = ['EIO', 'ENOSPC', 'KILL'] as const;
export type Call = (typeof CALLS)[number];
export type Blow = (typeof BLOWS)[number];

const lineSchema = z.union([
  z.object({ rows: z.array(rowSchema) }),
  z.object({ coming: z.array(rowSchema) }),
  z.object({ begin: z.literal(true) }),
  z.object({ result: z.string(), code: z.string().nullable(), messageId: z.string() }),
  z.object({ failed: z.string() }),
  z.object({ ended: z.array(z.string()), storeFailures: z.int() }),
]);

const OUTCOMES: ReadonlySet<string> = new Set(['settled', 'refused', 'notSent', 'reversed', 'unknown']);

const programOf = (dir: string): readonly string[] => [
  ...['test/powercuts/workload.ts', '--file', join(dir, 'terminal.db'), '--acks', join(dir, 'acks')],
  ...['--visits', '1', '--mark'],
];

/** Only calls on the database's own files count. */
function filterOf(dir: string): readonly string[] {
  const files = ['terminal.db', 'terminal.db-wal', 'terminal.db-journal'];
  return files.flatMap((name) => ['-P', join(dir, name)]);
}

/** One call of the settlement's path: the `nth` of its kind (from 1), and where the settlement stands in it. */
export interface Place {
  readonly call: Call;
  readonly nth: number;
  readonly points: readonly CutPoint[];
}

/** Every write and sync of one visit from its confirmation on, as strace itself counts them. */
export async function findPlaces(dir: string, signal?: AbortSignal): Promise<readonly Place[]> {
  mkdirSync(dir, { mode: 0o700 });
  const [log, database, acks] = [join(dir, 'log'), join(dir, 'terminal.db'), join(dir, 'acks')];
  const flags = ['-o', log, ...['-xx', '-y', '-s', '200000', '-e', 'signal=none']];
  const traced = ['-e', `trace=${CALLS.join(',')},write,?unlink,?unlinkat`, ...filterOf(dir), '-P', acks];
  const { code, words } = await runTraced(
    [...flags, ...traced],
    programOf(dir),
    join(dir, '..', 'compile-cache'),
    signal,
  );
  if (code !== 0) throw new Error(`the visit ended with ${code}: ${words}`);
  const operations: Operation[] = [];
  const told: (readonly RowState[] | null)[] = [];
  const calls: { readonly call: Call; readonly nth: number; readonly index: number }[] = [];
  const counts = new Map<Call, number>();
  let begun = false;
  for (const line of readFileSync(log, 'latin1').split('\n')) {
    const operation = readCall(line, database, acks);
    const call = CALLS.find((name) => line.startsWith(`${name}(`));
    if (call !== undefined) {
      const nth = (counts.get(call) ?? 0) + 1;
      counts.set(call, nth);
      if (begun) calls.push({ call, nth, index: operations.length });
    }
    if (operation === null) continue;
    const parsed = operation.kind === 'line' ? lineSchema.parse(JSON.parse(operation.text)) : null;
    if (parsed !== null && 'begin' in parsed) begun = true;
    // Of the lines only those say where it stands that acknowledge a commit.
    if (parsed !== null && !('rows' in parsed)) continue;
    operations.push(operation);
    told.push(parsed === null ? null : parsed.rows);
  }
  if (!begun) throw new Error('the visit did not begin to settle');
  const pointsAt = pointsWithin(operations, told);
  return calls.map(({ call, nth, index }) => ({ call, nth, points: pointsAt(index) }));
}

export interface Case extends Place {
  readonly blow: Blow;
}

export interface Outcome extends Examined {
  readonly acknowledged: number;
  readonly isKilled: boolean;
  readonly surfaced: boolean;
  readonly successWithoutRow: boolean;
  readonly unclear: string | null;
}

/** One visit with one blow, and what the files and the lines say of it. */
export async function strike(dir: string, { call, nth, blow }: Case, signal?: AbortSignal): Promise<Outcome> {
  mkdirSync(dir, { mode: 0o700 });
  const what = blow === 'KILL' ? 'signal=KILL' : `error=${blow}`;
  const flags = [
    '-o',
    '/dev/null',
    ...filterOf(dir),
    '-e',
    `trace=${call}`,
    '-e',
    `inject=${call}:${what}:when=${nth}`,
  ];
  const { code, words } = await runTraced(flags, programOf(dir), join(dir, '..', 'compile-cache'), signal);
  const isKilled = blow === 'KILL' && code !== 0;
  const acknowledged = new Map<string, string | null>();
  let coming: readonly z.output<typeof rowSchema>[] = [];
  let result: { readonly result: string; readonly code: string | null; readonly messageId: string } | null = null;
  let surfaced = false;
  let isEnded = false;
  const acks = join(dir, 'acks');
  for (const text of existsSync(acks) ? readFileSync(acks, 'utf8').split('\n').filter(Boolean) : []) {
    const line = lineSchema.parse(JSON.parse(text));
    if ('coming' in line) coming = line.coming;
    else if ('rows' in line) {
      for (const row of line.rows) acknowledged.set(nameOf(row), row[2]);
      coming = [];
    } else if ('result' in line) result = line;
    else if ('failed' in line) surfaced = true;
    else if ('ended' in line) {
      isEnded = true;
      surfaced ||= line.storeFailures > 0;
    }
  }
  if (result !== null && result.code !== null) surfaced = true;
  const examined = examine(join(dir, 'terminal.db'), acknowledged, coming, result?.messageId ?? '');
  const clear = isKilled || (isEnded && code === 0 && result !== null && OUTCOMES.has(result.result));
  return {
    ...examined,
    acknowledged: acknowledged.size,
    isKilled,
    surfaced,
    successWithoutRow: result?.result === 'settled' && examined.state !== 'settled',
    unclear: clear ? null : `exit ${code}, ${JSON.stringify(result)}, ended: ${isEnded}; ${words.slice(-600)}`,
  };
}
