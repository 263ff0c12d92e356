import { defineConfig } from '@playwright/test';
import { browserOptions } from '../../scripts/browser.ts';

/** End to end: one lab at a time (one PC/SC service, one reader), in Debian's Chromium. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  outputDir: '../../out/test/e2e-artifacts',
  reporter: [['list'], ['json', { outputFile: '../../out/test/e2e.json' }]],
  use: {
    viewport: { width: 1080, height: 1920 },
    locale: 'zh-CN',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: browserOptions(),
  },
});
