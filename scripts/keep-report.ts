import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Keeps what a lane found in `out/<name>.json`, with its time, for `npm run faults:grid`; the newest run wins. */
export function keepReport(name: string, report: object): void {
  const file = join('out', `${name}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...report }, null, 2)}\n`);
}
