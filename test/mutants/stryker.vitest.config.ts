import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** The quick tests that mutants of `src` must fail, at little effort each. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: [
      'test/mutants/engine.test.ts',
      'test/properties/{base,input,options,vocabulary}.test.ts',
      'test/amending-decree.test.ts',
      'test/needs/*.test.ts',
      'test/explanation/*.test.ts',
      'test/compare/*.test.ts',
    ],
    globalSetup: ['test/setup.ts'],
    env: { ND178_EFFORT: '0.03' },
    testTimeout: 60_000,
  },
});

export default config;
