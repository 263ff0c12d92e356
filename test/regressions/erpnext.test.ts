import { afterEach, describe, expect, it } from 'vitest';
import { PERSON } from '../../central/testing/people.ts';
import type { Prepared } from '../../terminal/ports.ts';
import { endAll, start } from '../../terminal/settlement/testing/start.ts';
import { encounter, holder, makeWorld, type Terminal } from '../../terminal/settlement/testing/world.ts';

/** What happened to others in public, once more here. Each test names the guard whose removal makes it fail. */
afterEach(endAll);

const TILLS = 8;
const BILLS = 15;

describe('frappe/erpnext#12971', () => {
  // With eight busy tills, one invoice in fifteen was there twice; uniqueness was looked after in code only.
  // Guards: the HIS's hold (`preparation.hold`), and the unique index `settlement_one_live` behind `isBlocked`.
  it('fifteen bills before eight tills at once are settled once each', async () => {
    const world = makeWorld(3, { place: { memory: true } });
    const bills = Array.from({ length: BILLS }, (_, n) => `OP2026030210${n}`);
    for (const id of bills) {
      world.sides.hisStore.put({ identityNumber: PERSON.certNo, name: PERSON.name, encounter: encounter(id) });
    }
    const tills = Array.from({ length: TILLS }, (_, n) =>
      world.boot(undefined, {}, { terminalSlot: 100 + n, terminalLabel: `ZZ-1${n}` }),
    );
    const serve = async (till: Terminal, n: number): Promise<number> => {
      const insured = await till.settlements.identify(holder);
      if (!insured.ok) throw new Error(insured.error.code);
      let settled = 0;
      // Each begins with another bill, so that they meet at all of them.
      for (const id of [...bills.slice(n), ...bills.slice(0, n)]) {
        const input = { holder, insured: insured.value, encounter: encounter(id), useAccount: false, onStep: () => {} };
        const prepared = await till.settlements.prepare(input);
        if (!prepared.ok) continue;
        const result = await till.settlements.settle(prepared.value, 45_000, () => {});
        settled += result.kind === 'settled' ? 1 : 0;
      }
      return settled;
    };
    const counts = await world.clock.until(Promise.all(tills.map(serve)));
    await world.clock.advance(60_000);
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(BILLS);
    const standing = world.sides.kit.ledger.settlements().filter((row) => row.state === 'settled');
    expect(standing).toHaveLength(BILLS);
    for (const till of tills) till.kill();
  });

  it.each([0, 1, 40, 300, 2000])('a second tap after %d ms settles nothing more', async (gap) => {
    const t = start();
    const prepared = await t.prepare(t.terminal);
    const tap = (): ReturnType<typeof t.terminal.settlements.settle> =>
      t.terminal.settlements.settle(prepared, 45_000, () => {});
    const first = tap();
    await t.clock.advance(gap);
    const [one, two] = await t.clock.until(Promise.all([first, tap()]));
    expect(one.kind).toBe('settled');
    expect(two).toMatchObject({ kind: 'notSent', failure: { code: 'SETTLEMENT_OPEN' } });
    expect(t.sent('2207')).toHaveLength(1);
  });

  it('the database itself refuses a second settlement of an encounter that is open', async () => {
    const t = start();
    t.sides.forecast = (to, what) =>
      to === 'centre' && what === '2207' ? 'lostAfter' : to === 'centre' && what === '5203' ? 'status' : 'fine';
    const prepared: Prepared = await t.prepare(t.terminal);
    expect((await t.clock.until(t.terminal.settlements.settle(prepared, 1000, () => {}))).kind).toBe('unknown');
    const { store } = t.terminal;
    const [row] = store.settlements.list(1);
    if (row === undefined) throw new Error('no settlement');
    const again = (): number =>
      store.transaction(() => {
        const messageId = store.messages.nextId('H99010000001', 7, t.clock.now());
        const message = { messageId, infno: '2207', visitId: row.visitId, request: new Uint8Array(1), nowMs: 0 };
        const { visitId, encounterId, useAccount, splitShown, levels } = row;
        const kept = { visitId, encounterId, useAccount, splitShown, levels, previousId: row.id };
        const checkCode = 'A'.repeat(16);
        return store.settlements.insert({ ...kept, messageRow: store.messages.insert(message), checkCode, nowMs: 0 });
      });
    expect(again).toThrow(/UNIQUE/);
  });
});

describe('frappe/erpnext#13388', () => {
  // One invoice that could not be posted stopped all that came after it.
  // Guard: rows of a batch that gets no usable answer are tried one by one (`suspect` in the sinks), and one waits by itself.
  it('a row over which the other side stumbles holds nobody up but its own encounter', async () => {
    const t = start();
    const { post } = t.sides.operator;
    t.sides.operator.post = (async (text) => {
      if (!text.includes('stone')) return post(text);
      const failed = {
        kind: 'unknown',
        reason: 'status',
        status: 500,
        retryAfterMs: null,
        detail: 'HTTP 500',
      } as const;
      return { ok: false, error: failed };
    }) as typeof post;
    const { store, outbox } = t.terminal;
    store.transaction(() => {
      for (let n = 0; n < 20; n++) {
        const fault = n === 7 ? 'stone' : 'TEST';
        outbox.enqueue({ destination: 'operator', kind: 'fault', group: `OP-${n}`, body: { fault } });
      }
      outbox.enqueue({ destination: 'operator', kind: 'fault', group: 'OP-7', body: { fault: 'after the stone' } });
    });
    outbox.kick();
    await t.clock.advance(10_000);
    const waiting = outbox.list(100).filter((row) => row.state !== 'delivered');
    expect(waiting.map((row) => row.group)).toEqual(['OP-7', 'OP-7']);
  });
});
