import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Examined, examine, nameOf, rowSchema } from './examine.ts';
import { runTraced } from './record.ts';

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

/** How often each call is made before the settlement begins, and in all: counted by strace itself. */
export async function countCalls(dir: string): Promise<Readonly<Record<Call, readonly [before: number, all: number]>>> {
  mkdirSync(dir, { mode: 0o700 });
  const log = join(dir, 'log');
  const flags = [
    '-o',
    log,
    '-e',
    `trace=${CALLS.join(',')},write`,
    ...filterOf(dir),
    '-P',
    join(dir, 'acks'),
    '-s',
    '24',
  ];
  const { code, words } = await runTraced(
    [...flags, '-e', 'signal=none'],
    programOf(dir),
    join(dir, '..', 'compile-cache'),
  );
  if (code !== 0) throw new Error(`the visit ended with ${code}: ${words}`);
  const counts: Record<Call, [number, number]> = {
    pwrite64: [0, 0],
    fsync: [0, 0],
    fdatasync: [0, 0],
    ftruncate: [0, 0],
  };
  let begun = false;
  for (const line of readFileSync(log, 'latin1').split('\n')) {
    if (line.includes('\\"begin\\"')) begun = true;
    const call = CALLS.find((name) => line.startsWith(`${name}(`));
    if (call === undefined) continue;
    counts[call][1] += 1;
    if (!begun) counts[call][0] += 1;
  }
  if (!begun) throw new Error('the visit did not begin to settle');
  return counts;
}

export interface Case {
  readonly call: Call;
  readonly nth: number;
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
export async function strike(dir: string, { call, nth, blow }: Case): Promise<Outcome> {
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
  const { code, words } = await runTraced(flags, programOf(dir), join(dir, '..', 'compile-cache'));
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
