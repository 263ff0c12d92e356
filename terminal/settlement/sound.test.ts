import { afterEach, expect, it } from 'vitest';
import { fen } from '../../common/kernel/money.ts';
import { isDoubtful } from './matter.ts';
import { endAll } from './testing/start.ts';
import { refused2601, unanswered } from './testing/unanswered.ts';

afterEach(endAll);

/** A centre whose 5203 shows other figures until it is put straight, and that refuses every 2601. */
async function unsound() {
  let bent = true;
  const t = await unanswered({ weather: 'lostAfter', answers: () => false, arrives: refused2601 });
  const { kit } = t.sides;
  const { newestSettlement } = kit.ledger;
  kit.ledger.newestSettlement = (psnNo, mdtrtId) => {
    const row = newestSettlement(psnNo, mdtrtId);
    return bent && row !== null ? { ...row, total: fen(row.total + 1) } : row;
  };
  t.way.answers = () => true;
  await t.clock.advance(60_000);
  const kinds = (): string[] => t.open().map(({ kind }) => kind);
  const straight = async (): Promise<void> => {
    bent = false;
    await t.clock.advance(600_000);
  };
  return { ...t, kinds, straight };
}

it('what 5203 showed unsound and then sound is settled, off the list, and in no doubt', async () => {
  const t = await unsound();
  expect(t.settlement().state).not.toBe('settled');
  expect(t.kinds()).toContain('settlement-unsound');
  await t.straight();
  expect([t.settlement().state, isDoubtful(t.terminal.store, t.settlement())]).toEqual(['settled', false]);
  expect(t.kinds()).toEqual(['settlement-after-session']);
});

it('the same where somebody had noted it meanwhile', async () => {
  const t = await unsound();
  const id = t.open().find(({ kind }) => kind === 'settlement-unsound')?.id ?? 0;
  const noted = { resolution: 'noted', act: { by: 'S007', second: null }, reason: 'seen it there' } as const;
  expect(await t.clock.until(t.terminal.settlements.resolve(id, noted))).toMatchObject({ ok: true });
  await t.straight();
  expect([t.settlement().state, isDoubtful(t.terminal.store, t.settlement())]).toEqual(['settled', false]);
});
