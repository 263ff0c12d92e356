/**
 * `npm run kills`: kills the real terminal again and again in the middle of settlements, starts it again, and asks the
 * centre, the HIS, the operator and the paper what became of each visit. Exit 0: nothing lost, doubled or left open.
 */
import { parseArgs } from 'node:util';
import { runCampaign } from '../test/kills/campaign.ts';
import { shortcomings } from '../test/kills/report.ts';
import { keepReport } from './keep-report.ts';

const { values } = parseArgs({
  options: {
    n: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    json: { type: 'boolean' },
  },
});
const say = (line: string): void => void process.stderr.write(`· ${line}\n`);

const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    stopping.abort();
    // Every child dies with us, by the kernel's hand.
    setTimeout(() => process.exit(1), 500);
  });
}

const kills = Number(values.n);
const only = values.only === undefined ? {} : { only: Number(values.only) };
try {
  const report = await runCampaign({ kills, seed: Number(values.seed), ...only, say, signal: stopping.signal });
  const wanting = shortcomings(report, only.only === undefined ? kills : report.kills);
  if (only.only === undefined && !stopping.signal.aborted) keepReport('kills/report', report);
  if (values.json) console.log(JSON.stringify(report));
  else {
    const { byPoint: _points, ...figures } = report;
    console.log(JSON.stringify(figures, null, 2));
  }
  for (const line of wanting) say(`NOT AS PROMISED: ${line}`);
  process.exit(wanting.length === 0 ? 0 : 1);
} catch (error) {
  say(`The campaign did not complete: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  process.exit(1);
}
