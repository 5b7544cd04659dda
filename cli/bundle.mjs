// Bundles the command line into dist/bin, so that a single case starts quickly: one file to read instead of hundreds.
// The library, dist/lib, is made beside it.
import { build } from 'esbuild';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleLibrary } from './bundle-library.mjs';
import { notices } from './notices.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** It starts threads from a file of its own. */
const BESIDE = ['tinypool'];

rmSync(path('../dist/bin'), { recursive: true, force: true });
const { metafile } = await build({
  metafile: true,
  entryPoints: { nd178: path('../dist/cli/main.js'), thread: path('../dist/cli/batch/thread.js') },
  outdir: path('../dist/bin'),
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  charset: 'utf8',
  external: BESIDE,
  legalComments: 'linked',
  logLevel: 'warning',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
chmodSync(path('../dist/bin/nd178.js'), 0o755);
const library = await bundleLibrary();
// What is inside the program and the library, and what is installed beside them.
const inputs = [...Object.keys(metafile.inputs), ...library];
writeFileSync(path('../dist/THIRD-PARTY.txt'), notices(inputs, BESIDE, path('..')));
