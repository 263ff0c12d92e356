import { expect, it } from 'vitest';
import { createTally } from '../../test/kills/report.ts';
import { killsPage } from './kills.ts';
import { mutationPage } from './mutation.ts';
import { injectionPage, powercutsPage } from './powercuts.ts';

const kills = createTally().report(7, 12.4);
const cuts = {
  ...{ seed: 1, cuts: 1300, acknowledged: 2450, acknowledgedLost: 0, corrupt: 0, controlLost: 31 },
  ...{ controlCutsWithLoss: 9, flipped: 40, flipsUnseen: 0, byPoint: {}, seconds: 61.2 },
  byFate: { dropped: 4, some: 9, torn: 0, all: 0 },
};
const injected = {
  ...{ seed: 2, runs: 120, surfaced: 60, killed: 40, acknowledged: 900, acknowledgedLost: 0, corrupt: 0 },
  ...{ successWithoutRow: 0, unclear: 0, byPoint: {}, seconds: 30 },
  calls: { pwrite64: 30, fsync: 4, fdatasync: 6, ftruncate: 0 },
  byBlow: { EIO: 40, ENOSPC: 40, KILL: 40 },
};

it.each([
  ['kills', (wanting: readonly string[]) => killsPage(kills, wanting), 'NOTHING LOST, DOUBLED OR LEFT OPEN.'],
  ['powercuts', (wanting: readonly string[]) => powercutsPage(cuts, wanting), 'NOTHING THAT WAS ACKNOWLEDGED IS LOST.'],
  [
    '--inject',
    (wanting: readonly string[]) => injectionPage(injected, wanting),
    'NO SUCCESS WITHOUT ITS ROW, NO ROW LOST.',
  ],
])('%s: the verdict first, and what was not kept before any figure', (_name, page, kept) => {
  expect(page([]).split('\n')[0]).toBe(kept);
  const [first, second] = page(['lost: 1']).split('\n');
  expect([first, second]).toEqual(['NOT AS PROMISED.', '✗ lost: 1']);
  expect(page(['lost: 1'])).not.toContain(kept);
  // For people: no braces of an object.
  expect(page([])).not.toMatch(/[{}"]/);
});

it('counts stand under each other, largest first, and what was not met is left out', () => {
  const lines = powercutsPage(cuts, []).split('\n');
  expect(lines[1]).toBe('1,300 cuts, seed 1 (61 s)');
  expect(lines).toContain('    2,450  rows acknowledged in the recorded run');
  expect(lines.slice(-2)).toEqual(['        9  some', '        4  dropped']);
});

it('mutation: its score with the room that is weakest, and whether it is enough', () => {
  const count = { killed: 90, timeout: 5, survived: 4, noCoverage: 1, errors: 0 };
  const byRoom = { outbox: { score: 99, ...count }, money: { score: 80, ...count } };
  const page = (least: number) => mutationPage({ score: 95, ...count, byRoom }, least).split('\n');
  expect(page(90)[0]).toBe('95 % OF THE CHANGES ARE NOTICED.');
  expect(page(96)[0]).toBe('✗ ONLY 95 % OF THE CHANGES ARE NOTICED.');
  expect(page(90).slice(-2)).toEqual(['     80 %  money (5 not noticed)', '     99 %  outbox (5 not noticed)']);
});
