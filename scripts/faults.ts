import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { makeScratch } from '../test/faults/scratch.ts';
import { campaign } from './faults/campaign.ts';
import { planted } from './faults/planted.ts';
import { replay } from './faults/replay.ts';

/**
 * `npm run faults`: seeded schedules of everything that can go wrong, judged by everybody's books. Arguments are checked
 * by tasks.mjs. What was found is on stdout, as a page for a person or as one JSON object; progress is on stderr.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    seed: { type: 'string' },
    keep: { type: 'string' },
    visits: { type: 'string' },
    workers: { type: 'string' },
    planted: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
// A reader that closed its end (`| head`) is no failure of ours, and no success either: the verdict is still the exit
// code. What cannot be written anywhere (a full disk) was not reported.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`The report could not be written: ${error.message}\n`);
  process.exit(1);
});

const { json } = values;
const numberOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text));
const [seed, seeds] = [numberOf(values.seed), numberOf(values.seeds)];
const workers = numberOf(values.workers) ?? Math.min(8, availableParallelism());

/** A folder that goes with the process; made once an interruption is listened for, or it would stay behind. */
const scratch = (): string => {
  const dir = makeScratch();
  process.on('exit', () => rmSync(dir, { recursive: true, force: true }));
  return dir;
};

async function run(): Promise<number> {
  if (values.planted !== undefined) {
    const rest = { seeds: values.seeds, seed: values.seed, workers: values.workers };
    return planted(values.planted, rest, json);
  }
  if (seed !== null && seeds === null) {
    const items = values.keep === undefined ? null : values.keep.split(',').filter(Boolean).map(Number);
    return replay({ seed, items, visits: numberOf(values.visits), scratch, json });
  }
  return campaign({ first: seed ?? 1, seeds: seeds ?? 2000, workers, scratch, json });
}

process.exitCode = await run();
// What a schedule has left behind holds nothing open but timers of its own world.
// An error of the last write is told after its callback.
process.stdout.write('', () => setImmediate(() => process.exit()));
