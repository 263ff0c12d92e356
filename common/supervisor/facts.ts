import { type Crashes, createCrashes } from './crashes.ts';
import type { Limits, PartName } from './limits.ts';

/** What is known of one part. Times are monotonic, ms. */
export interface Facts {
  /** `killed`: told to end, not yet gone. */
  state: 'down' | 'starting' | 'up' | 'killed';
  /** Of its start. */
  since: number;
  /** Of its last sign of life. */
  sign: number;
  /** Whether this run of it ever gave one (screen: proof of a drawn frame). */
  proved: boolean;
  /** Wait before the start that follows its end; null: none follows. */
  restartInMs: number | null;
  /** Since when it is not there: its first start, or when it was found in trouble; null: it is there. */
  awaySince: number | null;
  cancelStart: () => void;
  readonly crashes: Crashes;
}

export type AllFacts = Readonly<Record<PartName, Facts>>;

export function freshFacts(limits: Limits): AllFacts {
  const fresh = (): Facts => ({
    state: 'down',
    since: 0,
    sign: 0,
    proved: false,
    restartInMs: null,
    awaySince: null,
    cancelStart: () => undefined,
    crashes: createCrashes(limits),
  });
  return { terminal: fresh(), host: fresh(), screen: fresh() };
}
