import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A page for each face, so that a kiosk loads nothing of the desk. */
const pages = {
  production: [here('./index.html'), here('./desk.html')],
  gallery: [here('./gallery/index.html'), here('./gallery/desk/index.html')],
};

/**
 * `vite build --config renderer/vite.config.ts` → dist/renderer: hashed files, no inline script or style (the shell's
 * policy is default-src 'none'), nothing from another origin. `--mode gallery` builds the gallery of all screens
 * instead, for looking and for tests; it is in no package.
 */
export default defineConfig(({ mode }) => ({
  root: mode === 'gallery' ? here('./gallery') : here('.'),
  base: './',
  plugins: [react()],
  build: {
    rollupOptions: { input: pages[mode === 'gallery' ? 'gallery' : 'production'] },
    outDir: mode === 'gallery' ? here('../dist/gallery') : here('../dist/renderer'),
    emptyOutDir: true,
    target: 'chrome120',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
}));
