import { describe, expect, it } from 'vitest';
import { SqliteError } from '../store/database.ts';
import { createLife, createSerial } from './life.ts';
import { virtualClock } from './testing/virtual-clock.ts';
import { createWork, STORE_RETRY_MS } from './work.ts';

const settleDown = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a life', () => {
  it('pauses for as long as it is told to', async () => {
    const clock = virtualClock();
    await clock.until(createLife(clock).pause(700));
    expect(clock.monotonic()).toBe(700);
  });

  it('that ends lets nobody wait, and is over when its work is', async () => {
    const clock = virtualClock();
    const life = createLife(clock);
    let finish = (): void => {};
    life.background(new Promise((resolve) => (finish = resolve)));
    life.background(Promise.reject(new Error('of no matter')));
    const pause = life.pause(1_000_000);
    expect(life.stopped()).toBe(false);
    let over = false;
    const stopped = life.stop().then(() => {
      over = true;
    });
    expect(life.stopped()).toBe(true);
    await pause;
    await settleDown();
    expect(over).toBe(false);
    finish();
    await stopped;
    await life.pause(1_000_000);
    expect(clock.monotonic()).toBe(0);
    // Nothing is left to wake up for.
    await expect(clock.until(new Promise(() => undefined))).rejects.toThrow('nothing left');
  });
});

describe('turns', () => {
  it('are taken one after the other for the same thing, side by side for others', async () => {
    const serial = createSerial();
    const log: string[] = [];
    const task = (name: string) => async () => {
      log.push(`${name} begins`);
      await settleDown();
      log.push(`${name} ends`);
      return name;
    };
    const all = Promise.all([serial('A', task('1')), serial('A', task('2')), serial('B', task('3'))]);
    expect(await all).toEqual(['1', '2', '3']);
    expect(log.indexOf('2 begins')).toBeGreaterThan(log.indexOf('1 ends'));
    expect(log.indexOf('3 begins')).toBeLessThan(log.indexOf('1 ends'));
  });

  it('go on after one that failed, whose failure is its own', async () => {
    const serial = createSerial();
    const first = serial('A', () => Promise.reject(new Error('the first')));
    const second = serial('A', async () => 'the second');
    await expect(first).rejects.toThrow('the first');
    expect(await second).toBe('the second');
    expect(await serial('A', async () => 'the third')).toBe('the third');
  });
});

describe('work that nobody waits for', () => {
  const full = () => new SqliteError('full', 'SQLITE_FULL');
  function make() {
    const clock = virtualClock();
    const life = createLife(clock);
    const audited: object[] = [];
    const work = createWork(life, (act, facts) => void audited.push({ act, ...facts }));
    return { clock, life, audited, work };
  }

  it.each([
    [full(), 'STORE_FULL'],
    [new RangeError('words that might quote data'), 'RangeError'],
    ['no error at all', 'unknown error'],
  ])('is on record by its kind where it fails: %o', async (cause, code) => {
    const { audited, work, life } = make();
    work.background(() => Promise.reject(cause));
    await life.stop();
    expect(audited).toEqual([]);
    const living = make();
    living.work.background(() => Promise.reject(cause));
    await settleDown();
    expect(living.audited).toEqual([{ act: 'store.failed', code }]);
  });

  it('is waited for by the end', async () => {
    const { work, life } = make();
    let done = false;
    work.background(async () => {
      await settleDown();
      done = true;
    });
    await life.stop();
    expect(done).toBe(true);
  });

  it('that matters is tried again while the database fails, until it has run through once', async () => {
    const { clock, audited, work } = make();
    const at: number[] = [];
    work.insist(async () => {
      if (at.push(clock.monotonic()) < 3) throw full();
    });
    await clock.advance(10 * STORE_RETRY_MS);
    expect(at).toEqual([0, STORE_RETRY_MS, 2 * STORE_RETRY_MS]);
    expect(audited).toHaveLength(2);
  });

  it('that matters ends with the process', async () => {
    const { clock, life, work } = make();
    let tries = 0;
    work.insist(async () => {
      tries += 1;
      throw full();
    });
    await settleDown();
    await life.stop();
    await clock.advance(10 * STORE_RETRY_MS);
    expect(tries).toBe(1);
    work.insist(async () => {
      tries += 1;
    });
    await settleDown();
    expect(tries).toBe(1);
  });
});
