import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retryAfterMs, serverTimingMs } from './https-headers.ts';

const now = Date.parse('2026-03-02T01:00:00Z');

describe('Retry-After', () => {
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Mon, 02 Mar 2026 01:00:30 GMT', 30_000],
    ['Mon, 02 Mar 2026 00:00:00 GMT', 0],
    ['999999999', 86_400_000],
    ['soon', null],
    ['-5', null],
  ])('%j', (header, ms) => {
    expect(retryAfterMs(header, now)).toEqual(ms);
  });

  it('is null or within a day, whatever it says', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        const ms = retryAfterMs(header, now);
        expect(ms === null || (ms >= 0 && ms <= 86_400_000)).toBe(true);
      }),
    );
    expect(retryAfterMs(undefined, now)).toBeNull();
  });
});

describe('Server-Timing', () => {
  it.each([
    ['app;dur=12.5', 12.5],
    ['cache;desc="hit", db;dur=3, app;dur=4', 7],
    ['db;dur=3, total;dur=9.25;desc="all"', 9.25],
    ['missing', null],
    ['x;dur=abc', null],
  ])('%j', (header, ms) => {
    expect(serverTimingMs(header)).toBe(ms);
  });

  it('never throws and never goes below zero', () => {
    fc.assert(
      fc.property(fc.string(), (header) => {
        expect(serverTimingMs(header) ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
