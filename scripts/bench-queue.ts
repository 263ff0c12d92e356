/**
 * `npm run bench:queue`: the terminal's queue beside bare SQLite and beside other people's queues, all on the same
 * library, cipher and durability. Rates are medians of interleaved rounds, so that a slow moment of the machine hits
 * everybody; what is promised are ratios, for the rates are this machine's.
 */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, fdatasyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBare } from '../test/bench/bare-sqlite.ts';
import { BREATH, breath, type Contender, type Open } from '../test/bench/contender.ts';
import { openOurs } from '../test/bench/our-queue.ts';
import { loadPlainjob } from '../test/bench/plainjob.ts';
import { endWhenInterrupted } from './interrupt.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean' } } });

const ROUNDS = 5;
const ROWS = 4000;
/** Ratios that must hold: ours to bare SQLite, ours to the best peer. */
const ENQUEUE_AT_LEAST = 0.9;
const CLAIM_ACK_AT_LEAST = 1;
const KEY = new Uint8Array(32).fill(7);
const PACKAGES = 'test/bench';

/** Rows a second. */
interface Rates {
  readonly enqueue: number;
  readonly claimAck: number;
}

/** The registry answers within this or is not there; by itself npm would try for minutes. */
const INSTALL = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--fetch-retries=0', '--fetch-timeout=20000'];

/** Installs the other queues where they are not yet; a sentence where that cannot be done, or null. */
async function install(): Promise<string | null> {
  if (existsSync(`${PACKAGES}/node_modules/plainjob/package.json`)) return null;
  process.stderr.write('installing the other queues\n');
  const child = spawn('npm', INSTALL, { cwd: PACKAGES, stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  child.stderr.on('data', (data: Buffer) => {
    words += data.toString();
  });
  const code = await new Promise<number | null>((resolve) =>
    child.once('error', () => resolve(null)).once('close', resolve),
  );
  if (code === 0) return null;
  const why = /^npm (?:error|ERR!) code (\w+)/m.exec(words)?.[1] ?? (code === null ? 'no npm' : `exit ${code}`);
  return `The other queues cannot be installed (${why}): this comparison needs the npm registry once, for ${PACKAGES}/package-lock.json.`;
}

const perSecond = (count: number, begun: number): number => (count * 1000) / (performance.now() - begun);

async function measure(open: Open, file: string, drains: boolean): Promise<Rates> {
  const contender: Contender = open(file);
  try {
    const begun = performance.now();
    for (let number = 1; number <= ROWS; number++) {
      contender.enqueue(number);
      if (number % BREATH === 0) await breath();
    }
    const enqueue = perSecond(ROWS, begun);
    if (!drains) return { enqueue, claimAck: 0 };
    const drained = performance.now();
    await contender.drain();
    const claimAck = perSecond(ROWS, drained);
    if (contender.finished() !== ROWS) throw new Error(`bench: ${contender.finished()} of ${ROWS} rows were finished`);
    return { enqueue, claimAck };
  } finally {
    contender.close();
  }
}

/** How often a second 4 KiB can be made durable here: the limit that everybody meets. */
function syncsPerSecond(dir: string): number {
  const fd = openSync(join(dir, 'sync'), 'w');
  const block = Buffer.alloc(4096, 1);
  const begun = performance.now();
  let count = 0;
  for (; performance.now() - begun < 500; count++) {
    writeSync(fd, block, 0, block.length, (count % 64) * block.length);
    fdatasyncSync(fd);
  }
  closeSync(fd);
  return perSecond(count, begun);
}

function median(all: readonly number[]): number {
  const sorted = all.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Distance of the extremes from each other, as a part of the median. */
const spread = (all: readonly number[]): number => (Math.max(...all) - Math.min(...all)) / median(all);
const rounded = (value: number, places = 0): number => Number(value.toFixed(places));

const obstacle = await install();
if (obstacle !== null) {
  process.stderr.write(`${obstacle}\n`);
  process.exit(1);
}
const plainjob = await loadPlainjob(KEY);
mkdirSync('out/bench', { recursive: true });
const dir = mkdtempSync('out/bench/');
const contenders: Readonly<Record<'ours' | 'bare' | 'plainjob', Open>> = {
  ours: (file) => openOurs(file, KEY),
  bare: (file) => openBare(file, KEY),
  plainjob,
};
const names = ['ours', 'bare', 'plainjob'] as const;
const rates: Record<(typeof names)[number], Rates[]> = { ours: [], bare: [], plainjob: [] };
let fsyncPerSecond = 0;
let round = 0;
process.once('exit', () => rmSync(dir, { recursive: true, force: true }));
endWhenInterrupted(() => `${Math.max(0, round - 1)} of ${ROUNDS} rounds were done; no report`);
try {
  fsyncPerSecond = syncsPerSecond(dir);
  // The first round warms up and is not counted.
  for (; round <= ROUNDS; round++) {
    process.stderr.write(round === 0 ? 'warming up\n' : `round ${round} of ${ROUNDS}\n`);
    // Another one begins each round, so that nobody has the better place.
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + turn) % names.length] ?? 'ours';
      const measured = await measure(contenders[name], join(dir, `${name}-${round}.db`), name !== 'bare');
      if (round > 0) rates[name].push(measured);
    }
  }
} finally {
  rmSync(dir, { recursive: true, force: true });
}

const of = (name: (typeof names)[number], what: keyof Rates): readonly number[] =>
  rates[name].map((each) => each[what]);
const told = (name: 'ours' | 'plainjob') => ({
  enqueuePerSecond: rounded(median(of(name, 'enqueue'))),
  claimAckPerSecond: rounded(median(of(name, 'claimAck'))),
});
// A ratio is taken within each round, where both met the same machine.
const ratio = (what: keyof Rates, to: 'bare' | 'plainjob'): number =>
  rounded(median(rates.ours.map((each, round) => each[what] / (rates[to][round]?.[what] ?? Number.NaN))), 3);
const ratios = { enqueueToBareSqlite: ratio('enqueue', 'bare'), claimAckToBestPeer: ratio('claimAck', 'plainjob') };
const report = {
  fsyncPerSecond: rounded(fsyncPerSecond),
  ours: told('ours'),
  bareSqlite: { enqueuePerSecond: rounded(median(of('bare', 'enqueue'))) },
  peers: { plainjob: told('plainjob') },
  ratios,
  spread: {
    enqueue: rounded(spread(of('ours', 'enqueue')), 3),
    claimAck: rounded(spread(of('ours', 'claimAck')), 3),
    bareEnqueue: rounded(spread(of('bare', 'enqueue')), 3),
    plainjobClaimAck: rounded(spread(of('plainjob', 'claimAck')), 3),
  },
};
const ok = ratios.enqueueToBareSqlite >= ENQUEUE_AT_LEAST && ratios.claimAckToBestPeer >= CLAIM_ACK_AT_LEAST;
if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
else {
  process.stdout.write(
    `${[
      `enqueue        ours ${report.ours.enqueuePerSecond}/s, bare SQLite ${report.bareSqlite.enqueuePerSecond}/s, plainjob ${report.peers.plainjob.enqueuePerSecond}/s`,
      `claim and ack  ours ${report.ours.claimAckPerSecond}/s, plainjob ${report.peers.plainjob.claimAckPerSecond}/s`,
      `ratios         enqueue to bare ${ratios.enqueueToBareSqlite} (at least ${ENQUEUE_AT_LEAST}), claim and ack to the best peer ${ratios.claimAckToBestPeer} (at least ${CLAIM_ACK_AT_LEAST})`,
      `this machine   ${report.fsyncPerSecond} durable 4 KiB writes a second`,
    ].join('\n')}\n`,
  );
}
process.exitCode = ok ? 0 : 1;
