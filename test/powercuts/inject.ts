import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { randomInt } from '../../common/kernel/ports.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';
import { type Examined, examine, nameOf, rowSchema } from './examine.ts';
import { runTraced } from './record.ts';

/** System calls of the database that can fail or be the last. */
const CALLS = ['pwrite64', 'fsync', 'fdatasync', 'ftruncate'] as const;
const BLOWS = ['EIO', 'ENOSPC', 'KILL'] as const;
type Call = (typeof CALLS)[number];
type Blow = (typeof BLOWS)[number];

/** What `npm run powercuts -- --inject --json` prints. */
export interface InjectionReport {
  readonly seed: number;
  /** Calls of one visit from the confirmation to the last word of HIS, operator and paper, by kind. */
  readonly points: Readonly<Record<Call, number>>;
  readonly runs: number;
  readonly byBlow: Readonly<Record<Blow, number>>;
  /** Runs in which the terminal said that its database failed; in the others SQLite got over it by itself. */
  readonly surfaced: number;
  readonly killed: number;
  readonly acknowledged: number;
  readonly acknowledgedLost: number;
  readonly corrupt: number;
  /** The visit was called paid and the journal does not have it so. */
  readonly successWithoutRow: number;
  /** Runs that ended with neither an outcome with its code nor the kill. */
  readonly unclear: number;
  readonly seconds: number;
}

export interface InjectionOptions {
  /** A sample of so many runs; null: every call, each way. */
  readonly limit: number | null;
  readonly seed: number;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal;
}

const lineSchema = z.union([
  z.object({ rows: z.array(rowSchema) }),
  z.object({ coming: z.array(rowSchema) }),
  z.object({ begin: z.literal(true) }),
  z.object({ result: z.string(), code: z.string().nullable(), messageId: z.string() }),
  z.object({ failed: z.string() }),
  z.object({ ended: z.array(z.string()), storeFailures: z.int() }),
]);

const LANES = 2;
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
async function countCalls(dir: string): Promise<Readonly<Record<Call, readonly [before: number, all: number]>>> {
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
  const { code, words } = await runTraced([...flags, '-e', 'signal=none'], programOf(dir));
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

interface Case {
  readonly call: Call;
  readonly nth: number;
  readonly blow: Blow;
}

interface Outcome extends Examined {
  readonly acknowledged: number;
  readonly isKilled: boolean;
  readonly surfaced: boolean;
  readonly successWithoutRow: boolean;
  readonly unclear: string | null;
}

async function strike(dir: string, { call, nth, blow }: Case): Promise<Outcome> {
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
  const { code, words } = await runTraced(flags, programOf(dir));
  const isKilled = blow === 'KILL' && code !== 0;
  const acknowledged = new Map<string, string | null>();
  let coming: readonly z.output<typeof rowSchema>[] = [];
  let result: { readonly result: string; readonly code: string | null; readonly messageId: string } | null = null;
  let surfaced = false;
  let isEnded = false;
  for (const text of readFileSync(join(dir, 'acks'), 'utf8').split('\n').filter(Boolean)) {
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

function sample(cases: readonly Case[], limit: number | null, seed: number): readonly Case[] {
  if (limit === null || limit >= cases.length) return cases;
  const random = seededRandom(seed);
  const rest = [...cases];
  return Array.from({ length: limit }, () => rest.splice(randomInt(random, rest.length), 1)).flat();
}

/** EIO, ENOSPC and SIGKILL in each write and sync of a settlement, one at a time, each in a process of its own. */
export async function runInjection(options: InjectionOptions): Promise<InjectionReport> {
  const { say, signal } = options;
  const started = performance.now();
  const root = mkdtempSync(join(tmpdir(), 'minka-inject-'));
  let kept = false;
  const tidy = (): void => {
    if (!kept) rmSync(root, { recursive: true, force: true });
  };
  process.once('exit', tidy);
  const counts = await countCalls(join(root, 'count'));
  const all = CALLS.flatMap((call) => {
    const [before, total] = counts[call];
    const nths = Array.from({ length: total - before }, (_, index) => before + 1 + index);
    return nths.flatMap((nth) => BLOWS.map((blow): Case => ({ call, nth, blow })));
  });
  const cases = sample(all, options.limit, options.seed);
  const points = Object.fromEntries(CALLS.map((call) => [call, counts[call][1] - counts[call][0]])) as Record<
    Call,
    number
  >;
  say(`${all.length / BLOWS.length} calls, ${cases.length} runs`);
  const byBlow: Record<Blow, number> = { EIO: 0, ENOSPC: 0, KILL: 0 };
  const sums = {
    surfaced: 0,
    killed: 0,
    acknowledged: 0,
    acknowledgedLost: 0,
    corrupt: 0,
    successWithoutRow: 0,
    unclear: 0,
  };
  let runs = 0;
  const queue = cases.entries();

  const work = async (): Promise<void> => {
    for (const [index, one] of queue) {
      if (signal?.aborted) return;
      const dir = join(root, `case-${index}`);
      const outcome = await strike(dir, one);
      runs += 1;
      byBlow[one.blow] += 1;
      sums.surfaced += outcome.surfaced ? 1 : 0;
      sums.killed += outcome.isKilled ? 1 : 0;
      sums.acknowledged += outcome.acknowledged;
      sums.acknowledgedLost += outcome.lost.length;
      sums.corrupt += outcome.corrupt === null ? 0 : 1;
      sums.successWithoutRow += outcome.successWithoutRow ? 1 : 0;
      sums.unclear += outcome.unclear === null ? 0 : 1;
      const { lost, corrupt, successWithoutRow, unclear } = outcome;
      if (lost.length > 0 || corrupt !== null || successWithoutRow || unclear !== null) {
        kept = true;
        say(
          `${one.blow} in ${one.call} ${one.nth}: ${JSON.stringify({ lost, corrupt, successWithoutRow, unclear })}; files: ${dir}`,
        );
      } else rmSync(dir, { recursive: true, force: true });
      if (runs % 50 === 0) say(`${runs} of ${cases.length}`);
    }
  };
  await Promise.all(Array.from({ length: LANES }, work));
  rmSync(join(root, 'count'), { recursive: true, force: true });
  tidy();
  process.off('exit', tidy);
  return {
    seed: options.seed,
    points,
    runs,
    byBlow,
    ...sums,
    seconds: Math.round((performance.now() - started) / 1000),
  };
}

/** What of its promises a run of this lane did not keep; empty: all held. */
export function shortcomings(report: InjectionReport): readonly string[] {
  const { acknowledgedLost, corrupt, successWithoutRow, unclear, byBlow, surfaced } = report;
  const found = Object.entries({ acknowledgedLost, corrupt, successWithoutRow, unclear })
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name}: ${count}`);
  for (const blow of BLOWS) if (byBlow[blow] === 0) found.push(`no run with ${blow}`);
  if (surfaced === 0) found.push('no error came through: nothing was injected');
  return found;
}
