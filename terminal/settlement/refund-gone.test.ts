import { afterEach, expect, it } from 'vitest';
import { endAll, start } from './testing/start.ts';
import { ENCOUNTER } from './testing/two-effects.ts';
import { firstSettlement, rowOf, rule } from './testing/unanswered.ts';

afterEach(endAll);

const no = (code: string) => ({ ok: false, error: { code } });

/** A success that nobody saw, given back by two people; the day's books do not have the refund. */
async function refundGone() {
  const t = start();
  expect((await t.settle()).kind).toBe('settled');
  t.terminal.settlements.left(firstSettlement(t)?.messageId ?? '');
  await t.quiet();
  expect(await rule(t, rowOf(t, 'settlement-after-session').id, { resolution: 'refund' })).toMatchObject({ ok: true });
  await t.quiet();
  const { ledger } = t.sides.kit;
  const [paid, back] = ledger.settlements();
  const { id } = t.terminal.store.transaction(() =>
    t.terminal.store.worklist.open({
      kind: 'difference',
      subject: `${back?.setlId} refund`,
      encounterId: ENCOUNTER,
      settlementId: 1,
      amountFen: null,
      detail: {
        verdict: 'missingThere',
        setlId: back?.setlId ?? '',
        mdtrtId: paid?.mdtrtId ?? '',
        messageId: back?.msgid ?? '',
      },
      nowMs: t.clock.now(),
    }),
  );
  const standing = (): number =>
    ledger.settlements().filter((one) => one.refundOf === null && one.state === 'settled').length;
  const say = (resolution: 'stands' | 'void' | 'refund' | 'noted', act?: { by: string; second: null }) =>
    rule(t, id, { resolution, ...(act === undefined ? {} : { act }) });
  const comes = (): void => {
    ledger.setSettlementState(back?.setlId ?? '', 'reversed');
    ledger.setSettlementState(paid?.setlId ?? '', 'settled');
  };
  const goes = (): void => ledger.setSettlementState(paid?.setlId ?? '', 'refunded');
  return { ...t, say, standing, comes, goes, isBlocked: () => t.terminal.settlements.isBlocked(ENCOUNTER) };
}

it('while people are called the bill is not paid again, and nobody closes it alone', async () => {
  const t = await refundGone();
  t.comes();
  await expect(t.settle()).rejects.toThrow('SETTLEMENT_OPEN');
  expect(t.standing()).toBe(1);
  expect(await t.say('noted', { by: 'S007', second: null })).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
  expect(await t.say('void', { by: 'S007', second: null })).toMatchObject(no('STAFF_SAME_PERSON'));
  // It went back by our books, so it counts no more, and one settlement has one refund.
  for (const word of ['stands', 'refund'] as const) expect(await t.say(word)).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
  expect(await t.say('void')).toMatchObject(no('WORKLIST_NOT_PROVEN'));
  expect(t.isBlocked()).toBe(true);
  // It goes back at the counter; then it is void, and that is told to nobody a second time.
  t.goes();
  expect(await t.say('void')).toMatchObject({ ok: true });
  await t.quiet();
  expect(t.isBlocked()).toBe(false);
  expect(t.sides.hisStore.bookings().map(({ kind }) => kind)).toEqual(['settled', 'refunded']);
  expect(t.records().filter((kind) => kind === 'refund')).toHaveLength(1);
  expect((await t.settle()).kind).toBe('settled');
});

it('not where the centre cannot be asked', async () => {
  const t = await refundGone();
  t.sides.forecast = (to) => (to === 'centre' ? 'lostBefore' : 'fine');
  expect(await t.say('void')).toMatchObject(no('WORKLIST_UNANSWERED'));
  expect(t.isBlocked()).toBe(true);
});
