import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Verdict } from '../test/faults/campaign.ts';
import { INVARIANTS } from '../test/faults/check/finding.ts';
import { judge, verdictOf } from '../test/faults/judge.ts';
import { makePlan } from '../test/faults/plan/make.ts';
import { plantedCopy } from '../test/faults/planted.ts';
import { runCampaign } from '../test/faults/pool.ts';
import { keep, shrink } from '../test/faults/shrink.ts';
import { createStage } from '../test/faults/world/schedule.ts';
import { keepReport } from './keep-report.ts';

/** `npm run faults`: seeded schedules of everything that can go wrong, judged by everybody's books. */

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    seed: { type: 'string' },
    keep: { type: 'string' },
    visits: { type: 'string' },
    workers: { type: 'string' },
    planted: { type: 'string' },
    json: { type: 'boolean' },
  },
});
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stopping.abort(signal));

/** A smaller run says too little of what is covered to stand in the place of the one before. */
const KEPT_FROM = 1000;

const scratch = mkdtempSync(join(tmpdir(), 'minka-faults-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

if (values.planted !== undefined) process.exit(await planted(values.planted));
const single = values.seeds === undefined && values.seed !== undefined;
process.exit(single ? await replay(Number(values.seed)) : await campaign());

/** One schedule, told line by line. */
async function replay(seed: number): Promise<number> {
  const whole = makePlan(seed);
  const items = values.keep === undefined ? whole.items.map((_, index) => index) : numbers(values.keep);
  const plan = keep(whole, items, values.visits === undefined ? whole.visits.length : Number(values.visits));
  const stage = createStage(scratch);
  const verdict = await stage.run(plan, (outcome) => {
    if (!values.json) {
      say(JSON.stringify(plan.setting));
      for (const [index, item] of plan.items.entries()) say(`  ${items[index]}: ${JSON.stringify(item)}`);
      for (const line of outcome.evidence.lines) say(line);
    }
    return verdictOf(outcome);
  });
  report([verdict]);
  if (values.json) process.stdout.write(`${JSON.stringify(verdict)}\n`);
  else say(`digest ${verdict.digest}`);
  return verdict.findings.length === 0 ? 0 : 1;
}

function numbers(text: string): readonly number[] {
  return text === '' ? [] : text.split(',').map(Number);
}

async function campaign(): Promise<number> {
  const first = Number(values.seed ?? 1);
  const seeds = Number(values.seeds ?? 2000);
  const workers = Number(values.workers ?? Math.min(8, availableParallelism()));
  let told = performance.now();
  const result = await runCampaign({
    first,
    seeds,
    workers,
    signal: stopping.signal,
    progress(done, { violations }) {
      if (performance.now() - told < 10_000) return;
      told = performance.now();
      say(`${done} of ${seeds} schedules, ${violations} with violations`);
    },
  });
  const { figures, digest, seconds, failed } = result;
  report(failed.slice(0, 20));
  const [worst] = failed;
  if (worst !== undefined && !stopping.signal.aborted) await tellSmallest(worst);
  const { violations, byInvariant, faultsByKind, outcomes, crashes, noFence, sent2207 } = figures;
  const schedulesPerSecond = Math.round((10 * figures.seeds) / seconds) / 10;
  const missing = [
    ...Object.entries(faultsByKind).filter(([, times]) => times === 0),
    ...Object.entries(outcomes).filter(([, times]) => times === 0),
  ].map(([name]) => name);
  const output = {
    seeds: figures.seeds,
    violations,
    schedulesPerSecond,
    digest,
    byInvariant,
    faultsByKind,
    outcomes,
    crashes,
    noFence,
    sent2207: Math.round((1000 * sent2207) / Math.max(1, figures.seeds)) / 1000,
    faultsByPoint: figures.faultsByPoint,
    failedSeeds: failed.map(({ seed }) => seed),
  };
  if (values.json) process.stdout.write(`${JSON.stringify(output)}\n`);
  else say(JSON.stringify(output, null, 2));
  if (stopping.signal.aborted) return 1;
  if (seeds >= KEPT_FROM) keepReport('faults/report', output);
  // A campaign of some size must have tried everything, or its silence proves little.
  if (seeds >= 2000 && missing.length > 0) say(`never happened: ${missing.join(', ')}`);
  return violations === 0 && (seeds < 2000 || missing.length === 0) ? 0 : 1;
}

/** The same campaign in a copy of the tree with this bug in it; exit 1 and `byInvariant` name what the judge found. */
async function planted(name: string): Promise<number> {
  const copy = plantedCopy(process.cwd(), name);
  const asked = ['seeds', 'seed', 'workers'] as const;
  const rest = asked.flatMap((option) => (values[option] === undefined ? [] : [`--${option}`, values[option]]));
  try {
    const child = spawn(process.execPath, ['scripts/faults.ts', ...rest, ...(values.json ? ['--json'] : [])], {
      cwd: copy.root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    stopping.signal.addEventListener('abort', () => child.kill());
    return await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  } finally {
    copy.remove();
  }
}

function report(verdicts: readonly Verdict[]): void {
  for (const { seed, findings } of verdicts) {
    for (const { invariant, what } of findings) say(`seed ${seed}: ${invariant} (${INVARIANTS[invariant]}): ${what}`);
  }
}

/** The first failing seed, made smaller, and the command that shows it. */
async function tellSmallest(verdict: Verdict): Promise<void> {
  const stage = createStage(scratch);
  const { kept, visits } = await shrink((plan) => judge(stage, plan), makePlan(verdict.seed), verdict);
  say(`whole:    npm run faults -- --seed ${verdict.seed}`);
  say(`smallest: npm run faults -- --seed ${verdict.seed} --keep "${kept.join(',')}" --visits ${visits}`);
}
