import { defineConfig } from 'vitest/config';

const journeys = 'test/journeys/**/*.test.ts';

// biome-ignore lint/style/noDefaultExport: vitest wants its configuration so.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rooms',
          environment: 'node',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'cases/**/*.test.ts'],
          exclude: [journeys],
          setupFiles: ['test/property-seed.ts'],
          // Generous: properties run many examples, and the machine may have two slow cores.
          testTimeout: 90_000,
          hookTimeout: 90_000,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'journeys',
          environment: 'node',
          include: [journeys],
          // After the rooms, two files at a time: a browser waits half of its time. Nothing here hangs on how fast it is.
          testTimeout: 300_000,
          hookTimeout: 300_000,
          maxWorkers: 2,
          // A browser that lost its turn on a busy machine gets a second one; a mistake fails twice.
          retry: 1,
          expect: { poll: { timeout: 20_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
