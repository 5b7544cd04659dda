import { defineConfig, type ViteUserConfig } from 'vitest/config';

// Packs the package and installs it, so it is not part of the quick run: npm run test:package.
const config: ViteUserConfig = defineConfig({
  test: { include: ['test/package/*.pack.ts'], testTimeout: 240_000, hookTimeout: 240_000 },
});

export default config;
