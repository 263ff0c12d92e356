// As terminal and centre do.
import 'zod/compile';

import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { Verdict } from './campaign.ts';
import { judge } from './judge.ts';
import { makePlan } from './plan/make.ts';
import { createStage } from './world/schedule.ts';

/** A share of the campaign: `{ from, count }` in, the verdicts of those seeds out. */
export interface Share {
  readonly from: number;
  readonly count: number;
}

// Each has its own folder in the campaign's, which removes them all.
const stage = createStage(mkdtempSync(join(z.string().parse(workerData), 'worker-')));
parentPort?.on('message', async ({ from, count }: Share) => {
  const verdicts: Verdict[] = [];
  for (let seed = from; seed < from + count; seed++) verdicts.push(await judge(stage, makePlan(seed)));
  parentPort?.postMessage(verdicts);
});
