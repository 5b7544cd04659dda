// Bundles the command line into dist/bin, so that a single case starts quickly: what calculates one case is one file to read
// instead of hundreds; what only other commands need stands in files of its own. The library, dist/lib, is made beside it.
import { rolldown } from 'rolldown';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundleLibrary } from './bundle-library.mjs';
import { notices } from './notices.mjs';
import { reachedFrom } from './reached-from.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const MAIN = path('../dist/cli/main.js');
/** The command that calculates one case. */
const CASE = path('../dist/cli/commands/calc.js');

/** It starts threads from a file of its own. */
const BESIDE = ['tinypool'];

rmSync(path('../dist/bin'), { recursive: true, force: true });
const bundle = await rolldown({
  input: { nd178: MAIN, thread: path('../dist/cli/batch/thread.js') },
  platform: 'node',
  external: [/^node:/, ...BESIDE],
  transform: { target: 'node20' },
});
const { output } = await bundle.write({
  dir: path('../dist/bin'),
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name]-[hash].js',
  // The program itself waits for the command, and so can't be of one file with it.
  codeSplitting: { groups: [reachedFrom([MAIN, CASE], 'case', [MAIN])] },
  minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  comments: { legal: false },
});
await bundle.close();
chmodSync(path('../dist/bin/nd178.js'), 0o755);
const library = await bundleLibrary();
// What is inside the program and the library, and what is installed beside them.
const inputs = [...output.flatMap(({ moduleIds = [] }) => moduleIds), ...library];
writeFileSync(path('../dist/THIRD-PARTY.txt'), notices(inputs, BESIDE, path('..')));
