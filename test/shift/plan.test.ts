import { expect, it } from 'vitest';
import { loadCodeTables } from '../../central/national/load-code-tables.ts';
import { caseKinds, medTypeOf } from '../../simulator/lab/case-kinds.ts';
import { drawnOf, isStay, planDay, shortened } from './plan.ts';
import { isGivenBack, OF_THOUSAND, storiesOf } from './stories.ts';

const NOW = Date.parse('2026-03-02T10:00:00+08:00');

it('five of a hundred are the centre’s faults, two a device’s', () => {
  const share = (fault: string) =>
    OF_THOUSAND.filter((one) => one.fault === fault).reduce((sum, { share: own }) => sum + own, 0);
  expect([share('centre'), share('device')]).toEqual([50, 20]);
});

it.each([1, 2, 3, 4])('a day of 400 has everything that it is said to have (seed %i)', (seed) => {
  const { schemes, cases, stories, ...counts } = drawnOf(planDay(400, seed, NOW));
  for (const [what, count] of Object.entries(counts)) expect(count, what).toBeGreaterThan(0);
  expect(Object.keys(schemes)).toEqual([
    ...['310/11', '310/12', '340/13', '390/14', '390/15', '390/16', '391/14', '391/15', '391/16'],
  ]);
  expect(Object.keys(cases)).toEqual([...caseKinds].sort());
  expect(Object.keys(stories)).toHaveLength(OF_THOUSAND.length + 1);
  expect(counts.outpatient + counts.inpatient).toBe(400);
  // Drawn, not placed: near their shares.
  expect(counts.centreFaults).toBeGreaterThanOrEqual(10);
  expect(counts.centreFaults).toBeLessThanOrEqual(36);
});

it('the same seed brings the same people to the same end, another seed others', () => {
  expect(planDay(30, 7, NOW)).toEqual(planDay(30, 7, NOW));
  expect(storiesOf(30, 7)).not.toEqual(storiesOf(30, 8));
});

it('a day that is long enough has each story; a short one what was drawn', () => {
  for (let seed = 1; seed <= 20; seed++) expect(new Set(storiesOf(30, seed)).size).toBe(OF_THOUSAND.length + 1);
  expect(storiesOf(1, 1)).toHaveLength(1);
});

it('nobody comes twice, and no encounter is another’s', () => {
  const plan = planDay(2000, 1, NOW);
  expect(new Set(plan.map(({ visit }) => visit.encounter.encounterId)).size).toBe(2000);
  expect(new Set(plan.map(({ visit }) => visit.identityNumber)).size).toBe(2000);
});

it('a part of a bill is given back with its last line, and the rest still sums', () => {
  for (const { visit } of planDay(20, 3, NOW)) {
    const { lines, total } = shortened(visit);
    expect(lines).toEqual(visit.encounter.lines.slice(0, -1));
    const fen = lines.reduce((sum, { amount }) => sum + Number(amount.replace('.', '')), 0);
    expect(total.replace('.', '')).toBe(String(fen));
  }
});

it('of visits and stays some are given back', () => {
  const given = planDay(400, 1, NOW).filter(({ story }) => isGivenBack(story) || story === 'partial');
  expect(new Set(given.map(({ visit }) => isStay(visit))).size).toBe(2);
});

it('every 医疗类别 of the centre’s code table is a kind of case', () => {
  const table = loadCodeTables().filter(({ type }) => type === 'med_type');
  expect(caseKinds.map(medTypeOf).sort()).toEqual(table.map(({ value }) => value).sort());
});
