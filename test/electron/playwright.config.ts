import { defineConfig } from '@playwright/test';
import { findElectronRuntime } from '../../electron/runtime.ts';

const runtime = findElectronRuntime(process.cwd(), process.env);
// Each worker reads this file again; only the first reader says it.
if (!runtime.ok && process.env['TEST_WORKER_INDEX'] === undefined)
  console.log(`Electron runtime not installed: skipped (${runtime.error.message})`);

/** The genuine Electron; every test says that it is skipped where there is none. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  outputDir: '../../out/test/electron-artifacts',
  reporter: [['list'], ['json', { outputFile: '../../out/test/electron.json' }]],
});
