import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runToEnd, say } from './process.mjs';

const OUT = 'dist/renderer';
const STAMP = 'dist/.renderer-sources';

function sourceHash() {
  const hash = createHash('sha256');
  const walk = (path) => {
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) if (name !== 'node_modules') walk(join(path, name));
    } else {
      hash.update(path).update(readFileSync(path));
    }
  };
  for (const root of ['renderer', 'common', 'package-lock.json']) walk(root);
  return hash.digest('hex');
}

/** Builds the screens with Vite where their sources changed since the last build. */
export async function buildScreen(node, signal) {
  const hash = sourceHash();
  if (existsSync(`${OUT}/index.html`) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return;
  say('building the screens');
  const args = ['node_modules/vite/bin/vite.js', 'build', '--config', 'renderer/vite.config.ts', '--logLevel', 'warn'];
  const code = await runToEnd(node, args, { signal, stdio: ['ignore', 2, 2] });
  if (code !== 0 || !existsSync(`${OUT}/index.html`))
    throw new Error('The screens could not be built; Vite says why above.');
  writeFileSync(STAMP, hash);
}
