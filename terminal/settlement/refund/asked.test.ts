import { describe, expect, it } from 'vitest';
import { refused, silent } from '../testing/calls.ts';
import { givenBack, gone, refundKit, standing } from '../testing/refund.ts';
import { fewerLines, STAY_ID, stayEncounter, stayWorld } from '../testing/stay.ts';

const DESK = { setlId: 'S1', cause: 'desk', by: 'S1', second: null } as const;

describe('a refund that was asked for at the desk', () => {
  it('and refused is over, once 5203 shows that the settlement stands; nobody else is called', async () => {
    const r = refundKit({
      answer: (infno) => (infno === '5203' ? standing : infno === '2208' ? refused('已清算，不能撤销') : silent),
      change: { order: DESK },
    });
    await r.follow();
    expect(r.refund()).toMatchObject({ state: 'kept', tries: 1 });
    expect(r.infnos().filter((infno) => infno === '2208')).toHaveLength(1);
    expect(r.store.worklist.list('all', 10)).toEqual([]);
    expect(r.events()).toEqual(['queryStanding', 'answeredRefused', 'refusedForGood']);
  });

  it('and refused is done where 5203 shows that it was done at the first asking', async () => {
    let asked = 0;
    const r = refundKit({
      answer: (infno) => (infno === '5203' ? (asked++ === 0 ? standing : gone) : refused('已退费')),
      change: { order: DESK },
    });
    await r.follow();
    expect(r.refund().state).toBe('done');
  });

  it('that two people ordered is tried again, as ever', async () => {
    let answers = 0;
    const r = refundKit({
      answer: (infno) => (infno === '5203' ? standing : answers++ === 0 ? refused('系统忙') : givenBack()),
    });
    await r.follow();
    expect(r.refund()).toMatchObject({ state: 'done', tries: 2 });
  });
});

it('a stay’s settlement that is found after its session goes back alone: the stay is the hospital’s', async () => {
  const w = stayWorld(14, { foundAfterSession: 'reverse' });
  w.bill(stayEncounter());
  const t = w.boot();
  let left = 1;
  w.sides.forecast = (_to, what) => (what === '2304' && left-- > 0 ? 'lostAfter' : 'fine');
  const prepared = await w.prepare(t);
  if (!prepared.ok) throw new Error(prepared.error.code);
  expect((await w.clock.until(t.settlements.settle(prepared.value, 500, () => {}))).kind).toBe('unknown');
  await w.clock.advance(120_000);
  expect(t.store.refunds.ofSettlement(1)).toMatchObject({ cause: 'after-session', state: 'done', until: 'settlement' });
  expect(w.sent().slice(-2)).toEqual(['2304', '2305']);
  expect(t.store.stays.open(STAY_ID)?.state).toBe('discharged');
});

describe('asking for a refund', () => {
  it('of what is not settled is refused by name', async () => {
    const w = stayWorld(11);
    w.bill(stayEncounter());
    const t = w.boot();
    expect(await w.refund(t, 'nobody')).toEqual({
      kind: 'refused',
      failure: { code: 'BILL_NONE', reason: null },
      people: false,
    });
    w.sides.forecast = (_to, what) => (what === '2304' || what === '5203' ? 'lostBefore' : 'fine');
    const result = await w.settle(t);
    expect(result.kind).toBe('unknown');
    const messageId = t.store.settlements.newestOfEncounter(STAY_ID)?.messageId ?? '';
    expect(await w.refund(t, messageId)).toMatchObject({ kind: 'refused', failure: { code: 'SETTLEMENT_OPEN' } });
    expect(t.store.refunds.open()).toEqual([]);
  });

  it('twice at once, and again later, is one refund with one answer', async () => {
    const w = stayWorld(12);
    w.bill(stayEncounter());
    const t = w.boot();
    const result = await w.settle(t);
    if (result.kind !== 'settled') throw new Error(result.kind);
    const { messageId } = result.settled;
    const both = await w.clock.until(
      Promise.all([1, 2].map(() => t.settlements.refund(messageId, { by: 'his', until: 'discharge' }, 60_000))),
    );
    expect(both[0]).toMatchObject({ kind: 'refunded', messageId });
    expect(both[1]).toEqual(both[0]);
    expect(await w.refund(t, messageId)).toEqual(both[0]);
    expect(w.sent().filter((infno) => infno === '2305')).toHaveLength(1);
    expect(w.sent().slice(-2)).toEqual(['2305', '2405']);
    expect(t.store.stays.open(STAY_ID)?.state).toBe('admitted');
  });

  it('calls nobody about a success that no screen was told of, once its money is back', async () => {
    const w = stayWorld(15);
    w.bill(stayEncounter());
    const t = w.boot();
    const result = await w.settle(t);
    if (result.kind !== 'settled') throw new Error(result.kind);
    expect(t.store.settlements.get(result.settled.id)?.unseen).toBe(true);
    await w.refund(t, result.settled.messageId, { until: 'settlement' });
    t.kill();
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    const next = w.boot();
    await w.clock.until(next.settlements.recover());
    expect(next.store.worklist.list('open', 10)).toEqual([]);
    expect(next.store.settlements.unseen()).toEqual([]);
  });

  it('whose answer takes too long is unknown, and goes on', async () => {
    const w = stayWorld(13);
    w.bill(stayEncounter());
    const t = w.boot();
    const result = await w.settle(t);
    if (result.kind !== 'settled') throw new Error(result.kind);
    let left = 1;
    w.sides.forecast = (_to, what) => (what === '2305' && left-- > 0 ? 'lostAfter' : 'fine');
    const { messageId } = result.settled;
    const early = await w.clock.until(t.settlements.refund(messageId, { by: 'his' }, 500));
    expect(early).toEqual({ kind: 'unknown', messageId, people: false });
    expect(await w.prepare(t, fewerLines())).toMatchObject({ ok: false, error: { code: 'SETTLEMENT_OPEN' } });
    await w.clock.advance(120_000);
    expect(await w.refund(t, messageId)).toMatchObject({ kind: 'refunded' });
  });
});

describe('what becomes of a refund is told', () => {
  it('when its end came after whoever asked had heard that nobody knows', async () => {
    const w = stayWorld(17);
    w.bill(stayEncounter());
    const t = w.boot();
    const told: string[] = [];
    t.settlements.onRefundKnown((of, result) => void told.push(`${of} ${result.kind}`));
    const result = await w.settle(t);
    if (result.kind !== 'settled') throw new Error(result.kind);
    let left = 1;
    w.sides.forecast = (_to, what) => (what === '2305' && left-- > 0 ? 'lostAfter' : 'fine');
    const { messageId } = result.settled;
    const early = await w.clock.until(t.settlements.refund(messageId, { by: 'S1' }, 500));
    expect([early.kind, told]).toEqual(['unknown', []]);
    await w.clock.advance(120_000);
    expect(new Set(told)).toEqual(new Set([`${messageId} refunded`]));
  });
});
