import { afterEach, describe, expect, it } from 'vitest';
import type { Ruling } from './resolve.ts';
import { lateSettlement } from './testing/late.ts';
import { endAll, start } from './testing/start.ts';
import { firstSettlement, openDifference, rowOf, rule } from './testing/unanswered.ts';

afterEach(endAll);

const ENCOUNTER = 'OP20260302001';
const ONE = { by: 'S007', second: null };
const no = (code: string) => ({ ok: false, error: { code } });
type World = ReturnType<typeof start>;

/** The centre has it no more. */
const vanish = (t: World): void => {
  const [row] = t.sides.kit.ledger.settlements();
  t.sides.kit.ledger.setSettlementState(row?.setlId ?? '', 'reversed');
};
const open = (t: World): string[] => t.terminal.store.worklist.list('open', 9).map(({ kind }) => kind);

/** Two people have said that it stands, and the look that follows does not find it. */
async function gone() {
  const t = await lateSettlement();
  expect(await rule(t, t.work.id, { resolution: 'stands' })).toMatchObject({ ok: true });
  await t.clock.advance(5000);
  vanish(t);
  await t.quiet();
  return { ...t, id: rowOf(t, 'difference').id };
}

/** Settled by its own answer; the day's books do not find it. */
async function forgotten() {
  const t = start();
  expect((await t.settle()).kind).toBe('settled');
  await t.quiet();
  const { setlId, messageId, mdtrtId } = firstSettlement(t) ?? {};
  const { id } = t.terminal.store.transaction(() =>
    t.terminal.store.worklist.open({
      kind: 'difference',
      subject: setlId ?? '',
      encounterId: ENCOUNTER,
      settlementId: 1,
      amountFen: null,
      detail: { verdict: 'missingThere', setlId: setlId ?? '', messageId: messageId ?? '', mdtrtId: mdtrtId ?? '' },
      nowMs: t.clock.now(),
    }),
  );
  vanish(t);
  return { ...t, id };
}

describe('what counts here and is gone at the centre', () => {
  it('is void by two people: it counts no more, the HIS hears it, and the bill can be paid again', async () => {
    const t = await gone();
    expect(await rule(t, t.id, { resolution: 'void' })).toMatchObject({ ok: true, value: { resolution: 'void' } });
    await t.quiet();
    expect(firstSettlement(t)).toMatchObject({ state: 'reversed', live: false });
    expect([t.hisRow()?.settlement, open(t), t.terminal.settlements.isBlocked(ENCOUNTER)]).toEqual([null, [], false]);
    expect(t.sides.operatorStore.all().findLast((one) => one.kind === 'refund')?.body).toMatchObject({
      messageId: firstSettlement(t)?.messageId,
      total: '1065.48',
      foundBy: '5203',
      by: 'S001',
      second: 'S002',
    });
    t.sides.forecast = () => 'fine';
    expect((await t.settle()).kind).toBe('settled');
  });

  it('is fenced, where it never was: its 2601 goes out, and 5203 is asked once more', async () => {
    const t = await forgotten();
    expect(await rule(t, t.id, { resolution: 'void' })).toMatchObject({ ok: true });
    await t.quiet();
    expect(t.sides.kit.ledger.isFenced(firstSettlement(t)?.messageId ?? '')).toBe(true);
    expect([t.hisRow()?.settlement, open(t)]).toEqual([null, []]);
    expect(t.terminal.store.settlements.toVerify()).toEqual([]);
  });

  it('is not merely noted, nor said to stand, nor to be given back', async () => {
    const t = await gone();
    const say = (ruling: Partial<Ruling> & Pick<Ruling, 'resolution'>) => rule(t, t.id, ruling);
    expect(await say({ resolution: 'noted', act: ONE })).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
    expect(await say({ resolution: 'void', act: ONE })).toMatchObject(no('STAFF_SAME_PERSON'));
    for (const resolution of ['stands', 'refund'] as const) {
      expect(await say({ resolution })).toMatchObject(no('WORKLIST_NOT_PROVEN'));
    }
    expect([firstSettlement(t)?.state, open(t)]).toEqual(['settled', ['difference']]);
  });

  it.each([
    ['cannot be reached', 'notSent'],
    ['is silent', 'lostBefore'],
    ['answers with an HTTP error', 'status'],
  ] as const)(
    'is not void where the centre %s: asked or not, nothing was changed, and that is said',
    async (_, weather) => {
      const t = await gone();
      t.sides.forecast = (to) => (to === 'centre' ? weather : 'fine');
      expect(await rule(t, t.id, { resolution: 'void' })).toMatchObject(no('WORKLIST_UNANSWERED'));
      expect(firstSettlement(t)?.state).toBe('settled');
    },
  );

  it('is not void where it is there after all: then it stands, and nothing moves', async () => {
    const t = await gone();
    const [row] = t.sides.kit.ledger.settlements();
    t.sides.kit.ledger.setSettlementState(row?.setlId ?? '', 'settled');
    expect(await rule(t, t.id, { resolution: 'void' })).toMatchObject(no('WORKLIST_NOT_PROVEN'));
    expect(await rule(t, t.id, { resolution: 'stands' })).toMatchObject({ ok: true });
    expect([firstSettlement(t)?.state, open(t)]).toEqual(['settled', []]);
  });

  it('and comes back after its void cannot stand again: the HIS knows no second time; it can go back', async () => {
    const t = await gone();
    expect(await rule(t, t.id, { resolution: 'void' })).toMatchObject({ ok: true });
    await t.quiet();
    const [row] = t.sides.kit.ledger.settlements();
    t.sides.kit.ledger.setSettlementState(row?.setlId ?? '', 'settled');
    const id = openDifference(t, { verdict: 'deniedHere', setlId: row?.setlId ?? '' });
    expect(await rule(t, id, { resolution: 'stands' })).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
    expect(await rule(t, id, { resolution: 'refund' })).toMatchObject({ ok: true });
    await t.quiet();
    expect([t.terminal.store.refunds.ofSettlement(1)?.state, open(t), t.hisRow()?.settlement]).toEqual([
      'done',
      [],
      null,
    ]);
  });

  it('what is being given back is decided there: its row informs, and one person may note it', async () => {
    const t = await gone();
    t.terminal.store.transaction(() =>
      t.terminal.store.refunds.insert({
        ...{ settlementId: 1, encounterId: ENCOUNTER, setlId: 'S', cause: 'staff', by: 'A', second: 'B' },
        nowMs: t.clock.now(),
      }),
    );
    expect(await rule(t, t.id, { resolution: 'void' })).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
    expect(await rule(t, t.id, { resolution: 'noted', act: ONE })).toMatchObject({ ok: true });
    expect(firstSettlement(t)?.state).toBe('settled');
  });
});
