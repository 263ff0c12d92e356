/**
 * `npm run powercuts`: pulls the plug at any moment of a recorded run of the store and looks whether everything that
 * was acknowledged is there. With `--inject`: errors of the disk and kills in each write and sync of a settlement.
 */
import { parseArgs } from 'node:util';
import { runPowercuts, shortcomings } from '../test/powercuts/campaign.ts';
import { shortcomings as injectionShortcomings, runInjection } from '../test/powercuts/inject.ts';
import { keepReport } from './keep-report.ts';

const { values } = parseArgs({
  options: {
    n: { type: 'string' },
    seed: { type: 'string', default: '1' },
    inject: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const say = (line: string): void => void process.stderr.write(`· ${line}\n`);

const stopping = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    stopping.abort();
    // Children die with us, by the kernel's hand.
    setTimeout(() => process.exit(1), 500);
  });
}

async function run(): Promise<{ readonly report: object; readonly wanting: readonly string[] }> {
  const seed = Number(values.seed);
  if (values.inject) {
    const limit = values.n === undefined ? null : Number(values.n);
    const report = await runInjection({ limit, seed, say, signal: stopping.signal });
    return { report, wanting: injectionShortcomings(report) };
  }
  const report = await runPowercuts({ cuts: Number(values.n ?? '300'), seed, say, signal: stopping.signal });
  return { report, wanting: shortcomings(report) };
}

try {
  const { report, wanting } = await run();
  keepReport(values.inject ? 'powercuts/inject' : 'powercuts/report', report);
  console.log(values.json ? JSON.stringify(report) : JSON.stringify(report, null, 2));
  for (const line of wanting) say(`NOT AS PROMISED: ${line}`);
  process.exit(wanting.length === 0 ? 0 : 1);
} catch (error) {
  say(`It did not complete: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  process.exit(1);
}
