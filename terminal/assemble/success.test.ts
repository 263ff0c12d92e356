import { expect, it } from 'vitest';
import { createSuccess } from './success.ts';

const told = (): { readonly said: string[]; seen(id: string): void; left(id: string): void } => {
  const said: string[] = [];
  return { said, seen: (id) => void said.push(`seen ${id}`), left: (id) => void said.push(`left ${id}`) };
};

it('is said to the core that there is', () => {
  const core = told();
  const success = createSuccess(() => ({ success: core }));
  success.seen('a');
  success.left('b');
  expect(core.said).toEqual(['seen a', 'left b']);
});

it('is known to the process while there is no core, for the one that comes', () => {
  const success = createSuccess(() => null);
  const { audience } = success;
  audience.comes('a');
  audience.comes('b');
  success.seen('a');
  success.left('b');
  expect([audience.hasSeen('a'), audience.hasSeen('b')]).toEqual([true, false]);
  expect([audience.isThere('a'), audience.isThere('b')]).toEqual([true, false]);
});
