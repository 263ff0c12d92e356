import { expect, it } from 'vitest';
import { hisDay } from './his-day.ts';
import { OTHERWISE } from './province.ts';

it('a day in a province that does much otherwise: billed, lost answers found, given back, compared, to the fen', {
  timeout: 600_000,
}, async () => {
  const said: string[] = [];
  const report = await hisDay({
    ...{ visits: 14, seed: 5, province: OTHERWISE },
    say: (line) => void said.push(line),
    onStop: () => undefined,
  });
  expect([report.violations, report.differenceFen], [...said, JSON.stringify(report)].join('\n')).toEqual([[], 0]);
  expect(report.workList).toBe(report.expectedWorkList);
  expect(report.settled).toBeGreaterThan(5);
  expect(report.unknownResolved).toBeGreaterThan(0);
  expect(report.compared).toMatchObject({ seesAFen: true });
});
