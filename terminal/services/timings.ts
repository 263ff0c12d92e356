import type { Clock } from '../../common/kernel/ports.ts';
import type { Timing } from '../ports.ts';

/** One measured step: wall time and our own share of it, ms. */
export interface TimedStep {
  readonly step: string;
  readonly ms: number;
  readonly ownMs: number;
}

/** A step that is being measured. `theirs` takes what belongs to a card, a printer or another server. */
export interface Running {
  end(theirs?: number): void;
  /** Forgets it: what was begun came to nothing. */
  drop(): void;
}

export interface Timings {
  /** For parts that measure themselves (calls to centre and HIS). Counts into every step that runs. */
  readonly record: Timing;
  /** Begins a step. `parallel`: calls inside it overlap, so only the longest of them is somebody else's time. */
  begin(step: string, parallel?: boolean): Running;
  rows(): readonly TimedStep[];
}

const KEPT = 500;

/** A ring of the last durations (DESIGN §4, own share = wall − card − printer − the other side's Server-Timing). */
export function createTimings(clock: Clock): Timings {
  const rows: TimedStep[] = [];
  const open = new Set<(theirs: number) => void>();
  const keep = (row: TimedStep): void => {
    rows.push(row);
    if (rows.length > KEPT) rows.shift();
  };
  return {
    record(step, ms, ownMs) {
      keep({ step, ms, ownMs });
      for (const add of open) add(Math.max(0, ms - ownMs));
    },
    begin(step, parallel = false) {
      const startedAt = clock.monotonic();
      let theirs = 0;
      const add = (ms: number): void => {
        theirs = parallel ? Math.max(theirs, ms) : theirs + ms;
      };
      open.add(add);
      return {
        end(more = 0) {
          if (!open.delete(add)) return;
          const ms = clock.monotonic() - startedAt;
          keep({ step, ms, ownMs: Math.max(0, ms - theirs - more) });
        },
        drop() {
          open.delete(add);
        },
      };
    },
    rows: () => [...rows],
  };
}
