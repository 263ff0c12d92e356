import { encounter } from '../../settlement/testing/world.ts';
import { acknowledge } from '../acknowledge.ts';
import { createUnreadNotices } from '../unread-notices.ts';
import { billingBench } from './bench.ts';

const nothing = () => undefined;

/** A bill that the client `his` settled; `told`: its answer went out to it. Nobody watches its notices yet. */
export async function noticed(told: 'told' | 'untold' = 'told') {
  const bench = billingBench();
  const { clock, room } = bench;
  const client = room.for({ kind: 'client', name: 'his' });
  const met = await clock.until(client.person());
  if (!met.ok) throw new Error(met.error.code);
  const asked = { ref: met.value.ref, encounter: encounter(), useAccount: true, onStep: nothing };
  const prepared = await clock.until(client.prepare(asked));
  if (!prepared.ok) throw new Error(prepared.error.code);
  const answer = await clock.until(client.settle(prepared.value.id, nothing));
  if (answer.kind !== 'settled') throw new Error(answer.kind);
  const { messageId } = answer.value;
  if (told === 'told') {
    bench.terminal.settlements.seen(messageId);
    bench.terminal.settlements.left(messageId);
  }
  await clock.advance(1000);
  const reports: string[] = [];
  const store = () => bench.terminal.store;
  const books = () => ({ store: store(), outbox: bench.terminal.outbox, clock, audit: nothing });
  const watch = () => {
    const made = createUnreadNotices({ ...books(), report: (what) => void reports.push(what) });
    made.start();
    return made;
  };
  const work = () =>
    store()
      .worklist.list('open', 9)
      .map(({ kind }) => kind);
  /** The notice of this kind, which the client then has on its own record. */
  const ack = (kind: string) => {
    const notice = store()
      .clientNotices.list('his', 0, 9, true)
      .find((one) => one.kind === kind);
    return acknowledge(books(), notice?.id ?? 0, 'his');
  };
  return { bench, clock, client, messageId, store, watch, work, ack, reports };
}
