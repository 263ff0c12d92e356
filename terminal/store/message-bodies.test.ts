import { expect, it } from 'vitest';
import { createRetention } from '../reconcile/retention.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { DUE_COLLECTIONS_SQL } from './collection-bodies.ts';
import { connect } from './database.ts';
import { COMPARED_SQL, DUE_SQL } from './message-bodies.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { openStore } from './open.ts';

const DAY = 86_400_000;
const ROWS = 5000;
/** The most messages of one slice, and its most of the whole, in processor time. */
const [SLICE_ROWS, SLICE_SHARE] = [200, 0.1];

/** Processor time of this thread, ms: a slow or busy machine changes all of it alike. */
const cpuMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

it('what is due is found by the index over whole messages, and visits by their key', () => {
  const db = connect(':memory:', 0);
  migrate(db, migrations);
  const args = { before: 1, cutoff: 1, markAt: 0, markId: 0, limit: 1 };
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${DUE_SQL}`).all(args) as { detail: string }[];
  const steps = plan.map(({ detail }) => detail).join('\n');
  expect(steps).toContain('SEARCH m USING INDEX message_whole');
  expect(steps).not.toMatch(/SCAN (?!CONSTANT)/);
  expect(steps).not.toContain('TEMP B-TREE');
  const collections = db.prepare(`EXPLAIN QUERY PLAN ${DUE_COLLECTIONS_SQL}`).all(args) as { detail: string }[];
  const asked = collections.map(({ detail }) => detail).join('\n');
  expect(asked).toContain('SEARCH c USING INDEX cash_collection_whole');
  expect(asked).not.toMatch(/SCAN (?!CONSTANT)|TEMP B-TREE/);
  const days = db.prepare(`EXPLAIN QUERY PLAN ${COMPARED_SQL}`).all({ cutoff: 1 }) as { detail: string }[];
  expect(days.map(({ detail }) => detail).join('\n')).not.toContain('TEMP B-TREE');
});

it(`${ROWS} messages are reduced in slices that nobody notices, and a look at nothing due costs nothing`, () => {
  const opened = openStore({ memory: true }, () => new Uint8Array(32));
  if (!opened.ok) throw new Error(opened.error);
  const { value: store } = opened;
  const begun = Date.UTC(2026, 2, 2, 4);
  const clock = manualClock(begun);
  const fields = Array.from({ length: 40 }, (_, i) => `"field_${i}":"${'x'.repeat(20)}"`).join(',');
  const text = `{"output":{"setlinfo":{"medfee_sumamt":1065.48,${fields}}}}`;
  const body = new TextEncoder().encode(text);
  store.transaction(() => {
    for (let i = 0; i < ROWS; i++) {
      const messageId = store.messages.nextId('H99010000001', 7, begun + Math.floor(i / 1000) * 1000);
      const row = store.messages.insert({ messageId, infno: '1101', visitId: null, request: body, nowMs: begun });
      store.messages.answered(row, { outcome: 'ok', reason: null, reply: body, nowMs: begun });
    }
    const run = store.reconcile.begin('2026-03-02', null, begun + DAY);
    store.reconcile.finish(run.id, begun + DAY);
  });
  let [told, since] = [0, 0];
  const slices: number[] = [];
  const job = createRetention({
    store: {
      ...store,
      transaction(work) {
        const done = store.transaction(work);
        slices.push(cpuMs() - since);
        since = cpuMs();
        return done;
      },
    },
    clock,
    audit: (_code, facts) => {
      told += Number(facts['messages']);
    },
  });
  job.start(() => true);
  since = cpuMs();
  clock.advance(32 * DAY);
  expect(told).toBe(ROWS);
  expect(slices.length).toBeGreaterThanOrEqual(ROWS / SLICE_ROWS);
  const whole = sum(slices);
  expect(Math.max(...slices)).toBeLessThan(whole * SLICE_SHARE);
  // Each finds its own by the mark of the one before: the last do not cost more than the first.
  const half = Math.floor(slices.length / 2);
  expect(sum(slices.slice(half))).toBeLessThan(3 * sum(slices.slice(0, half)));
  const quiet = cpuMs();
  expect(store.bodies.due(Date.now() + 1e12, Date.now() + 1e12, { createdAt: 0, id: 0 }, 100)).toEqual([]);
  expect(cpuMs() - quiet).toBeLessThan((2 * whole) / slices.length);
  store.close();
}, 60_000);
