import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { POINT_NAMES } from '../test/grid/cells.ts';
import { gridOf, pageOf } from '../test/grid/grid.ts';
import { coverage, missingReports } from '../test/grid/sources.ts';

/**
 * `npm run faults:grid`: what strikes where, from the last reports of the lanes; writes docs/fault-grid.md. Where lanes
 * have not been run here it says which, and leaves the page as it is. Exit 0: all lanes were run, and as much is
 * covered as is promised.
 */

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
/** The promise. */
const LEAST = 0.95;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const missing = missingReports(process.cwd());
const grid = gridOf(coverage(process.cwd()));
const { list, ...figures } = grid;
for (const line of missing) say(line);
if (missing.length > 0) {
  say('docs/fault-grid.md stays as it is: a grid without these lanes would show gaps that are none.');
} else {
  writeFileSync('docs/fault-grid.md', pageOf(grid, POINT_NAMES));
  for (const { point, kind, by, reason } of list) {
    if (by === null && reason === null) say(`not covered: ${kind} at ${point}`);
  }
}
const { cells, covered, notApplicable, share } = figures;
const words = `${cells} cells, ${covered} covered, ${notApplicable} not applicable: ${(100 * share).toFixed(1)} % of the others`;
// Without every lane a share would be no share of anything.
const told = missing.length === 0 ? words : `no grid: ${missing.length} reports are missing`;
process.stdout.write(`${values.json ? JSON.stringify({ ...grid, missing }) : told}\n`);
process.exitCode = missing.length === 0 && grid.share >= LEAST ? 0 : 1;
