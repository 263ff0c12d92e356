/**
 * `npm run powercuts`: pulls the plug at any moment of a recorded run of the store and looks whether everything that
 * was acknowledged is there. With `--inject`: errors of the disk and kills in each write and sync of a settlement.
 */
import { parseArgs } from 'node:util';
import { runPowercuts, shortcomings } from '../test/powercuts/campaign.ts';
import { shortcomings as injectionShortcomings, runInjection } from '../test/powercuts/inject.ts';
import { endWhenInterrupted } from './interrupt.ts';
import { keepReport } from './keep-report.ts';
import { injectionPage, powercutsPage } from './pages/powercuts.ts';

const { values } = parseArgs({
  options: {
    n: { type: 'string' },
    seed: { type: 'string', default: '1' },
    inject: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
/** A smaller run says too little of what is covered to stand in the place of the one before. */
const KEPT_FROM = 100;
const stopping = new AbortController();
const { signal } = stopping;
let last = 'nothing was done yet';
const say = (line: string): void => {
  if (signal.aborted) return;
  last = line;
  process.stderr.write(`· ${line}\n`);
};

interface Done {
  readonly report: object;
  readonly runs: number;
  readonly wanting: readonly string[];
  /** For a person. */
  readonly page: string;
}

async function run(): Promise<Done> {
  const seed = Number(values.seed);
  if (values.inject) {
    const limit = values.n === undefined ? null : Number(values.n);
    const report = await runInjection({ limit, seed, say, signal });
    const wanting = injectionShortcomings(report);
    return { report, runs: report.runs, wanting, page: injectionPage(report, wanting) };
  }
  const report = await runPowercuts({ cuts: Number(values.n ?? '300'), seed, say, signal });
  const wanting = shortcomings(report);
  return { report, runs: report.cuts, wanting, page: powercutsPage(report, wanting) };
}

const campaign = run();
endWhenInterrupted(
  () => `${last}; no report`,
  () => {
    stopping.abort();
    return campaign.catch(() => {});
  },
);

try {
  const { report, runs, wanting, page } = await campaign;
  if (runs >= KEPT_FROM) keepReport(values.inject ? 'powercuts/inject' : 'powercuts/report', report);
  console.log(values.json ? JSON.stringify(report) : page);
  for (const line of wanting) say(`NOT AS PROMISED: ${line}`);
  process.exitCode = wanting.length === 0 ? 0 : 1;
} catch (error) {
  // Told to stop, it ends as one who was told to stop.
  if (!signal.aborted) {
    say(`It did not complete: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exit(1);
  }
}
