import { createHash } from 'node:crypto';
import { INVARIANTS, type Invariant } from './check/finding.ts';
import { FAULT_KINDS, type FaultKind } from './plan/kinds.ts';

export const OUTCOMES = ['settled', 'refused', 'notSent', 'foundBy5203', 'reversed', 'workList'] as const;
export type OutcomeName = (typeof OUTCOMES)[number];

/** What one schedule gave, small enough to be sent between workers by the thousand. */
export interface Verdict {
  readonly seed: number;
  /** Eight bytes over everything that happened, hex. */
  readonly digest: string;
  readonly findings: readonly { readonly invariant: Invariant; readonly what: string }[];
  readonly faults: readonly (readonly [FaultKind, number])[];
  /** What struck where: "P4 dns". */
  readonly cells: readonly (readonly [string, number])[];
  readonly outcomes: Readonly<Record<OutcomeName, number>>;
  readonly crashes: number;
  /** A 2207 or 2304 went out. */
  readonly sent2207: boolean;
  /** What callers at the counter did and met. */
  readonly desk: DeskFigures;
  /** For schedules whose centre keeps no fences: what came after its own 2601, and how much of it a person knows. */
  readonly noFence: { readonly late: number; readonly onWorkList: number } | null;
}

/**
 * Settlements of stays, refunds that were asked for and done, answers that did not reach their client, and answers that
 * came of an earlier asking under the same key.
 */
export interface DeskFigures {
  readonly stays: number;
  readonly refunds: number;
  readonly unanswered: number;
  readonly replayed: number;
}

export interface Figures {
  seeds: number;
  violations: number;
  readonly byInvariant: Record<string, number>;
  readonly faultsByKind: Record<string, number>;
  readonly faultsByPoint: Record<string, number>;
  readonly outcomes: Record<OutcomeName, number>;
  crashes: number;
  sent2207: number;
  readonly desk: { -readonly [name in keyof DeskFigures]: number };
  readonly noFence: { seeds: number; late: number; onWorkList: number };
}

export function newFigures(): Figures {
  return {
    seeds: 0,
    violations: 0,
    byInvariant: Object.fromEntries(Object.keys(INVARIANTS).map((name) => [name, 0])),
    faultsByKind: Object.fromEntries(FAULT_KINDS.map((name) => [name, 0])),
    faultsByPoint: {},
    outcomes: { settled: 0, refused: 0, notSent: 0, foundBy5203: 0, reversed: 0, workList: 0 },
    crashes: 0,
    sent2207: 0,
    desk: { stays: 0, refunds: 0, unanswered: 0, replayed: 0 },
    noFence: { seeds: 0, late: 0, onWorkList: 0 },
  };
}

const DESK = ['stays', 'refunds', 'unanswered', 'replayed'] as const satisfies readonly (keyof DeskFigures)[];

/** Counts one schedule. `violations` counts schedules, `byInvariant` schedules per invariant. */
export function count(figures: Figures, verdict: Verdict): void {
  figures.seeds += 1;
  if (verdict.findings.length > 0) figures.violations += 1;
  for (const name of new Set(verdict.findings.map(({ invariant }) => invariant))) add(figures.byInvariant, name, 1);
  for (const [kind, times] of verdict.faults) add(figures.faultsByKind, kind, times);
  for (const [cell, times] of verdict.cells) add(figures.faultsByPoint, cell, times);
  for (const name of OUTCOMES) figures.outcomes[name] += verdict.outcomes[name];
  figures.crashes += verdict.crashes;
  if (verdict.sent2207) figures.sent2207 += 1;
  for (const name of DESK) figures.desk[name] += verdict.desk[name];
  if (verdict.noFence === null) return;
  figures.noFence.seeds += 1;
  figures.noFence.late += verdict.noFence.late;
  figures.noFence.onWorkList += verdict.noFence.onWorkList;
}

function add(record: Record<string, number>, name: string, times: number): void {
  record[name] = (record[name] ?? 0) + times;
}

/** One digest over the schedules in the order of their seeds, whoever ran them. */
export function digestOf(digests: readonly string[]): string {
  const hash = createHash('sha256');
  for (const one of digests) hash.update(one);
  return hash.digest('hex').slice(0, 32);
}
