// Makes the library of the package, dist/lib, from what the compiler wrote: each entry as one module over shared parts, with
// what it uses of other packages inside, so that nothing else is installed; and the types that the entries show. The parts
// stay readable, since they are what a debugger shows; there are no source maps, which would only point at a source that is
// not in the package.
import { rolldown } from 'rolldown';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reachedFrom } from './reached-from.mjs';
import { isDecimal, shortDecimal, uncalled } from './short-decimal.mjs';

const path = (at) => fileURLToPath(new URL(at, import.meta.url));
const DIST = path('../dist');
const LIB = join(DIST, 'lib');
const { exports } = JSON.parse(readFileSync(path('../package.json'), 'utf8'));
/** The entries: those of package.json, by the names of their files. */
const ENTRIES = Object.values(exports).flatMap((entry) => /lib\/([\w-]+)\.js$/.exec(entry.default ?? '')?.[1] ?? []);

/** Makes the library; gives what went into it. */
export async function bundleLibrary() {
  rmSync(LIB, { recursive: true, force: true });
  const bundle = await rolldown({
    input: Object.fromEntries(ENTRIES.map((name) => [name, join(DIST, `src/${name}.js`)])),
    platform: 'neutral',
    resolve: { mainFields: ['module', 'main'] },
    transform: { target: 'es2022' },
    plugins: [SHORT_DECIMAL, UNASKED_LISTS],
  });
  const { output } = await bundle.write({
    dir: LIB,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'part-[hash].js',
    // What a calculation needs is one part: each file costs time when it is loaded.
    codeSplitting: { groups: [reachedFrom([join(DIST, 'src/calculate.js')], 'calculation')] },
    comments: { legal: false },
  });
  await bundle.close();
  for (const { code } of output) if (code !== undefined) uncalled(code);
  writeTypes();
  return output.flatMap(({ moduleIds = [] }) => moduleIds);
}

/** Angles, logarithms and other bases stay out of the bundles of callers. */
const SHORT_DECIMAL = {
  name: 'short-decimal',
  transform: (code, id) => (isDecimal(id) ? shortDecimal(code) : undefined),
};

/** A list that is frozen where it is declared is left out by the bundler of a caller who does not ask for it. */
const UNASKED_LISTS = {
  name: 'unasked-lists',
  transform: (code) => code.replace(/(?<=^export const \w+ = )(?=Object\.freeze\()/gm, '/* @__PURE__ */ '),
};

/** What the types show of packages that are inside: as much of them as a caller may use. */
const SHIMS = {
  zod: `export interface ZodType<T = unknown> {
  parse(value: unknown): T;
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: { issues: readonly ZodIssue[] } };
}
export interface ZodIssue { readonly code: string; readonly path: readonly PropertyKey[]; readonly message: string }
`,
  'zod/mini': `export type { ZodType as ZodMiniType, ZodIssue } from './zod.js';
`,
  'decimal.js': `/** An exact decimal, for computing on inside the program; results hold text. */
export declare class Decimal { toFixed(): string }
`,
};
/** The types of the entries, and of the modules that they name, by their files. */
function typesShown() {
  const types = new Map();
  const take = (file) => {
    if (types.has(file)) return;
    const text = readFileSync(join(DIST, file), 'utf8');
    types.set(file, text);
    for (const [, name] of text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g))
      take(normalize(join(dirname(file), name.replace(/\.(?:ts|js)$/, '.d.ts'))));
  };
  for (const name of ENTRIES) take(`src/${name}.d.ts`);
  return types;
}

function writeTypes() {
  for (const [file, text] of typesShown()) {
    const target = join(LIB, 'types', file);
    const shim = (name) => relative(dirname(target), join(LIB, 'types', `${name.replace(/[./]/g, '-')}.js`));
    const shown = text.replace(/from '([^.'][^']*)'/g, (_, name) => {
      if (!(name in SHIMS)) throw new Error(`${file} shows ${name}, which is not installed with the package`);
      return `from '${shim(name)}'`;
    });
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, shown.replace(/(from|import\()(\s*)'(\.[^']+)\.ts'/g, "$1$2'$3.js'"));
  }
  for (const [name, text] of Object.entries(SHIMS))
    writeFileSync(join(LIB, 'types', `${name.replace(/[./]/g, '-')}.d.ts`), text);
}
