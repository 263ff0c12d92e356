import { expect, it } from 'vitest';
import { runCampaign } from './campaign.ts';
import { shortcomings } from './report.ts';

it('200 kills: a tenth of the campaign', { timeout: 900_000 }, async () => {
  const lines: string[] = [];
  const report = await runCampaign({ kills: 200, seed: 12, say: (line) => lines.push(line) });
  expect(shortcomings(report, 200), lines.join('\n')).toEqual([]);
});
