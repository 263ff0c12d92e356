import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { examples } from './examples/all.ts';
import { examplesPage } from './page.ts';

test('docs/benefit-examples.md is what the engine says now (node scripts/benefit-examples.ts)', () => {
  expect(readFileSync('docs/benefit-examples.md', 'utf8')).toBe(examplesPage());
});

test('every example of the collection of rules is there, and all stated amounts come out', () => {
  const page = examplesPage();
  const ids = new Set(examples.map(({ id }) => id.split(' ')[0]));
  const stated = [
    ...['P1', 'P2', 'P3', 'P4', 'P5', 'O1', 'O1b', 'O2', 'O3', 'O4', 'O5', 'O6', 'O7', 'O8', 'O9'].map(
      (id) => `BJ-${id}`,
    ),
    ...['O1', 'O2', 'O3', 'O4', 'O5'].map((id) => `TJ-${id}`),
    ...['P1', 'P2', 'O1', 'O2', 'O3', 'O4', 'O5', 'O6', 'O7', 'O8'].map((id) => `SH-${id}`),
    ...['O1', 'O2', 'O3', 'O4'].map((id) => `HRB06-${id}`),
    ...['P1', 'P2', 'O1', 'O2', 'O3', 'O4'].map((id) => `HRB22-${id}`),
  ];
  expect(stated.filter((id) => !ids.has(id))).toEqual([]);
  expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length);
  expect(page).not.toContain('✗');
});
