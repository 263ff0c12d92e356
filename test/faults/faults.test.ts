import { expect, it } from 'vitest';
import { OUTCOMES } from './campaign.ts';
import { runCampaign } from './pool.ts';

/** The share of the campaign that every `npm test` runs; the whole of it is `npm run faults` (docs/safety.md). */
const SEEDS = 2000;
const TWICE = 200;

it(`${SEEDS} schedules of faults, deaths, people and devices, and the books of all sides agree`, async () => {
  const { figures, failed } = await runCampaign({ first: 1, seeds: SEEDS, workers: 2 });
  expect(failed).toEqual([]);
  expect(figures.seeds).toBe(SEEDS);
  // So that it cannot pass by trying little.
  expect(figures.sent2207 / SEEDS).toBeGreaterThan(0.6);
  for (const outcome of OUTCOMES) expect(figures.outcomes[outcome], outcome).toBeGreaterThan(0);
  for (const [what, times] of Object.entries(figures.desk)) expect(times, what).toBeGreaterThan(0);
  const never = Object.entries(figures.faultsByKind).filter(([, times]) => times === 0);
  expect(never).toEqual([]);
  expect(figures.crashes).toBeGreaterThan(SEEDS / 5);
}, 600_000);

it('the same seeds are the same runs, whoever runs them', async () => {
  const alone = await runCampaign({ first: 1, seeds: TWICE, workers: 1 });
  const together = await runCampaign({ first: 1, seeds: TWICE, workers: 2 });
  expect(together.digest).toBe(alone.digest);
  const others = await runCampaign({ first: 2, seeds: TWICE, workers: 2 });
  expect(others.digest).not.toBe(alone.digest);
}, 300_000);
