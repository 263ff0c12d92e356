#!/usr/bin/env node
// `minka`: plain JavaScript that any Node from 20 on can start. It finds the pinned Node beside the project and runs
// the command line itself (minka.ts) with it. Exit code and signals pass through.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(realpathSync(fileURLToPath(import.meta.url)));
const entry = join(here, 'minka.ts');
const pinned = findPinned();

function findPinned() {
  try {
    const manifest = createRequire(entry).resolve(`node-${process.platform}-${process.arch}/package.json`);
    const file = join(dirname(manifest), 'bin', 'node');
    return existsSync(file) ? realpathSync(file) : null;
  } catch {
    return null;
  }
}

const inPlace =
  pinned === realpathSync(process.execPath) || (pinned === null && Number.parseInt(process.versions.node, 10) >= 24);
if (inPlace) await import('./minka.ts');
else if (pinned === null) {
  const message = '没有找到项目的 Node 24。 The pinned Node 24 is not installed.';
  const remedy = '在项目目录运行 npm run setup。 Run `npm run setup` in the project.';
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ error: { code: 'CONFIG_MISSING', message, remedy } })}\n`);
  } else process.stderr.write(`minka: ${message}\n${remedy}\n`);
  process.exitCode = 1;
} else {
  // The extra channel tells the child when this process is gone, however it went.
  const child = spawn(pinned, [entry, ...process.argv.slice(2)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => {
    process.stderr.write(`minka: ${pinned}: ${error.message}\n`);
    process.exit(1);
  });
  child.once('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}
