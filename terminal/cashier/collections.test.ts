import { describe, expect, it } from 'vitest';
import type { CashierHabits } from '../../central/cashier/cashier.ts';
import { createPrintJobs } from '../settlement/print-jobs.ts';
import { resultOf } from '../settlement/results.ts';
import { CONFIRMED, settlementKit } from '../settlement/testing/settlement.ts';
import { collectionOf } from './collection-of.ts';
import { createCollections } from './collections.ts';
import { createCollectionNotices } from './notices.ts';
import { type Fate, testCashier, type Verb } from './testing/cashier.ts';

const PAYS: CashierHabits = { does: 'pays', afterMs: 3000 };

/** A settlement of 1000.00 yuan in cash that stands, and a cashier who does as she is told. */
function make(habits: CashierHabits = PAYS, fate: (verb: Verb, call: number) => Fate = () => 'ok') {
  const kit = settlementKit();
  const row = kit.intend({ state: 'settled', settled: { ...CONFIRMED, changed: false } });
  const result = resultOf(row, kit.visit());
  if (result.kind !== 'settled') throw new Error(result.kind);
  const { settled } = result;
  /** What is durable at the moment at which a byte of it leaves. */
  const stored: (string | null)[] = [];
  const cashier = testCashier(
    kit.clock,
    () => habits,
    fate,
    (verb, text) => {
      if (verb === 'collect') stored.push(kit.store.collections.ofSettlement(1)?.body === text ? text : null);
    },
  );
  const { store, clock, random, audit, settings } = kit.deps;
  const prints = createPrintJobs(kit.deps);
  /** A process over this journal. */
  const boot = () =>
    createCollections({
      ...{ store, clock, random, audit, gateway: cashier.gateway, site: settings.site },
      notices: createCollectionNotices(kit.deps),
      slips: prints,
    });
  const collections = boot();
  const collect = (limitMs = 60_000) => collections.collect(settled, limitMs);
  const until = (collecting = collect()) => kit.clock.until(collecting.result);
  const acts = () =>
    kit.audited.map((one) => String(Reflect.get(one, 'act'))).filter((act) => act.startsWith('cashier.'));
  return { ...kit, settled, cashier, boot, prints, collect, until, stored, acts };
}

describe('the cash part at the external cashier', () => {
  it('is durable before its first byte, asked for with one key until it is taken, and told', async () => {
    const c = make();
    const result = await c.until();
    expect(result).toMatchObject({ state: 'collected', reference: expect.stringMatching(/^SK/) });
    const row = c.store.collections.ofSettlement(1);
    expect(row).toMatchObject({ state: 'collected', amount: 100_000 });
    expect(c.stored.length).toBeGreaterThan(2);
    expect(new Set(c.stored)).toEqual(new Set([row?.body]));
    expect(JSON.parse(row?.body ?? '')).toMatchObject({
      ...{ key: row?.key, amount: '1000.00', institution: 'H99010000001', terminal: 'ZZ-07', setlId: 'S1' },
      messageId: c.settled.messageId,
    });
    expect(c.cashier.store.payments()).toEqual([
      { key: row?.key, amount: '1000.00', reference: Reflect.get(result, 'reference') },
    ]);
    expect(c.toldOf('collection')).toHaveLength(1);
    expect(c.acts()).toEqual(['cashier.asked', 'cashier.collected']);
    expect(collectionOf(row ?? null)).toEqual(result);
  });

  it.each([
    [{ does: 'declines', afterMs: 2000 }, 'declined'],
    [{ does: 'cancels', afterMs: 0 }, 'cancelled'],
  ] as const)('is not taken: %o', async (habits, because) => {
    const c = make(habits);
    expect(await c.until()).toEqual({ state: 'notCollected', because });
    expect(c.acts()).toEqual(['cashier.asked', 'cashier.not-collected']);
  });

  it('ends at the limit with the key closed: what arrives later takes nothing', async () => {
    const c = make({ does: 'pays', afterMs: 90_000 });
    expect(await c.until(c.collect(10_000))).toEqual({ state: 'notCollected', because: 'closed' });
    await c.clock.advance(200_000);
    const body = c.store.collections.ofSettlement(1)?.body ?? '';
    expect(await c.clock.until(c.cashier.gateway.collect(body))).toMatchObject({
      value: { reply: { result: 'notCollected', because: 'closed' } },
    });
    expect(c.cashier.store.payments()).toEqual([]);
  });

  it('may be stopped by the person; what she had paid before is taken all the same', async () => {
    const c = make();
    const collecting = c.collect();
    await c.clock.advance(1500);
    collecting.stop();
    expect(await c.until(collecting)).toEqual({ state: 'notCollected', because: 'closed' });

    const paid = make({ does: 'pays', afterMs: 500 }, (verb) => (verb === 'collect' ? 'lostBefore' : 'ok'));
    const lost = make({ does: 'pays', afterMs: 0 }, (verb) => (verb === 'collect' ? 'lostAfter' : 'ok'));
    for (const [one, state] of [
      [paid, 'notCollected'],
      [lost, 'collected'],
    ] as const) {
      const under = one.collect();
      await one.clock.advance(1000);
      under.stop();
      expect(await one.until(under)).toMatchObject({ state });
    }
  });

  it('was never asked where no byte left, and the key is not closed for that', async () => {
    const c = make(PAYS, () => 'notSent');
    expect(await c.until(c.collect(5000))).toEqual({ state: 'notCollected', because: 'unreachable' });
    expect(c.cashier.calls.filter(({ verb }) => verb === 'close')).toEqual([]);
    expect(c.cashier.store.all()).toEqual([]);
  });

  it('is unknown where nobody answers, said so, and found out later under the same key', async () => {
    const c = make({ does: 'pays', afterMs: 0 }, (_verb, call) => (call < 8 ? 'lostAfter' : 'ok'));
    expect(await c.until(c.collect(10_000))).toEqual({ state: 'unknown' });
    expect(c.acts()).toEqual(['cashier.asked', 'cashier.unknown']);
    expect(collectionOf(c.store.collections.ofSettlement(1))).toEqual({ state: 'unknown' });
    await c.clock.advance(300_000);
    expect(c.store.collections.ofSettlement(1)?.state).toBe('collected');
    expect(c.acts()).toEqual(['cashier.asked', 'cashier.unknown', 'cashier.collected']);
    expect(new Set(c.cashier.calls.map(({ text }) => JSON.parse(text).key)).size).toBe(1);
    expect(c.toldOf('collection').map((one) => Reflect.get(Object(Reflect.get(one, 'body')), 'result'))).toEqual([
      'unknown',
      'collected',
    ]);
  });

  it('that nobody knows is on the work-list until the cashier says how it ended', async () => {
    const c = make({ does: 'pays', afterMs: 0 }, (_verb, call) => (call < 8 ? 'lostAfter' : 'ok'));
    await c.until(c.collect(10_000));
    const { messageId, setlId } = c.settled;
    const key = c.store.collections.ofSettlement(1)?.key;
    expect(c.work()).toMatchObject([
      {
        ...{ kind: 'collection-unknown', subject: messageId, settlementId: 1, amountFen: 100_000 },
        detail: { cashier: 'silent', messageId, setlId, key },
      },
    ]);
    expect(c.toldOf('worklist')).toHaveLength(1);
    await c.clock.advance(300_000);
    expect(c.work()).toEqual([]);
    expect(c.store.worklist.list('all', 9)).toMatchObject([{ kind: 'collection-unknown', resolution: 'ended' }]);
    expect(c.toldOf('worklist')).toHaveLength(2);
  });

  it('is asked of people once: what somebody has noted stays so, whatever is asked and answered after it', async () => {
    let silent = true;
    const c = make({ does: 'pays', afterMs: 0 }, () => (silent ? 'lostAfter' : 'ok'));
    await c.until(c.collect(10_000));
    const [row] = c.store.worklist.list('open', 9);
    const noted = { resolution: 'noted', by: 'S1', second: null, reason: 'in the drawer' } as const;
    c.store.transaction(() => c.store.worklist.resolve(row?.id ?? 0, { ...noted, nowMs: c.clock.now() }));
    c.boot().recover();
    await c.clock.advance(900_000);
    expect(c.work()).toEqual([]);
    expect(c.acts()).toEqual(['cashier.asked', 'cashier.unknown']);
    silent = false;
    await c.clock.advance(300_000);
    expect(c.store.collections.ofSettlement(1)?.state).toBe('collected');
    expect(c.store.worklist.list('all', 9)).toMatchObject([{ resolution: 'noted', by: 'S1' }]);
  });

  it('that an earlier process left calls somebody after six questions in vain, and not before', async () => {
    const c = make({ does: 'nothing', afterMs: 0 }, (verb) => (verb === 'close' ? 'lostBefore' : 'ok'));
    const first = c.boot();
    void first.collect(c.settled, 60_000);
    await c.clock.advance(10);
    await c.clock.until(first.stop());
    const { jobId } = c.prints.create({ settlementId: 1, kind: 'settlement', checkCode: 'C1' });
    c.prints.finish(jobId, { kind: 'printed', printerMs: 1 });
    c.boot().recover();
    const closes = () => c.cashier.calls.filter(({ verb }) => verb === 'close').length;
    while (closes() < 6) {
      expect(c.work()).toEqual([]);
      await c.clock.advance(1000);
    }
    await c.clock.advance(10_000);
    expect(c.work()).toMatchObject([{ kind: 'collection-unknown', detail: { cashier: 'silent' } }]);
    expect(c.acts().filter((act) => act === 'cashier.unknown')).toHaveLength(1);
  });

  it('is asked for once in a settlement’s life: another try answers what became of the first', async () => {
    const c = make({ does: 'declines', afterMs: 0 });
    const first = await c.until();
    const calls = c.cashier.calls.length;
    expect(await c.until()).toEqual(first);
    expect(c.cashier.calls).toHaveLength(calls);
  });

  it.each(['otherKey', 'otherAmount'] as const)('is not believed with %s', async (what) => {
    const c = make();
    const { collect } = c.cashier.gateway;
    Reflect.set(c.cashier.gateway, 'collect', async (text: string) => {
      const reply = await collect(text);
      if (!reply.ok || reply.value.reply.result !== 'collected') return reply;
      const wrong = what === 'otherKey' ? { key: '0'.repeat(32) } : { amount: '1.00' };
      return { ok: true, value: { ...reply.value, reply: { ...reply.value.reply, ...wrong } } };
    });
    // The answer to `close` is the cashier's own word again.
    expect(await c.until(c.collect(8000))).toMatchObject({ state: 'collected' });
    expect(c.cashier.calls.at(-1)?.verb).toBe('close');
  });

  it('whose process died is ended under its own key at the next start', async () => {
    const c = make({ does: 'pays', afterMs: 0 }, (_verb, call) => (call === 1 ? 'lostAfter' : 'ok'));
    void c.collect();
    await c.clock.advance(10);
    c.boot().recover();
    await c.clock.advance(2000);
    expect(c.store.collections.ofSettlement(1)?.state).toBe('collected');
    expect(c.cashier.store.payments()).toHaveLength(1);
    expect(c.toldOf('collection')).toHaveLength(1);
  });

  it('is left as it is by an orderly stop, at once and without another question; the next start ends it', async () => {
    const c = make({ does: 'pays', afterMs: 30_000 });
    const collections = c.boot();
    const { result } = collections.collect(c.settled, 90_000);
    await c.clock.advance(1500);
    const calls = c.cashier.calls.length;
    const from = c.clock.monotonic();
    await c.clock.until(collections.stop());
    expect(c.clock.monotonic() - from).toBeLessThan(100);
    expect(c.cashier.calls).toHaveLength(calls);
    expect(await c.clock.until(result)).toEqual({ state: 'unknown' });
    expect(c.store.collections.ofSettlement(1)?.state).toBe('asked');
    c.boot().recover();
    await c.clock.advance(1000);
    expect(collectionOf(c.store.collections.ofSettlement(1))).toEqual({ state: 'notCollected', because: 'closed' });
  });

  it('that was asked for before is not "never asked" because no byte leaves now', async () => {
    const c = make({ does: 'pays', afterMs: 0 }, (_verb, call) => (call === 1 ? 'lostAfter' : 'notSent'));
    const first = c.boot();
    void first.collect(c.settled, 60_000);
    await c.clock.advance(10);
    await c.clock.until(first.stop());
    expect(await c.until(c.collect(3000))).toEqual({ state: 'unknown' });
    expect(c.store.collections.ofSettlement(1)?.state).toBe('closing');
    expect(c.cashier.store.payments()).toHaveLength(1);
  });

  it('whose process died before its slip calls a person, once; a copy that comes out ends the question', async () => {
    const c = make({ does: 'nothing', afterMs: 0 });
    void c.collect();
    await c.clock.advance(1500);
    for (let start = 0; start < 2; start++) {
      c.boot().recover();
      await c.clock.advance(100);
    }
    const subject = `${c.settled.messageId} settlement`;
    expect(c.work()).toMatchObject([{ kind: 'print-unknown', subject, detail: { jobId: null, copy: 0 } }]);
    const { jobId } = c.prints.create({ settlementId: 1, kind: 'settlement', checkCode: 'C1', by: 'S1' });
    c.prints.finish(jobId, { kind: 'printed', printerMs: 1 });
    expect(c.work()).toEqual([]);
  });

  it.each(['slip', 'call'] as const)('whose %s was there before the process died calls nobody else', async (what) => {
    const c = make({ does: 'nothing', afterMs: 0 });
    void c.collect();
    await c.clock.advance(1500);
    if (what === 'slip') {
      const { jobId } = c.prints.create({ settlementId: 1, kind: 'settlement', checkCode: 'C1' });
      c.prints.finish(jobId, { kind: 'printed', printerMs: 1 });
    } else {
      // No screen had drawn it: `unseen` calls somebody at a start.
      c.store.transaction(() => c.store.settlements.change(1, { unseen: true }, 0));
    }
    c.boot().recover();
    await c.clock.advance(100);
    expect(c.work()).toEqual([]);
  });

  it('never changes the settlement', async () => {
    for (const does of ['pays', 'declines', 'nothing'] as const) {
      const c = make({ does, afterMs: 0 });
      const before = JSON.stringify(c.row());
      await c.until(c.collect(5000));
      await c.clock.advance(60_000);
      expect(JSON.stringify(c.row())).toBe(before);
    }
  });
});
