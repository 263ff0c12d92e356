import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundleProgram } from '../../scripts/build/programs.ts';

/** The terminal as a site gets it. */
export interface BuiltTerminal {
  /** Absolute path of its entry. */
  readonly entry: string;
  remove(): void;
}

/**
 * Bundles `terminal/main` as `npm run build` does, in a folder of this checkout, where its native packages are found. It
 * starts in two thirds of the time of the sources, and a campaign is thousands of starts.
 */
export async function buildTerminal(): Promise<BuiltTerminal> {
  const parent = resolve('out/kills');
  mkdirSync(parent, { recursive: true });
  const dir = mkdtempSync(join(parent, 'terminal-'));
  const remove = (): void => rmSync(dir, { recursive: true, force: true });
  process.once('exit', remove);
  await bundleProgram('terminal/main', dir);
  copyFileSync('package.json', join(dir, 'package.json'));
  return {
    entry: join(dir, 'terminal', 'main.js'),
    remove() {
      process.off('exit', remove);
      remove();
    },
  };
}
