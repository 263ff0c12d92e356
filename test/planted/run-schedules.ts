import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judge } from '../faults/judge.ts';
import { createStage } from '../faults/world/schedule.ts';
import { plansOf } from './schedules.ts';
import type { Fired } from './variant.ts';
import { variants } from './variants.ts';

/** Runs the schedules of one variant, `run-schedules.ts NAME`, and prints what the judge found as one JSON list. */

const lane = variants.find(({ name }) => name === process.argv[2])?.lane;
if (lane?.kind !== 'faults') throw new Error(`planted: ${process.argv[2]} has no schedules`);

const scratch = mkdtempSync(join(tmpdir(), 'minka-planted-schedules-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => process.exit(1));

const stage = createStage(scratch);
const fired: Fired[] = [];
for (const plan of plansOf(lane)) {
  const { findings } = await judge(stage, plan);
  for (const { invariant, what } of findings) fired.push({ check: invariant, what: `seed ${plan.seed}: ${what}` });
}
process.stdout.write(`${JSON.stringify(fired)}\n`);
process.exit(0);
