import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { Verdict } from './campaign.ts';
import { judge } from './judge.ts';
import { makePlan } from './plan/make.ts';
import { createStage } from './world/schedule.ts';

/** A share of the campaign: `{ from, count }` in, the verdicts of those seeds out. */
export interface Share {
  readonly from: number;
  readonly count: number;
}

const scratch = mkdtempSync(join(tmpdir(), 'minka-faults-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

const stage = createStage(scratch);
parentPort?.on('message', async ({ from, count }: Share) => {
  const verdicts: Verdict[] = [];
  for (let seed = from; seed < from + count; seed++) verdicts.push(await judge(stage, makePlan(seed)));
  parentPort?.postMessage(verdicts);
});
