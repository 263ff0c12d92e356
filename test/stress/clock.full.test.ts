import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Booted, must, type Rig, startRig } from './testing/rig.ts';
import { type ShiftedClock, shiftedClock } from './testing/shifted-clock.ts';

/** A wall clock that is set while a settlement is open (risks I12); it waits out real pauses of the recovery. */
let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.stop());

const DAY = 86_400_000;

const terminal = (clock: ShiftedClock): Booted => rig.boot(rig.folder(), { clock });
const codes = (t: Booted): readonly string[] => t.audited.map((row) => row.code);
const ids = (t: Booted): readonly string[] => {
  const { store } = t.books();
  const rows = [];
  for (let id = 1; ; id++) {
    const row = store.messages.get(id);
    if (row === null) return rows;
    rows.push(row.messageId);
  }
};

it.each([DAY, -DAY])(
  'set by %d ms while a settlement is open: it stays open, is found, and no id goes back',
  async (jump) => {
    const clock = shiftedClock();
    const t = terminal(clock);
    const prepared = must(await t.prepare());
    await rig.admin('POST', '/admin/faults', {
      arm: [
        { target: 'centre', infno: '2207', kind: 'loseReplyAfterCommit' },
        { target: 'centre', infno: '5203', kind: 'http500', times: 3 },
      ],
    });
    const settling = t.core().settlements.settle(prepared, 60_000, () => {});
    await expect.poll(() => t.books().store.settlements.open().length).toBe(1);
    clock.set(jump);
    await expect.poll(() => codes(t).includes('clock.jumped'), { timeout: 4000 }).toBe(true);
    expect(t.core().settlements.isBlocked('OP20260302001')).toBe(true);
    clock.set(0);
    expect(await settling).toMatchObject({ kind: 'settled', settled: { foundBy: '5203' } });
    const all = ids(t);
    expect([...all].sort()).toEqual(all);
    expect(new Set(all).size).toBe(all.length);
  },
);
