import { expect, it } from 'vitest';
import { STAY_ID, stayEncounter, stayWorld } from '../testing/stay.ts';

function world(seed: number) {
  const w = stayWorld(seed);
  w.bill(stayEncounter());
  const t = w.boot();
  const row = () => t.store.stays.open(STAY_ID);
  const lines = () => w.sides.kit.ledger.fees(row()?.mdtrtId ?? '');
  /** Whether the centre answers 2303 with a sum that is a fen apart. */
  const fenApart = (does: boolean): void => {
    const other = (infno: string, text: string) => (infno === '2303' ? text.replaceAll('1065.48', '1065.47') : text);
    w.sides.mutate = does ? other : (_infno, text) => text;
  };
  return { ...w, t, row, lines, fenApart };
}

it('the copy of a lost 2301 comes after all, and 2303 is refused: the next preparation clears and bills', async () => {
  const w = world(41);
  const { ledger } = w.sides.kit;
  w.sides.forecast = (_to, what) => (what === '2303' ? 'lostBefore' : 'fine');
  expect(await w.prepare(w.t)).toMatchObject({ ok: false, error: { code: 'CENTRE_UNREACHABLE' } });
  expect(w.row()?.feesDoubtful).toBe(false);
  w.sides.forecast = () => 'fine';
  // A centre that does not know a line again by its number.
  for (const line of w.lines()) ledger.addFee({ ...line, sn: `${line.sn} again` });
  const before = w.sent().length;
  expect(await w.prepare(w.t)).toMatchObject({ ok: false, error: { code: 'CENTRE_REFUSED' } });
  expect(w.row()?.feesDoubtful).toBe(true);
  expect((await w.settle(w.t)).kind).toBe('settled');
  expect(w.sent().slice(before)).toEqual(['2303', '2405', '2302', '2301', '2402', '2303', '2304']);
  expect(w.lines()).toHaveLength(stayEncounter().lines.length);
  expect(w.row()?.feesDoubtful).toBe(false);
});

it('2303 is answered with another sum: the lines can be cleared by hand too', async () => {
  const w = world(42);
  w.fenApart(true);
  expect(await w.prepare(w.t)).toMatchObject({ ok: false, error: { code: 'CENTRE_MONEY_MISMATCH' } });
  expect(w.row()).toMatchObject({ state: 'discharged', feesDoubtful: true });
  w.fenApart(false);
  const { stays } = w.t.settlements;
  const stay = { id: w.row()?.id ?? 0, encounterId: STAY_ID, mdtrtId: w.row()?.mdtrtId ?? '' };
  for (const verb of [() => stays.undoDischarge(stay), () => stays.clearFees(stay)]) {
    expect(await w.clock.until(verb())).toMatchObject({ ok: true });
  }
  expect(w.row()).toMatchObject({ state: 'admitted', feesDoubtful: false });
  expect(w.lines()).toEqual([]);
  expect((await w.settle(w.t)).kind).toBe('settled');
});

it('asked with another answer about the account: another sum ends the quote before it, a refusal does not', async () => {
  const w = world(43);
  const { ledger } = w.sides.kit;
  const prepared = await w.prepare(w.t);
  if (!prepared.ok) throw new Error(prepared.error.code);
  const reprice = () => w.clock.until(w.t.settlements.reprice(prepared.value, false));
  const [line] = w.lines();
  if (line === undefined) throw new Error('no line');
  ledger.addFee({ ...line, sn: 'one more' });
  expect(await reprice()).toMatchObject({ ok: false, error: { code: 'CENTRE_REFUSED' } });
  expect(w.row()?.feesDoubtful).toBe(false);
  ledger.deleteFee(line.mdtrtId, 'one more');
  w.fenApart(true);
  expect(await reprice()).toMatchObject({ ok: false, error: { code: 'CENTRE_MONEY_MISMATCH' } });
  expect(w.row()?.feesDoubtful).toBe(true);
  const settled = await w.clock.until(w.t.settlements.settle(prepared.value, 45_000, () => {}));
  expect(settled).toMatchObject({ kind: 'notSent', failure: { code: 'SETTLEMENT_OPEN' } });
  w.fenApart(false);
  expect(await reprice()).toMatchObject({ ok: true });
  expect(w.row()?.feesDoubtful).toBe(false);
});
