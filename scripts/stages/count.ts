/** What one stage of a test run came to. */
export interface Count {
  readonly stage: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
}

export type Tally = Pick<Count, 'passed' | 'failed' | 'skipped'>;

/**
 * The count of a stage that began at `started` (ms of `performance.now()`) and ended with this exit code.
 * A runner that ends badly without a failed test (a crash, no tests) counts as one failure: never a silent pass.
 */
export function settle(stage: string, started: number, code: number, counts: Tally | null): Count {
  const base = counts ?? { passed: 0, failed: 0, skipped: 0 };
  const broken = (code !== 0 && base.failed === 0) || base.passed + base.failed === 0;
  return {
    stage,
    ...base,
    failed: base.failed + (broken ? 1 : 0),
    seconds: Math.round((performance.now() - started) / 1000),
  };
}

/** The sum over all stages. */
export function sum(counts: readonly Count[]): Tally {
  const total = (key: keyof Tally): number => counts.reduce((n, count) => n + count[key], 0);
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') };
}
