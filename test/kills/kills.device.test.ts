import { expect, it } from 'vitest';
import { runCampaign } from './campaign.ts';
import { shortcomings } from './report.ts';

/** A fiftieth of the campaign on the real parts: terminal, file, servers, device host, printer. */
it('40 kills in the middle of settlements lose, double and leave open nothing', { timeout: 180_000 }, async () => {
  const lines: string[] = [];
  const report = await runCampaign({ kills: 40, seed: 11, say: (line) => lines.push(line) });
  expect(shortcomings(report, 40), lines.join('\n')).toEqual([]);
  expect(report).toMatchObject({ kills: 40, lost: 0, doubled: 0, duplicateOriginals: 0, unresolved: 0 });
});
