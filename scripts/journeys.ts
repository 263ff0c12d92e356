import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { allPassed, reportSchema, servicesPage, tally } from '../test/journeys/rows.ts';
import { run } from './stages/runner.ts';

/**
 * `npm run journeys`: every journey of a service in a real browser against the real terminal; writes docs/services.md.
 * Exit 0: each row that has a journey passed it.
 */

const REPORT = 'out/test/journeys.json';
const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

// A report of an earlier run must not stand for this one.
rmSync(REPORT, { force: true });
const words = { live: true, say: () => undefined };
const config = 'test/journeys/playwright.config.ts';
await run(['node_modules/@playwright/test/cli.js', 'test', '--config', config], words);
const rows = tally(reportSchema.parse(JSON.parse(readFileSync(REPORT, 'utf8'))));
writeFileSync('docs/services.md', servicesPage(rows));
const lines = Object.entries(rows).map(
  ([id, { tests, passed, screens, note }]) => `${id}: ${note ?? `${passed} of ${tests} passed, ${screens} screens`}`,
);
process.stdout.write(`${values.json ? JSON.stringify({ rows }) : lines.join('\n')}\n`);
process.exitCode = allPassed(rows) ? 0 : 1;
