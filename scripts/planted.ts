import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { type PlantedResult, runPlanted } from '../test/planted/run.ts';
import { variants } from '../test/planted/variants.ts';
import { endWhenInterrupted } from './interrupt.ts';
import { keepReport } from './keep-report.ts';

/** `npm run planted`: bugs that could have been made are made in a copy of the tree, and the suite must name each one. */

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'boolean', default: false } } });
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const stopping = new AbortController();

const chosen = variants.filter(({ name }) => values.only === undefined || name === values.only);
let tried = 0;
const tell = ({ name, caught, check, times, said, missed, others, seconds }: PlantedResult): void => {
  tried += 1;
  const also = Object.entries(others).map(([other, n]) => `${other} ×${n}`);
  const words = caught ? `${check} ×${times}: ${said}` : `MISSED by ${check}: ${missed}`;
  say(`${name}: ${words}${also.length === 0 ? '' : ` (also ${also.join(', ')})`} [${seconds} s]`);
};

const running = runPlanted(chosen, {
  root: process.cwd(),
  atOnce: Math.min(2, availableParallelism()),
  signal: stopping.signal,
  onResult: tell,
});
endWhenInterrupted(
  () => `${tried} of ${chosen.length} bugs were tried; no report`,
  () => {
    stopping.abort();
    return running;
  },
);
const found = await running;
// Else the end is the signal's.
if (!stopping.signal.aborted) report(found);

function report(found: readonly PlantedResult[]): never {
  const caught = found.filter((one) => one.caught).length;
  const places = new Map(variants.map(({ name }, index) => [name, index]));
  const results = [...found].sort((a, b) => (places.get(a.name) ?? 0) - (places.get(b.name) ?? 0));
  const figures = { planted: chosen.length, caught, missed: chosen.length - caught, variants: results };
  if (values.only === undefined) keepReport('planted/report', figures);
  if (values.json) process.stdout.write(`${JSON.stringify(figures)}\n`);
  else say(`${caught} of ${chosen.length} caught`);
  process.exit(figures.missed === 0 ? 0 : 1);
}
