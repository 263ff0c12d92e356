import { expect, it } from 'vitest';
import { isUnknowable, unknownSlips } from './slips.ts';

const whole = { whole: true, confirmed: true, stillMs: 40 };

it('a slip that came out whole and acknowledged calls nobody, whatever a terminal says of it', () => {
  expect(isUnknowable(whole)).toBe(false);
});

it.each([
  ['torn', { whole: false }],
  ['never acknowledged', { confirmed: false }],
  ['printed by a machine that stood still', { stillMs: 10_000 }],
])('a slip that was %s is one that nobody can know of', (_, what) => {
  expect(isUnknowable({ ...whole, ...what })).toBe(true);
});

it('the printer’s record is counted; an answer that is none rejects', async () => {
  const lab = (answer: object) => ({ sim: { command: () => Promise.resolve(answer), close: () => undefined } });
  expect(await unknownSlips(lab({ slips: [whole, { ...whole, whole: false }] }) as never)).toBe(1);
  await expect(unknownSlips(lab({}) as never)).rejects.toThrow();
});
