import { afterEach, expect, it } from 'vitest';
import { fen } from '../../common/kernel/money.ts';
import { stayEncounter } from '../settlement/testing/stay.ts';
import { clearingTypeOf, formOfClearing } from './clearing-type.ts';
import { type Bench, makeBench } from './testing/bench.ts';

let bench: Bench;
afterEach(() => bench?.end());

it('visits and stays are compared apart, each under its clearing type', async () => {
  bench = makeBench();
  await bench.settle('OP1');
  const stay = await bench.settle(stayEncounter());
  expect(stay.kind).toBe('settled');
  const report = await bench.compare();
  expect(report).toMatchObject({ state: 'agreed', rows: [] });
  expect(report.parts.map(({ clrType, insutype, ours }) => [clrType, insutype, ours.count, ours.total])).toEqual([
    ['11', '310', 1, 106_548],
    ['11', '390', 0, 0],
    ['21', '310', 1, 106_548],
    ['21', '390', 0, 0],
  ]);
  expect(bench.sent('3201')).toHaveLength(4);
});

it('a stay that was given back is in the sums of its own type alone', async () => {
  bench = makeBench();
  await bench.settle('OP1');
  const stay = await bench.settle(stayEncounter());
  if (stay.kind !== 'settled') throw new Error(stay.kind);
  const { settlements } = bench.terminal();
  await bench.clock.until(settlements.refund(stay.settled.messageId, { by: 'S1' }, 60_000));
  const report = await bench.compare();
  expect(report.state).toBe('agreed');
  expect(report.parts.map(({ clrType, ours }) => [clrType, ours.count, ours.total])).toEqual([
    ['11', 1, 106_548],
    ['11', 0, 0],
    ['21', 2, 0],
    ['21', 0, 0],
  ]);
});

it('a difference of one type uploads the file of that type alone', async () => {
  bench = makeBench();
  await bench.settle(stayEncounter());
  bench.sides.kit.set({ statement: [{ kind: 'missing', nth: 0, fen: fen(1) }] });
  const report = await bench.compare();
  expect(report.rows.map(({ clrType, verdict }) => [clrType, verdict])).toEqual([['21', 'missingThere']]);
  expect(bench.sent('3202')).toHaveLength(1);
  const files = bench.sides.arrived.filter(({ infno }) => infno === '3202');
  expect(files[0]?.text).toContain('"clr_type":"21"');
});

it('a clearing type says whose it is', () => {
  const types = { clearingType: '11', stayClearingType: '21' };
  expect([clearingTypeOf(types, 'outpatient'), clearingTypeOf(types, 'inpatient')]).toEqual(['11', '21']);
  expect([formOfClearing(types, '11'), formOfClearing(types, '21')]).toEqual(['outpatient', 'inpatient']);
});
