import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openStore } from '../store/open.ts';
import { encounter, holder, makeWorld, type Terminal } from './testing/world.ts';

/** What a journal that follows a lost one believes of the centre's answers about the encounters from before. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let running: Terminal | null = null;
afterEach(() => running?.kill());

/** A journal that is gone, with what it had done for the encounter, and a second one that follows it. */
interface Lost {
  readonly settlementQueryNeedsSetlId?: boolean;
  readonly slowMs?: number;
  readonly hasHisApi?: boolean;
  /** Who brought the bill to the lost journal. */
  readonly broughtBy?: string | null;
}

async function adopted(lost: 'settled' | 'prepared' | 'nothing', more: Lost = {}) {
  const { settlementQueryNeedsSetlId = false, slowMs = 0, hasHisApi = false, broughtBy = null } = more;
  const folder = mkdtempSync(join(tmpdir(), 'minka-adopted-'));
  const place = { file: join(folder, 'first.db') };
  const world = makeWorld(1, { place, hasHisApi });
  const { sides, clock } = world;
  sides.kit.set({ settlementQueryNeedsSetlId, notFoundAs: 'refusal' });
  // The HIS never hears of it: nothing but the centre can say that it stands.
  sides.forecast = (to, what) => (to === 'his' && what === 'settled' ? 'lostBefore' : 'fine');
  const first = world.boot(undefined, { settlementQueryNeedsSetlId });
  if (lost !== 'nothing') {
    const insured = await world.identify(first);
    const input = { holder, insured, encounter: encounter(), useAccount: true, onStep: () => {}, origin: broughtBy };
    const prepared = await clock.until(first.settlements.prepare(input));
    if (!prepared.ok) throw new Error(prepared.error.code);
    if (lost === 'settled') {
      const result = await clock.until(first.settlements.settle(prepared.value, 45_000, () => {}));
      expect(result.kind).toBe('settled');
    }
  }
  first.kill();
  await new Promise((resolve) => setTimeout(resolve, 20));
  sides.forecast = () => 'fine';
  place.file = join(folder, 'second.db');
  const opened = openStore(place, () => world.key);
  if (!opened.ok) throw new Error(opened.error);
  const { value: store } = opened;
  const origin = { adoptedAt: clock.now() - slowMs, by: 'T-1', second: 'A-1', reason: 'reconciled', predecessor: null };
  store.transaction(() => store.origin.adopt(origin));
  store.close();
  const second = world.boot(undefined, { settlementQueryNeedsSetlId });
  running = second;
  const prepare = async (origin: string | null = null) => {
    const insured = await world.identify(second);
    const input = { holder, insured, encounter: encounter(), useAccount: true, onStep: () => {}, origin };
    return clock.until(second.settlements.prepare(input));
  };
  /** The centre refuses the next message of this kind, as it does after a stale sign-in. */
  const refuseOnce = (infno: string): void => {
    let left = 1;
    sides.mutate = (asked, text) => {
      if (asked !== infno || left === 0) return text;
      left -= 1;
      return JSON.stringify({ ...JSON.parse(text), infcode: '-1', err_msg: '签到已失效', output: null });
    };
  };
  const open = () => second.store.worklist.list('open', 9);
  return { ...world, second, prepare, refuseOnce, open };
}

describe('a refusal is not "nothing there"', () => {
  it.each(['5201', '5203'])('%s refused once: asked again after a fresh sign-in, and found', async (infno) => {
    const t = await adopted('settled');
    t.refuseOnce(infno);
    expect(await t.prepare()).toMatchObject({ ok: false, error: { code: 'SETTLEMENT_OPEN' } });
    expect(t.open()).toMatchObject([{ kind: 'difference', amountFen: t.total }]);
  });

  it('refused again after a fresh sign-in it is: nobody has settled this encounter', async () => {
    const t = await adopted('nothing');
    expect(await t.prepare()).toMatchObject({ ok: true });
    expect(t.sides.arrived.filter(({ infno }) => infno === '5201')).toHaveLength(2);
    expect(t.open()).toEqual([]);
  });
});

it.each([
  // The encounter is of 09:00 that day.
  ['asked', 9 * HOUR + 9 * MINUTE],
  ['not asked', 9 * HOUR + 11 * MINUTE],
])('by a journal whose clock stands just before midnight the centre is %s', async (_, slowMs) => {
  const t = await adopted('nothing', { slowMs });
  expect(await t.prepare()).toMatchObject({ ok: true });
  const { length } = t.sides.arrived.filter(({ infno }) => infno === '5201');
  expect(length).toBe(slowMs < 9 * HOUR + 10 * MINUTE ? 2 : 0);
});

describe('a centre whose 5203 wants a setl_id', () => {
  it('cannot say that nothing stands: a registration of the lost journal is not settled again', async () => {
    const t = await adopted('settled', { settlementQueryNeedsSetlId: true });
    expect(await t.prepare()).toMatchObject({ ok: false, error: { code: 'SETTLEMENT_OPEN' } });
    const [row] = t.open();
    expect(row).toMatchObject({ kind: 'difference', encounterId: 'OP20260302001', amountFen: null });
    expect(row?.detail).toMatchObject({ setlId: null, mdtrtId: t.sides.kit.ledger.settlements()[0]?.mdtrtId });
  });

  it('an encounter without one is settled, also after its first price', async () => {
    const t = await adopted('nothing', { settlementQueryNeedsSetlId: true });
    expect(await t.prepare()).toMatchObject({ ok: true });
    const again = await t.prepare();
    if (!again.ok) throw new Error(again.error.code);
    const result = await t.clock.until(t.second.settlements.settle(again.value, 45_000, () => {}));
    expect(result.kind).toBe('settled');
  });
});

describe('what the lost journal only prepared', () => {
  // Its 2207 may be under way, and be seen by nobody yet.
  it('is held by the outside HIS, and by nobody for a client: there its registration is enough', async () => {
    const t = await adopted('prepared');
    expect(await t.prepare()).toMatchObject({ ok: false, error: { code: 'HIS_HELD_ELSEWHERE' } });
    expect(t.open()).toEqual([]);
    expect(await t.prepare('his')).toMatchObject({ ok: false, error: { code: 'SETTLEMENT_OPEN' } });
    expect(t.open()).toMatchObject([{ kind: 'difference', amountFen: null, detail: { setlId: null } }]);
    expect(t.second.store.visits.isOf('OP20260302001', 'his')).toBe(false);
  });

  it('where a client may have brought it, the outside HIS holds nothing: kiosk and desk call people too', async () => {
    const t = await adopted('prepared', { hasHisApi: true, broughtBy: 'his' });
    expect(await t.prepare()).toMatchObject({ ok: false, error: { code: 'SETTLEMENT_OPEN' } });
    expect(t.open()).toMatchObject([{ kind: 'difference', amountFen: null, detail: { setlId: null } }]);
    expect(t.sides.kit.ledger.settlements()).toEqual([]);
  });

  it('where clients may have come, a bill that nobody registered is settled at the kiosk, also after its first price', async () => {
    const t = await adopted('nothing', { hasHisApi: true });
    expect(await t.prepare()).toMatchObject({ ok: true });
    const again = await t.prepare();
    if (!again.ok) throw new Error(again.error.code);
    const result = await t.clock.until(t.second.settlements.settle(again.value, 45_000, () => {}));
    expect(result.kind).toBe('settled');
  });

  it('a client’s bill that it never saw is settled, also after its first price', async () => {
    const t = await adopted('nothing');
    expect(await t.prepare('his')).toMatchObject({ ok: true });
    const again = await t.prepare('his');
    if (!again.ok) throw new Error(again.error.code);
    const result = await t.clock.until(t.second.settlements.settle(again.value, 45_000, () => {}));
    expect(result.kind).toBe('settled');
  });
});

it('no message id of the adopted journal is one that the lost one may have used', () => {
  const slot = ['H99010000001', 7] as const;
  const now = Date.parse('2026-03-02T09:00:00+08:00');
  const journal = (follows: boolean) => {
    const opened = openStore({ memory: true }, () => new Uint8Array(32));
    if (!opened.ok) throw new Error(opened.error);
    const { value: store } = opened;
    const origin = { adoptedAt: now, by: 'T-1', second: 'A-1', reason: 'reconciled', predecessor: null };
    if (follows) store.transaction(() => store.origin.adopt(origin));
    return (at: number) => store.transaction(() => store.messages.nextId(...slot, at));
  };
  // Its clock was five minutes ahead of the true time; ours may be five minutes behind it.
  const lost = journal(false);
  const used = new Set([300_000, 400_000, 600_000].map((ahead) => lost(now + ahead)));
  const next = journal(true);
  const first = next(now);
  expect([...used].every((id) => id < first)).toBe(true);
  for (const later of [300_000, 400_000, 600_000]) expect(used).not.toContain(next(now + later));
});
