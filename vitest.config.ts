import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 20_000,
    // Much of it waits for processes and servers, which as many workers as cores would leave idle.
    maxWorkers: 4,
    // Files share what they import: loading it anew for each of them was a fifth of the time.
    isolate: false,
    coverage: { include: ['src/**/*.ts', 'commands/**/*.ts'] },
  },
});
