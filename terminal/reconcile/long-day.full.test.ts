import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { INSTITUTION } from '../../central/testing/kit.ts';
import { fen } from '../../common/kernel/money.ts';
import { inPieces } from '../../test/house/pieces.ts';
import { writeDetailFile } from './detail-file.ts';
import { type Bench, DAY, makeBench, SETTINGS } from './testing/bench.ts';
import { multiply } from './testing/long-day.ts';

/**
 * A day of a large hospital. Times are of the processor, so that a busy machine says nothing else; the bounds are
 * several times what is measured.
 */
const SETTLEMENTS = 20_000;
const AGREED_MS = 5000;
const DIFFERENT_MS = 30_000;
const GROWTH_BYTES = 400 * 1024 * 1024;
/** The longest that the process stands still, by the clock: the shell takes a silent terminal for hung after 4 s. */
const STANDSTILL_MS = 4000;

/** Of our own work, between two of its breaths, in processor time. */
const SLICE_SHARE = 0.25;

let bench: Bench;
beforeAll(async () => {
  bench = makeBench();
  await bench.settle('OP1');
  multiply(bench, SETTLEMENTS - 1);
});
afterAll(() => bench.end());

async function measure<T>(
  work: () => Promise<T>,
): Promise<{ value: T; ms: number; bytes: number; standstillMs: number }> {
  const before = process.memoryUsage().rss;
  let most = before;
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 20);
  const begun = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(begun);
  const ms = (user + system) / 1000;
  clearInterval(watch);
  delay.disable();
  return { value, ms, bytes: Math.max(most, process.memoryUsage().rss) - before, standstillMs: delay.max / 1e6 };
}

const say = (what: string, m: { ms: number; bytes: number; standstillMs: number }): void => {
  const mib = (m.bytes / 1024 / 1024).toFixed(0);
  process.stderr.write(
    `${what}: ${m.ms.toFixed(0)} ms of processor, +${mib} MiB, longest standstill ${m.standstillMs.toFixed(0)} ms\n`,
  );
};

it('in the journal alone: sums, file', async () => {
  const { store } = bench.terminal();
  const sums = await measure(async () => store.reconcile.book.sums(DAY));
  say('our sums', sums);
  expect(sums.value).toMatchObject([{ insutype: '310', count: SETTLEMENTS }]);
  const write = (breathe: () => Promise<void>) =>
    writeDetailFile(store.reconcile.book, {
      ...{ day: DAY, institution: INSTITUTION, type: '11', forms: ['outpatient'], rules: SETTINGS.centre },
      breathe,
    });
  const file = await measure(() => write(() => new Promise((resolve) => setImmediate(resolve))));
  say('our file', file);
  const { breaths, longest } = await inPieces(write);
  process.stderr.write(`in ${breaths} pieces, the longest ${(longest * 100).toFixed(0)} % of it\n`);
  expect(file.value.sums.get('outpatient')?.get('310')?.count).toBe(SETTLEMENTS);
  // The rest of what follows is the reference centre's, in this same process.
  expect(sums.ms).toBeLessThan(1000);
  expect(file.ms).toBeLessThan(3000);
  expect(longest).toBeLessThan(SLICE_SHARE);
});

it('that agrees', async () => {
  const measured = await measure(() => bench.compare());
  say(`${SETTLEMENTS} settlements, agreed`, measured);
  expect(measured.value).toMatchObject({ state: 'agreed', parts: [{ ours: { count: SETTLEMENTS } }, {}] });
  expect(measured.ms).toBeLessThan(AGREED_MS);
  expect(measured.bytes).toBeLessThan(GROWTH_BYTES);
});

it('that differs in three: the file goes up, comes back, and three are found', async () => {
  const statement = [
    { kind: 'missing', nth: 100, fen: fen(1) },
    { kind: 'amount', nth: 5000, fen: fen(-1) },
    { kind: 'extra', nth: SETTLEMENTS - 2, fen: fen(1) },
  ] as const;
  bench.sides.kit.set({ statement: [...statement] });
  const measured = await measure(() => bench.compare());
  say(`${SETTLEMENTS} settlements, three differ`, measured);
  expect(measured.value.rows.map(({ verdict }) => verdict).sort()).toEqual([
    'amountDiffers',
    'missingThere',
    'unknownHere',
  ]);
  expect(measured.value.open).toEqual({ rows: 3, fen: 106_548 + 1 + 106_548 });
  expect(measured.ms).toBeLessThan(DIFFERENT_MS);
  expect(measured.bytes).toBeLessThan(GROWTH_BYTES);
  expect(measured.standstillMs).toBeLessThan(STANDSTILL_MS);
  const file = bench.terminal().store.reconcile.details(2)[0];
  expect(file?.judged).toBe(true);
  const upload = bench.terminal().store.messages.get(file?.uploadMessage ?? 0);
  process.stderr.write(`the 9101 of it: ${((upload?.request.length ?? 0) / 1024).toFixed(0)} KiB\n`);
  // The gateway of the reference centre takes messages of up to 1 MiB less the envelope.
  expect(upload?.request.length).toBeLessThan(1_000_000);
  expect(new TextDecoder().decode(upload?.request)).toContain(INSTITUTION);
});
