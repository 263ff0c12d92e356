import { expect, it } from 'vitest';
import { runPowercuts, shortcomings } from './campaign.ts';
import { shortcomings as injectionShortcomings, runInjection } from './inject.ts';

it('100 power cuts', { timeout: 900_000 }, async () => {
  const lines: string[] = [];
  const report = await runPowercuts({ cuts: 100, seed: 31, say: (line) => lines.push(line) });
  expect(shortcomings(report), lines.join('\n')).toEqual([]);
});

it('a tenth of all errors of the disk and kills in a settlement', { timeout: 900_000 }, async () => {
  const lines: string[] = [];
  const report = await runInjection({ limit: 85, seed: 32, say: (line) => lines.push(line) });
  expect(injectionShortcomings(report), lines.join('\n')).toEqual([]);
});
