import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noteCrash, startsQuiet } from './relaunch.ts';

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'minka-relaunch-'));
  file = join(dir, 'crashes.json');
});
afterEach(() => rmSync(dir, { recursive: true }));

const MINUTE = 60_000;

describe('crashes of the main process', () => {
  it('are answered after a growing wait, and the fifth in ten minutes by the quiet page', () => {
    const answers = [0, 1, 2, 3, 4].map((i) => noteCrash(file, 1_000_000 + i * MINUTE));
    expect(answers.map(({ quiet }) => quiet)).toEqual([false, false, false, false, true]);
    expect(answers.map(({ inMs }) => inMs)).toEqual([...answers.map(({ inMs }) => inMs)].sort((a, b) => a - b));
    expect(answers[3]?.inMs).toBeGreaterThan(0);
    expect(startsQuiet(file, 1_000_000 + 5 * MINUTE)).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('are forgotten after ten minutes', () => {
    for (let i = 0; i < 5; i++) noteCrash(file, 1_000_000 + i);
    expect(startsQuiet(file, 1_000_000 + 10 * MINUTE + 5)).toBe(false);
    expect(noteCrash(file, 1_000_000 + 11 * MINUTE).quiet).toBe(false);
  });

  it.each(['', 'junk', '{}', '[1e999]', '["x"]', '[null]', `[${'1,'.repeat(200)}1]`])(
    'survives the file %j',
    (text) => {
      writeFileSync(file, text);
      expect(startsQuiet(file, 5)).toBe(false);
      expect(noteCrash(file, 5).quiet).toBe(false);
    },
  );

  it('that lie in the future (the clock went back) do not count', () => {
    for (let i = 0; i < 5; i++) noteCrash(file, 9_000_000);
    expect(startsQuiet(file, 1000)).toBe(false);
  });

  it('that cannot be written down are answered slowly', () => {
    expect(noteCrash(join(dir, 'no/such/folder'), 5).inMs).toBeGreaterThanOrEqual(2000);
  });
});
