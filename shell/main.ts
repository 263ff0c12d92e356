import { join, resolve } from 'node:path';
import { runShellProcess } from './shell-process.ts';

/** The shell's entry: the real device host, the real terminal, the built renderer. */
const root = resolve(import.meta.dirname, '..');

await runShellProcess({
  args: process.argv.slice(2),
  env: process.env,
  scripts: { host: join(root, 'drivers/host.ts'), terminal: join(root, 'terminal/main.ts') },
  dist: join(root, 'dist/renderer'),
});
