import { afterEach, describe, expect, it } from 'vitest';
import { endAll } from './testing/start.ts';
import { ENCOUNTER, twoEffects } from './testing/two-effects.ts';

afterEach(endAll);

const no = (code: string) => ({ ok: false, error: { code } });
type World = Awaited<ReturnType<typeof twoEffects>>;
const state = (t: World) => t.terminal.store.settlements.get(1)?.state;
const blocked = (t: World) => t.terminal.settlements.isBlocked(ENCOUNTER);

describe('one message with two effects: a word about A', () => {
  it('refund: B stands, is on the list and in the way of another payment', async () => {
    const t = await twoEffects();
    expect(t.open().sort()).toEqual(['difference B', 'settlement-late A']);
    expect(await t.say(t.work.id, { resolution: 'refund', evidence: { setlId: t.a.setlId } })).toMatchObject({
      ok: true,
    });
    await t.quiet();
    expect([t.standing(), t.open(), blocked(t)]).toEqual([['B'], ['difference B'], true]);
    await expect(t.settle()).rejects.toThrow('SETTLEMENT_OPEN');
    // One refund for each settlement: B goes back at the counter, and then it is void.
    expect(await t.say(t.row, { resolution: 'refund' })).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
    expect(await t.say(t.row, { resolution: 'stands' })).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
    expect(await t.say(t.row, { resolution: 'void' })).toMatchObject(no('WORKLIST_NOT_PROVEN'));
    t.takeBack(t.b);
    expect(await t.say(t.row, { resolution: 'void' })).toMatchObject({ ok: true });
    expect([t.open(), blocked(t)]).toEqual([[], false]);
  });

  it('stands: B is on the list, cannot be counted too, and costs A nothing', async () => {
    const t = await twoEffects();
    expect(await t.say(t.work.id, { resolution: 'stands' })).toMatchObject({ ok: true });
    await t.quiet();
    expect([t.standing(), t.open(), state(t)]).toEqual([['A', 'B'], ['difference B'], 'settled']);
    for (const resolution of ['stands', 'refund', 'noted'] as const) {
      expect(await t.say(t.row, { resolution })).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
    }
    expect(await t.say(t.row, { resolution: 'void' })).toMatchObject(no('WORKLIST_NOT_PROVEN'));
    t.takeBack(t.b);
    expect(await t.say(t.row, { resolution: 'void' })).toMatchObject({ ok: true });
    await t.quiet();
    expect([t.open(), state(t)]).toEqual([[], 'settled']);
    expect(t.hisRow()?.settlement).toMatchObject({ setlId: t.a.setlId });
  });
});

describe('one message with two effects: a word about B', () => {
  it('void, where it is gone: A stays on the list, and is decided by itself', async () => {
    const t = await twoEffects();
    t.takeBack(t.b);
    expect(await t.say(t.row, { resolution: 'void' })).toMatchObject({ ok: true });
    expect([t.standing(), t.open(), blocked(t)]).toEqual([['A'], ['settlement-late A'], true]);
    expect(await t.say(t.work.id, { resolution: 'stands' })).toMatchObject({ ok: true });
    expect([t.open(), state(t)]).toEqual([[], 'settled']);
  });

  it('void is not proven where what stands beside it is on no list', async () => {
    const t = await twoEffects();
    t.takeBack(t.b);
    t.terminal.store.transaction(() => t.terminal.store.worklist.end('settlement-late', t.a.msgid, t.clock.now()));
    expect(await t.say(t.row, { resolution: 'void' })).toMatchObject(no('WORKLIST_NOT_PROVEN'));
    expect(blocked(t)).toBe(true);
  });

  it('refund gives back B and not A', async () => {
    const t = await twoEffects();
    expect(await t.say(t.row, { resolution: 'refund' })).toMatchObject({ ok: true });
    await t.quiet();
    expect([t.standing(), t.open(), blocked(t)]).toEqual([['A'], ['settlement-late A'], true]);
  });

  it.each(['stands', 'refund'] as const)('%s is not taken for the number of A', async (resolution) => {
    const t = await twoEffects();
    expect(await t.say(t.row, { resolution, evidence: { setlId: t.a.setlId } })).toMatchObject(
      no('WORKLIST_NOT_PROVEN'),
    );
    expect(state(t)).toBe('reversed');
  });
});

it('at a centre that wants numbers, void of B leaves A, and the bill is not paid twice', async () => {
  const t = await twoEffects();
  t.takeBack(t.b);
  t.terminal.kill();
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  const terminal = t.boot(undefined, { settlementQueryNeedsSetlId: true });
  const again = { ...t, terminal };
  await t.clock.until(terminal.settlements.recover());
  const ruled = terminal.settlements.resolve(t.row, {
    resolution: 'void',
    act: { by: 'S001', second: 'S002' },
    reason: '在中心柜台核对过',
  });
  expect(await t.clock.until(ruled)).toMatchObject({ ok: true });
  expect(terminal.store.worklist.list('open', 9)).toMatchObject([{ kind: 'settlement-late' }]);
  expect(blocked(again)).toBe(true);
  terminal.kill();
});

it('a settlement whose refund is given up calls people about the number that stands', async () => {
  const t = await twoEffects();
  t.sides.forecast = (to, what) => (to === 'centre' && what === '2208' ? 'lostBefore' : 'fine');
  expect(await t.say(t.work.id, { resolution: 'refund' })).toMatchObject({ ok: true });
  await t.clock.advance(7_200_000);
  const stuck = t.terminal.store.worklist.list('open', 9).find(({ kind }) => kind === 'refund-stuck');
  expect(await t.say(stuck?.id ?? 0, { resolution: 'stands' })).toMatchObject({ ok: true });
  const late = t.terminal.store.worklist.list('open', 9).find(({ kind }) => kind === 'settlement-late');
  expect(late?.detail['setlId']).toBe(t.a.setlId);
});
