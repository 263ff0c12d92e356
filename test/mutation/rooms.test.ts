import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { rooms } from './rooms.ts';
import { scoreOf, sumOf } from './run.ts';

const NO_CODE = ['!**/*.test.ts', '!**/testing/**'];
/** The files that these patterns name; one that begins with "!" takes away. */
const files = (patterns: readonly string[]): string[] => {
  const [yes, no] = [patterns.filter((one) => !one.startsWith('!')), patterns.filter((one) => one.startsWith('!'))];
  const away = new Set(no.flatMap((one) => globSync(one.slice(1))));
  return [...new Set(yes.flatMap((one) => globSync(one)))].filter((file) => !away.has(file)).sort();
};

describe('the rooms of the mutation run', () => {
  it('have each file about money, settlement and queue, once', () => {
    const config = z
      .object({ mutate: z.array(z.string()) })
      .parse(JSON.parse(readFileSync('stryker.config.json', 'utf8')));
    const inRooms = Object.values(rooms).flatMap(({ mutate }) => files([...mutate, ...NO_CODE]));
    expect(inRooms.sort()).toEqual(files(config.mutate));
  });

  it('have tests, all of which are there', () => {
    for (const [name, { tests }] of Object.entries(rooms)) {
      for (const pattern of tests) expect(files([pattern]).length, `${name}: ${pattern}`).toBeGreaterThan(0);
      const named = tests.flatMap((pattern) => /\{(.*)\}/.exec(pattern)?.[1]?.split(',') ?? []);
      if (named.length > 0) expect(files(tests), name).toHaveLength(named.length);
    }
  });
});

describe('the score', () => {
  const count = { killed: 8, timeout: 1, survived: 1, noCoverage: 0, errors: 5 };

  it('is the share of what was noticed, rounded down; what cannot be loaded counts neither way', () => {
    expect(scoreOf(count)).toBe(90);
    expect(scoreOf({ ...count, noCoverage: 2 })).toBe(75);
    expect(scoreOf({ ...count, killed: 8999, timeout: 0, survived: 1001 })).toBe(89.99);
    expect(scoreOf({ killed: 0, timeout: 0, survived: 0, noCoverage: 0, errors: 3 })).toBe(100);
  });

  it('of several rooms is that of their sum', () => {
    expect(sumOf([count, count])).toEqual({ killed: 16, timeout: 2, survived: 2, noCoverage: 0, errors: 10 });
  });
});
