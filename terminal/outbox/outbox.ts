import type { RecordKind } from '../../common/contracts/operator/records.ts';
import { formatDateTime } from '../../common/kernel/dates.ts';
import type { Clock, Random } from '../../common/kernel/ports.ts';
import type { HisNotice } from '../gateways/his/port.ts';
import type { Audit } from '../ports.ts';
import { storeFailure } from '../store/open.ts';
import type { Destination, JsonObject, Lane, OutboxRow, OutboxState } from '../store/outbox-rows.ts';
import type { Store } from '../store/store.ts';
import type { Backoff } from './backoff.ts';
import { createFollowUp } from './follow-up.ts';
import { createPump } from './pump.ts';
import type { Sink } from './sink.ts';

/** What may be told: records for the operator, calls for the HIS. */
export type Enqueue =
  | {
      readonly destination: 'operator';
      readonly kind: RecordKind;
      readonly group: string;
      readonly body: JsonObject;
    }
  | {
      readonly destination: 'his';
      readonly kind: HisNotice;
      readonly group: string;
      /** Whose bill it is about: a client of the HIS API; missing or null: the outside HIS. */
      readonly client?: string | null;
      readonly body: JsonObject;
    };

export interface Outbox {
  /** Adds a row; only inside the transaction of the fact that it reports. Call `kick` after the commit. */
  enqueue(row: Enqueue): void;
  /** Delivers soon, in the background; inside a transaction, after its end. */
  kick(): void;
  /**
   * Everything that waits is due now: the clock was set, or the terminal stood still, so no planned moment is right.
   * `movedMs`: how far the clock was set; back (negative), and the age of what waits is unknown from now on.
   */
  wake(movedMs?: number): void;
  /** Takes back the claims of a process that is gone, then delivers from now on. */
  start(): void;
  /** Stops; resolves when nothing is under way. Undelivered rows stay for the next start. */
  stop(): Promise<void>;
  /** Delivers whatever is due now and resolves when that has been tried. */
  flush(): Promise<void>;
  /** Tries at once to deliver a group's rows; true where none is left undelivered. */
  drain(destination: Destination, group: string): Promise<boolean>;
  /** Rows that wait or are in flight. */
  undelivered(): number;
  status(): {
    readonly counts: { readonly [state in OutboxState]: number };
    readonly oldestWaitingSeconds: number | null;
  };
  /** Newest first. */
  list(limit: number): readonly OutboxRow[];
  show(id: number): OutboxRow | null;
}

export interface OutboxDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly audit: Audit;
  readonly sinks: { readonly [destination in Destination]: Sink };
  readonly backoff?: Backoff;
}

const BACKOFF: Backoff = { baseMs: 1000, capMs: 300_000 };
/** No row waits longer than this for its next try: the cap of the backoff and of `retry-after` together. */
const LONGEST_WAIT_MS = 3_900_000;
/** Audit rows that are looked at for the latest moment before this start. */
const LAST_ACTS = 50;
/** Pause after the database failed. */
const AFTER_FAILURE_MS = 5000;
const LANES = ['client', 'his', 'operator'] as const satisfies readonly Lane[];

/** The one queue of the terminal (DESIGN §4, Queue): rows are never deleted, not even delivered or dead ones. */
export function createOutbox(deps: OutboxDeps): Outbox {
  const { store, clock, random, audit } = deps;
  let running = false;
  let stopped = false;
  let failedUntil = 0;
  let cancelTimer = (): void => {};
  const busy = new Set<Promise<void>>();

  const enqueue = (row: Enqueue): void => {
    const key = Buffer.from(random.bytes(16)).toString('hex');
    const nowMs = clock.now();
    store.outbox.insert({ ...row, key, occurredAt: formatDateTime(nowMs), nowMs });
  };

  const pumpDeps = {
    ...deps,
    backoff: deps.backoff ?? BACKOFF,
    ...createFollowUp({ store, clock, audit, tell: (record) => enqueue({ destination: 'operator', ...record }) }),
  };
  const pumps = {
    operator: createPump('operator', deps.sinks.operator, pumpDeps),
    his: createPump('his', deps.sinks.his, pumpDeps),
    client: createPump('client', deps.sinks.his, pumpDeps),
  };

  const track = (work: Promise<void>): void => {
    const done = (): void => {
      busy.delete(work);
    };
    busy.add(work);
    work.then(done, done);
  };

  /** Side by side, so that a slow HIS holds nothing up; then what the HIS confirmed goes to the operator. */
  const flushAll = async (): Promise<void> => {
    try {
      await Promise.all(LANES.map((lane) => pumps[lane].flush(false)));
      await pumps.operator.flush(false);
    } catch (cause) {
      // The sinks never throw, so this is the database, or a bug. The rows are safe: the queue goes on after a while.
      const code = storeFailure(cause) ?? (cause instanceof Error ? cause.name : 'unknown error');
      if (!stopped) audit('store.failed', { code });
      failedUntil = clock.now() + AFTER_FAILURE_MS;
    }
  };

  const schedule = (): void => {
    cancelTimer();
    if (!running) return;
    const times = LANES.map((lane) => pumps[lane].nextAt()).filter((at) => at !== null);
    if (times.length === 0) return;
    const wait = Math.max(20, Math.min(...times) - clock.now(), failedUntil - clock.now());
    // A wait that we never ask for: the clock went back.
    if (wait > LONGEST_WAIT_MS) unstick();
    cancelTimer = clock.after(Math.min(wait, LONGEST_WAIT_MS), kick);
  };

  /** The latest moment that this journal has seen; this start's own audit rows stand among the newest. */
  const latestWritten = (): number => Math.max(store.outbox.newestAt() ?? 0, store.audit.latestAt(LAST_ACTS) ?? 0);

  const unstick = (): void => {
    const latest = clock.now() + LONGEST_WAIT_MS;
    store.transaction(() => store.outbox.clamp(latest));
    for (const lane of LANES) pumps[lane].resume();
  };

  const kick = (): void => {
    if (!running) return;
    // Nothing leaves before the commit of the fact that it reports.
    if (store.inTransaction()) {
      store.onEnd(kick);
      return;
    }
    track(flushAll().then(plan));
  };

  /** The next flush: when one is due, or in a while where the database does not say. */
  const plan = (): void => {
    try {
      schedule();
    } catch {
      if (running) cancelTimer = clock.after(AFTER_FAILURE_MS, kick);
    }
  };

  return {
    enqueue,
    kick,
    wake(movedMs = 0) {
      if (!running) return;
      try {
        store.transaction(() => {
          if (movedMs < 0) store.outbox.clockWentBack();
          store.outbox.clamp(clock.now());
        });
      } catch (cause) {
        // What is due stays due: the next flush meets the same database and says so.
        if (storeFailure(cause) === null) throw cause;
      }
      failedUntil = 0;
      for (const lane of LANES) pumps[lane].resume();
      kick();
    },
    start() {
      store.transaction(() => {
        if (clock.now() < latestWritten()) store.outbox.clockWentBack();
        for (const lane of LANES) store.outbox.takeBack(lane);
      });
      unstick();
      running = true;
      stopped = false;
      kick();
    },
    async stop() {
      running = false;
      stopped = true;
      cancelTimer();
      await Promise.allSettled([...busy]);
    },
    flush: flushAll,
    async drain(destination, group) {
      if (store.outbox.pending(destination, group) === 0) return true;
      store.transaction(() => store.outbox.hurry(destination, group, clock.now()));
      // What goes to a client does not wait for the time-outs of a HIS that is down.
      if (destination === 'his') await pumps.client.flush(true);
      if (store.outbox.pending(destination, group) > 0) await pumps[destination].flush(true);
      // Another flush may have ended meanwhile: to it these rows were in our hands, and not due.
      plan();
      return store.outbox.pending(destination, group) === 0;
    },
    undelivered: store.outbox.undelivered,
    status() {
      const oldest = store.outbox.oldestWaiting();
      return {
        counts: store.outbox.counts(),
        oldestWaitingSeconds: oldest === null ? null : Math.max(0, Math.floor((clock.now() - oldest) / 1000)),
      };
    },
    list: (limit) => store.outbox.list(limit),
    show: (id) => store.outbox.get(id),
  };
}
