import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { runToEnd, say } from './process.mjs';
import { hashSources } from './sources.mjs';

/** The pages that Vite builds: the terminal's screens, and the lab's dock (in .lab, so that no package can hold it). */
const PAGES = [
  {
    what: 'the screens',
    out: 'dist/renderer',
    config: 'renderer/vite.config.ts',
    sources: ['renderer', 'common', 'package-lock.json'],
    stamp: 'dist/.renderer-sources',
  },
  {
    what: 'the dock',
    out: '.lab/dock',
    config: 'simulator/dock/vite.config.ts',
    sources: ['simulator/dock', 'common', 'package-lock.json'],
    stamp: '.lab/dock-sources',
  },
];

async function buildPage({ what, out, config, sources, stamp }, node, signal) {
  const hash = hashSources(sources);
  if (existsSync(`${out}/index.html`) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  say(`building ${what}`);
  const args = ['node_modules/vite/bin/vite.js', 'build', '--config', config, '--logLevel', 'warn'];
  const code = await runToEnd(node, args, { signal, stdio: ['ignore', 2, 2] });
  if (code !== 0 || !existsSync(`${out}/index.html`))
    throw new Error(`Vite could not build ${what}; it says why above.`);
  writeFileSync(stamp, hash);
}

/** Builds the pages with Vite where their sources changed since the last build. */
export async function buildScreen(node, signal) {
  for (const page of PAGES) await buildPage(page, node, signal);
}
