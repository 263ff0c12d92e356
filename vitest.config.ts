import { defineConfig } from 'vitest/config';

/**
 * `unit`: pure or self-contained, files in parallel. `devices`: needs the real PC/SC service, ptys or a whole
 * process; one file at a time (`*.device.test.ts`). Both are started by `npm test`, which brings up what they need.
 */
const exclude = ['**/node_modules/**', '**/dist/**', '**/out/**', '**/.lab/**'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...exclude, '**/*.device.test.ts'],
          testTimeout: 15_000,
        },
      },
      {
        test: {
          name: 'devices',
          include: ['**/*.device.test.ts'],
          exclude,
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
