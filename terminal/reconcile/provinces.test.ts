import { expect, it } from 'vitest';
import { fen } from '../../common/kernel/money.ts';
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
