import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { runToEnd, say } from './process.mjs';
import { hashSources } from './sources.mjs';

const STAMP = 'dist/.sources';
/** Everything that `dist/` is made from. */
const ROOTS = [
  ...['bin', 'common', 'drivers', 'electron', 'kiosk-config', 'renderer', 'shell', 'terminal', 'wire'],
  ...['scripts/build', 'scripts/build.ts', 'package.json', 'package-lock.json'],
];

/** Builds `dist/` where its sources changed since the last build. The screens are built already (`screen`). */
export async function buildPrograms(node, signal) {
  const hash = hashSources(ROOTS);
  if (existsSync('dist/manifest.json') && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
  say('building dist/');
  const code = await runToEnd(node, ['scripts/build.ts', '--keep-screens'], { signal, stdio: ['ignore', 2, 2] });
  if (code !== 0) throw new Error('dist/ could not be built; the bundler says why above.');
  writeFileSync(STAMP, hash);
}
