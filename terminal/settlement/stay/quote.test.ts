import { describe, expect, it } from 'vitest';
import type { Prepared } from '../../ports.ts';
import { inHospital, moreLines, STAY_ID, stayEncounter, stayWorld } from '../testing/stay.ts';

/** A discharged stay with its bill pre-settled, and what may be done with it. */
async function quoted(seed: number) {
  const w = stayWorld(seed);
  w.bill(stayEncounter());
  const t = w.boot();
  const ready = async (asked = stayEncounter()): Promise<Prepared> => {
    const prepared = await w.prepare(t, asked);
    if (!prepared.ok) throw new Error(prepared.error.code);
    return prepared.value;
  };
  const quote = await ready();
  const row = t.store.stays.open(STAY_ID);
  if (row?.mdtrtId == null) throw new Error('no stay');
  const stay = { id: row.id, encounterId: STAY_ID, mdtrtId: row.mdtrtId };
  const { stays } = t.settlements;
  const done = async (verb: Promise<{ readonly ok: boolean }>) => (await w.clock.until(verb)).ok;
  const settle = (of = quote) => w.clock.until(t.settlements.settle(of, 45_000, () => {}));
  const visit = () => t.store.visits.open(STAY_ID);
  return { ...w, t, stay, stays, quote, ready, done, settle, visit };
}

const stale = { kind: 'notSent', failure: { code: 'SETTLEMENT_OPEN' } };

describe('what a stay was pre-settled at', () => {
  it('holds no longer once a line has come: 2304 does not leave, and the next preparation has all of them', async () => {
    const q = await quoted(31);
    const [more] = moreLines().lines.slice(-1);
    if (more === undefined) throw new Error('no line');
    expect(await q.done(q.stays.undoDischarge(q.stay))).toBe(true);
    expect(q.visit()?.phase).toBe('registered');
    expect(await q.done(q.stays.addFees(q.stay, [more]))).toBe(true);
    expect(await q.done(q.stays.discharge(q.stay, stayEncounter()))).toBe(true);
    expect(await q.settle()).toMatchObject(stale);
    expect(q.sent()).not.toContain('2304');
    q.bill(moreLines());
    expect(await q.settle(await q.ready(moreLines()))).toMatchObject({ kind: 'settled' });
    expect(q.sent().slice(4)).toEqual(['2405', '2301', '2402', '2303', '2304']);
  });

  it('holds no longer though all is as it was: it is asked anew, and nothing else is sent', async () => {
    const q = await quoted(32);
    await q.done(q.stays.undoDischarge(q.stay));
    await q.done(q.stays.discharge(q.stay, stayEncounter()));
    expect(await q.settle()).toMatchObject(stale);
    const repriced = await q.clock.until(q.t.settlements.reprice(q.quote, false));
    expect(repriced).toMatchObject({ ok: false, error: { code: 'SETTLEMENT_OPEN' } });
    expect(await q.settle(await q.ready())).toMatchObject({ kind: 'settled' });
    expect(q.sent().slice(4)).toEqual(['2405', '2402', '2303', '2304']);
  });

  it('holds where a verb changed nothing', async () => {
    const q = await quoted(33);
    expect(await q.done(q.stays.discharge(q.stay, stayEncounter()))).toBe(true);
    expect(await q.done(q.stays.addFees(q.stay, stayEncounter().lines))).toBe(false);
    expect(await q.settle()).toMatchObject({ kind: 'settled' });
  });

  it('holds no longer where nobody knows whether she has been brought back', async () => {
    const q = await quoted(34);
    q.sides.forecast = (_to, what) => (what === '2405' || what === '5303' ? 'lostBefore' : 'fine');
    expect(await q.done(q.stays.undoDischarge(q.stay))).toBe(false);
    expect(q.t.store.stays.open(STAY_ID)?.state).toBe('returning');
    expect(await q.settle()).toMatchObject(stale);
    expect(q.sent()).not.toContain('2304');
  });

  it.each([
    ['whose lines nobody knows', { feesDoubtful: true }],
    ['that is not discharged, as far as anybody knows', { state: 'discharging' }],
    ['that was discharged otherwise', { encounter: inHospital() }],
  ] as const)('is not taken for a stay %s, whoever left it ready', async (_words, change) => {
    const q = await quoted(35);
    q.t.store.transaction(() => q.t.store.stays.change(q.stay.id, change, q.clock.now()));
    expect(await q.settle()).toMatchObject(stale);
    expect(q.sent()).not.toContain('2304');
  });

  it('is not taken for other lines than the centre has', async () => {
    const q = await quoted(36);
    q.t.store.transaction(() => q.t.store.stays.clearLines(q.stay.id));
    expect(await q.settle()).toMatchObject(stale);
  });
});

describe('a verb that was let in before the intent, and comes to its message after it', () => {
  it('sends nothing beside the 2304', async () => {
    const q = await quoted(37);
    // The next day each of them signs in first, and so waits between its question and its message.
    await q.clock.advance(24 * 3_600_000);
    const back = q.stays.undoDischarge(q.stay);
    const before = q.sent().length;
    const settled = await q.settle();
    expect(settled).toMatchObject({ kind: 'settled' });
    expect(await q.clock.until(back)).toMatchObject({ ok: false, error: { code: 'SETTLEMENT_OPEN' } });
    expect(q.sent().slice(before)).toEqual(['2304']);
  });
});
