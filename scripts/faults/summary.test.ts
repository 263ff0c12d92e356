import { expect, it } from 'vitest';
import { newFigures } from '../../test/faults/campaign.ts';
import type { CampaignReport } from './report.ts';
import { findingLines, summary } from './summary.ts';

const report = (over: Partial<CampaignReport>): CampaignReport => ({
  ...newFigures(),
  ...{ seeds: 2000, schedulesPerSecond: 40.5, digest: 'ab'.repeat(16), sent2207: 0.851, failedSeeds: [] },
  ...over,
});
const page = (over: Partial<CampaignReport>, missing: readonly string[] = []): readonly string[] =>
  summary(report(over), { first: 11, seconds: 49.4, missing }).split('\n').slice(1);

it('says first whether anything was violated, and how to see a schedule', () => {
  const [verdict, run, ...rest] = page({ faultsByKind: { dns: 12, late: 1, stalled: 0 } });
  expect(verdict).toBe('NO VIOLATION.');
  expect(run).toContain('2,000 schedules, seeds 11 to 2010 (49 s, 40.5 a second); digest abab');
  expect(rest.some((line) => line.startsWith('✗'))).toBe(false);
  expect(rest).toContain('  rarest:  late 1 · dns 12');
  expect(rest.at(-1)).toBe('  npm run faults -- --seed 11');
});

it('marks what was broken and names the seeds', () => {
  const byInvariant = { ...newFigures().byInvariant, I4: 2 };
  const [verdict, ...rest] = page({ violations: 7, byInvariant, failedSeeds: [3, 4, 5, 6, 7, 8, 9] });
  expect(verdict).toBe('VIOLATIONS in 7 schedules.');
  expect(rest.filter((line) => line.startsWith('✗'))).toEqual([
    expect.stringMatching(/^✗ +2 {2}I4 +an unclear outcome/),
  ]);
  expect(rest.slice(-3)).toEqual(['  npm run faults -- --seed 6', '  npm run faults -- --seed 7', '  and 8, 9']);
});

it('is no praise where something was never tried', () => {
  const [verdict, ...rest] = page({}, ['poisonRow', 'refused']);
  expect(verdict).toBe('No violation, but 2 kinds or outcomes never happened: that proves little.');
  expect(rest).toContain('  never:   poisonRow · refused');
});

it('tells a finding with the words of its invariant', () => {
  expect(findingLines([{ seed: 5, findings: [{ invariant: 'I15', what: 'a second one' }] }])).toEqual([
    'seed 5: I15 (one instance at a time): a second one',
  ]);
});
