/**
 * `npm run kills`: kills the real terminal again and again in the middle of settlements, starts it again, and asks the
 * centre, the HIS, the operator and the paper what became of each visit. Exit 0: nothing lost, doubled or left open.
 */
import { parseArgs } from 'node:util';
import { runCampaign } from '../test/kills/campaign.ts';
import { shortcomings } from '../test/kills/report.ts';
import { endWhenInterrupted } from './interrupt.ts';
import { keepReport } from './keep-report.ts';
import { killsPage } from './pages/kills.ts';

const { values } = parseArgs({
  options: {
    n: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    json: { type: 'boolean' },
  },
});
/** A smaller campaign says too little of what is covered to stand in the place of the one before. */
const KEPT_FROM = 100;
const say = (line: string): void => void process.stderr.write(`· ${line}\n`);

const stopping = new AbortController();
const { signal } = stopping;
const kills = Number(values.n);
const only = values.only === undefined ? null : Number(values.only);
let last = 'nothing was judged yet';
const campaign = runCampaign({
  kills,
  seed: Number(values.seed),
  ...(only === null ? {} : { only }),
  signal,
  say(line) {
    if (signal.aborted) return;
    last = line;
    say(line);
  },
});
endWhenInterrupted(
  () => `${last}; no report`,
  () => {
    stopping.abort();
    return campaign.catch(() => {});
  },
);

try {
  const report = await campaign;
  const wanting = shortcomings(report, only === null ? kills : report.kills);
  if (only === null && kills >= KEPT_FROM) keepReport('kills/report', report);
  console.log(values.json ? JSON.stringify(report) : killsPage(report, wanting));
  for (const line of wanting) say(`NOT AS PROMISED: ${line}`);
  process.exitCode = wanting.length === 0 ? 0 : 1;
} catch (error) {
  // Told to stop, it ends as one who was told to stop.
  if (!signal.aborted) {
    say(`The campaign did not complete: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exit(1);
  }
}
