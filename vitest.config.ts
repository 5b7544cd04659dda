import { defineConfig } from 'vitest/config';

/** The quick answer: random tests with fewer runs than in the long proofs (`npm run proof`), which CI runs as well. */
export default defineConfig({
  test: {
    env: { ND178_CASES: process.env['ND178_CASES'] ?? '5000', ND178_EFFORT: process.env['ND178_EFFORT'] ?? '0.2' },
    isolate: false,
    unstubEnvs: true,
    restoreMocks: true,
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/setup.ts'],
    setupFiles: ['test/support/seed.ts'],
    testTimeout: 300_000,
    maxWorkers: '100%',
    reporters: ['default', './test/support/closing-line.ts'],
  },
});
