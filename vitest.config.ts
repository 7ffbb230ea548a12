import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 20_000,
    // Much of it waits for processes and servers, which one worker fewer than cores would leave idle.
    maxWorkers: 3,
    coverage: { include: ['src/**/*.ts', 'commands/**/*.ts'] },
  },
});
