import { afterEach, expect, it } from 'vitest';
import type { ReconcileVerdict } from '../../common/contracts/reconcile.ts';
import { endAll, start } from './testing/start.ts';
import { ENCOUNTER } from './testing/two-effects.ts';
import { firstSettlement, rule } from './testing/unanswered.ts';

afterEach(endAll);

const no = (code: string) => ({ ok: false, error: { code } });
const SENDER = 'H9901000000120260302091500ZZ01';

/** One of ours that counts, and what the day's books say of a number of its visit. */
async function difference(verdict: ReconcileVerdict, foreign: boolean) {
  const t = start();
  expect((await t.settle()).kind).toBe('settled');
  await t.quiet();
  const { ledger } = t.sides.kit;
  const [own] = ledger.settlements();
  if (own === undefined) throw new Error('nothing at the centre');
  const other = { ...own, setlId: `${own.setlId.slice(0, -1)}Z`, msgid: SENDER };
  if (foreign) ledger.addSettlement(other);
  const { setlId, mdtrtId, msgid: messageId } = foreign ? other : own;
  const { id } = t.terminal.store.transaction(() =>
    t.terminal.store.worklist.open({
      kind: 'difference',
      subject: setlId,
      encounterId: ENCOUNTER,
      settlementId: 1,
      amountFen: 100,
      detail: { verdict, setlId, mdtrtId, messageId },
      nowMs: t.clock.now(),
    }),
  );
  const say = (resolution: 'stands' | 'void' | 'refund' | 'noted') => rule(t, id, { resolution });
  return { ...t, say, goes: (number: string) => ledger.setSettlementState(number, 'reversed'), own, other };
}

it('what another sender has settled for the visit, and has taken back, is void by two', async () => {
  const t = await difference('doubled', true);
  expect(await t.say('void')).toMatchObject(no('WORKLIST_NOT_PROVEN'));
  expect(await t.say('refund')).toMatchObject(no('WORKLIST_NOT_PROVEN'));
  expect(await t.say('noted')).toMatchObject(no('WORKLIST_NOT_ALLOWED'));
  t.goes(t.other.setlId);
  expect(await t.say('void')).toMatchObject({ ok: true });
  await t.quiet();
  expect([firstSettlement(t)?.state, t.hisRow()?.settlement?.setlId]).toEqual(['settled', t.own.setlId]);
});

it('that ours stands beside it nobody says while the centre cannot be asked', async () => {
  const t = await difference('doubled', true);
  t.sides.forecast = (to) => (to === 'centre' ? 'lostBefore' : 'fine');
  for (const word of ['stands', 'void'] as const) expect(await t.say(word)).toMatchObject(no('WORKLIST_UNANSWERED'));
  t.sides.forecast = () => 'fine';
  expect(await t.say('stands')).toMatchObject({ ok: true });
});

it('that ours stands is refused where 5203 does not show it', async () => {
  const t = await difference('amountDiffers', false);
  t.goes(t.own.setlId);
  const before = t.sent('5203').length;
  expect(await t.say('stands')).toMatchObject(no('WORKLIST_NOT_PROVEN'));
  expect(t.sent('5203').length).toBeGreaterThan(before);
});
