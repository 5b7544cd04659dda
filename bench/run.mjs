// Every benchmark, one after the other; each checks its results before it prints a number.
// Usage: npm run bench (it builds nothing: npm run build first). Exit code 1 when one of them fails.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The benchmarks, and for those that need more than the build what it is and how it is had. */
const BENCHMARKS = [
  { name: 'core' },
  { name: 'batch' },
  { name: 'papers' },
  { name: 'text' },
  { name: 'open' },
  { name: 'hostile' },
  { name: 'scaling' },
  { name: 'peers', needs: 'peers/node_modules', get: 'npm ci --prefix bench/peers --ignore-scripts' },
];

const here = (name) => new URL(name, import.meta.url);

if (!existsSync(here('../dist/bin/nd178.js'))) {
  console.error('There is nothing to measure yet: npm run build');
  process.exit(1);
}

const failed = [];
for (const { name, needs, get } of BENCHMARKS) {
  console.log(`\n== ${name}`);
  if (needs && !existsSync(here(needs))) {
    console.log(`left out; it needs: ${get}`);
    continue;
  }
  const { status } = spawnSync(process.execPath, [here(`${name}.mjs`).pathname], { stdio: 'inherit' });
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`\nfailed: ${failed.join(', ')}`);
  process.exitCode = 1;
}
