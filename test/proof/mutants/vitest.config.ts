import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** Mutation of the rule files, outside the quick test run. */
const config: ViteUserConfig = defineConfig({
  test: { include: ['test/proof/mutants/run.ts'], globalSetup: ['test/setup.ts'], testTimeout: 600_000 },
});

export default config;
