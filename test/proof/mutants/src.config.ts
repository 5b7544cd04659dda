import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** The tests that mutants of `src` must fail, random ones at little effort each. */
const config: ViteUserConfig = defineConfig({
  test: {
    include: [
      'test/case/{values,parsed,null,messages,choosing,scheme-messages}.test.ts',
      'test/law/**/*.test.ts',
      'test/engine/result.test.ts',
      'test/engine/needs/**/*.test.ts',
      'test/proof/mutants/engine.test.ts',
      'test/proof/properties/{base,options,shared-questions,results,again,flat-case,vocabulary,input}.test.ts',
    ],
    env: { ND178_EFFORT: '0.03' },
    globalSetup: ['test/setup.ts'],
    testTimeout: 600_000,
  },
});

export default config;
