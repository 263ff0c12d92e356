import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { shiftReportSchema } from './report.ts';

/** The command itself, as it is run by hand; `npm run shift` brings up what it needs, and so has whoever runs this. */
let temp: string;
let child: ChildProcess;
let out: string;
let words: string;

beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'minka-shift-test-'));
  [out, words] = ['', ''];
});
afterEach(() => rmSync(temp, { recursive: true, force: true }));

function run(...args: readonly string[]): Promise<number | null> {
  child = spawn(process.execPath, ['scripts/shift.ts', '--json', ...args], {
    env: { ...process.env, TMPDIR: temp },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout?.on('data', (data: Buffer) => {
    out += data.toString();
  });
  child.stderr?.on('data', (data: Buffer) => {
    words += data.toString();
  });
  return new Promise((resolve) => child.once('close', resolve));
}

it.each(['his', 'desk'])(
  'a day with each story in it, by the %s, agrees to the fen',
  { timeout: 300_000 },
  async (via) => {
    const code = await run('--via', via, '--visits', '14', '--seed', '5');
    const report = shiftReportSchema.parse(JSON.parse(out));
    expect([code, report.violations, report.differenceFen], words).toEqual([0, [], 0]);
    expect(report.workList).toBe(report.expectedWorkList);
    expect(report.expectedWorkList).toBeGreaterThan(0);
    expect(report.compared).toMatchObject({ seesAFen: true });
    expect(readdirSync(temp)).toEqual([]);
  },
);

it('told to stop in the middle it ends in 5 s, with one sentence and no report', { timeout: 120_000 }, async () => {
  const ended = run('--via', 'his', '--visits', '30');
  await expect.poll(() => words, { timeout: 60_000 }).toMatch(/visit 2 of 30/);
  const since = performance.now();
  child.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(performance.now() - since).toBeLessThan(5000);
  expect(out).toBe('');
  expect(words).toMatch(/Interrupted: visit .*; no report\n$/);
  expect(readdirSync(temp)).toEqual([]);
});
