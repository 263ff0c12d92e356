import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Settings } from '../../central/core/settings.ts';
import { explainedVerdicts } from '../../common/contracts/reconcile.ts';
import { fen } from '../../common/kernel/money.ts';
import { randomInt } from '../../common/kernel/ports.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';
import { rowDifference } from './sums.ts';
import { type Bench, makeBench } from './testing/bench.ts';

/** Books that disagree at random: whatever is wrong, every fen of it is in a row, and every such row asks a person. */
let bench: Bench;
beforeAll(async () => {
  bench = makeBench(5);
  for (const id of ['OP1', 'OP2', 'OP3', 'OP4', 'OP5']) await bench.settle(id);
});
afterAll(() => bench.end());

const KINDS = ['missing', 'amount', 'extra', 'refunded'] as const;

it.each([...Array(30).keys()])('seed %i', async (seed) => {
  const random = seededRandom(seed);
  const many = randomInt(random, 5);
  const statement = [...Array(many).keys()].map((): Settings['statement'][number] => ({
    kind: KINDS[randomInt(random, 4)] ?? 'missing',
    nth: randomInt(random, 7),
    fen: fen(randomInt(random, 2001) - 1000),
  }));
  bench.sides.kit.set({ statement });
  const report = await bench.compare();
  const [part] = report.parts;
  if (part === undefined) throw new Error('no part');
  // The centre's own sum, by its own statement: what 3201 would agree to.
  const theirs = report.rows.reduce((sum, row) => sum + rowDifference(row).total, part.ours.total);
  const lines = report.rows.map((row) => row.setlId);
  expect(new Set(lines).size).toBe(lines.length);
  expect(report.rowsLeftOut).toBe(0);
  const loose = report.rows.filter(({ insutype }) => insutype === null);
  const looseSum = loose.reduce((sum, row) => sum + rowDifference(row).total, 0);
  expect(part.theirs.total + looseSum).toBe(theirs);
  const calls = bench.worklist().map(({ id }) => id);
  const asked = report.rows.filter(({ verdict }) => !explainedVerdicts.includes(verdict));
  expect(asked.map(({ worklist }) => worklist).sort()).toEqual([...calls].sort());
  expect(report.state).toBe(asked.length > 0 ? 'open' : report.rows.length > 0 ? 'explained' : 'agreed');
  // And it is true: the same sums, told to the centre, agree.
  const sums = bench.centreSums();
  expect(theirs).toBe(sums.total);
  expect(part.ours.count + report.rows.reduce((count, row) => count + rowDifference(row).count, 0)).toBe(sums.count);
});
