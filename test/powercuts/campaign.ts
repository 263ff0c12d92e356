import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Random, randomInt } from '../../common/kernel/ports.ts';
import { seededRandom } from '../../common/kernel/seeded.ts';
import { createDisk, type Fate, fates } from './disk.ts';
import { ackSchema, examine, nameOf, putImage } from './examine.ts';
import { flipBit } from './flip.ts';
import type { RowState } from './library.ts';
import { pointsOf } from './point.ts';
import { type Recording, record } from './record.ts';

/** What `npm run powercuts -- --json` prints. */
export interface PowercutsReport {
  readonly seed: number;
  readonly cuts: number;
  /** Rows that the terminal was told to be durable, in the recorded run. */
  readonly acknowledged: number;
  /** Acknowledged rows missing or old after a cut, over all cuts. */
  readonly acknowledgedLost: number;
  /** Cuts after which the store did not open, or its integrity did not hold. */
  readonly corrupt: number;
  /** The same as `acknowledgedLost` under synchronous=NORMAL: a check that loses nothing there sees nothing. */
  readonly controlLost: number;
  readonly controlCutsWithLoss: number;
  readonly byFate: Readonly<Record<Fate, number>>;
  /** Cuts after which a bit of the database was turned over too, and those of them that lost something unseen. */
  readonly flipped: number;
  readonly flipsUnseen: number;
  /** Cuts by where a settlement stood: "P6 torn". */
  readonly byPoint: Readonly<Record<string, number>>;
  readonly seconds: number;
}

export interface PowercutsOptions {
  readonly cuts: number;
  readonly seed: number;
  readonly say: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** Enough for a thousand rows that were acknowledged. */
const VISITS = 50;

interface Cuts {
  readonly acknowledged: number;
  readonly lost: number;
  readonly withLoss: number;
  readonly corrupt: number;
  readonly flipped: number;
  readonly flipsUnseen: number;
  readonly byFate: Record<Fate, number>;
  readonly byPoint: Record<string, number>;
}

/** Every so manieth cut: between two commits, and while the journal is made or opened again. */
const [QUIET, STARTS, FLIPS] = [5, 8, 2];

/** Where the plug is pulled: after so many operations; sorted. */
function drawCuts(
  { operations }: Recording,
  pointsAt: ReturnType<typeof pointsOf>,
  count: number,
  random: Random,
): readonly number[] {
  const first = operations.findIndex((operation) => operation.kind === 'line');
  const lines = operations.flatMap(({ kind }, index) => (kind === 'line' ? [index] : []));
  const startsAt = (point: string): readonly number[] =>
    operations.flatMap((_, index) => (index > 0 && pointsAt(index)[0] === point ? [index] : []));
  const starts = [startsAt('P15'), startsAt('P16')] as const;
  const places = Array.from({ length: count }, (_, nth) => {
    // Some between two commits, where nothing is being written: most of a settlement's time is spent there.
    const [made, opened] = starts;
    const some = nth % (2 * STARTS) === 1 ? made : opened;
    const start = nth % STARTS === 1 ? some[randomInt(random, Math.max(1, some.length))] : undefined;
    if (start !== undefined) return start;
    const line = nth % QUIET === 0 ? lines[randomInt(random, lines.length - 1)] : undefined;
    return line === undefined ? first + 1 + randomInt(random, operations.length - first - 1) : line + 1;
  });
  return places.sort((a, b) => a - b);
}

const rowsOf = (text: string): readonly RowState[] | null => {
  const parsed = ackSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data.rows : null;
};

async function pullPlugs(
  recording: Recording,
  dir: string,
  options: PowercutsOptions,
  onBad: (what: string) => boolean,
): Promise<Cuts> {
  const random = seededRandom(options.seed);
  const { operations, database } = recording;
  const told = operations.map((operation) => (operation.kind === 'line' ? rowsOf(operation.text) : null));
  const pointsAt = pointsOf(operations, told);
  const places = drawCuts(recording, pointsAt, options.cuts, random);
  const byPoint: Record<string, number> = {};
  const disk = createDisk();
  const acknowledged = new Map<string, string | null>();
  const sums = { lost: 0, withLoss: 0, corrupt: 0, flipped: 0, flipsUnseen: 0 };
  const byFate: Record<Fate, number> = { dropped: 0, some: 0, torn: 0, all: 0 };
  let done = 0;
  for (const [index, operation] of operations.entries()) {
    for (; places[done] === index; done++) {
      // A breath between two cuts, in which it can be told to stop.
      await new Promise((done) => setImmediate(done));
      if (options.signal?.aborted) throw new Error('told to stop');
      const fate = fates[done % fates.length] ?? 'dropped';
      byFate[fate] += 1;
      const strike = (what: string): void => {
        for (const point of pointsAt(index)) byPoint[`${point} ${what}`] = (byPoint[`${point} ${what}`] ?? 0) + 1;
      };
      strike(fate);
      const image = join(dir, `cut-${done}`);
      const file = putImage(image, database, disk.cut(fate, random));
      const next = told.slice(index).find((rows) => rows !== null) ?? [];
      const { lost, corrupt } = examine(file, acknowledged, next);
      sums.lost += lost.length;
      sums.withLoss += lost.length > 0 ? 1 : 0;
      sums.corrupt += corrupt === null ? 0 : 1;
      const isBad = lost.length > 0 || corrupt !== null;
      if (!isBad && done % FLIPS === 0 && flipBit(file, random)) {
        strike('flipped');
        const after = examine(file, acknowledged, next);
        sums.flipped += 1;
        // Found and refused, or in a page that holds nothing.
        if (after.corrupt === null && after.lost.length > 0) sums.flipsUnseen += 1;
      }
      const what = `cut ${done} (after ${index} operations, unsynced: ${fate}): ${corrupt ?? ''} lost ${lost.slice(0, 5).join(' ')}`;
      if (!isBad || !onBad(`${what}; files: ${image}`)) rmSync(image, { recursive: true, force: true });
    }
    disk.do(operation);
    for (const row of told[index] ?? []) acknowledged.set(nameOf(row), row[2]);
  }
  return { acknowledged: acknowledged.size, ...sums, byFate, byPoint };
}

/** Records a run with FULL and one with NORMAL, and pulls the plug in both. The files of bad cuts stay. */
export async function runPowercuts(options: PowercutsOptions): Promise<PowercutsReport> {
  const started = performance.now();
  const root = mkdtempSync(join(tmpdir(), 'minka-powercuts-'));
  let kept = false;
  const tidy = (): void => {
    if (!kept) rmSync(root, { recursive: true, force: true });
  };
  process.once('exit', tidy);
  const lane = async (name: string, normal: boolean, onBad: (what: string) => boolean): Promise<Cuts> => {
    const dir = join(root, name);
    mkdirSync(dir, { mode: 0o700 });
    const recording = await record(dir, VISITS, normal, options.signal);
    rmSync(join(dir, 'strace.log'));
    options.say(`${name}: ${recording.operations.length} operations recorded`);
    const cuts = await pullPlugs(recording, dir, options, onBad);
    options.say(`${name}: ${options.cuts} cuts, ${cuts.lost} rows lost, ${cuts.corrupt} corrupt`);
    return cuts;
  };
  try {
    const full = await lane('full', false, (what) => {
      kept = true;
      options.say(`${what}; again: npm run powercuts -- --n ${options.cuts} --seed ${options.seed}`);
      return true;
    });
    const control = await lane('control', true, () => false);
    return {
      seed: options.seed,
      cuts: options.cuts,
      acknowledged: full.acknowledged,
      acknowledgedLost: full.lost,
      corrupt: full.corrupt,
      controlLost: control.lost,
      controlCutsWithLoss: control.withLoss,
      byFate: full.byFate,
      flipped: full.flipped,
      flipsUnseen: full.flipsUnseen,
      byPoint: full.byPoint,
      seconds: Math.round((performance.now() - started) / 1000),
    };
  } finally {
    tidy();
    process.off('exit', tidy);
  }
}

/** What of its promises a campaign did not keep; empty: all held. */
export function shortcomings(report: PowercutsReport): readonly string[] {
  const found: string[] = [];
  if (report.acknowledged < 1000) found.push(`only ${report.acknowledged} rows acknowledged`);
  if (report.acknowledgedLost > 0) found.push(`acknowledgedLost: ${report.acknowledgedLost}`);
  if (report.corrupt > 0) found.push(`corrupt: ${report.corrupt}`);
  if (report.flipsUnseen > 0) found.push(`flipsUnseen: ${report.flipsUnseen}`);
  if (report.controlLost === 0) found.push('the control lost nothing: this check would see nothing');
  return found;
}
