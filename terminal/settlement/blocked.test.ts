import { afterEach, describe, expect, it } from 'vitest';
import type { ReconcileVerdict } from '../../common/contracts/reconcile.ts';
import { foundAfterSession } from './testing/late.ts';
import { endAll, start } from './testing/start.ts';
import { rule } from './testing/unanswered.ts';

afterEach(endAll);

const ENCOUNTER = 'OP20260302001';
type World = ReturnType<typeof start>;

/** What the day's books open about the first settlement. */
function difference(t: World, verdict: ReconcileVerdict) {
  const [theirs] = t.sides.kit.ledger.settlements();
  return t.terminal.store.transaction(() =>
    t.terminal.store.worklist.open({
      kind: 'difference',
      subject: theirs?.setlId ?? 'a setl_id',
      encounterId: ENCOUNTER,
      settlementId: 1,
      amountFen: null,
      detail: { verdict, setlId: theirs?.setlId ?? '' },
      nowMs: t.clock.now(),
    }),
  );
}

describe('what the day’s books have found stands in the way of a second payment', () => {
  /** A centre without a memory of fences: the 2207 lands hours after its 2601. */
  async function denied() {
    const t = start(1);
    const { kit } = t.sides;
    const { cancelVisit, deleteFees } = kit.ledger;
    kit.set({ noFence: true });
    Object.assign(kit.ledger, { cancelVisit: () => undefined, deleteFees: () => 0 });
    t.storm('lostBefore');
    expect((await t.settle(60_000)).kind).toBe('reversed');
    await t.quiet();
    const row = t.terminal.store.settlements.get(1);
    const sent = t.terminal.store.messages.get(row?.messageRow ?? 0);
    if (sent === null) throw new Error('no 2207');
    kit.handle(sent.request, kit.ledger, t.clock, t.random);
    Object.assign(kit.ledger, { cancelVisit, deleteFees });
    return t;
  }

  it('until two people have it given back', async () => {
    const t = await denied();
    const { id } = difference(t, 'deniedHere');
    expect(t.terminal.settlements.isBlocked(ENCOUNTER)).toBe(true);
    await expect(t.settle()).rejects.toThrow('SETTLEMENT_OPEN');
    // "Seen" decides nothing.
    expect(await rule(t, id, { resolution: 'noted' })).toMatchObject({ error: { code: 'WORKLIST_NOT_ALLOWED' } });
    expect(await rule(t, id, { resolution: 'refund' })).toMatchObject({ ok: true });
    await t.quiet();
    expect((await t.settle()).kind).toBe('settled');
    const standing = t.sides.kit.ledger.settlements().filter((row) => row.state === 'settled' && row.refundOf === null);
    expect(standing).toHaveLength(1);
  });

  it.each([
    ['doubled', true],
    ['amountDiffers', false],
    ['missingThere', false],
  ] as const)('%s: %s', async (verdict, blocks) => {
    const t = start(1);
    expect((await t.settle()).kind).toBe('settled');
    await t.quiet();
    difference(t, verdict);
    expect(t.terminal.settlements.isBlocked(ENCOUNTER)).toBe(blocks);
  });

  it('of a settlement that was refused here, until the centre shows nothing of it', async () => {
    const t = start(1);
    const prepared = await t.prepare(t.terminal);
    t.sides.kit.ledger.deleteFees(prepared.mdtrtId, null);
    expect((await t.clock.until(t.terminal.settlements.settle(prepared, 45_000, () => {}))).kind).toBe('refused');
    const { id } = difference(t, 'deniedHere');
    expect(t.terminal.settlements.isBlocked(ENCOUNTER)).toBe(true);
    for (const resolution of ['noted', 'stands', 'refund'] as const) {
      expect(await rule(t, id, { resolution })).toMatchObject({ error: { code: 'WORKLIST_NOT_ALLOWED' } });
    }
    expect(await rule(t, id, { resolution: 'void' })).toMatchObject({ ok: true });
    expect(t.terminal.settlements.isBlocked(ENCOUNTER)).toBe(false);
  });
});

it('a refunded encounter is free though the HIS never took the news of its settlement', async () => {
  const t = start(1);
  const { deliver } = t.sides.his;
  let conflict = true;
  const refusing: typeof deliver = async (notice, text) =>
    conflict && notice === 'settled'
      ? ({ ok: true, value: { reply: { result: 'conflict' }, timing: { wallMs: 1, serverMs: 1 } } } as never)
      : deliver(notice, text);
  Object.assign(t.sides.his, { deliver: refusing });
  expect((await t.settle()).kind).toBe('settled');
  await t.quiet();
  expect(t.terminal.store.settlements.get(1)?.live).toBe(true);
  const dead = t.terminal.store.worklist.list('open', 9).find((row) => row.kind === 'row-dead');
  expect(await rule(t, dead?.id ?? 0, { resolution: 'refund' })).toMatchObject({ ok: true });
  expect(t.terminal.settlements.isBlocked(ENCOUNTER)).toBe(true);
  conflict = false;
  await t.quiet();
  expect(t.terminal.store.refunds.ofSettlement(1)?.state).toBe('done');
  expect(t.terminal.store.settlements.get(1)?.live).toBe(false);
  expect(t.terminal.settlements.isBlocked(ENCOUNTER)).toBe(false);
});

it('a refund that other people take up again bears their names and the number that they saw', async () => {
  const t = await foundAfterSession();
  await t.quiet();
  const { kit } = t.sides;
  const real = kit.handle;
  let declines = true;
  const handle: typeof real = (bytes, ...rest) => {
    const text = new TextDecoder().decode(bytes);
    const wrong =
      declines && text.includes('"infno":"2208"') ? text.replace(/"setl_id":"[^"]+"/, '"setl_id":"1"') : text;
    return real(new TextEncoder().encode(wrong), ...rest);
  };
  Object.assign(kit, { handle });
  const next = () => t.terminal.store.worklist.list('open', 9)[0]?.id ?? 0;
  expect((await rule(t, next(), { resolution: 'refund' })).ok).toBe(true);
  await t.clock.advance(3_600_000);
  expect((await rule(t, next(), { resolution: 'stands' })).ok).toBe(true);
  declines = false;
  const { id } = difference(t, 'amountDiffers');
  const act = { by: 'S008', second: 'S009' };
  expect((await rule(t, id, { resolution: 'refund', act })).ok).toBe(true);
  expect(t.terminal.store.refunds.ofSettlement(1)).toMatchObject({ ...act, cause: 'difference' });
  await t.quiet();
  const told = t.sides.operatorStore.all().filter((record) => record.kind === 'refund');
  expect(told.map((record) => record.body)).toMatchObject([{ ...act, cause: 'difference' }]);
});
