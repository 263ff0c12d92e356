import { start } from './start.ts';

/** Two people, as the staff room hands them over. */
export const PEOPLE = { by: 'S001', second: 'S002' } as const;
export const REASON = '在中心柜台核对过';

/**
 * A settlement that came after its own 2601: the journal says reversed, the centre's books say settled. `ranMs`: so long
 * has the terminal run before; `goneMs`: so long ago was it reversed; `copyLost`: the first copy of its 2601 is not
 * answered, another one is.
 */
export async function lateSettlement(
  options: Parameters<typeof start>[1] = {},
  { ranMs = 0, goneMs = 600_000, copyLost = false } = {},
) {
  const t = start(1, options);
  const { ledger } = t.sides.kit;
  const { isFenced, cancelVisit, deleteFees } = ledger;
  await t.clock.advance(ranMs);
  const left = new Set(copyLost ? ['2207', '2601'] : ['2207']);
  t.sides.forecast = (to, what) => {
    if (to !== 'centre' || !left.delete(what)) return 'fine';
    return what === '2207' ? 'late' : 'lostBefore';
  };
  // A centre that forgets its fences, and whose undoing of the visit comes too late.
  ledger.isFenced = () => false;
  ledger.cancelVisit = () => undefined;
  ledger.deleteFees = () => 0;
  const result = await t.settle(60_000);
  if (result.kind !== 'reversed') throw new Error(result.kind);
  await t.clock.advance(goneMs);
  Object.assign(ledger, { isFenced, cancelVisit, deleteFees });
  const [work] = t.terminal.store.worklist.list('open', 1);
  if (work === undefined) throw new Error('nothing on the work-list');
  return { ...t, work };
}

/** A settlement that is found by the recovery after its person has gone. */
export async function foundAfterSession(options: Parameters<typeof start>[1] = {}) {
  const t = start(1, options);
  let down = false;
  t.sides.forecast = (to, what) => {
    if (to !== 'centre') return 'fine';
    if (what === '2207') down = true;
    return what === '2207' ? 'lostAfter' : down ? 'lostBefore' : 'fine';
  };
  const result = await t.settle(45_000);
  if (result.kind !== 'unknown') throw new Error(result.kind);
  down = false;
  t.sides.forecast = () => 'fine';
  return t;
}
