import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';

/** What must not be bundled: the runtime's own module. Everything else goes in, so the package needs no node_modules. */
const EXTERNAL = ['electron'];

/** How one program of ours is bundled into one file. */
export function bundle(entry: string, outDir: string, output: { format: 'es' | 'cjs'; name: string }): InlineConfig {
  return {
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: EXTERNAL },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: false,
      // Electron 45 embeds Node 24.
      target: 'node24',
      // A stack trace from the field must be readable.
      minify: false,
      copyPublicDir: false,
      rolldownOptions: {
        external: EXTERNAL,
        output: {
          format: output.format,
          entryFileNames: output.name,
          codeSplitting: false,
          comments: { legal: false },
        },
      },
    },
  };
}

/**
 * Builds Electron's two programs below `out`: `electron/main/index.js` (ESM) and `electron/preload/index.cjs` (a
 * sandboxed preload must be one CommonJS file). Rejects with the bundler's own words.
 */
export async function buildElectron(out: string): Promise<void> {
  await build(bundle('electron/main/index.ts', join(out, 'electron/main'), { format: 'es', name: 'index.js' }));
  await build(bundle('electron/preload/index.ts', join(out, 'electron/preload'), { format: 'cjs', name: 'index.cjs' }));
}
