import { extname, resolve } from 'node:path';
import { runCli } from './run-cli.ts';

/** The command line's entry under the pinned Node; `minka.mjs` starts it. */
let takeDown: () => void = () => undefined;

function exit(code: number): never {
  takeDown();
  process.exit(code);
}

process.on('SIGINT', () => exit(130));
process.on('SIGTERM', () => exit(143));
process.on('SIGHUP', () => exit(129));
// Started by minka.mjs on another Node: when that process is gone, so is whoever asked.
if (process.channel !== undefined) {
  process.on('disconnect', () => exit(129));
  process.channel.unref();
}
// A reader that closed its end (`| head`) is no failure of ours; what fits nowhere (a full disk) was not told.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`minka: stdout: ${error.message}\n`);
  exit(1);
});

const { NODE_OPTIONS: _, ...env } = process.env;
const code = await runCli({
  args: process.argv.slice(2),
  env,
  root: resolve(import.meta.dirname, '..'),
  shellScript: resolve(import.meta.dirname, `../shell/main${extname(import.meta.filename)}`),
  verifyScript: resolve(import.meta.dirname, `../terminal/audit/verify-main${extname(import.meta.filename)}`),
  out: (text) => process.stdout.write(text),
  note: (text) => process.stderr.write(text),
  onKillable: (kill) => {
    takeDown = kill;
  },
  exit,
  startedAt: 0,
});
// An error of the last write is told after its callback.
process.stdout.write('', () => setImmediate(() => process.exit(code)));
