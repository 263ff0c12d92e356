import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { variants } from '../planted/variants.ts';
import { impossible, KINDS, POINT_NAMES, POINTS } from './cells.ts';
import { gridOf, pageOf } from './grid.ts';
import { PROOFS } from './proofs.ts';

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
