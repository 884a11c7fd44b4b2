import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A run must not depend on where it runs: the suite lives in one odd zone, and CI runs it in another.
    env: { TZ: process.env['TZ'] ?? 'Pacific/Auckland' },
    pool: 'forks',
    coverage: { provider: 'v8', include: ['src/**'] },
  },
});
