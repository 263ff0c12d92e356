import { expect, it } from 'vitest';
import { killsOf, planRuns } from './plan.ts';
import { pointName, points } from './points.ts';
import { upperBound95 } from './report.ts';

it('has exactly as many kills as asked, and is the same for the same seed', () => {
  for (const n of [1, 2, 40, 200, 2000]) {
    const runs = planRuns(n, 7);
    expect(runs.reduce((sum, run) => sum + killsOf(run), 0)).toBe(n);
    expect(planRuns(n, 7)).toEqual(runs);
  }
  expect(planRuns(40, 8)).not.toEqual(planRuns(40, 7));
});

it('aims at every point more than ten times in 2,000 kills, and at all of them in turn', () => {
  const runs = planRuns(2000, 7);
  const aimed = (upTo: number): readonly number[] => {
    const counts = new Map(points.map((point) => [pointName(point), 0]));
    for (const { way, session, recovery, comparison } of runs.slice(0, upTo)) {
      const death = comparison ?? recovery ?? session;
      const name = death?.kind === 'point' ? `${way.at(-1)}/${death.label}` : '';
      if (counts.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return [...counts.values()];
  };
  expect(Math.min(...aimed(runs.length))).toBeGreaterThan(10);
  // Stopped in the middle, no point is more than a round behind another.
  const half = aimed(runs.length / 2);
  expect(Math.max(...half) - Math.min(...half)).toBeLessThanOrEqual(1);
});

it('no two visits of a campaign are of one seed', () => {
  const seeds = planRuns(400, 7).flatMap(({ seed, owing }) => (owing === null ? [seed] : [seed, owing]));
  expect(new Set(seeds).size).toBe(seeds.length);
});

it('the bound is 3/n for none bad, and grows with each', () => {
  expect(upperBound95(0, 2000)).toBeCloseTo(3 / 2000, 4);
  expect(upperBound95(1, 2000)).toBeGreaterThan(upperBound95(0, 2000));
  expect(upperBound95(2, 2)).toBe(1);
});
