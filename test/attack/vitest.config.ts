import { defineConfig, type ViteUserConfig } from 'vitest/config';

/**
 * Attacks: kills, write faults, hostile files, forgeries, against the command line as it is built (`npm run attack`).
 * `ND178_ATTACK` is how hard is tried (default 1: 12 kills, 12 write faults, 150 changes of each kind of file),
 * `ND178_ATTACK_SEED` which ones, `ND178_ATTACK_FIRST` the number of the first kill or write fault.
 */
const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/attack/*.attack.ts'],
    globalSetup: ['test/attack/setup.ts'],
    testTimeout: 24 * 3_600_000,
    hookTimeout: 600_000,
    maxWorkers: '100%',
    reporters: ['default', './test/support/closing-line.ts'],
  },
});

export default config;
