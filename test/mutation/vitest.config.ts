import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { keptWorker } from './kept-worker.ts';
import { QuickFirst } from './quick-first.ts';
import { rooms } from './rooms.ts';

/** Stryker insists on a pool of Vitest's own; this one takes its place afterwards. */
const pool: Plugin = {
  name: 'minka:kept-worker',
  configureVitest({ project }) {
    Object.assign(project.config, { pool: 'kept', poolRunner: keptWorker() });
  },
};

const { MUTATION_ROOM: room } = process.env;
const chosen = Object.entries(rooms).filter(([name]) => room === undefined || name === room);

/** The tests that a mutant must meet: those of its room, or of all rooms where none is named. */
export default defineConfig({
  plugins: [pool],
  test: {
    setupFiles: ['test/house/own-temp.ts'],
    include: chosen.flatMap(([, { tests }]) => tests),
    // The death at every commit takes twelve seconds a mutant and finds what the others have found.
    exclude: ['**/node_modules/**', '**/*.device.test.ts', '**/*.full.test.ts', '**/settlement/kill.test.ts'],
    isolate: false,
    sequence: { sequencer: QuickFirst },
    // Time is simulated, so what takes this long on a busy machine does not end at all.
    testTimeout: 10_000,
  },
});
