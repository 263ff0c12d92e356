import { expect, it } from 'vitest';
import type { ApiRows, Item } from '../plan/plan.ts';
import { fates } from './fates.ts';

const strike = (change: Partial<Extract<Item, { is: 'strike' }>>): Item => ({
  ...{ is: 'strike', of: 'answer', how: 'full', nth: 2, times: 2 },
  ...change,
});
const met = (items: readonly Item[], ...commits: readonly (readonly ApiRows[])[]): readonly string[] => {
  const planned = fates(items);
  return commits.map((one) => planned.about(new Set(one)));
};

it('a disk refuses the n-th commit about these rows, and as many after it as are said', () => {
  const answers = [['answer'], ['key'], ['answer'], ['notice', 'answer'], ['answer']] as const;
  expect(met([strike({})], ...answers)).toEqual(['go', 'go', 'full', 'full', 'go']);
});

it('a process dies once, before the commit or after it', () => {
  for (const how of ['before', 'after'] as const)
    expect(met([strike({ how, nth: 1, times: 3 })], ['answer'], ['answer'])).toEqual([how, 'go']);
});

it('each purpose is counted by itself, and none once the sky is clear', () => {
  const both = [strike({ of: 'key', how: 'io', nth: 1, times: 1 }), strike({ of: 'told', how: 'after', nth: 1 })];
  expect(met(both, ['told', 'key'], ['told'])).toEqual(['io', 'after']);
  const planned = fates(both);
  planned.clear();
  expect(planned.about(new Set(['key']))).toBe('go');
});
