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

describe('a centre that answers 5203 "nothing found" with a refusal', () => {
  /** What the HIS was told when the encounter was given back. */
  const told = ({ terminal }: ReturnType<typeof start>) =>
    terminal.store.outbox
      .list(20)
      .filter(({ kind }) => kind === 'released')
      .map(({ id }) => terminal.store.outbox.get(id)?.body);
  const nothingIsRefused = (infno: string, text: string): string =>
    infno === '5203' && text.includes('"setlinfo":null')
      ? text
          .replace('"infcode":"0"', '"infcode":"-1"')
          .replace('"err_msg":""', '"err_msg":"未查询到结算信息"')
          .replace('"output":{"setlinfo":null,"setldetail":[]}', '"output":null')
      : text;
  const refused = async () => {
    const t = start();
    t.sides.mutate = nothingIsRefused;
    const prepared = await t.prepare(t.terminal);
    t.sides.kit.ledger.deleteFees(prepared.mdtrtId, null);
    const settle = () => t.clock.until(t.terminal.settlements.settle(prepared, 120_000, () => {}));
    return { ...t, settle };
  };
  const words = { code: 'CENTRE_REFUSED', reason: '未查询到该批次的费用明细' };

  it('keeps its words where its 2601 then says that it never had the message', async () => {
    const t = await refused();
    expect(await t.settle()).toEqual({ kind: 'refused', failure: words });
    await t.quiet();
    expect(t.sent('2601')).toHaveLength(1);
    expect(t.terminal.store.settlements.get(1)).toMatchObject({ state: 'reversed', failure: words, live: false });
    expect(told(t)).toMatchObject([{ reason: 'refused', because: words.reason }]);
    expect(t.terminal.audited).toContain('settlement.refused');
    expect(t.records()).toEqual([]);
    expect(t.hisRow()?.holder).toBeNull();
  });

  it('tells whoever still stands before "unknown" why, and so does the next process', async () => {
    const t = await refused();
    const resolved: unknown[] = [];
    t.terminal.settlements.onResolved((_id, result) => resolved.push(result));
    let down = false;
    t.sides.forecast = (to, what) => {
      if (to === 'centre' && what === '2207') down = true;
      return to === 'centre' && what !== '2207' && down ? 'notSent' : 'fine';
    };
    expect((await t.settle()).kind).toBe('unknown');
    down = false;
    t.sides.forecast = () => 'fine';
    await t.quiet();
    expect(resolved).toEqual([{ kind: 'refused', failure: words }]);
  });

  it.each([
    ['has done it', '"infcode":"0"', ''],
    ['says that it was reversed before', '"infcode":"-1"', '该交易已冲正'],
  ])(
    'says no more than that it is reversed where its 2601 %s: it may have been paid meanwhile',
    async (_w, code, say) => {
      const t = await refused();
      t.sides.mutate = (infno, text) =>
        infno === '2601'
          ? text.replace(/"infcode":"?-?\d+"?/, code).replace(/"err_msg":"[^"]*"/, `"err_msg":"${say}"`)
          : nothingIsRefused(infno, text);
      expect((await t.settle()).kind).toBe('reversed');
      await t.quiet();
      expect(told(t)).toMatchObject([{ reason: 'reversed' }]);
      expect(t.terminal.store.settlements.get(1)?.failure).toBeNull();
    },
  );

  it('nor where an earlier copy of the 2601 went unanswered: that one may have taken it back', async () => {
    const t = await refused();
    t.storm('lostAfter', '2601');
    expect((await t.settle()).kind).toBe('reversed');
    expect(told(t)).toMatchObject([{ reason: 'reversed' }]);
  });
});
