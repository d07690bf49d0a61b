import { defineConfig } from 'vitest/config';

/** Neither UTC nor anybody's own machine, with an odd offset and summer time: zone mistakes show. */
const timeZone = 'Pacific/Chatham';
process.env['TZ'] = timeZone;
// A build in the same process leaves “production” behind, in which React has nothing for tests.
process.env['NODE_ENV'] = 'test';

const nodeProjects = ['unit', 'integration', 'contract', 'migration', 'architecture'];

export default defineConfig({
  test: {
    // better-sqlite3 is a native addon: it crashes in worker threads that end before it does.
    pool: 'forks',
    env: { TZ: timeZone },
    passWithNoTests: true,
    allowOnly: false,
    // Real servers and real databases, on a build machine that is busy with other things.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Reading the modules anew for each file took half of the time. What a test changes of the
    // process or the page it puts back itself; what screens remember is put back after each file.
    isolate: false,
    projects: [
      ...nodeProjects.map((name) => ({
        extends: true as const,
        test: { name, include: [`test/${name}/**/*.test.ts`], environment: 'node' },
      })),
      {
        extends: true,
        test: {
          name: 'renderer',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          setupFiles: ['test/support/fresh-stores.ts'],
        },
      },
    ],
  },
});
