import { parseDateTime } from '../../common/kernel/dates.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import type { Audit } from '../ports.ts';
import type { BodyMark } from '../store/message-bodies.ts';
import { storeFailure } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { reducedBody } from './reduced-body.ts';
import { dayAfter } from './schedule.ts';

const DAY_MS = 86_400_000;
/** Bodies of requests and replies are kept until their day has been compared, and this long after it (DESIGN §4, Store). */
const KEEP_MS = 30 * DAY_MS;
/** After the start, and then again and again. */
const [FIRST_MS, AGAIN_MS] = [10 * 60_000, 6 * 3_600_000];
/** Messages of one transaction, and the pause after it, ms: nobody waits noticeably for either. */
const SLICE = 100;
const PAUSE_MS = 10;

export interface RetentionDeps {
  readonly store: Pick<Store, 'transaction' | 'bodies'>;
  readonly clock: Clock;
  readonly audit: Audit;
}

export interface Retention {
  /** Looks now and then from now on, and works while `idle`. */
  start(idle: () => boolean): void;
  stop(): void;
}

/** Reduces the bodies of messages whose time is over to hash and amounts, a slice at a time, each with its audit row. */
export function createRetention({ store, clock, audit }: RetentionDeps): Retention {
  let stopped = false;
  let cancel = (): void => {};

  /** One transaction; where the walk then stands, or null at its end. */
  const slice = (beforeMs: number, cutoffMs: number, mark: BodyMark): BodyMark | null => {
    const due = store.bodies.due(beforeMs, cutoffMs, mark, SLICE);
    const last = due.at(-1);
    if (last === undefined) return null;
    store.transaction(() => {
      for (const { id, infno, request, reply } of due) {
        store.bodies.reduce(id, reducedBody(infno, request), reply === null ? null : reducedBody(infno, reply));
      }
      audit('messages.reduced', { messages: due.length, from: due[0]?.id ?? last.id, to: last.id });
    });
    return due.length < SLICE ? null : { createdAt: last.createdAt, id: last.id };
  };

  const walk = (idle: () => boolean, beforeMs: number, cutoffMs: number, mark: BodyMark): void => {
    if (stopped) return;
    let next: BodyMark | null = null;
    try {
      next = idle() ? slice(beforeMs, cutoffMs, mark) : null;
    } catch (cause) {
      const code = storeFailure(cause);
      if (code === null) throw cause;
      audit('store.failed', { code });
    }
    cancel =
      next === null
        ? clock.after(AGAIN_MS, () => look(idle))
        : clock.after(PAUSE_MS, () => walk(idle, beforeMs, cutoffMs, next));
  };

  const look = (idle: () => boolean): void => {
    const cutoffMs = clock.now() - KEEP_MS;
    const until = store.bodies.comparedUntil(cutoffMs);
    const end = until === null ? null : parseDateTime(`${dayAfter(until)} 00:00:00`);
    walk(idle, Math.min(end ?? 0, cutoffMs), cutoffMs, { createdAt: Number.MIN_SAFE_INTEGER, id: 0 });
  };

  return {
    start(idle) {
      cancel = clock.after(FIRST_MS, () => look(idle));
    },
    stop() {
      stopped = true;
      cancel();
    },
  };
}
