import { afterEach, describe, expect, it } from 'vitest';
import { PERSON } from '../../central/testing/kit.ts';
import type { Result } from '../../common/kernel/result.ts';
import type { Failure } from '../ports.ts';
import { endAll } from '../settlement/testing/start.ts';
import { encounter } from '../settlement/testing/world.ts';
import type { Billing, PersonRef, Quote } from './port.ts';
import { inSessionCustody } from './session-custody.ts';
import { billingBench } from './testing/bench.ts';

afterEach(endAll);

const nothing = () => undefined;
type Bench = ReturnType<typeof billingBench>;
const his = (bench: Bench, name = 'his'): Billing => bench.room.for({ kind: 'client', name });
const desk = (bench: Bench): Billing => bench.room.for({ kind: 'desk' });
const meet = async (bench: Bench, billing: Billing): Promise<PersonRef> => {
  const met = await bench.clock.until(billing.person());
  if (!met.ok) throw new Error(met.error.code);
  return met.value.ref;
};
const ask = (ref: PersonRef, useAccount = true, id?: string) => ({
  ref,
  encounter: encounter(id),
  useAccount,
  onStep: nothing,
});
const prepare = async (bench: Bench, billing: Billing, id?: string): Promise<Quote> => {
  const prepared = await bench.clock.until(billing.prepare(ask(await meet(bench, billing), true, id)));
  if (!prepared.ok) throw new Error(prepared.error.code);
  return prepared.value;
};

describe('a person', () => {
  it('keeps her reference while her card lies there, and each caller has another', async () => {
    const bench = billingBench();
    const [mine, again] = [await meet(bench, his(bench)), await meet(bench, his(bench))];
    expect(again).toBe(mine);
    expect(await meet(bench, desk(bench))).not.toBe(mine);
  });

  it('is gone with her card, and what was prepared for her is given back', async () => {
    const bench = billingBench();
    const quote = await prepare(bench, his(bench));
    bench.setCard({ kind: 'empty', reader: 'R' });
    expect(await bench.clock.until(his(bench).settle(quote.id, nothing))).toMatchObject({
      kind: 'refused',
      failure: { code: 'BILL_GONE' },
    });
    await bench.quiet();
    expect(bench.sent('2205')).toHaveLength(1);
    expect(bench.sent('2202')).toHaveLength(1);
    expect(his(bench).standing(quote.encounterId)).toMatchObject({ ok: true, value: { state: 'none' } });
  });

  const away = { kind: 'noReader' } as const;
  const lying = (generation: number) => ({ kind: 'present', reader: 'R', generation, atr: '3B6D' }) as const;
  type Verb = () => Promise<Result<unknown, Failure>>;
  const everyVerb = (billing: Billing, ref: PersonRef, quote: Quote): Readonly<Record<string, Verb>> => ({
    prepare: () => billing.prepare(ask(ref)),
    reprice: () => billing.reprice(quote.id, false),
    unpaid: () => billing.unpaid(ref),
    lookUp: () => billing.lookUp(ref, { about: 'chronic', of: null }),
    pin: () => billing.pin(ref),
    admit: () => billing.stay.admit(ref, encounter()),
  });

  it.each([
    ['whose card nobody can see', away, PERSON.name],
    ['in whose place another lies', lying(2), '示例另人'],
  ] as const)('%s is not shown, asked about, billed or settled', async (_what, status, whose) => {
    const bench = billingBench();
    const billing = desk(bench);
    const quote = await prepare(bench, billing);
    const ref = await meet(bench, billing);
    // What gives the preparation back may go out, and nothing else.
    const sent = () => bench.sides.arrived.filter(({ infno }) => infno !== '2205' && infno !== '2202').length;
    // The reader has not said it yet: nothing but its status tells.
    bench.setCard(status, 'unsaid');
    bench.setName(whose);
    const before = sent();
    for (const [verb, does] of Object.entries(everyVerb(billing, ref, quote))) {
      const refused = await bench.clock.until(does());
      expect([verb, refused.ok ? 'done' : refused.error.code]).toEqual([
        verb,
        expect.stringMatching(/^(PERSON_GONE|BILL_GONE)$/),
      ]);
    }
    expect(await bench.clock.until(billing.reveal(ref))).toBe(null);
    expect(await bench.clock.until(billing.settle(quote.id, nothing))).toMatchObject({ kind: 'refused' });
    expect(bench.sent('2207')).toHaveLength(0);
    expect(sent()).toBe(before);
  });

  it('is there again where a new host finds the same card', async () => {
    const bench = billingBench();
    const billing = desk(bench);
    const ref = await meet(bench, billing);
    bench.setCard(away, 'unsaid');
    expect(await bench.clock.until(billing.reveal(ref))).toBe(null);
    bench.setCard(lying(1_000_001), 'unsaid');
    expect(await bench.clock.until(billing.reveal(ref))).not.toBe(null);
  });

  it('is not read while somebody else has reader and pad', async () => {
    const bench = billingBench();
    bench.setBusy(true);
    expect(await his(bench).person()).toMatchObject({ ok: false, error: { code: 'TERMINAL_IN_USE' } });
    expect(bench.reads()).toBe(0);
  });
});

describe('a bill', () => {
  it('of a client is settled without a word to the outside HIS, and stands in its notices', async () => {
    const bench = billingBench();
    const quote = await prepare(bench, his(bench));
    const answer = await bench.clock.until(his(bench).settle(quote.id, nothing));
    expect(answer).toMatchObject({ kind: 'settled', next: 'done', value: { encounterId: quote.encounterId } });
    await bench.quiet();
    expect(bench.hisRow()).toMatchObject({ holder: null, settlement: null });
    const [notice] = bench.terminal.store.clientNotices.list('his', 0, 10, false);
    expect(notice).toMatchObject({ kind: 'settled', encounterId: quote.encounterId });
    expect(bench.records()).toContain('his-notified');
    expect(his(bench).standing(quote.encounterId)).toMatchObject({ value: { state: 'settled' } });
  });

  it('of the desk is the outside HIS’s as ever', async () => {
    const bench = billingBench();
    const quote = await prepare(bench, desk(bench));
    await bench.clock.until(desk(bench).settle(quote.id, nothing));
    await bench.quiet();
    expect(bench.hisRow()?.settlement).not.toBeNull();
    expect(bench.terminal.store.visits.get(quote.prepared.id)?.origin).toBeNull();
  });

  it('is in one hand at a time: another client, the desk and a resident’s session hear BILL_BUSY', async () => {
    const bench = billingBench();
    const { terminal, custody, clock } = bench;
    await prepare(bench, his(bench));
    for (const other of [his(bench, 'other'), desk(bench)]) {
      const refused = await clock.until(other.prepare(ask(await meet(bench, other))));
      expect(refused).toMatchObject({ ok: false, error: { code: 'BILL_BUSY' } });
    }
    const session = inSessionCustody(terminal.settlements, { custody, store: () => terminal.store });
    const holder = await his(bench).reveal(await meet(bench, his(bench)));
    if (holder === null) throw new Error('nobody');
    const found = await clock.until(terminal.settlements.identify(holder));
    if (!found.ok) throw new Error(found.error.code);
    const asked = { holder, insured: found.value, encounter: encounter(), useAccount: true, onStep: nothing };
    expect(await clock.until(session.prepare(asked))).toMatchObject({ ok: false, error: { code: 'BILL_BUSY' } });
    expect(bench.sent('2206')).toHaveLength(1);
  });

  it('is free for the next once it was abandoned, and comes from the outside HIS again', async () => {
    const bench = billingBench();
    const { encounterId } = await prepare(bench, his(bench));
    his(bench).abandon(encounterId);
    await bench.quiet();
    const quote = await prepare(bench, desk(bench));
    expect((await bench.clock.until(desk(bench).settle(quote.id, nothing))).kind).toBe('settled');
    await bench.quiet();
    expect(bench.hisRow()?.settlement).not.toBeNull();
  });

  it('whose lines or total differ is refused before anything is sent', async () => {
    const bench = billingBench();
    const ref = await meet(bench, his(bench));
    const bill = encounter();
    const wrong = { ...bill, total: '9999.99' };
    expect(his(bench).compare(wrong)).toMatchObject({ ok: true, value: [{ lineId: null }] });
    const refused = await bench.clock.until(his(bench).prepare({ ...ask(ref), encounter: wrong }));
    expect(refused).toMatchObject({ ok: false, error: { code: 'HIS_TOTAL_DIFFERS' } });
    expect(bench.sent('2201')).toHaveLength(0);
  });

  it('that nobody can count is no bill', async () => {
    const bench = billingBench();
    const [line] = encounter().lines;
    if (line === undefined) throw new Error('no line');
    const huge = { ...encounter(), lines: [{ ...line, count: '999999999999', unitPrice: '9999999999' }] };
    expect(his(bench).compare(huge)).toMatchObject({ ok: false, error: { code: 'HIS_BAD_ANSWER' } });
  });

  it('only its newest pre-settlement is settled', async () => {
    const bench = billingBench();
    const first = await prepare(bench, his(bench));
    const second = await bench.clock.until(his(bench).reprice(first.id, false));
    expect(second).toMatchObject({ ok: true, value: { prepared: { useAccount: false } } });
    expect(await his(bench).settle(first.id, nothing)).toMatchObject({ failure: { code: 'BILL_GONE' } });
    expect(bench.sent('2207')).toHaveLength(0);
  });

  it('of unknown outcome blocks the encounter, and says so with its message id', async () => {
    const bench = billingBench();
    const quote = await prepare(bench, his(bench));
    bench.sides.forecast = (to, what) =>
      to === 'centre' && ['2207', '5203', '2601'].includes(what) ? 'lostBefore' : 'fine';
    const answer = await bench.clock.until(his(bench).settle(quote.id, nothing));
    expect(answer).toMatchObject({
      kind: 'unknown',
      next: 'wait',
      messageId: bench.terminal.store.settlements.get(1)?.messageId,
    });
    const again = await bench.clock.until(his(bench, 'other').prepare(ask(await meet(bench, his(bench, 'other')))));
    expect(again).toMatchObject({ ok: false, error: { code: 'SETTLEMENT_OPEN' } });
    bench.sides.forecast = () => 'fine';
    await bench.quiet();
    expect(his(bench).standing(quote.encounterId)).toMatchObject({ value: { state: 'none', settled: null } });
  });
});

describe('the PIN', () => {
  it('is asked for before the account is touched, and is good for one payment', async () => {
    const bench = billingBench({ pinBeforeAccount: true });
    const quote = await prepare(bench, his(bench));
    const steps: string[] = [];
    const answer = await bench.clock.until(his(bench).settle(quote.id, (step) => void steps.push(step)));
    expect([answer.kind, steps[0], bench.entries()]).toEqual(['settled', 'pin', 1]);
  });

  it('given beforehand is not asked for again, but for the next payment', async () => {
    const bench = billingBench({ pinBeforeAccount: true });
    const billing = his(bench);
    const quote = await prepare(bench, billing);
    await bench.clock.until(billing.pin(await meet(bench, billing)));
    await bench.clock.until(billing.settle(quote.id, nothing));
    expect(bench.entries()).toBe(1);
    const next = await prepare(bench, billing, 'OP20260302002');
    await bench.clock.until(billing.settle(next.id, nothing));
    expect(bench.entries()).toBe(2);
  });

  it.each([
    [{ kind: 'wrong', triesLeft: 2 }, 'PIN_WRONG'],
    [{ kind: 'blocked' }, 'PIN_BLOCKED'],
    [{ kind: 'cancelled' }, 'PIN_CANCELLED'],
    [{ kind: 'padGone' }, 'PAD_GONE'],
  ] as const)('%o: nothing is settled', async (entry, code) => {
    const bench = billingBench({ pinBeforeAccount: true });
    const quote = await prepare(bench, his(bench));
    bench.setPin(async () => entry);
    expect(await bench.clock.until(his(bench).settle(quote.id, nothing))).toMatchObject({
      kind: 'refused',
      failure: { code },
    });
    expect(bench.sent('2207')).toHaveLength(0);
    // And once it is right, the same pre-settlement goes through.
    bench.setPin(async () => ({ kind: 'verified' }));
    expect((await bench.clock.until(his(bench).settle(quote.id, nothing))).kind).toBe('settled');
  });

  it('one pad, one entry', async () => {
    const bench = billingBench();
    const [mine, theirs] = [await meet(bench, his(bench)), await meet(bench, desk(bench))];
    bench.setPin(() => new Promise((resolve) => bench.clock.after(1000, () => resolve({ kind: 'verified' }))));
    const first = his(bench).pin(mine);
    const second = desk(bench).pin(theirs);
    expect(await bench.clock.until(second)).toMatchObject({ ok: false, error: { code: 'TERMINAL_IN_USE' } });
    expect(await bench.clock.until(first)).toMatchObject({ ok: true, value: { kind: 'verified' } });
  });
});

describe('a refund', () => {
  it('gives back at the centre, tells the client, and frees the encounter', async () => {
    const bench = billingBench();
    const billing = his(bench);
    const quote = await prepare(bench, billing);
    const settled = await bench.clock.until(billing.settle(quote.id, nothing));
    if (settled.kind !== 'settled') throw new Error(settled.kind);
    await bench.quiet();
    const { messageId } = settled.value;
    const back = await bench.clock.until(billing.refund(messageId, 'his'));
    expect(back).toMatchObject({ kind: 'settled', value: { messageId, encounterId: quote.encounterId } });
    await bench.quiet();
    const kinds = bench.terminal.store.clientNotices.list('his', 0, 10, false).map(({ kind }) => kind);
    expect(kinds).toEqual(['settled', 'refunded']);
    expect(await bench.clock.until(billing.refund(messageId, 'his'))).toMatchObject({ kind: 'settled' });
    expect(bench.sent('2208')).toHaveLength(1);
    const again = await prepare(bench, billing);
    expect((await bench.clock.until(billing.settle(again.id, nothing))).kind).toBe('settled');
  });

  it('of nothing is refused', async () => {
    const bench = billingBench();
    expect(await his(bench).refund('H99010100001202603020900000799', 'his')).toMatchObject({
      kind: 'refused',
      failure: { code: 'BILL_NONE' },
    });
  });
});
