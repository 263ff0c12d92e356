import type { AuditCode } from '../../common/contracts/audit.ts';
import { parseDateTime } from '../../common/kernel/dates.ts';
import type { Clock } from '../../common/kernel/ports.ts';
import type { Audit } from '../ports.ts';
import type { BodyMark, ComparedDay } from '../store/message-bodies.ts';
import { storeFailure } from '../store/open.ts';
import type { Store } from '../store/store.ts';
import { reducedBody, reducedText } from './reduced-body.ts';
import { dayAfter } from './schedule.ts';

const DAY_MS = 86_400_000;
/**
 * Bodies of requests and replies are kept until the day on which they were made has been compared, and this long after
 * it (DESIGN §4, Store): of a settlement in whatever state, for what was refused or reversed is what is disputed.
 */
const KEEP_MS = 30 * DAY_MS;
/** After the start, and then again and again; and after a moment at which somebody was there. */
const [FIRST_MS, AGAIN_MS, BUSY_MS] = [10 * 60_000, 6 * 3_600_000, 60_000];
/** Messages of one transaction, and the pause after it, ms: nobody waits noticeably for either. */
const SLICE = 100;
const PAUSE_MS = 10;

export interface RetentionDeps {
  readonly store: Pick<Store, 'transaction' | 'bodies' | 'collectionBodies'>;
  readonly clock: Clock;
  readonly audit: Audit;
}

export interface Retention {
  /** Looks now and then from now on, and works while `idle`. */
  start(idle: () => boolean): void;
  stop(): void;
}

/** What is kept for a time: messages to the centre, and requests to an external cashier. */
const SHELVES = ['messages', 'collections'] as const;
type Shelf = (typeof SHELVES)[number];
const ACT: Readonly<Record<Shelf, AuditCode>> = { messages: 'messages.reduced', collections: 'collections.reduced' };

/** What was made on a compared day, ms. */
interface Span {
  readonly shelf: Shelf;
  readonly from: number;
  readonly before: number;
  readonly cutoffMs: number;
}

/** Something whose time is over. */
interface Due extends BodyMark {
  readonly reduce: () => void;
}

/** A day counts as compared when that was done after it had ended. */
function spansOf({ day, finishedAt }: ComparedDay, cutoffMs: number): readonly Span[] {
  const [from, before] = [parseDateTime(`${day} 00:00:00`), parseDateTime(`${dayAfter(day)} 00:00:00`)];
  if (from === null || before === null || finishedAt < before) return [];
  return SHELVES.map((shelf) => ({ shelf, from, before, cutoffMs }));
}

/** Reduces bodies whose time is over to hash and amounts, a slice at a time, each with its audit row. */
export function createRetention({ store, clock, audit }: RetentionDeps): Retention {
  let stopped = false;
  let cancel = (): void => {};

  /** What is due on a shelf, each with the way to reduce it. */
  const dueOn = ({ shelf, before, cutoffMs }: Span, mark: BodyMark): readonly Due[] => {
    if (shelf === 'collections') {
      return store.collectionBodies.due(before, cutoffMs, mark, SLICE).map(({ id, createdAt, body }) => {
        return { id, createdAt, reduce: () => store.collectionBodies.reduce(id, reducedText(body)) };
      });
    }
    return store.bodies.due(before, cutoffMs, mark, SLICE).map(({ id, createdAt, infno, request, reply }) => {
      const kept = (body: Uint8Array | null) => (body === null ? null : reducedBody(infno, body));
      return { id, createdAt, reduce: () => store.bodies.reduce(id, reducedBody(infno, request), kept(reply)) };
    });
  };

  /** One transaction; where the walk over the day then stands, or null at its end. */
  const slice = (span: Span, mark: BodyMark): BodyMark | null => {
    const due = dueOn(span, mark);
    const last = due.at(-1);
    if (last === undefined) return null;
    store.transaction(() => {
      for (const { reduce } of due) reduce();
      audit(ACT[span.shelf], { [span.shelf]: due.length, from: due[0]?.id ?? last.id, to: last.id });
    });
    return due.length < SLICE ? null : { createdAt: last.createdAt, id: last.id };
  };

  /** What the store could not do is on record and tried again at the next look: null. */
  const guarded = <T>(work: () => T): { readonly done: T } | null => {
    try {
      return { done: work() };
    } catch (cause) {
      const code = storeFailure(cause);
      if (code === null) throw cause;
      audit('store.failed', { code });
      return null;
    }
  };

  /** Through the days one after the other; `mark`: where the walk over the first one stands. */
  const walk = (idle: () => boolean, days: readonly Span[], mark: BodyMark | null): void => {
    if (stopped) return;
    const [day, ...rest] = days;
    const free = day === undefined || idle();
    const sliced =
      day === undefined || !free ? null : guarded(() => slice(day, mark ?? { createdAt: day.from, id: 0 }));
    if (sliced === null) {
      cancel = clock.after(free ? AGAIN_MS : BUSY_MS, () => look(idle));
      return;
    }
    const next = sliced.done;
    cancel = clock.after(PAUSE_MS, () => walk(idle, next === null ? rest : days, next));
  };

  const look = (idle: () => boolean): void => {
    const cutoffMs = clock.now() - KEEP_MS;
    const compared = guarded(() => store.bodies.compared(cutoffMs));
    walk(idle, compared === null ? [] : compared.done.flatMap((day) => spansOf(day, cutoffMs)), null);
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
