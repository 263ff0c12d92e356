import { defineConfig } from 'vitest/config';

/** The tests that a mutant of money, settlement or outbox must meet: those of these rooms and their worlds. */
export default defineConfig({
  test: {
    setupFiles: ['test/house/own-temp.ts'],
    include: ['common/kernel/*.test.ts', 'terminal/{settlement,outbox}/**/*.test.ts'],
    // The death at every commit takes twelve seconds a mutant and finds what the others have found.
    exclude: ['**/node_modules/**', '**/*.device.test.ts', '**/*.full.test.ts', '**/settlement/kill.test.ts'],
    testTimeout: 30_000,
  },
});
