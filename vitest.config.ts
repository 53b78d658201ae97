import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    testTimeout: 30_000,
    env: { TZ: 'UTC' },
    reporters: ['default', ['json', { outputFile: '.tmp/tests.json' }]],
    coverage: {
      provider: 'v8',
      include: ['src/**'],
      reporter: ['text', 'json-summary'],
      reportsDirectory: '.tmp/coverage',
    },
  },
});
