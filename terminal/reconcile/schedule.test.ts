import { describe, expect, it } from 'vitest';
import { virtualClock } from '../settlement/testing/virtual-clock.ts';
import { dayAfter, dueDays, startDaily } from './schedule.ts';

const at = (text: string): number => Date.parse(`${text}+08:00`);

describe('the days that are due', () => {
  const now = at('2026-03-02T02:31:00');
  const none = (): boolean => false;
  it('end with yesterday and begin with the first that has anything, a week ago at most', () => {
    expect(dueDays(now, null, none)).toEqual([]);
    expect(dueDays(now, '2026-03-02', none)).toEqual([]);
    expect(dueDays(now, '2026-02-28', none)).toEqual(['2026-02-28', '2026-03-01']);
    expect(dueDays(now, '2020-01-01', none)).toHaveLength(7);
    expect(dueDays(now, '2020-01-01', none)[0]).toBe('2026-02-23');
  });
  it('are those that were not compared after they had ended', () => {
    expect(dueDays(now, '2026-02-27', (day) => day === '2026-02-28')).toEqual(['2026-02-27', '2026-03-01']);
  });
  it('cross months and leap years', () => {
    expect(dayAfter('2028-02-28')).toBe('2028-02-29');
    expect(dayAfter('2026-01-01', -1)).toBe('2025-12-31');
  });
});

describe('every day at its hour', () => {
  function daily(begin: string) {
    const clock = virtualClock(at(begin));
    const ran: string[] = [];
    const left = ['2026-02-28', '2026-03-01'];
    const world = { idle: true, works: true };
    const stop = startDaily({
      ...{ clock, at: '02:30', idle: () => world.idle, due: () => [...left] },
      run: async (day) => {
        ran.push(day);
        if (world.works) left.splice(left.indexOf(day), 1);
        return world.works;
      },
    });
    return { clock, ran, world, stop };
  }

  it('not before it, then each due day, oldest first, once', async () => {
    const { clock, ran } = daily('2026-03-02T02:00:00');
    await clock.advance(29 * 60_000);
    expect(ran).toEqual([]);
    await clock.advance(3 * 60_000);
    expect(ran).toEqual(['2026-02-28', '2026-03-01']);
    await clock.advance(3_600_000);
    expect(ran).toHaveLength(2);
  });

  it('waits until nobody stands there, and a quarter of an hour after a day that could not be compared', async () => {
    const { clock, ran, world } = daily('2026-03-02T09:00:00');
    world.idle = false;
    await clock.advance(600_000);
    expect(ran).toEqual([]);
    Object.assign(world, { idle: true, works: false });
    await clock.advance(61_000);
    expect(ran).toEqual(['2026-02-28']);
    await clock.advance(14 * 60_000);
    expect(ran).toHaveLength(1);
    world.works = true;
    await clock.advance(2 * 60_000);
    expect(ran).toEqual(['2026-02-28', '2026-02-28', '2026-03-01']);
  });

  it('a clock that jumps over the hour is noticed within a minute; stopped is stopped', async () => {
    const { clock, ran, stop } = daily('2026-03-02T00:10:00');
    await clock.advance(61_000);
    clock.shift(3 * 3_600_000);
    await clock.advance(61_000);
    expect(ran).toHaveLength(2);
    stop();
    await clock.advance(86_400_000);
    expect(ran).toHaveLength(2);
  });
});
