import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Journeys wait for browsers and most unit tests for one core: two at once on two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ['default', './tools/count-reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/journeys/**'],
          globalSetup: './test/temporary-root.ts',
          setupFiles: ['./test/seed-properties.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: './test/temporary-root.ts',
          setupFiles: ['./test/seed-properties.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
