import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Booted, type Rig, startRig } from './testing/rig.ts';

/** One row that can never be delivered among a thousand (risks I9): all others arrive, each encounter's in order. */
// Quick on an idle machine; the thousand commits take their time on a busy one.
vi.setConfig({ testTimeout: 60_000 });

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.stop());

const ROWS = 1000;
const POISON = 417;
/** Rows of the test whose fault lies on our side of the wire. */
const FEWER = 450;

/** A thousand rows of 250 encounters; `poison` is one encounter's only row. */
function fill(t: Booted, poison: { readonly kind: string; readonly body: Record<string, string> }, rows = ROWS): void {
  const { store } = t.books();
  store.transaction(() => {
    for (let n = 0; n < rows; n++) {
      const bad = n === POISON;
      store.outbox.insert({
        key: n.toString(16).padStart(32, '0'),
        destination: 'operator',
        kind: bad ? poison.kind : 'fault',
        group: bad ? 'poison' : `E${n % 250}`,
        body: bad ? poison.body : { fault: 'TEST', n },
        occurredAt: '2026-03-02 08:30:00',
        nowMs: Date.now(),
      });
    }
  });
}

interface Arrived {
  readonly records: readonly { readonly body: { readonly n?: number } }[];
}

/** The numbers that the operator stored, in the order of their arrival. */
async function arrived(): Promise<readonly number[]> {
  const { records } = (await rig.admin('GET', '/admin/operator')) as Arrived;
  return records.flatMap(({ body }) => (body.n === undefined ? [] : [body.n]));
}

const inOrder = (numbers: readonly number[]): boolean => {
  const last = new Map<number, number>();
  return numbers.every((n) => {
    const before = last.get(n % 250) ?? -1;
    last.set(n % 250, n);
    return before < n;
  });
};

it.each([
  ['the operator rejects it', ROWS, { kind: 'fault', body: { fault: '110105194912310' + '02X' } }],
  ['it is no record at all', FEWER, { kind: 'nonsense', body: { fault: 'TEST' } }],
])('%s: of %d rows it alone is set aside, all others arrive', async (_why, rows, poison) => {
  const t = rig.boot(rig.folder());
  fill(t, poison, rows);
  t.books().outbox.kick();
  await expect
    .poll(() => t.books().outbox.status().counts, { timeout: 50_000 })
    .toMatchObject({ dead: 1, waiting: 0, inFlight: 0 });
  const numbers = await arrived();
  expect(numbers).toHaveLength(rows - 1);
  expect(inOrder(numbers)).toBe(true);
  expect(t.audited.map((row) => row.code)).toContain('queue.dead-letter');
});

it('the operator stumbles over it every time: it waits by itself, 999 arrive', async () => {
  const t = rig.boot(rig.folder());
  await rig.stumbleOver('"group-of-stones"');
  fill(t, { kind: 'fault', body: { fault: 'TEST', what: 'group-of-stones' } });
  t.books().outbox.kick();
  await expect.poll(async () => (await arrived()).length, { timeout: 50_000 }).toBe(ROWS - 1);
  expect(inOrder(await arrived())).toBe(true);
  const row = t.books().store.outbox.get(POISON + 1);
  expect(row?.attempts).toBeGreaterThan(0);
  expect(['waiting', 'inFlight']).toContain(row?.state);
  expect(row?.lastFailure).toContain('HTTP 500');
});
