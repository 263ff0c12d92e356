/**
 * The stages of a test run and their sum. They run even when an earlier one failed: a person wants the whole picture.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { lint } from './lint.ts';

/** What one stage of a test run came to. */
export interface Count {
  readonly stage: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
}

const OUT = 'out/test';
let running: ReturnType<typeof spawn> | undefined;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    running?.kill('SIGTERM');
    setTimeout(() => process.exit(1), 3500).unref();
    running?.once('exit', () => process.exit(1));
    if (!running) process.exit(1);
  });
}

export type Stages = Readonly<Record<string, () => Promise<Count>>>;

/** Runs a test runner with its own report on stderr; resolves to its exit code. */
function run(args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    running = spawn('/usr/bin/setpriv', ['--pdeathsig', 'TERM', '--', process.execPath, ...args], {
      stdio: ['ignore', 2, 2],
      env: {
        ...process.env,
        NO_COLOR: '1',
        FORCE_COLOR: '0',
        PATH: `${process.cwd()}/node_modules/.bin:${process.env['PATH']}`,
      },
    });
    running.once('exit', (code) => {
      running = undefined;
      resolve(code ?? 1);
    });
  });
}

function readReport<T>(file: string): T | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
}

/** A runner that ends badly without a failed test (a crash, no tests) counts as one failure: never a silent pass. */
function settle(
  stage: string,
  started: number,
  code: number,
  counts: { passed: number; failed: number; skipped: number } | null,
): Count {
  const base = counts ?? { passed: 0, failed: 0, skipped: 0 };
  const broken = (code !== 0 && base.failed === 0) || base.passed + base.failed === 0;
  return {
    stage,
    ...base,
    failed: base.failed + (broken ? 1 : 0),
    seconds: Math.round((performance.now() - started) / 1000),
  };
}

async function lintStage(): Promise<Count> {
  const started = performance.now();
  const reports = await lint();
  for (const report of reports)
    process.stderr.write(
      `${report.ok ? '✓' : '✗'} ${report.name} (${report.ms} ms)\n${report.ok ? '' : `${report.words}\n`}`,
    );
  const failed = reports.filter((r) => !r.ok).length;
  return settle('lint', started, failed ? 1 : 0, { passed: reports.length - failed, failed, skipped: 0 });
}

async function vitestStage(project: string): Promise<Count> {
  const started = performance.now();
  const file = `${OUT}/${project}.json`;
  const code = await run([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = readReport<{
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
  }>(file);
  return settle(
    project,
    started,
    code,
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    },
  );
}

async function playwrightStage(stage: 'e2e' | 'electron'): Promise<Count> {
  const started = performance.now();
  const config = `test/${stage}/playwright.config.ts`;
  const code = await run(['node_modules/@playwright/test/cli.js', 'test', '--config', config]);
  const report = readReport<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number } }>(
    `${OUT}/${stage}.json`,
  );
  const stats = report?.stats;
  // A test that needed a second try is a failure here: money software has no "flaky".
  return settle(
    stage,
    started,
    code,
    stats ? { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped } : null,
  );
}

/** The stages of `npm test`, in their order. */
export const quickStages: Stages = {
  lint: lintStage,
  unit: () => vitestStage('unit'),
  devices: () => vitestStage('devices'),
  e2e: () => playwrightStage('e2e'),
  electron: () => playwrightStage('electron'),
};

/** What `npm run test:full` runs beside them. */
export const longStages: Stages = { full: () => vitestStage('full') };

/** Runs the stages one after the other; the last line is one plain sum over all runners, or with `json` one object. */
export async function runStages(stages: Stages, json: boolean): Promise<never> {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true, mode: 0o700 });
  const counts: Count[] = [];
  for (const [name, stage] of Object.entries(stages)) {
    process.stderr.write(`\n== ${name}\n`);
    counts.push(await stage());
  }
  const sum = (key: 'passed' | 'failed' | 'skipped'): number => counts.reduce((n, c) => n + c[key], 0);
  for (const c of counts)
    process.stderr.write(
      `${c.stage}: ${c.passed} passed, ${c.failed} failed, ${c.skipped} skipped in ${c.seconds} s\n`,
    );
  const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  if (json) console.log(JSON.stringify({ ok: total.failed === 0, ...total, stages: counts }));
  else console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exit(total.failed === 0 ? 0 : 1);
}
