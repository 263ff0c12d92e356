import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { rooms } from '../test/mutation/rooms.ts';
import { type Count, runRoom, scoreOf, sumOf } from '../test/mutation/run.ts';
import { endWhenInterrupted } from './interrupt.ts';
import { keepReport } from './keep-report.ts';
import { mutationPage } from './pages/mutation.ts';

/** `npm run mutation`: small changes to the code about money, settlement and queue; how many of them a test notices. */

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'boolean', default: false } } });
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const chosen = Object.entries(rooms).filter(([name]) => values.only === undefined || name === values.only);
if (chosen.length === 0) {
  say(`no such room; there are ${Object.keys(rooms).join(', ')}`);
  process.exit(2);
}

const { thresholds } = z
  .looseObject({ thresholds: z.looseObject({ low: z.number() }) })
  .parse(JSON.parse(readFileSync('stryker.config.json', 'utf8')));

let stryker: ChildProcess | null = null;
let stopping = false;
/** Stryker, its workers and their threads are one group. */
const endGroup = async (): Promise<void> => {
  stopping = true;
  const pid = stryker?.pid;
  if (pid === undefined || stryker?.exitCode !== null) return;
  process.kill(-pid, 'SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
};
const counts: [name: string, count: Count][] = [];
endWhenInterrupted(() => `${counts.length} of ${chosen.length} rooms were tried; no report`, endGroup);

for (const [name, room] of chosen) {
  const count = await runRoom(name, room, (child) => {
    stryker = child;
  }).catch((cause: unknown) => {
    if (!stopping) throw cause;
    // The end is the signal's.
    return new Promise<never>(() => {});
  });
  say(`${name}: ${scoreOf(count)} % of ${JSON.stringify(count)}`);
  counts.push([name, count]);
}

const sum = sumOf(counts.map(([, count]) => count));
const byRoom = Object.fromEntries(counts.map(([name, count]) => [name, { score: scoreOf(count), ...count }]));
const report = { score: scoreOf(sum), ...sum, byRoom };
if (values.only === undefined) keepReport('mutation/summary', report);
process.stdout.write(`${values.json ? JSON.stringify(report) : mutationPage(report, thresholds.low)}\n`);
process.exit(report.score >= thresholds.low ? 0 : 1);
