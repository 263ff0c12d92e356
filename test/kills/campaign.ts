import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atRest, judge, type Verdict } from './judge.ts';
import { type Aftermath, type Lane, openLane } from './lane.ts';
import { planRuns, type Run } from './plan.ts';
import { createTally, isBad, type KillsReport } from './report.ts';
import { hearWitnesses, wholeLedger } from './witnesses.ts';

export interface CampaignOptions {
  readonly kills: number;
  readonly seed: number;
  /** Only this run of the plan. */
  readonly only?: number;
  /** Lines for a person. */
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** The virtual reader has two slots. */
const LANES = 2;
/** Then a lane gets new servers, a new database and a new printer, so that none grows without end. */
const RUNS_PER_LANE = 80;
/** After the terminal has said that nothing is left to do, the others may still be at it this long, ms. */
const REST_MS = 15_000;

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

async function verdictOn(lane: Lane, { visit, sawSuccess }: Aftermath): Promise<Verdict> {
  const until = performance.now() + REST_MS;
  let witnesses = await hearWitnesses(lane.lab, visit);
  while (!atRest(witnesses) && performance.now() < until) {
    await wait(100);
    witnesses = await hearWitnesses(lane.lab, visit);
  }
  return judge(witnesses, sawSuccess);
}

/** Kills terminals until `kills` are done; the folders of bad runs stay. */
export async function runCampaign(options: CampaignOptions): Promise<KillsReport> {
  const { kills, seed, say, signal } = options;
  const root = mkdtempSync(join(tmpdir(), 'minka-kills-'));
  const started = performance.now();
  const plan = planRuns(kills, seed);
  const runs = (options.only === undefined ? plan : plan.filter(({ index }) => index === options.only))[
    Symbol.iterator
  ]();
  const tally = createTally();
  const replay = (run: Run): string => `npm run kills -- --n ${kills} --seed ${seed} --only ${run.index}`;
  let done = 0;
  let kept = false;

  const judged = (lane: Lane, dir: string, run: Run, aftermath: Aftermath, verdict: Verdict): boolean => {
    tally.add(run, aftermath, verdict);
    done += 1;
    if (done % 25 === 0) say(`${done} of ${plan.length} visits, ${Math.round((performance.now() - started) / 1000)} s`);
    if (!isBad(verdict)) return false;
    say(`run ${run.index} ended badly: ${JSON.stringify({ run, kills: aftermath.kills, verdict })}`);
    say(`its folder: ${dir}; again: ${replay(run)}`);
    say(lane.words().slice(-4000));
    return true;
  };

  /** One lane's share, with fresh parts after a while or after a bad run. */
  const work = async (slot: number): Promise<void> => {
    for (let epoch = 0; ; epoch++) {
      const dir = join(root, `lane-${slot}-${epoch}`);
      let next = runs.next();
      if (next.done || signal?.aborted) return;
      mkdirSync(dir, { recursive: true, mode: 0o700 });
      const lane = await openLane(dir, slot);
      const end = (): Promise<void> => lane.stop();
      let bad = false;
      try {
        for (let count = 1; !next.done; count++) {
          const aftermath = await lane.run(next.value);
          bad = judged(lane, dir, next.value, aftermath, await verdictOn(lane, aftermath));
          if (bad || count === RUNS_PER_LANE || signal?.aborted) break;
          next = runs.next();
        }
        const wrong = await wholeLedger(lane.lab);
        for (const line of wrong) say(`${dir}: ${line}`);
        tally.addLoss(wrong.length);
        bad ||= wrong.length > 0;
      } catch (error) {
        bad = true;
        throw error;
      } finally {
        await end();
        if (bad) kept = true;
        else rmSync(dir, { recursive: true, force: true });
      }
    }
  };

  await Promise.all(Array.from({ length: LANES }, (_, slot) => work(slot)));
  if (!kept) rmSync(root, { recursive: true, force: true });
  return tally.report(seed, Math.round((performance.now() - started) / 1000));
}
