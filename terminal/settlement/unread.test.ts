import { afterEach, describe, expect, it } from 'vitest';
import type { SettleResult } from '../ports.ts';
import { failing } from './testing/failing.ts';
import { foundAfterSession, lateSettlement, PEOPLE, REASON } from './testing/late.ts';
import { endAll, start } from './testing/start.ts';
import { firstSettlement, rowOf, rule, unanswered } from './testing/unanswered.ts';

afterEach(endAll);

type World = ReturnType<typeof start>;

const open = ({ terminal }: World): string[] => terminal.store.worklist.list('open', 9).map(({ kind }) => kind);

/** Whether this state of the first settlement has been committed; what is asked within a transaction is left alone. */
const committed =
  ({ terminal: { store } }: World, state: string) =>
  (): boolean =>
    !store.inTransaction() && store.settlements.list(1)[0]?.state === state;

/** Settles while the journal cannot be read, so many times, just after this state was committed. */
async function unread(state: string, { options = {}, times = 1, before = (_t: World) => {} } = {}) {
  const t = start(1, options);
  const heard: SettleResult['kind'][] = [];
  t.terminal.settlements.onResolved((_id, result) => heard.push(result.kind));
  before(t);
  const { store } = t.terminal;
  const failed = failing(store.settlements, 'get', committed(t, state), times);
  const result = await t.settle(45_000);
  expect(result.kind).toBe('unknown');
  return { ...t, heard, failed };
}

describe('an end that its caller was not told, because the journal could not be read just then', () => {
  it.each([1, 3])('settled: a person is called, and who stands before "unknown" is told (%i reads)', async (times) => {
    const t = await unread('settled', { times });
    await t.quiet();
    expect(t.failed()).toBe(times);
    expect(firstSettlement(t)).toMatchObject({ state: 'settled', unseen: false });
    expect(t.hisRow()?.settlement).not.toBeNull();
    expect(t.heard).toEqual(['settled']);
    expect(open(t)).toEqual(['settlement-after-session']);
    // It is on her screen now.
    t.terminal.settlements.seen(firstSettlement(t)?.messageId ?? '');
    await t.clock.advance(10);
    expect(open(t)).toEqual([]);
  });

  it('settled: given back at once where the profile says so, and nobody is told that it stands', async () => {
    const t = await unread('settled', { options: { foundAfterSession: 'reverse' } });
    await t.quiet();
    expect(t.heard).toEqual([]);
    expect(t.sides.kit.ledger.settlements().filter((row) => row.refundOf !== null)).toHaveLength(1);
    expect(t.sides.hisStore.bookings().map((entry) => entry.kind)).toEqual(['settled', 'refunded']);
  });

  it('not sent: the preparation is given back', async () => {
    const t = await unread('notSent', { before: (world) => world.storm('notSent') });
    await t.quiet();
    expect(t.heard).toEqual(['notSent']);
    expect(t.hisRow()).toMatchObject({ holder: null });
    expect(t.terminal.store.visits.unfinished()).toEqual([]);
  });

  it('not yet at an end: it is told when it is', async () => {
    const t = start();
    const heard: SettleResult['kind'][] = [];
    t.terminal.settlements.onResolved((_id, result) => heard.push(result.kind));
    t.sides.forecast = (to) => (to === 'centre' && t.sent('2207').length > 0 ? 'lostBefore' : 'fine');
    const prepared = await t.prepare(t.terminal);
    t.storm('lostAfter');
    const { forecast } = t.sides;
    let isDown = true;
    t.sides.forecast = (to, what) => (isDown && what === '5203' ? 'lostBefore' : forecast(to, what));
    const settling = t.terminal.settlements.settle(prepared, 5000, () => {});
    await t.clock.advance(4990);
    const failed = failing(t.terminal.store.visits, 'get');
    expect((await t.clock.until(settling)).kind).toBe('unknown');
    isDown = false;
    await t.quiet();
    expect(failed()).toBe(1);
    expect(heard).toEqual(['settled']);
  });
});

describe('what follows an end, where a read fails between', () => {
  it.each(['toVerify', 'visit', 'refund'] as const)(
    'found after she had gone, it is told all the same (%s)',
    async (what) => {
      const t = await foundAfterSession();
      const heard: SettleResult['kind'][] = [];
      t.terminal.settlements.onResolved((_id, result) => heard.push(result.kind));
      const { store } = t.terminal;
      const isFound = committed(t, 'settled');
      const failed =
        what === 'toVerify'
          ? failing(store.settlements, 'toVerify', isFound)
          : what === 'visit'
            ? failing(store.visits, 'get', isFound)
            : failing(store.refunds, 'ofSettlement', isFound);
      await t.quiet();
      expect(failed()).toBe(1);
      expect(heard).toEqual(['settled']);
    },
  );

  it('the end that its caller was told is told to nobody else', async () => {
    const t = start();
    const heard: SettleResult['kind'][] = [];
    t.terminal.settlements.onResolved((_id, result) => heard.push(result.kind));
    const failed = failing(t.terminal.store.settlements, 'toVerify', committed(t, 'settled'));
    // The limit comes while what follows is put off.
    expect((await t.settle(3000)).kind).toBe('settled');
    await t.quiet();
    expect(failed()).toBe(1);
    expect(heard).toEqual([]);
    expect(firstSettlement(t)?.unseen).toBe(true);
    expect(open(t)).toEqual([]);
  });

  it('a visit is undone, and looked at again, though the plan could not be read at first', async () => {
    const t = await unanswered({ weather: 'lostBefore', answers: () => false });
    const { store } = t.terminal;
    const failed = failing(store.settlements, 'toVerify', committed(t, 'reversed'));
    t.way.answers = () => true;
    await t.quiet();
    expect(failed()).toBe(1);
    expect(store.settlements.toVerify()).toEqual([]);
    expect(store.visits.get(1)?.phase).toBe('ended');
  });
});

describe('a ruling, where a read fails just after it', () => {
  it('is followed up: what two people say is void is undone', async () => {
    const t = await unanswered({ weather: 'lostBefore', answers: (infno) => infno !== '2601' });
    const { id } = rowOf(t, 'reversal-stuck');
    const { store } = t.terminal;
    const failed = failing(store.settlements, 'get', committed(t, 'reversed'));
    expect(await rule(t, id, { resolution: 'void' })).toMatchObject({ ok: true });
    t.way.answers = () => true;
    await t.quiet();
    expect(failed()).toBe(1);
    expect(store.visits.get(1)?.phase).toBe('ended');
  });

  it('its refund is begun', async () => {
    const t = await lateSettlement();
    const failed = failing(t.terminal.store.refunds, 'open');
    const ruling = { resolution: 'refund', act: PEOPLE, reason: REASON } as const;
    expect(await t.clock.until(t.terminal.settlements.resolve(t.work.id, ruling))).toMatchObject({ ok: true });
    await t.quiet();
    expect(failed()).toBe(1);
    expect(t.terminal.store.refunds.get(1)?.state).toBe('done');
  });
});

describe('a start, where a read fails', () => {
  it.each(['open', 'toVerify', 'unseen'] as const)('takes up all that is open soon after (%s)', async (what) => {
    const before = await unanswered({ weather: 'lostAfter', answers: () => false });
    before.terminal.kill();
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    before.way.answers = () => true;
    const terminal = before.boot();
    const failed = failing(terminal.store.settlements, what);
    await before.clock.until(terminal.settlements.recover());
    await before.quiet();
    expect(failed()).toBe(1);
    expect(terminal.store.settlements.get(1)?.state).toBe('settled');
    expect(before.hisRow()?.settlement).not.toBeNull();
    terminal.kill();
  });
});
