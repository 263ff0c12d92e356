import type { Clock, Random } from '../../common/kernel/ports.ts';
import type { Audit } from '../ports.ts';
import type { Lane, OutboxRow } from '../store/outbox-rows.ts';
import type { Store } from '../store/store.ts';
import { type Backoff, backoffMs } from './backoff.ts';
import type { RowVerdict, Sink } from './sink.ts';

export interface PumpDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly audit: Audit;
  readonly backoff: Backoff;
  /** Runs inside the transaction that marks the row delivered. */
  readonly onDelivered: (row: OutboxRow, answer: string) => void;
  /** Runs inside the transaction that sets the row aside. */
  readonly onDead: (row: OutboxRow, reason: string) => void;
}

export interface Pump {
  /** Delivers all that is due, in batches, and returns when nothing more is due now. Single-flight. */
  flush(force: boolean): Promise<void>;
  /** Forgets a pause: it was planned by a clock that is not the same any more. */
  resume(): void;
  /** When the next flush makes sense, ms of the clock, or null. */
  nextAt(): number | null;
}

/** Rows in a row that got no usable answer alone: then it is the destination, not the row. */
const MISSES = 3;

/** One lane of the queue: claim, deliver, mark; a pause for all of it where its destination is down. */
export function createPump(lane: Lane, sink: Sink, deps: PumpDeps): Pump {
  const destination = lane === 'operator' ? 'operator' : 'his';
  const { store, clock, random, audit } = deps;
  let failures = 0;
  let pausedUntil = 0;
  let flight: Promise<void> | null = null;
  /** A flush broke off: rows may still be marked as in its hands. */
  let broken = false;
  /** Rows that still go one by one, because a batch came to nothing and one of its rows may be why. */
  let alone = 0;
  let misses = 0;

  const claim = (limit: number): { lease: string; rows: readonly OutboxRow[] } => {
    const lease = Buffer.from(random.bytes(8)).toString('hex');
    return { lease, rows: store.transaction(() => store.outbox.claim(lane, lease, limit, clock.now())) };
  };

  const mark = (row: OutboxRow, lease: string, verdict: RowVerdict): void => {
    const facts = { row: row.id, kind: row.kind, destination };
    store.transaction(() => {
      if (verdict.kind === 'delivered') {
        if (!store.outbox.finish(row.id, lease, 'delivered', null, clock.now())) return;
        // A checkpoint tells of the audit chain; a row that tells of the checkpoint would ask for the next one.
        if (row.kind !== 'audit-checkpoint') audit('queue.delivered', facts);
        deps.onDelivered(row, verdict.answer);
      } else if (verdict.kind === 'dead') {
        if (!store.outbox.finish(row.id, lease, 'dead', verdict.reason, clock.now())) return;
        audit('queue.dead-letter', facts);
        deps.onDead(row, verdict.reason);
      } else {
        const wait = backoffMs(random, deps.backoff, row.attempts, null);
        if (store.outbox.retry(row.id, lease, clock.now() + wait, verdict.reason, true)) audit('queue.failed', facts);
      }
    });
  };

  const giveBack = (rows: readonly OutboxRow[], lease: string, reason: string, nextAt: number): void => {
    if (rows.length === 0) return;
    store.transaction(() => {
      for (const row of rows) store.outbox.retry(row.id, lease, nextAt, reason, true);
      audit('queue.failed', { destination, rows: rows.length, reason });
    });
  };

  /** Returns false where the destination is down, which ends the flush. */
  const deliver = async (rows: readonly OutboxRow[], lease: string): Promise<boolean> => {
    const delivery = await sink.deliver(rows);
    if (delivery.kind === 'answered') {
      failures = 0;
      misses = 0;
      alone = Math.max(0, alone - rows.length);
      for (const [index, row] of rows.entries()) {
        mark(row, lease, delivery.verdicts[index] ?? { kind: 'later', reason: 'no answer for this row' });
      }
      return true;
    }
    if (delivery.kind === 'unavailable') {
      const [row] = rows;
      if (delivery.suspect === true && rows.length > 1) alone = rows.length;
      if (delivery.suspect === true && row !== undefined && rows.length === 1 && ++misses < MISSES) {
        // It waits by itself, and its group with it; the others do not.
        mark(row, lease, { kind: 'later', reason: delivery.reason });
        return true;
      }
      misses = 0;
      pausedUntil = clock.now() + backoffMs(random, deps.backoff, failures, delivery.retryAfterMs);
      failures += 1;
      giveBack(rows, lease, delivery.reason, pausedUntil);
      return false;
    }
    const [first, ...others] = rows;
    if (first !== undefined && others.length === 0) {
      mark(first, lease, { kind: 'dead', reason: delivery.reason });
      return true;
    }
    for (const [index, row] of rows.entries()) {
      if (await deliver([row], lease)) continue;
      giveBack(rows.slice(index + 1), lease, 'the destination went away', pausedUntil);
      return false;
    }
    return true;
  };

  const run = async (force: boolean): Promise<void> => {
    if (force) pausedUntil = 0;
    // There is one flush at a time, so no other has rows of this lane in its hands.
    if (broken) store.transaction(() => store.outbox.takeBack(lane));
    broken = true;
    await deliverDue();
    broken = false;
  };

  const deliverDue = async (): Promise<void> => {
    while (clock.now() >= pausedUntil) {
      // A look first: a claim that finds nothing would be a write all the same.
      const due = store.outbox.nextDue(lane);
      if (due === null || due > clock.now()) return;
      const { lease, rows } = claim(alone > 0 ? 1 : sink.batch);
      if (rows.length === 0 || !(await deliver(rows, lease))) return;
    }
  };

  return {
    async flush(force) {
      // Who comes while one runs waits for it and then looks again: its own row may have come after the last claim.
      while (flight !== null) await flight;
      flight = run(force).finally(() => {
        flight = null;
      });
      return flight;
    },
    resume() {
      pausedUntil = 0;
    },
    nextAt() {
      if (broken && flight === null) return clock.now();
      const due = store.outbox.nextDue(lane);
      return due === null ? null : Math.max(due, pausedUntil);
    },
  };
}
