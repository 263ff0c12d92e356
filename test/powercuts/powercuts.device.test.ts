import { expect, it } from 'vitest';
import { runPowercuts, shortcomings } from './campaign.ts';
import { shortcomings as injectionShortcomings, runInjection } from './inject.ts';

it('24 power cuts lose nothing that was acknowledged, and the same under NORMAL do', { timeout: 120_000 }, async () => {
  const lines: string[] = [];
  const report = await runPowercuts({ cuts: 24, seed: 21, say: (line) => lines.push(line) });
  expect(shortcomings(report), lines.join('\n')).toEqual([]);
  expect(report).toMatchObject({ cuts: 24, acknowledgedLost: 0, corrupt: 0 });
});

it('errors of the disk and kills in 15 calls of a settlement end in a clear state', { timeout: 120_000 }, async () => {
  const lines: string[] = [];
  const report = await runInjection({ limit: 15, seed: 22, say: (line) => lines.push(line) });
  expect(injectionShortcomings(report), lines.join('\n')).toEqual([]);
});
