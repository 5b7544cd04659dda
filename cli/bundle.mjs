// Bundles the command line into dist/bin, so that a single case starts quickly: one file to read instead of hundreds.
// The library in dist/src stays as the compiler wrote it.
import { build } from 'esbuild';
import { chmodSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

rmSync(path('../dist/bin'), { recursive: true, force: true });
await build({
  entryPoints: { nd178: path('../dist/cli/main.js'), thread: path('../dist/cli/table/thread.js') },
  outdir: path('../dist/bin'),
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'linked',
  logLevel: 'warning',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
chmodSync(path('../dist/bin/nd178.js'), 0o755);
