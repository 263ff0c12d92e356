import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { pointName, points } from '../kills/points.ts';
import { variants } from '../planted/variants.ts';
import { impossible, KINDS, POINT_NAMES, POINTS } from './cells.ts';
import { gridOf, pageOf } from './grid.ts';
import { PROOFS } from './proofs.ts';
import { coverage, missingReports, REPORTS } from './sources.ts';

const root = join(import.meta.dirname, '..', '..');

it('has 19 points and 28 kinds, and covers nothing by itself', () => {
  const grid = gridOf([]);
  expect(grid).toMatchObject({ cells: 19 * 28, covered: 0, share: 0 });
  expect(grid.notApplicable).toBe(
    POINTS.flatMap((point) => KINDS.filter((kind) => impossible(point, kind) !== null)).length,
  );
});

it('counts what struck over all lanes, names the one that struck most, and believes a strike over a rule', () => {
  const strike = { point: 'P4', kind: 'reset', lane: 'faults', by: 'resetAfter', count: 3 } as const;
  const grid = gridOf([
    strike,
    { ...strike, by: 'halfBody', count: 9 },
    { ...strike, lane: 'test', count: 0 },
    { ...strike, point: 'P17' },
  ]);
  expect(grid.covered).toBe(2);
  expect(grid.list.find((cell) => cell.point === 'P4' && cell.kind === 'reset')).toMatchObject({
    count: 12,
    by: { by: 'halfBody' },
  });
  const page = pageOf(grid, POINT_NAMES);
  expect(page).toContain('| P4 reset | faults | halfBody | 9 |');
  expect(page).toContain('- kill main at P4');
});

it('a cell without a reason cannot be waved away: money’s own points are never “impossible” for the network', () => {
  for (const point of ['P0', 'P1', 'P2', 'P3', 'P4', 'P5', 'P11', 'P13', 'P16'] as const)
    for (const kind of ['time-out', 'reset', 'wrong body', 'kill main', 'power loss'] as const)
      expect(impossible(point, kind), `${kind} at ${point}`).toBeNull();
});

it('every single test that is named as a proof is there', () => {
  for (const { file, title } of PROOFS) {
    expect(existsSync(join(root, file)), file).toBe(true);
    expect(readFileSync(join(root, file), 'utf8')).toContain(`'${title}'`);
  }
});

it('the page of planted bugs has every variant with its check', () => {
  const page = readFileSync(join(root, 'docs/planted.md'), 'utf8');
  for (const { name, check, harm } of variants) for (const word of [name, check, harm]) expect(page).toContain(word);
});

it('says which lanes have not been run, and how each is run; a report that cannot be read is none', () => {
  const dir = mkdtempSync(join(tmpdir(), 'minka-grid-'));
  const put = (name: string, report: object): void => {
    const file = join(dir, 'out', `${name}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(report));
  };
  try {
    expect(missingReports(dir)).toEqual(
      Object.entries(REPORTS).map(([name, how]) => `out/${name}.json is missing: ${how}`),
    );
    put('kills/report', { byPoint: { 'session/fine/send 2207': 3, 'comparison/denied/answer 3202': 4 } });
    put('powercuts/inject', { points: { pwrite64: 1 } });
    expect(missingReports(dir)).toHaveLength(Object.keys(REPORTS).length - 1);
    expect(coverage(dir).filter(({ count }) => count > 0)).toEqual([
      { point: 'P1', kind: 'kill main', lane: 'kills', by: 'session/fine/send 2207', count: 3 },
    ]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

it('every place at which the kills lane kills stands at a point, but for those where no settlement is under way', () => {
  const dir = mkdtempSync(join(tmpdir(), 'minka-grid-'));
  try {
    mkdirSync(join(dir, 'out/kills'), { recursive: true });
    const byPoint = Object.fromEntries(points.map((point) => [pointName(point), 1]));
    writeFileSync(join(dir, 'out/kills/report.json'), JSON.stringify({ byPoint }));
    const placed = new Set(coverage(dir).map(({ by }) => by));
    const lost = points.filter((point) => point.phase !== 'comparison' && !placed.has(pointName(point)));
    expect(lost.map(pointName)).toEqual([]);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});
