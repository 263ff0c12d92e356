import { type Figures, OUTCOMES, type Verdict } from '../../test/faults/campaign.ts';
import { judge } from '../../test/faults/judge.ts';
import { makePlan } from '../../test/faults/plan/make.ts';
import { runCampaign } from '../../test/faults/pool.ts';
import { shrink } from '../../test/faults/shrink.ts';
import { createStage } from '../../test/faults/world/schedule.ts';
import { endWhenInterrupted } from '../interrupt.ts';
import { keepReport } from '../keep-report.ts';
import { reportOf } from './report.ts';
import { findingLines, grouped, summary } from './summary.ts';

/** A smaller run says too little of what is covered to stand in the place of the one before. */
const KEPT_FROM = 1000;
/** A campaign of this size must have tried everything, or its silence proves little. */
const WHOLE_FROM = 2000;
/** Failing schedules whose findings are told one by one. */
const TOLD = 20;
const PROGRESS_MS = 10_000;

export interface CampaignOptions {
  readonly first: number;
  readonly seeds: number;
  readonly workers: number;
  /** Makes a folder for journals that are files. */
  readonly scratch: () => string;
  readonly json: boolean;
}

/** What never happened in a campaign that was long enough for everything. */
function missingOf({ seeds, faultsByKind, outcomes }: Figures): readonly string[] {
  if (seeds < WHOLE_FROM) return [];
  const kinds = Object.entries(faultsByKind).flatMap(([kind, times]) => (times === 0 ? [kind] : []));
  return [...kinds, ...OUTCOMES.filter((outcome) => outcomes[outcome] === 0)];
}

/** Runs the campaign, reports it, and makes its first failing schedule smaller. Exit 0: every promise held. */
export async function campaign({ first, seeds, workers, scratch, json }: CampaignOptions): Promise<number> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  let doing = (): string => `none of ${grouped(seeds)} schedules was counted yet; no report`;
  endWhenInterrupted(() => doing());
  let told = performance.now();
  const result = await runCampaign({
    ...{ first, seeds, workers },
    progress(done, { violations }) {
      doing = () =>
        `${grouped(done)} of ${grouped(seeds)} schedules were done, ${violations} with violations; no report`;
      if (performance.now() - told < PROGRESS_MS) return;
      told = performance.now();
      say(`${grouped(done)} of ${grouped(seeds)} schedules, ${violations} with violations`);
    },
  });
  const report = reportOf(result);
  const missing = missingOf(result.figures);
  if (seeds >= KEPT_FROM) keepReport('faults/report', report);
  for (const line of findingLines(result.failed.slice(0, TOLD))) say(line);
  const page = (): string => summary(report, { first, seconds: result.seconds, missing });
  process.stdout.write(`${json ? JSON.stringify(report) : page()}\n`);
  if (json && missing.length > 0) say(`never happened: ${missing.join(', ')}`);
  const [worst] = result.failed;
  if (worst !== undefined) {
    doing = () => `the report is whole, seed ${worst.seed} was not made smaller`;
    await tellSmallest(worst, scratch, say);
  }
  return report.violations === 0 && missing.length === 0 ? 0 : 1;
}

/** The first failing seed, made smaller, and the command that shows it. */
async function tellSmallest(verdict: Verdict, scratch: () => string, say: (line: string) => void): Promise<void> {
  say(`making seed ${verdict.seed} smaller …`);
  const stage = createStage(scratch());
  const { kept, visits } = await shrink((plan) => judge(stage, plan), makePlan(verdict.seed), verdict);
  say(`the whole:    npm run faults -- --seed ${verdict.seed}`);
  say(`the smallest: npm run faults -- --seed ${verdict.seed} --keep "${kept.join(',')}" --visits ${visits}`);
}
