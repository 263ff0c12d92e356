import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { POINT_NAMES } from '../test/grid/cells.ts';
import { gridOf, pageOf } from '../test/grid/grid.ts';
import { coverage } from '../test/grid/sources.ts';

/** `npm run faults:grid`: what strikes where, from the last reports of the lanes; writes docs/fault-grid.md. */

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
/** The promise. */
const LEAST = 0.95;

const grid = gridOf(coverage(process.cwd()));
writeFileSync('docs/fault-grid.md', pageOf(grid, POINT_NAMES));
const { list, ...figures } = grid;
if (values.json) process.stdout.write(`${JSON.stringify(grid)}\n`);
else process.stderr.write(`${JSON.stringify(figures, null, 2)}\n`);
for (const { point, kind, by, reason } of list) {
  if (by === null && reason === null) process.stderr.write(`not covered: ${kind} at ${point}\n`);
}
process.exit(grid.share >= LEAST ? 0 : 1);
