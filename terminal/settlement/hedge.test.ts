import { describe, expect, it } from 'vitest';
import { hedged } from './hedge.ts';
import { virtualClock } from './testing/virtual-clock.ts';

const HEDGE = { everyMs: 8000, most: 4 };
/** Attempts that end as listed, each [ms, outcome]; beyond the list, never. */
function attempts(...ends: readonly (readonly [number, string])[]) {
  const clock = virtualClock();
  const sentAt: number[] = [];
  const send = (): Promise<string> =>
    new Promise((resolve) => {
      const end = ends[sentAt.length];
      sentAt.push(clock.monotonic());
      if (end !== undefined) clock.after(end[0], () => resolve(end[1]));
    });
  const run = () => clock.until(hedged(clock, HEDGE, send, (outcome) => outcome === 'answer'));
  return { clock, sentAt, run };
}

it('sends once where the answer comes in time', async () => {
  const t = attempts([7900, 'answer']);
  expect(await t.run()).toBe('answer');
  await t.clock.advance(60_000);
  expect(t.sentAt).toEqual([0]);
});

it('ends at once where the only attempt ends without an answer', async () => {
  const t = attempts([5000, 'notSent'], [1, 'answer']);
  expect(await t.run()).toBe('notSent');
  expect(t.clock.monotonic()).toBe(5000);
  await t.clock.advance(60_000);
  expect(t.sentAt).toEqual([0]);
});

it('a second attempt that is answered does not wait for the first', async () => {
  const t = attempts([30_000, 'timeout'], [100, 'answer']);
  expect(await t.run()).toBe('answer');
  expect(t.clock.monotonic()).toBe(8100);
});

it('never more than four, and the last word is one of silence', async () => {
  const t = attempts([30_000, 'timeout'], [30_000, 'timeout'], [30_000, 'timeout'], [30_000, 'timeout']);
  expect(await t.run()).toBe('timeout');
  expect(t.sentAt).toEqual([0, 8000, 16_000, 24_000]);
});

it('how an attempt ends is seen also after another one has been answered', async () => {
  const clock = virtualClock();
  const seen: string[] = [];
  const ends = [30_000, 100];
  const send = (): Promise<string> => {
    const ms = ends.shift() ?? 0;
    return new Promise((resolve) => clock.after(ms, () => resolve(ms > 1000 ? 'timeout' : 'answer')));
  };
  const run = hedged(clock, HEDGE, send, (outcome) => seen.push(outcome) > 0 && outcome === 'answer');
  expect(await clock.until(run)).toBe('answer');
  await clock.advance(60_000);
  expect(seen).toEqual(['answer', 'timeout']);
});

describe('an attempt that breaks', () => {
  const broken = () => Promise.reject(new Error('a bug'));

  it('ends it, and nothing is sent any more', async () => {
    const clock = virtualClock();
    let sent = 0;
    const run = hedged(
      clock,
      HEDGE,
      () => (++sent === 2 ? broken() : new Promise<string>(() => undefined)),
      () => true,
    );
    await expect(clock.until(run)).rejects.toThrow('a bug');
    await clock.advance(60_000);
    expect(sent).toBe(2);
  });

  it('after the answer is of no matter', async () => {
    const clock = virtualClock();
    let sent = 0;
    const late = () => new Promise<string>((_resolve, reject) => clock.after(20_000, () => reject(new Error('a bug'))));
    const run = hedged(
      clock,
      HEDGE,
      () => (++sent === 1 ? late() : Promise.resolve('answer')),
      () => true,
    );
    expect(await clock.until(run)).toBe('answer');
    await clock.advance(60_000);
  });
});

it('an answer that comes while another attempt is out is waited for, whatever the first came to', async () => {
  const t = attempts([10_000, 'timeout'], [10_000, 'answer']);
  expect(await t.run()).toBe('answer');
  expect(t.clock.monotonic()).toBe(18_000);
});
