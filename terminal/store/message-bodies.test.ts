import { expect, it } from 'vitest';
import { createRetention } from '../reconcile/retention.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { connect } from './database.ts';
import { COMPARED_SQL, DUE_SQL } from './message-bodies.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { openStore } from './open.ts';

const DAY = 86_400_000;
const ROWS = 20_000;
/** What one slice may keep the event loop from others, and all of them, ms of processor time: others run here too. */
const SLICE_MS = 50;
const ALL_MS = 10_000;

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

it('what is due is found by the index over whole messages, and visits by their key', () => {
  const db = connect(':memory:', 0);
  migrate(db, migrations);
  const args = { before: 1, cutoff: 1, markAt: 0, markId: 0, limit: 1 };
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${DUE_SQL}`).all(args) as { detail: string }[];
  const steps = plan.map(({ detail }) => detail).join('\n');
  expect(steps).toContain('SEARCH m USING INDEX message_whole');
  expect(steps).not.toMatch(/SCAN (?!CONSTANT)/);
  expect(steps).not.toContain('TEMP B-TREE');
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
  let [told, slowest] = [0, 0];
  const job = createRetention({
    store: {
      ...store,
      transaction(work) {
        const from = cpuMs();
        const done = store.transaction(work);
        slowest = Math.max(slowest, cpuMs() - from);
        return done;
      },
    },
    clock,
    audit: (_code, facts) => {
      told += Number(facts['messages']);
    },
  });
  job.start(() => true);
  const from = cpuMs();
  clock.advance(32 * DAY);
  expect(told).toBe(ROWS);
  expect(cpuMs() - from).toBeLessThan(ALL_MS);
  expect(slowest).toBeLessThan(SLICE_MS);
  const quiet = cpuMs();
  expect(store.bodies.due(Date.now() + 1e12, Date.now() + 1e12, { createdAt: 0, id: 0 }, 100)).toEqual([]);
  expect(cpuMs() - quiet).toBeLessThan(20);
  store.close();
});
