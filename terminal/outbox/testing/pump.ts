import type { RecordKind } from '../../../common/contracts/operator/records.ts';
import { virtualClock } from '../../settlement/testing/virtual-clock.ts';
import { openStore } from '../../store/open.ts';
import type { OutboxRow } from '../../store/outbox-rows.ts';
import { createPump } from '../pump.ts';
import type { Delivery, RowVerdict } from '../sink.ts';

/** With these numbers and this randomness the wait after n failures is exactly `BASE × 2^n`, up to the cap. */
export const BASE = 65_536;
export const CAP = 4 * BASE;
const random = { bytes: (count: number) => new Uint8Array([0, 0x0f, 0xff, 0xff, 0, 0, 0, 0].slice(0, count)) };

export type Answer = (rows: readonly OutboxRow[], call: number) => Delivery | Promise<Delivery>;

export const delivered: RowVerdict = { kind: 'delivered', answer: 'stored' };
export const all: Answer = (rows) => ({ kind: 'answered', verdicts: rows.map(() => delivered) });
export const down = (retryAfterMs: number | null = null): Delivery => ({
  kind: 'unavailable',
  reason: 'down',
  retryAfterMs,
});
const group = ({ group }: OutboxRow): string => group;

/** The operator's pump over a store in memory; `calls` are the groups of each request. */
export function makePump(answer: Answer, batch = 50) {
  const opened = openStore({ memory: true }, () => new Uint8Array(32));
  if (!opened.ok) throw new Error(opened.error);
  const store = opened.value;
  const clock = virtualClock();
  const calls: string[][] = [];
  const audited: object[] = [];
  const told: object[] = [];
  const sink = {
    batch,
    deliver: async (rows: readonly OutboxRow[]) => {
      calls.push(rows.map(group));
      return answer(rows, calls.length);
    },
  };
  const pump = createPump('operator', sink, {
    store,
    clock,
    random,
    audit: (code, facts) => void audited.push({ code, ...facts }),
    backoff: { baseMs: BASE, capMs: CAP },
    onDelivered: (row, said) => void told.push({ row: row.id, said, within: store.inTransaction() }),
    onDead: (row, reason) => void told.push({ row: row.id, reason, within: store.inTransaction() }),
  });
  let keys = 0;
  const add = (...groups: string[]): void => addKind('fault', ...groups);
  const addKind = (kind: RecordKind, ...groups: string[]): void =>
    store.transaction(() => {
      for (const name of groups) {
        const key = String(++keys).padStart(32, '0');
        const row = { key, destination: 'operator', kind, group: name, body: {}, occurredAt: '' } as const;
        store.outbox.insert({ ...row, nowMs: clock.now() });
      }
    });
  const row = (id: number) => store.outbox.get(id);
  const states = () =>
    [...store.outbox.list(99)].reverse().map(({ state, lastFailure, attempts }) => [state, lastFailure, attempts]);
  const wait = () => (pump.nextAt() ?? Number.NaN) - clock.now();
  return { store, clock, calls, audited, told, pump, add, addKind, row, states, wait };
}
