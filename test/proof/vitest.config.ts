import { defineConfig, type ViteUserConfig } from 'vitest/config';

/**
 * The long proofs (`npm run proof`): the check and the comparisons of all rule files, 240,000 cases beside the second
 * engine, the properties at length. Mutants have commands of their own.
 */
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/proof/**/*.proof.ts', 'test/proof/oracle/agreement*.test.ts', 'test/proof/properties/*.test.ts'],
    env: {
      ND178_CASES: process.env['ND178_CASES'] ?? '120000',
      ND178_EFFORT: process.env['ND178_EFFORT'] ?? '1',
    },
    isolate: false,
    globalSetup: ['test/setup.ts'],
    setupFiles: ['test/support/seed.ts'],
    testTimeout: 3_600_000,
    maxWorkers: '100%',
    reporters: ['default', './test/support/closing-line.ts'],
  },
});

export default config;
