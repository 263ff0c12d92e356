import { defineConfig } from 'vitest/config';

/**
 * `unit`: pure or self-contained, files in parallel. `devices`: needs the real PC/SC service, ptys or a whole
 * process; one file at a time (`*.device.test.ts`). `screens`: those of them that need a browser and nothing else of the
 * machine. All are started by `npm test`, which brings up what they need.
 * `full`: the long matrix of `npm run test:full`, one file at a time (`*.full.test.ts`).
 */
/** A temporary folder for each file, removed with it. */
const setupFiles = ['test/house/own-temp.ts'];
/** Until a poll gives up: a machine that is slow or busy needs longer, and what never comes is still noticed. */
const patience = { poll: { timeout: 5000 } };
const exclude = ['**/node_modules/**', '**/dist/**', '**/out/**', '**/.lab/**'];

const screens = 'renderer/**/*.device.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles,
          expect: patience,
          include: ['**/*.test.ts'],
          exclude: [...exclude, '**/*.device.test.ts', '**/*.full.test.ts'],
          testTimeout: 15_000,
        },
      },
      {
        test: {
          name: 'devices',
          setupFiles,
          expect: patience,
          include: ['**/*.device.test.ts'],
          exclude: [...exclude, screens],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'screens',
          setupFiles,
          expect: patience,
          include: [screens],
          exclude,
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'full',
          setupFiles,
          expect: patience,
          include: ['**/*.full.test.ts'],
          exclude,
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
