import { expect, it } from 'vitest';
import { fen } from '../../common/kernel/money.ts';
import { stayEncounter } from '../settlement/testing/stay.ts';
import { DAY, makeBench, SETTINGS } from './testing/bench.ts';

/** 3202 has `clr_type` in one edition of its table and not in the other (domain-facts B6.3). */
it.each([
  [true, '11'],
  [false, undefined],
])('a province where 3202 carries clr_type: %s', async (detailClearingType, sent) => {
  const bench = makeBench(1, { ...SETTINGS, centre: { ...SETTINGS.centre, detailClearingType } });
  await bench.settle('OP1');
  bench.sides.kit.set({ statement: [{ kind: 'extra', nth: 0, fen: fen(1) }] });
  await bench.compare(DAY);
  const texts = bench.sides.arrived.filter(({ infno }) => infno === '3202').map(({ text }) => text);
  expect(texts).toHaveLength(1);
  const message: { input: { data: Record<string, unknown> } } = JSON.parse(texts[0] ?? '');
  expect(message.input.data['clr_type']).toBe(sent);
  expect(message.input.data).toHaveProperty('cash_payamt');
  bench.end();
});

const WITHOUT = { ...SETTINGS, centre: { ...SETTINGS.centre, detailClearingType: false } };

it('where it does not, one file has visits and stays, and a fen is named where it is missing', async () => {
  const bench = makeBench(1, WITHOUT);
  await bench.settle('OP1');
  await bench.settle(stayEncounter());
  // A fen more in the second row of the whole day, which is the stay's: the total of stays tells of it as well.
  bench.sides.kit.set({ statement: [{ kind: 'amount', nth: 1, fen: fen(1) }] });
  let totals = 0;
  bench.sides.mutate = (infno, text) =>
    infno === '3201' && ++totals === 3 ? text.replace(/"stmt_rslt":"0"/, '"stmt_rslt":"3"') : text;
  const report = await bench.compare(DAY);
  const files = bench.sides.arrived.filter(({ infno }) => infno === '3202').map(({ text }) => JSON.parse(text));
  expect(files.map(({ input }) => [input.data.fixmedins_setl_cnt, input.data.medfee_sumamt])).toEqual([[2, 2130.96]]);
  expect(report.rows.map(({ clrType, verdict }) => [clrType, verdict])).toEqual([['21', 'amountDiffers']]);
  expect(report.parts.map(({ clrType, insutype, ours, state }) => [clrType, insutype, ours.count, state])).toEqual([
    ['11', '310', 1, 'agreed'],
    ['11', '390', 0, 'agreed'],
    ['21', '310', 1, 'open'],
    ['21', '390', 0, 'agreed'],
  ]);
  bench.end();
});

it('a row there that nobody here knows leaves open whatever is not flat', async () => {
  const bench = makeBench(1, WITHOUT);
  await bench.settle('OP1');
  await bench.settle(stayEncounter());
  bench.sides.kit.set({ statement: [{ kind: 'extra', nth: 0, fen: fen(1) }] });
  const report = await bench.compare(DAY);
  expect(report.rows.map(({ clrType, insutype, result }) => [clrType, insutype, result])).toEqual([['all', null, '1']]);
  expect(report.state).toBe('open');
  expect(report.parts.filter(({ state }) => state === 'open').length).toBeGreaterThan(0);
  bench.end();
});
