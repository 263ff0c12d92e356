import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomInt } from '../../common/kernel/ports.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';
import { BLOWS, type Blow, type Call, type Case, findPlaces, strike } from './strike.ts';

/** What `npm run powercuts -- --inject --json` prints. */
export interface InjectionReport {
  readonly seed: number;
  /** Calls of one visit from the confirmation to the last word of HIS, operator and paper, by kind. */
  readonly calls: Readonly<Record<Call, number>>;
  readonly runs: number;
  readonly byBlow: Readonly<Record<Blow, number>>;
  /** Runs by where the settlement stood: "P6 EIO". */
  readonly byPoint: Readonly<Record<string, number>>;
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

const LANES = 2;

function bump(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

/** A sample has each blow in turn: a small one would leave one out by chance as soon as the calls are a few more. */
function sample(cases: readonly Case[], limit: number | null, seed: number): readonly Case[] {
  if (limit === null || limit >= cases.length) return cases;
  const random = seededRandom(seed);
  const rest = BLOWS.map((blow) => cases.filter((each) => each.blow === blow));
  return Array.from({ length: limit }, (_, index) => {
    const ofBlow = rest[index % rest.length] ?? [];
    return ofBlow.splice(randomInt(random, ofBlow.length), 1);
  }).flat();
}

/** EIO, ENOSPC and SIGKILL in each write and sync of a settlement, one at a time, each in a process of its own. Rejects where it is told to stop. */
export async function runInjection(options: InjectionOptions): Promise<InjectionReport> {
  const { say, signal } = options;
  const started = performance.now();
  const root = mkdtempSync(join(tmpdir(), 'minka-inject-'));
  let kept = false;
  const tidy = (): void => {
    if (!kept) rmSync(root, { recursive: true, force: true });
  };
  process.once('exit', tidy);
  const places = await findPlaces(join(root, 'count'), signal);
  const all = places.flatMap((place) => BLOWS.map((blow): Case => ({ ...place, blow })));
  const cases = sample(all, options.limit, options.seed);
  const calls: Record<Call, number> = { pwrite64: 0, fsync: 0, fdatasync: 0, ftruncate: 0 };
  for (const { call } of places) calls[call] += 1;
  say(`${places.length} calls, ${cases.length} runs`);
  const byPoint: Record<string, number> = {};
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
      const outcome = await strike(dir, one, signal);
      if (signal?.aborted) return;
      runs += 1;
      for (const point of one.points) bump(byPoint, `${point} ${one.blow}`);
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
  try {
    await Promise.all(Array.from({ length: LANES }, work));
    if (signal?.aborted) throw new Error('told to stop');
  } finally {
    rmSync(join(root, 'count'), { recursive: true, force: true });
    tidy();
    process.off('exit', tidy);
  }
  return {
    seed: options.seed,
    calls,
    runs,
    byBlow,
    byPoint,
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
