import type { AuditCheckpoint } from '../../common/contracts/operator/checkpoints.ts';
import { formatDateTime } from '../../common/kernel/dates.ts';
import { type Clock, sleep } from '../../common/kernel/ports.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Store } from '../store/store.ts';

export interface CheckpointDeps {
  readonly store: Pick<Store, 'transaction' | 'audit' | 'outbox'>;
  readonly outbox: Pick<Outbox, 'enqueue' | 'drain'>;
  readonly clock: Clock;
  readonly report: (what: string, cause: unknown) => void;
}

export interface Checkpoints {
  /** In the transaction of new rows: a checkpoint goes along where enough have come since the last one. */
  appended(seq: number): void;
  /** One now, then one after every quarter of an hour in which rows came. */
  start(): void;
  /** One last checkpoint, and a moment for it to arrive. */
  stop(): Promise<void>;
}

/** Rows after which the operator hears of the chain anew. */
export const CHECKPOINT_ROWS = 256;
const EVERY_MS = 900_000;
/** What an orderly stop waits for the operator; a checkpoint that did not arrive goes first at the next start. */
const LAST_WORD_MS = 400;
const GROUP = 'audit';

/**
 * Tells the operator how far the audit chain has come, as rows of the queue. At most one waits there: a second could
 * not arrive before it, and would say nothing that one made later does not say better.
 */
export function createCheckpoints({ store, outbox, clock, report }: CheckpointDeps): Checkpoints {
  let cancel = (): void => {};
  let over = false;

  /** True where there was something to tell and nothing in its way. */
  const tell = (): boolean => {
    const identity = store.audit.identity();
    const head = store.audit.head();
    const previous = store.audit.told();
    if (identity === null || head.seq <= (previous?.seq ?? 0)) return false;
    if (store.outbox.pending('operator', GROUP) > 0) return false;
    const { chain, slot } = identity;
    const body: AuditCheckpoint = { chain, slot, ...head, at: formatDateTime(clock.now()), previous };
    const told = { ...body, previous: previous && { ...previous } };
    outbox.enqueue({ destination: 'operator', kind: 'audit-checkpoint', group: GROUP, body: told });
    store.audit.tell(head);
    return true;
  };

  const tellNow = (): boolean => {
    try {
      return store.transaction(tell);
    } catch (cause) {
      report('an audit checkpoint could not be written', cause);
      return false;
    }
  };

  /** What waits goes first; then the newest. A destination that is away, or a database that fails, is not ours to tell. */
  const speak = async (): Promise<void> => {
    const arrived = (): Promise<boolean> => outbox.drain('operator', GROUP).catch(() => false);
    await arrived();
    if (!over && tellNow()) await arrived();
  };

  const turn = (): void => {
    void speak();
    cancel = clock.after(EVERY_MS, turn);
  };

  return {
    appended(seq) {
      if (seq - (store.audit.told()?.seq ?? 0) >= CHECKPOINT_ROWS) tell();
    },
    start: turn,
    async stop() {
      cancel();
      await Promise.race([speak(), sleep(clock, LAST_WORD_MS)]);
      over = true;
    },
  };
}
