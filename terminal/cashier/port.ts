import type { CollectionResult } from '../../common/contracts/session/collection.ts';
import type { Settled } from '../ports.ts';

/** One collection under way, for the person who stands there. */
export interface Collecting {
  /** Resolves at the limit at the latest, or soon after `stop`. Never rejects. */
  readonly result: Promise<CollectionResult>;
  /** She does not pay there: the cashier is told, and what it says then is the result. */
  stop(): void;
}

/**
 * The cash part of settlements that stand, handed to an external cashier. Nothing here changes a settlement: whatever
 * the cashier answers, or does not, the settlement stays as the centre confirmed it.
 */
export interface Collections {
  /** Stores the request durably, then asks for it until it is decided, stopped, or `limitMs` has passed. */
  collect(settled: Settled, limitMs: number): Collecting;
  /** At start: ends what a gone process had asked for, under its own key; its person has gone. */
  recover(): void;
  /** Starts nothing more; resolves when what is under way is recorded. What is open is taken up at the next start. */
  stop(): Promise<void>;
}
