import { seededRandom } from '../../../common/kernel/seeded.ts';
import { virtualClock } from '../../settlement/testing/virtual-clock.ts';
import { SqliteError } from '../../store/database.ts';
import { openStore } from '../../store/open.ts';
import type { Destination, JsonObject, OutboxRow } from '../../store/outbox-rows.ts';
import { createOutbox } from '../outbox.ts';
import type { Delivery, Sink } from '../sink.ts';
import { all } from './pump.ts';

export const full = () => new SqliteError('database or disk is full', 'SQLITE_FULL');

/** A queue over a store in memory, both destinations answering as they are told; `calls` are the groups of each request. */
export function makeQueue() {
  const opened = openStore({ memory: true }, () => new Uint8Array(32));
  if (!opened.ok) throw new Error(opened.error);
  const store = opened.value;
  const virtual = virtualClock();
  /** Timers that are set and neither fired nor cancelled. */
  let timers = 0;
  const clock = {
    ...virtual,
    after(ms: number, fn: () => void) {
      timers += 1;
      let over = false;
      const end = (): void => {
        if (!over) timers -= 1;
        over = true;
      };
      const cancel = virtual.after(ms, () => {
        end();
        fn();
      });
      return () => {
        end();
        cancel();
      };
    },
  };
  const audited: object[] = [];
  const calls: { readonly to: Destination; readonly at: number; readonly rows: readonly string[] }[] = [];
  const answers: { [to in Destination]: (rows: readonly OutboxRow[]) => Delivery | Promise<Delivery> } = {
    operator: (rows) => all(rows, 0),
    his: (rows) => all(rows, 0),
  };
  const sink = (to: Destination): Sink => ({
    batch: 50,
    deliver: async (rows) => {
      calls.push({ to, at: virtual.monotonic(), rows: rows.map(({ kind, group }) => `${kind} ${group}`) });
      return answers[to](rows);
    },
  });
  const make = () =>
    createOutbox({
      store,
      clock,
      random: seededRandom(3),
      audit: (act, facts) => void audited.push({ act, ...facts }),
      sinks: { operator: sink('operator'), his: sink('his') },
      backoff: { baseMs: 1000, capMs: 300_000 },
    });
  const outbox = make();
  const tell = (group: string, body: JsonObject = {}, to = outbox): void =>
    store.transaction(() => to.enqueue({ destination: 'operator', kind: 'fault', group, body }));
  const tellHis = (group: string, body: JsonObject = {}, kind: 'settled' | 'released' = 'released'): void =>
    store.transaction(() => outbox.enqueue({ destination: 'his', kind, group, body }));
  const work = () => store.worklist.list('open', 99);
  /** The database fails as often as `cause` gives something to fail with. */
  const breaking = (cause: () => unknown): void => {
    const { nextDue } = store.outbox;
    Object.assign(store.outbox, {
      nextDue: (to: Destination) => {
        const thrown = cause();
        if (thrown !== undefined) throw thrown;
        return nextDue(to);
      },
    });
  };
  return { store, clock, timers: () => timers, audited, calls, answers, make, outbox, tell, tellHis, work, breaking };
}
