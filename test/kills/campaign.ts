import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildTerminal } from './bundle.ts';
import { atRest, judge, type Meant, type Verdict } from './judge.ts';
import { type Aftermath, type Lane, openLane, type Seen } from './lane.ts';
import { planRuns, type Run } from './plan.ts';
import { createTally, isBad, type KillsReport } from './report.ts';
import { hearWitnesses, type Witnesses, wholeLedger } from './witnesses.ts';

export interface CampaignOptions {
  readonly kills: number;
  readonly seed: number;
  /** Only this run of the plan. */
  readonly only?: number;
  /** Lines for a person. */
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** How often a run that missed its point is made again. */
const AGAIN = 2;
/** Then it is not worth going on. */
const MOST_BROKEN = 10;
/** Far from the seeds of a plan. */
const ANOTHER_VISIT = 500_000_000;
/** The virtual reader has two slots. */
const LANES = 2;
/** Then a lane gets new servers, a new database and a new printer, so that none grows without end. */
const RUNS_PER_LANE = 80;
/** After the terminal has said that nothing is left to do, the others may still be at it this long, ms. */
const REST_MS = 40_000;

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** A visit of a run, what it was meant to be, and what the others say once they have come to rest. */
interface Ended {
  readonly meant: Meant;
  readonly witnesses: Witnesses;
  readonly verdict: Verdict;
}

async function settledDown(lane: Lane, run: Run, { visit, sawSuccess }: Seen, own: boolean): Promise<Ended> {
  const meant = { sawSuccess, givesBack: run.givesBack, denied: run.denied };
  const until = performance.now() + REST_MS;
  let witnesses = await hearWitnesses(lane.lab, visit, own);
  while (!atRest(witnesses, meant) && performance.now() < until) {
    await wait(150);
    witnesses = await hearWitnesses(lane.lab, visit, own);
  }
  return { meant, witnesses, verdict: judge(witnesses, meant) };
}

/** Kills terminals until `kills` are done; the folders of bad runs stay. Rejects where it is told to stop. */
export async function runCampaign(options: CampaignOptions): Promise<KillsReport> {
  const { kills, seed, say, signal } = options;
  const terminal = await buildTerminal();
  const root = mkdtempSync(join(tmpdir(), 'minka-kills-'));
  const started = performance.now();
  const plan = planRuns(kills, seed);
  const { only } = options;
  const left = plan.filter(({ index }) => only === undefined || index === only);
  const repeated = new Map<number, number>();
  const tally = createTally();
  const replay = (run: Run): string => `npm run kills -- --n ${kills} --seed ${seed} --only ${run.index}`;
  /** Those that are open, or about to be. */
  const lanes = new Set<Promise<Lane>>();
  let broken = 0;
  let done = 0;
  let kept = false;
  // Also when it is told to stop in the middle.
  const tidy = (): void => {
    terminal.remove();
    if (!kept) rmSync(root, { recursive: true, force: true });
  };
  process.once('exit', tidy);

  const judged = async (lane: Lane, dir: string, run: Run, { kills: deaths, visits }: Aftermath): Promise<boolean> => {
    const ended: Ended[] = [];
    for (const [index, seen] of visits.entries()) ended.push(await settledDown(lane, run, seen, index === 0));
    if (signal?.aborted) return false;
    tally.addKills(run, deaths);
    for (const { witnesses, verdict } of ended) tally.addVisit(witnesses, verdict);
    done += 1;
    // A point that was missed is aimed at again, with other visits.
    const tries = repeated.get(run.index) ?? 0;
    if (tries < AGAIN && deaths.some(({ at }) => at.startsWith('missed'))) {
      repeated.set(run.index, tries + 1);
      const seed = run.seed + ANOTHER_VISIT * (tries + 1);
      left.push({ ...run, seed, owing: run.owing === null ? null : run.owing + ANOTHER_VISIT * (tries + 1) });
      say(`run ${run.index} missed its point: ${JSON.stringify(deaths)}`);
    } else if (tries === AGAIN) for (const { at } of deaths) if (at.startsWith('missed')) tally.addUnreached(at);
    if (done % 25 === 0) say(`${done} of ${plan.length} runs, ${Math.round((performance.now() - started) / 1000)} s`);
    const bad = ended.filter(({ verdict }) => isBad(verdict));
    if (bad.length === 0) return false;
    say(`run ${run.index} ended badly: ${JSON.stringify({ run, kills: deaths, bad })}`);
    say(`its folder: ${dir}; again: ${replay(run)}`);
    say(lane.words().slice(-4000));
    return true;
  };

  /** What broke off was not judged: it is said, counted and made again, unless there are too many of them. */
  const broke = (dir: string, run: Run | undefined, error: unknown): void => {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const which = run === undefined ? 'a whole lane' : `run ${run.index}`;
    say(`${which} broke off: ${words}`);
    say(`its folder: ${dir}${run === undefined ? '' : `; again: ${replay(run)}`}`);
    tally.addBroken();
    broken += 1;
    // The other lane ends its visit and then finds nothing left.
    if (broken > MOST_BROKEN) left.length = 0;
    else if (run !== undefined) left.push({ ...run, seed: run.seed + ANOTHER_VISIT * (AGAIN + broken) });
  };

  /** One lane's share, with fresh parts after a while or after a bad run. */
  const work = async (slot: number): Promise<void> => {
    for (let epoch = 0; ; epoch++) {
      const dir = join(root, `lane-${slot}-${epoch}`);
      let next = left.shift();
      if (next === undefined || signal?.aborted) return;
      mkdirSync(dir, { recursive: true, mode: 0o700 });
      const opening = openLane(dir, slot, terminal.entry);
      lanes.add(opening);
      const denied = new Set<unknown>();
      let bad = false;
      try {
        const lane = await opening;
        for (let count = 1; next !== undefined; count++) {
          const aftermath = await lane.run(next);
          if (next.denied) denied.add(aftermath.visits[0].visit.person['psnNo']);
          bad = await judged(lane, dir, next, aftermath);
          if (bad || count === RUNS_PER_LANE || signal?.aborted) break;
          next = left.shift();
        }
        if (signal?.aborted) return;
        const wrong = await wholeLedger(lane.lab, denied);
        for (const line of wrong) say(`${dir}: ${line}`);
        // After a bad run the books cannot agree, and that run has been counted.
        if (!bad) tally.addLoss(wrong.length);
        bad ||= wrong.length > 0;
      } catch (error) {
        // Told to stop, it was taken from under us.
        if (signal?.aborted) return;
        bad = true;
        broke(dir, next, error);
      } finally {
        lanes.delete(opening);
        await opening.then(
          (lane) => lane.stop(),
          () => {},
        );
        if (bad) kept = true;
        else rmSync(dir, { recursive: true, force: true });
      }
    }
  };

  /** What is under way is not waited for: its parts are taken from under it. */
  const stopped = new Promise<never>((_, reject) => {
    const stop = async (): Promise<void> => {
      await Promise.allSettled([...lanes].map(async (lane) => (await lane).stop('atOnce')));
      tidy();
      reject(new Error('told to stop'));
    };
    if (signal?.aborted) void stop();
    else signal?.addEventListener('abort', () => void stop(), { once: true });
  });
  const worked = Promise.allSettled(Array.from({ length: LANES }, (_, slot) => work(slot)));
  const ended = await Promise.race([worked, stopped]);
  if (signal?.aborted) await stopped;
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  tidy();
  process.off('exit', tidy);
  return tally.report(seed, Math.round((performance.now() - started) / 1000));
}
