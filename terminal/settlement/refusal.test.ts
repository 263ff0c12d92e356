import { afterEach, describe, expect, it } from 'vitest';
import { endAll, start } from './testing/start.ts';

afterEach(endAll);

/** A centre that does every 2207 and says that it did not. */
function liar() {
  const t = start(1);
  Object.assign(t.sides.kit.ledger, { cancelVisit: () => undefined, deleteFees: () => 0 });
  t.sides.mutate = (infno, text) =>
    infno !== '2207'
      ? text
      : text
          .replace(/"infcode":"?0"?/, '"infcode":"-1"')
          .replace(/"err_msg":"[^"]*"/, '"err_msg":"该就诊已结算"')
          .replace(/"output":\{.*\}(?=[,}])/, '"output":null');
  return t;
}

describe('a refusal of 2207 is believed only where 5203 bears it out', () => {
  it.each(['fine', 'lostBefore', 'status'] as const)('the first questions are %s', async (weather) => {
    const t = liar();
    let asked = 0;
    t.sides.forecast = (to, what) => (to === 'centre' && what === '5203' && asked++ < 4 ? weather : 'fine');
    await t.settle(120_000);
    await t.quiet();
    expect(t.sides.kit.ledger.settlements().map((row) => row.state)).toEqual(['settled']);
    expect(t.terminal.store.settlements.get(1)).toMatchObject({ state: 'settled', foundBy: '5203' });
  });

  it('nor against a 5203 that refuses, nor at its first "nothing"', async () => {
    for (const blindFor of [1, 2]) {
      const t = liar();
      const { newestSettlement } = t.sides.kit.ledger;
      let looks = 0;
      t.sides.kit.ledger.newestSettlement = (psnNo, mdtrtId) =>
        looks++ < blindFor - 1 ? null : newestSettlement(psnNo, mdtrtId);
      t.sides.mutate = ((mutate) => (infno: string, text: string) => {
        if (blindFor === 1 && infno === '5203' && looks++ < 1) return text.replace(/"infcode":"?0"?/, '"infcode":"-1"');
        return mutate(infno, text);
      })(t.sides.mutate);
      await t.settle(120_000);
      await t.quiet();
      expect(t.terminal.store.settlements.get(1)).toMatchObject({ state: 'settled', foundBy: '5203' });
    }
  });

  it('is believed where 5203 shows nothing twice, with the centre’s words', async () => {
    const t = start();
    const prepared = await t.prepare(t.terminal);
    t.sides.kit.ledger.deleteFees(prepared.mdtrtId, null);
    const result = await t.clock.until(t.terminal.settlements.settle(prepared, 45_000, () => {}));
    expect(result.kind).toBe('refused');
    expect([t.sent('5203').length, t.sent('2601').length]).toEqual([2, 0]);
  });
});
