import { beforeAll, expect, it } from 'vitest';
import { first, runWorlds, type Worlds } from './cases/doctored.ts';
import { SEEN } from './cases/seen.ts';
import { SENT } from './cases/sent.ts';
import { TOLD } from './cases/told.ts';
import { check } from './check.ts';
import { INVARIANTS } from './finding.ts';

/** Each invariant must be able to speak: worlds that a real run left, with one thing in the books made wrong. */
const cases = [...SENT, ...SEEN, ...TOLD];
let worlds: Worlds;
beforeAll(async () => {
  worlds = await runWorlds();
});

it('finds nothing in books that are in order', () => {
  const { paid, fenced } = worlds;
  expect(check(paid)).toEqual([]);
  expect(check(fenced)).toEqual([]);
  expect(first(paid.journals).settlements.map((row) => row.state)).toEqual(['settled']);
  expect(first(fenced.journals).settlements.map((row) => row.state)).toContain('reversed');
});

it.each(cases)('%s: %s', (invariant, _what, doctored) => {
  expect(check(doctored(worlds)).map((finding) => finding.invariant)).toContain(invariant);
});

/** What the callers at the counter are told has worlds of its own: counter.test.ts. */
const AT_THE_COUNTER: readonly (keyof typeof INVARIANTS)[] = ['caller', 'cash'];

it('tries every invariant', () => {
  const tried = [...cases.map(([invariant]) => invariant), ...AT_THE_COUNTER];
  expect([...new Set(tried)].sort()).toEqual(Object.keys(INVARIANTS).sort());
});
