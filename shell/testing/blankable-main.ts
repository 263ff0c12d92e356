import { dirname, join, resolve } from 'node:path';
import { runShellProcess } from '../shell-process.ts';

/** The real shell with the real parts; only the page lies beside the profile, so that a test can empty it. */
const root = resolve(import.meta.dirname, '../..');
const args = process.argv.slice(2);
const profile = args[args.indexOf('--profile') + 1] ?? '';

await runShellProcess({
  args,
  env: process.env,
  scripts: { host: join(root, 'drivers/host.ts'), terminal: join(root, 'terminal/main.ts') },
  dist: join(dirname(profile), 'page'),
});
