/** The bars of our own share of a wait, ms, on a machine that does the yardstick's work in its time. */
export const bars = { cardToName: 150, prepare: 100, settle: 100 } as const;
export type Step = keyof typeof bars;
/** What the fixed work takes there, ms. */
export const YARDSTICK_MS = 4;
/** A slower or busier machine stretches the bars, but not further: what burns processor may not hide behind itself. */
export const MOST = 3;

const text = JSON.stringify(Array.from({ length: 2000 }, (_, id) => ({ id, name: `row ${id}`, state: 'waiting' })));
/** What a fixed work takes now, ms by the clock. */
export function yardstick(): number {
  const begun = performance.now();
  for (let round = 0; round < 4; round++) JSON.stringify(JSON.parse(text));
  return performance.now() - begun;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** How many times slower than its time the machine did the yardstick's work; never below 1. */
export const slowness = (yardsticks: readonly number[]): number => Math.max(1, median(yardsticks) / YARDSTICK_MS);

/**
 * What a median of our own share comes to. `beside`: the slowness between the same sessions, with our processes running;
 * `alone`: before any of them ran. Over the stretched bar is not measured only where the machine alone is beyond the most
 * that a bar is stretched; where it became so beside our processes, they are what it may be slow from.
 */
export function judge(step: Step, ms: number, beside: number, alone: number): 'held' | 'missed' | 'notMeasured' {
  if (ms <= bars[step] * Math.min(beside, MOST)) return 'held';
  return alone > MOST ? 'notMeasured' : 'missed';
}
