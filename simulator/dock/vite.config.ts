import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** `vite build --config simulator/dock/vite.config.ts` → .lab/dock (never in dist, so in no package): hashed files, no inline script or style. */
export default defineConfig({
  root: here('./page'),
  base: '/',
  plugins: [react()],
  build: {
    outDir: here('../../.lab/dock'),
    emptyOutDir: true,
    target: 'chrome120',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
