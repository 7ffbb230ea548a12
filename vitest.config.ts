import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 20_000,
    // Much of it waits for processes and servers, which as many workers as cores would leave idle.
    maxWorkers: 4,
    coverage: { include: ['src/**/*.ts', 'commands/**/*.ts'] },
  },
});
