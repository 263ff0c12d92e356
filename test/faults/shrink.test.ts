import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { judge } from './judge.ts';
import { makePlan } from './plan/make.ts';
import type { Item } from './plan/plan.ts';
import { keep, shrink } from './shrink.ts';
import { createStage } from './world/schedule.ts';

it('takes away what does not matter to a broken invariant, and nothing that does', async () => {
  const stage = createStage(mkdtempSync(join(tmpdir(), 'minka-faults-test-')));
  const plan = makePlan(5);
  const verdict = { ...(await judge(stage, plan)), findings: [{ invariant: 'rest' as const, what: 'planted' }] };
  // A judge for whom exactly one item of the plan breaks the invariant.
  const matters = plan.items.at(-1) as Item;
  const planted = async (candidate: typeof plan) => ({
    ...verdict,
    findings: candidate.items.includes(matters) ? verdict.findings : [],
  });
  const { kept, visits } = await shrink(planted, plan, verdict);
  expect(kept).toEqual([plan.items.length - 1]);
  expect(visits).toBe(1);
  expect(keep(plan, kept, visits).items).toEqual([matters]);
});
