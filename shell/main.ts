import { extname, join, resolve } from 'node:path';
import { runShellProcess } from './shell-process.ts';

/** The shell's entry: the real device host, the real terminal, the built renderer. */
const root = resolve(import.meta.dirname, '..');
/** `.ts` in a checkout; `.js` in `dist/`, where all lies as in the sources and the renderer beside it. */
const ending = extname(import.meta.filename);

await runShellProcess({
  args: process.argv.slice(2),
  env: process.env,
  scripts: { host: join(root, `drivers/host${ending}`), terminal: join(root, `terminal/main${ending}`) },
  dist: join(root, ending === '.ts' ? 'dist/renderer' : 'renderer'),
});
