import { defineConfig, type ViteUserConfig } from 'vitest/config';

// Needs a browser, so it is not part of the quick run: npm run test:page.
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/web/*.page.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    globalSetup: ['test/web/support/build.ts'],
  },
});

export default config;
