import { existsSync, readFileSync } from 'node:fs';
import { lint } from '../lint.ts';
import { type Count, settle } from './count.ts';
import { run, type Words } from './runner.ts';

/** Where the runners leave their own reports. */
export const OUT = 'out/test';

/** One part of a test run. */
export type Stage = (words: Words) => Promise<Count>;
/** Stages one after the other, beside other lanes. */
export type Lane = Readonly<Record<string, Stage>>;

/** Pure tests give way to those that look at a clock. */
const YIELDS = 10;

function readReport<T>(file: string): T | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
}

const lintStage: Stage = async (words) => {
  const started = performance.now();
  const reports = await lint();
  for (const { ok, name, ms, words: said } of reports)
    words.say(`${ok ? '✓' : '✗'} ${name} (${ms} ms)\n${ok ? '' : `${said}\n`}`);
  const failed = reports.filter(({ ok }) => !ok).length;
  return settle('lint', started, failed ? 1 : 0, { passed: reports.length - failed, failed, skipped: 0 });
};

function vitest(project: string, niceness: number): Stage {
  return async (words) => {
    const started = performance.now();
    const file = `${OUT}/${project}.json`;
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const args = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...reporters];
    const code = await run(args, words, niceness);
    const report = readReport<{
      numPassedTests: number;
      numFailedTests: number;
      numPendingTests: number;
      numTodoTests: number;
    }>(file);
    const counts = report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    };
    return settle(project, started, code, counts);
  };
}

function playwright(stage: 'e2e' | 'electron'): Stage {
  return async (words) => {
    const started = performance.now();
    const config = `test/${stage}/playwright.config.ts`;
    const code = await run(['node_modules/@playwright/test/cli.js', 'test', '--config', config], words);
    const report = readReport<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number } }>(
      `${OUT}/${stage}.json`,
    );
    const stats = report?.stats;
    // A test that needed a second try is a failure here: money software has no "flaky".
    const counts = stats && {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
    };
    return settle(stage, started, code, counts ?? null);
  };
}

/**
 * `npm test`: real devices, processes and browsers mostly wait, so what only computes runs beside them. Devices are
 * one lane because they share the PC/SC service; the other lane yields, for among them are tests that look at a clock.
 */
export const quickLanes: readonly Lane[] = [
  { devices: vitest('devices', 0), e2e: playwright('e2e'), electron: playwright('electron') },
  { lint: lintStage, unit: vitest('unit', YIELDS), screens: vitest('screens', YIELDS) },
];

/** What `npm run test:full` runs after them. */
export const longLanes: readonly Lane[] = [{ full: vitest('full', 0) }];
