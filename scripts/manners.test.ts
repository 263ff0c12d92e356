import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tasks } from './tasks.mjs';

/** What a person meets who starts an npm script by hand: help, wrong words, Ctrl-C. */

let temp: string;
beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'minka-manners-'));
});
afterEach(() => rm(temp, { recursive: true, force: true }));

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['scripts/run.mjs', ...args], { encoding: 'utf8', timeout: 10_000 });

describe('help', () => {
  it.each(Object.keys(tasks))('%s says what it does and what it takes, and does nothing', (name) => {
    for (const word of ['--help', '-h']) {
      const { status, stdout, stderr } = run(name, word);
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toContain(`npm run ${name}`);
      expect(stdout).toContain(tasks[name]?.about);
    }
  });

  it('names every option that a task takes', () => {
    for (const [name, { options = {} }] of Object.entries(tasks)) {
      const { stdout } = run(name, '--help');
      for (const option of Object.keys(options)) expect(stdout, name).toContain(`--${option}`);
    }
  });
});

describe('faults, asked for what it cannot do', () => {
  it.each([
    [['--seeds', '0'], /--seeds takes a whole number from 1 to/],
    [['--seeds', '999999999999'], /--seeds takes a whole number from 1 to/],
    [['--seed', '9007199254740991'], /--seed takes a whole number of at most 15 digits/],
    [['--workers', '0'], /--workers takes a whole number from 1 to/],
    [['--keep', '0'], /--keep and --visits go with --seed alone/],
    [['--seed', '7', '--seeds', '3', '--visits', '1'], /--keep and --visits go with --seed alone/],
    [['--planted', 'nope'], /no planted bug is called nope; there are .*float-money.*wall-clock-order/],
  ])('%j: a sentence and exit 2', (args, words) => {
    const { status, stdout, stderr } = run('faults', ...args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(words);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('faults, interrupted', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s: no report, one sentence, nothing left', async (signal, code) => {
    const child = spawn(process.execPath, ['scripts/faults.ts', '--seeds', '100000', '--workers', '1', '--json'], {
      env: { ...process.env, TMPDIR: temp },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, words] = ['', ''];
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString();
    });
    child.stderr.on('data', (data: Buffer) => {
      words += data.toString();
    });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    // Its worker is at work once it has made its folder.
    await expect.poll(() => readdirSync(temp).length, { timeout: 10_000 }).toBeGreaterThan(0);
    const since = performance.now();
    child.kill(signal);
    expect(await ended).toBe(code);
    expect(performance.now() - since).toBeLessThan(5000);
    expect(out).toBe('');
    expect(words.trim().split('\n')).toEqual([expect.stringMatching(/^Interrupted: .* of 100,000 schedules/)]);
    expect(readdirSync(temp)).toEqual([]);
  });
});

describe('what cannot be told', () => {
  it('a report that cannot be written is no success', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, ['scripts/faults.ts', '--seed', '1'], {
      ...{ encoding: 'utf8', timeout: 20_000, env: { ...process.env, TMPDIR: temp } },
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^The report could not be written: .*ENOSPC/)]);
  });

  it('a grid without the lanes gives no share', () => {
    const { status, stdout } = spawnSync(process.execPath, [resolve('scripts/faults-grid.ts')], {
      ...{ cwd: temp, encoding: 'utf8', timeout: 20_000 },
    });
    expect([status, stdout]).toEqual([1, expect.stringMatching(/^no grid: \d reports are missing\n$/)]);
  });
});
