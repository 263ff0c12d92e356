import { afterEach, expect, it } from 'vitest';
import { lateSettlement } from '../testing/late.ts';
import { endAll, start } from '../testing/start.ts';
import { ENCOUNTER, twoEffects } from '../testing/two-effects.ts';
import { rowOf, rule } from '../testing/unanswered.ts';

afterEach(endAll);

const no = (code: string) => ({ ok: false, error: { code } });

/** A second effect of the first message, which no book has shown yet. */
function second(t: ReturnType<typeof start>): string {
  const { ledger } = t.sides.kit;
  const [first] = ledger.settlements();
  if (first === undefined) throw new Error('nothing at the centre');
  const setlId = `${first.setlId.slice(0, -1)}Z`;
  ledger.addSettlement({ ...first, setlId });
  return setlId;
}

it('refund of one effect, while the other is on no list: people are called, and the bill is not paid a second time', async () => {
  const t = await twoEffects();
  t.terminal.store.transaction(() => t.terminal.store.worklist.end('difference', t.b.setlId, t.clock.now()));
  expect(await t.say(t.work.id, { resolution: 'refund' })).toMatchObject({ ok: true });
  await t.quiet();
  expect([t.standing(), t.open()]).toEqual([['B'], ['settlement-late B']]);
  await expect(t.settle()).rejects.toThrow('SETTLEMENT_OPEN');
  // Its own refund it cannot have; it goes back at the counter.
  const { id } = rowOf(t, 'settlement-late');
  expect(await t.say(id, { resolution: 'refund' })).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
  expect(await t.say(id, { resolution: 'void' })).toMatchObject(no('WORKLIST_NOT_PROVEN'));
  t.takeBack(t.b);
  expect(await t.say(id, { resolution: 'void' })).toMatchObject({ ok: true });
  expect([t.open(), t.terminal.settlements.isBlocked(ENCOUNTER)]).toEqual([[], false]);
});

it('the same where the profile gives back what nobody saw', async () => {
  const t = start(1, { foundAfterSession: 'reverse' });
  expect((await t.settle()).kind).toBe('settled');
  const setlId = second(t);
  t.terminal.settlements.left(t.sides.kit.ledger.settlements()[0]?.msgid ?? '');
  await t.quiet();
  expect(t.terminal.store.refunds.ofSettlement(1)?.state).toBe('done');
  expect(rowOf(t, 'settlement-late')).toMatchObject({ subject: setlId, detail: { setlId } });
  await expect(t.settle()).rejects.toThrow('SETTLEMENT_OPEN');
});

it('until the centre has said it the bill is not free, though the money is back', async () => {
  const t = start(1, { foundAfterSession: 'reverse' });
  expect((await t.settle()).kind).toBe('settled');
  let back = false;
  t.sides.forecast = (to, what) => {
    if (to === 'centre' && what === '2208') back = true;
    return to === 'centre' && back && what !== '2208' ? 'lostBefore' : 'fine';
  };
  t.terminal.settlements.left(t.sides.kit.ledger.settlements()[0]?.msgid ?? '');
  await t.clock.advance(60_000);
  expect(t.terminal.store.refunds.ofSettlement(1)?.state).toBe('refunded');
  expect(t.terminal.settlements.isBlocked(ENCOUNTER)).toBe(true);
  t.sides.forecast = () => 'fine';
  await t.quiet();
  expect(t.terminal.settlements.isBlocked(ENCOUNTER)).toBe(false);
});

it('what was taken back, came again and was given back is one refund in the operator’s books', async () => {
  const t = await lateSettlement();
  const { ledger } = t.sides.kit;
  const number = ledger.settlements()[0]?.setlId ?? '';
  expect(await rule(t, t.work.id, { resolution: 'stands' })).toMatchObject({ ok: true });
  await t.clock.advance(5000);
  ledger.setSettlementState(number, 'reversed');
  await t.quiet();
  expect(await rule(t, rowOf(t, 'difference').id, { resolution: 'void' })).toMatchObject({ ok: true });
  await t.quiet();
  ledger.setSettlementState(number, 'settled');
  const { id } = t.terminal.store.transaction(() =>
    t.terminal.store.worklist.open({
      kind: 'difference',
      subject: 'a day',
      encounterId: ENCOUNTER,
      settlementId: 1,
      amountFen: null,
      detail: { verdict: 'deniedHere', setlId: number },
      nowMs: t.clock.now(),
    }),
  );
  expect(await rule(t, id, { resolution: 'refund' })).toMatchObject({ ok: true });
  await t.quiet();
  expect(t.terminal.store.refunds.ofSettlement(1)?.state).toBe('done');
  const of = (kind: string) => t.records().filter((one) => one === kind).length;
  expect([of('settlement'), of('refund')]).toEqual([1, 1]);
});
