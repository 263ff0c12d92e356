import { defineConfig } from '@playwright/test';

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
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      // Root (a container) cannot have Chromium's sandbox; a product start as an ordinary user keeps it.
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-features=Translate,MediaRouter,OptimizationHints',
      ],
    },
  },
});
