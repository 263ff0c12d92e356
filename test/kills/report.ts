import type { Verdict } from './judge.ts';
import type { Kill } from './lane.ts';
import { OPEN_STATES } from './matters.ts';
import type { Run } from './plan.ts';
import { pointName, points } from './points.ts';
import type { Witnesses } from './witnesses.ts';

/** What `npm run kills -- --json` prints. */
export interface KillsReport {
  readonly seed: number;
  readonly kills: number;
  /** Kills with a settlement open: its intent durable and its outcome not, or on its way back and not yet there. */
  readonly inFlight: number;
  /** Kills by the settlement's state at that moment. */
  readonly byState: Readonly<Record<string, number>>;
  readonly lost: number;
  readonly doubled: number;
  readonly duplicateOriginals: number;
  readonly unresolved: number;
  /** Of the chance that one kill ends badly: one-sided, 95 %. */
  readonly upperBound95: number;
  /** Kills at each labelled point, and at random moments. */
  readonly byPoint: Readonly<Record<string, number>>;
  /** How the visits ended at the centre. */
  readonly byEnd: Readonly<Record<string, number>>;
  /** What was put on the work-list, by kind: decided matters that somebody should see, and the planted differences. */
  readonly byWorklist: Readonly<Record<string, number>>;
  /** Points that did not come although they were aimed at; the process was killed a little later. */
  readonly missed: number;
  /** Runs that broke off: harness or terminal did not go on. None of their kills is counted above. */
  readonly broken: number;
  /** Points that did not come in any of several tries: their names say something that production no longer does. */
  readonly unreached: readonly string[];
  readonly seconds: number;
}

/** Sums up as the campaign goes. */
export interface Tally {
  addKills(run: Run, kills: readonly Kill[]): void;
  addVisit(witnesses: Witnesses, verdict: Verdict): void;
  /** Something that is wrong with a whole ledger, beside what its visits showed. */
  addLoss(count: number): void;
  addBroken(): void;
  /** A point that did not come however often it was aimed at. */
  addUnreached(point: string): void;
  report(seed: number, seconds: number): KillsReport;
}

function bump(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

/** Chance of at most `bad` bad ends in `n`, each with probability `p`. */
function atMost(bad: number, n: number, p: number): number {
  let term = (1 - p) ** n;
  let sum = term;
  for (let k = 1; k <= bad; k++) {
    term *= ((n - k + 1) / k) * (p / (1 - p));
    sum += term;
  }
  return sum;
}

/** Clopper-Pearson: the largest probability under which so few bad ends are not yet less likely than 5 %. */
export function upperBound95(bad: number, n: number): number {
  if (n === 0 || bad >= n) return 1;
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (atMost(bad, n, middle) > 0.05) low = middle;
    else high = middle;
  }
  return Number(high.toPrecision(3));
}

export function createTally(): Tally {
  const unreached: string[] = [];
  const byState: Record<string, number> = {};
  const byEnd: Record<string, number> = {};
  const byWorklist: Record<string, number> = {};
  const byPoint: Record<string, number> = Object.fromEntries(points.map((point) => [pointName(point), 0]));
  const sums = {
    kills: 0,
    inFlight: 0,
    lost: 0,
    doubled: 0,
    duplicateOriginals: 0,
    unresolved: 0,
    missed: 0,
    broken: 0,
    bad: 0,
  };

  return {
    addKills(run, kills) {
      for (const [index, { at, state }] of kills.entries()) {
        sums.kills += 1;
        bump(byState, state);
        if (OPEN_STATES.has(state)) sums.inFlight += 1;
        if (at.startsWith('missed')) sums.missed += 1;
        const random = `${index === 0 ? 'session' : 'recovery'}/random`;
        bump(byPoint, at === 'time' ? random : `${run.way[index]}/${at}`);
      }
    },
    addVisit({ matters }, verdict) {
      for (const { kind } of matters) bump(byWorklist, kind);
      bump(byEnd, verdict.end);
      sums.lost += verdict.lost.length > 0 ? 1 : 0;
      sums.doubled += verdict.doubled.length > 0 ? 1 : 0;
      sums.duplicateOriginals += verdict.duplicateOriginals;
      sums.unresolved += verdict.unresolved.length > 0 ? 1 : 0;
      if (isBad(verdict)) sums.bad += 1;
    },
    addLoss(count) {
      sums.lost += count;
      sums.bad += count;
    },
    addBroken() {
      sums.broken += 1;
    },
    addUnreached: (point) => void unreached.push(point),
    report: (seed, seconds) => {
      const { bad, missed, broken, ...figures } = sums;
      return {
        seed,
        ...figures,
        byState,
        upperBound95: upperBound95(bad, sums.kills),
        byPoint,
        byEnd,
        byWorklist,
        missed,
        broken,
        unreached,
        seconds,
      };
    },
  };
}

export function isBad({ lost, doubled, duplicateOriginals, unresolved }: Verdict): boolean {
  return lost.length + doubled.length + duplicateOriginals + unresolved.length > 0;
}

/** Fewer kills than this say nothing of shares. */
const LEAST_FOR_SHARES = 20;

/** What of its promises a campaign did not keep; empty: all held. */
export function shortcomings(report: KillsReport, planned: number): readonly string[] {
  const { kills, inFlight, lost, doubled, duplicateOriginals, unresolved, broken, byPoint } = report;
  const found = Object.entries({ lost, doubled, duplicateOriginals, unresolved, broken })
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name}: ${count}`);
  for (const point of report.unreached) found.push(point);
  if (kills < planned) found.push(`${kills} kills instead of ${planned}`);
  // One run alone may well be one of the others.
  if (planned >= LEAST_FOR_SHARES && inFlight < kills * 0.8)
    found.push(`only ${inFlight} of ${kills} kills with a settlement open`);
  // A long campaign owes each point its share.
  const owed = Math.floor(planned / 200);
  for (const point of points) {
    const count = byPoint[pointName(point)] ?? 0;
    if (count < owed) found.push(`${pointName(point)}: ${count} kills instead of ${owed}`);
  }
  return found;
}
