import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildTerminal } from './bundle.ts';
import { runCampaign } from './campaign.ts';
import { judge } from './judge.ts';
import { openLane } from './lane.ts';
import type { Run } from './plan.ts';
import { shortcomings } from './report.ts';
import { hearWitnesses } from './witnesses.ts';

it('200 kills: a tenth of the campaign', { timeout: 900_000 }, async () => {
  const lines: string[] = [];
  const report = await runCampaign({ kills: 200, seed: 12, say: (line) => lines.push(line) });
  expect(shortcomings(report, 200), lines.join('\n')).toEqual([]);
});

/** The centre's book has figures under our message id that cannot be right: only people can say what that means. */
it('a matter that waits for a person is counted, on the real parts', { timeout: 120_000 }, async () => {
  const root = mkdtempSync(join(tmpdir(), 'minka-kills-'));
  const terminal = await buildTerminal();
  const lane = await openLane(join(root, 'lane'), 0, terminal.entry);
  try {
    const run: Run = {
      ...{ index: 0, seed: 4711, owing: null, faults: [], givesBack: false, denied: false, cardStays: false },
      session: { kind: 'point', label: 'answer 2207', nth: 1 },
      recovery: { kind: 'time', afterMs: 5000 },
      later: [{ target: 'centre', infno: '5203', kind: 'wrongAmounts', times: 50 }],
      comparison: null,
      way: ['session/fine', 'recovery/unsound'],
    };
    const { visits } = await lane.run(run);
    const meant = { sawSuccess: visits[0].sawSuccess, givesBack: false, denied: false };
    await expect
      .poll(async () => judge(await hearWitnesses(lane.lab, visits[0].visit), meant).unresolved, { timeout: 20_000 })
      .toEqual(['on the work-list: settlement-unsound']);
  } finally {
    await lane.stop();
    terminal.remove();
    rmSync(root, { recursive: true, force: true });
  }
});
