import { defineConfig } from '@playwright/test';
import e2e from '../e2e/playwright.config.ts';

/**
 * `npm run journeys`: every test whose title begins with the row of a service, `[S8]`, here and among those of `npm
 * test`; one lab at a time. What only `npm test` needs stands in `test/e2e`.
 */
export default defineConfig({
  ...e2e,
  testDir: '..',
  testMatch: ['e2e/**/*.spec.ts', 'journeys/**/*.spec.ts'],
  grep: /\[S\d+\]/,
  outputDir: '../../out/test/journeys-artifacts',
  reporter: [['list'], ['json', { outputFile: '../../out/test/journeys.json' }]],
});
