import { join } from 'node:path';
import { runShellProcess } from '../shell-process.ts';

/** The shell as a process, with stubs in place of host and terminal, and the page beside this file. */
await runShellProcess({
  args: process.argv.slice(2),
  env: process.env,
  scripts: { host: join(import.meta.dirname, 'stub-host.ts'), terminal: join(import.meta.dirname, 'stub-terminal.ts') },
  dist: join(import.meta.dirname, 'page'),
});
