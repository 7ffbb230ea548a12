import { defineConfig } from 'vitest/config';

/** They turn clocks on by hours and days: what another file left ticking in their process would tick along, for ever. */
const byFakeClocks = [
  'tests/cli/rest.test.ts',
  'tests/forgetting.test.ts',
  'tests/jobs/{merge,time,wishes}.test.ts',
  'tests/pipeline/fetch/hosts.test.ts',
  'tests/pipeline/hold.test.ts',
  'tests/queue/local.test.ts',
];

export default defineConfig({
  test: {
    testTimeout: 20_000,
    // Much of it waits for processes and servers, which as many workers as cores would leave idle.
    maxWorkers: 4,
    coverage: { include: ['src/**/*.ts', 'commands/**/*.ts'] },
    projects: [
      {
        extends: true,
        test: {
          name: 'tests',
          include: ['tests/**/*.test.ts'],
          exclude: byFakeClocks,
          // Files share what they import: loading it anew for each of them was a fifth of the time.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'by fake clocks', include: byFakeClocks, isolate: true } },
    ],
  },
});
