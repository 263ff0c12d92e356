import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Booted, must, type Rig, startRig } from './testing/rig.ts';
import { type ShiftedClock, shiftedClock } from './testing/shifted-clock.ts';

/** A wall clock that is wrong, or is set while something is under way (risks I12). */
vi.setConfig({ testTimeout: 60_000 });

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.stop());

const MINUTE = 60_000;
const DAY = 86_400_000;

const terminal = (clock: ShiftedClock): Booted => rig.boot(rig.folder(), { clock });
const codes = (t: Booted): readonly string[] => t.audited.map((row) => row.code);
const told = async (): Promise<string> => JSON.stringify(await rig.admin('GET', '/admin/operator'));
const ids = (t: Booted): readonly string[] => {
  const { store } = t.books();
  const rows = [];
  for (let id = 1; ; id++) {
    const row = store.messages.get(id);
    if (row === null) return rows;
    rows.push(row.messageId);
  }
};

it.each([2 * MINUTE, -2 * MINUTE])('%d ms off: staff and operator are told, people go on', async (offset) => {
  const t = terminal(shiftedClock(offset));
  expect(await t.settle()).toMatchObject({ kind: 'settled' });
  const { verdict, skewMs } = t.health.clock();
  expect(verdict).toBe('CLOCK_SKEWED');
  expect(Math.abs(skewMs - offset)).toBeLessThan(5000);
  await expect.poll(told).toContain('CLOCK_SKEWED');
  // Behind: it may have been set back while nobody watched.
  expect(t.books().store.outbox.ageUnknownUpTo() > 0).toBe(offset < 0);
});

it.each([7 * MINUTE, -7 * MINUTE])(
  '%d ms off from the start: the first answer shows it, nothing is settled',
  async (offset) => {
    const clock = shiftedClock(offset);
    const t = terminal(clock);
    await t.prepare();
    expect(t.health.closed()).toBe('CLOCK_WRONG');
    await expect.poll(told).toContain('CLOCK_WRONG');
    clock.set(0);
    await expect.poll(() => t.health.closed(), { timeout: 20_000 }).toBeNull();
    expect(codes(t)).toContain('clock.jumped');
    expect(await t.settle()).toMatchObject({ kind: 'settled' });
    expect(codes(t)).toContain('clock.right');
  },
);

it.each([DAY])(
  'set by %d ms between price and confirmation: not confirmed; right again, it is settled',
  async (jump) => {
    const clock = shiftedClock();
    const t = terminal(clock);
    const prepared = must(await t.prepare());
    clock.set(jump);
    await expect.poll(() => t.health.closed(), { timeout: 20_000 }).toBe('CLOCK_WRONG');
    const refused = await t.core().settlements.settle(prepared, 5000, () => {});
    expect(refused).toMatchObject({ kind: 'notSent', failure: { code: 'CLOCK_WRONG' } });
    clock.set(0);
    await expect.poll(() => t.health.closed(), { timeout: 20_000 }).toBeNull();
    expect(await t.core().settlements.settle(prepared, 45_000, () => {})).toMatchObject({ kind: 'settled' });
    const all = ids(t);
    expect([...all].sort()).toEqual(all);
    expect(new Set(all).size).toBe(all.length);
  },
);

it.each([DAY, -DAY])(
  'set by %d ms while rows wait: they go out at once, in the order in which they came',
  async (jump) => {
    const clock = shiftedClock();
    const t = terminal(clock);
    await rig.operator.set('refuse');
    const { store, outbox } = t.books();
    const enqueue = (group: string, n: number): void =>
      store.transaction(() =>
        outbox.enqueue({ destination: 'operator', kind: 'fault', group, body: { fault: 'TEST', n } }),
      );
    for (let n = 0; n < 4; n++) enqueue('E1', n);
    outbox.kick();
    await expect.poll(() => outbox.status().counts.waiting).toBe(4);
    await expect.poll(() => outbox.list(4).some((row) => row.attempts > 0)).toBe(true);
    await rig.operator.set('up');
    clock.set(jump);
    await expect.poll(() => outbox.status().counts, { timeout: 20_000 }).toMatchObject({ waiting: 0, inFlight: 0 });
    const rows = (await rig.admin('GET', '/admin/operator')) as { records: { kind: string; body: { n?: number } }[] };
    expect(rows.records.flatMap(({ body }) => (body.n === undefined ? [] : [body.n]))).toEqual([0, 1, 2, 3]);
    // How old they are nobody can tell once the clock went back: the journal keeps that.
    expect(store.outbox.ageUnknownUpTo() >= 4).toBe(jump < 0);
  },
);
