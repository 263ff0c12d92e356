import { expect, it } from 'vitest';
import { COMMITS, killedAndGoneOnWith } from './testing/kills.ts';

const cases = [...Array(COMMITS - 1).keys()].flatMap((at) => [[at + 1, 'before'] as const, [at + 1, 'after'] as const]);

it.each(cases)('a kill at commit %i (%s it) of a comparison', async (nth, when) => {
  await killedAndGoneOnWith(nth, when);
});

it('and no commit is left out', async () => {
  expect(await killedAndGoneOnWith(COMMITS, 'before')).toBe(false);
});
