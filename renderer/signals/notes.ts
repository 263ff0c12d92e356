import type { Signal } from './due.ts';

/** One tone: its pitch, when it begins after the signal does, how long it is, and how loud (0 to 1). */
export interface Note {
  readonly hz: number;
  readonly atMs: number;
  readonly ms: number;
  readonly gain: number;
}

const SOFT = 0.25;
const LOUD = 0.6;

/**
 * The three signals, which differ in rhythm as well as in pitch. All tones are between 600 and 1200 Hz, where people who
 * hear high tones no more still hear (ISO 7731: at least one part below 1500 Hz).
 */
export const notes: Readonly<Record<Signal, readonly Note[]>> = {
  ask: [
    { hz: 660, atMs: 0, ms: 180, gain: SOFT },
    { hz: 880, atMs: 240, ms: 260, gain: SOFT },
  ],
  card: [0, 1, 2].map((index) => ({ hz: 880, atMs: index * 260, ms: 160, gain: SOFT })),
  alarm: [0, 1, 2, 3, 4, 5].map((index) => ({
    hz: index % 2 === 0 ? 1000 : 750,
    atMs: index * 300,
    ms: 260,
    gain: LOUD,
  })),
};

/** How long a signal is heard, ms. */
export function lengthMs(signal: Signal): number {
  return Math.max(...notes[signal].map(({ atMs, ms }) => atMs + ms));
}
