import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import * as vitest from './vitest.mjs';

/**
 * Test files and all of `src` as one script that can be run again and again, each time with fresh modules. What does
 * not know `src` (the second engine, the samples) is loaded once, and its answers are remembered: no mutant of `src`
 * changes them.
 */

/** The modules among them that answer from plain data alone. */
const REMEMBERED = /^test\/(oracle\/(nd178|neighbours|auto)|support\/sample|boundaries\/(matrix|defaults))\.ts$/;

/** Where a module stands, in place of `import.meta.url`. */
const places = {
  name: 'places',
  setup({ onLoad }) {
    onLoad({ filter: /\/test\/.*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    }));
  },
};

/** Imports of the stable files lead to those that are loaded once. */
function stable(root, files) {
  return {
    name: 'stable',
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, ({ path, importer }) => {
        const file = relative(root, join(dirname(importer), path));
        return files.includes(file) ? { path: `stable:${file}`, external: true } : undefined;
      });
    },
  };
}

/** One script of all the files, compiled once. */
async function script(root, files, plugins) {
  const entries = files.map((file) => `${JSON.stringify(file)}: () => import(${JSON.stringify(`./${file}`)})`);
  const { outputFiles } = await build({
    stdin: { contents: `export const files = {${entries.join()}};`, resolveDir: root, sourcefile: 'entry.ts' },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
    plugins,
  });
  return new Script(`(function (require, module) {${outputFiles[0].text}\n})`, { filename: 'suite.js' });
}

/** Runs the script: its entries, none of them loaded yet. */
function evaluate(compiled, require) {
  const module = { exports: {} };
  compiled.runInThisContext()(require, module);
  return module.exports.files;
}

/** Makes data unchangeable, so that no mutant spoils it for the next one. */
function frozen(value) {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** A function of plain data that answers from memory when asked again. */
function remembered(ask) {
  const byFirst = new WeakMap();
  const byValue = new Map();
  return (...args) => {
    const [first, ...rest] = args;
    const isObject = typeof first === 'object' && first !== null;
    const known = isObject ? (byFirst.get(first) ?? new Map()) : byValue;
    if (isObject) byFirst.set(first, known);
    const key = JSON.stringify(isObject ? rest : args);
    if (!known.has(key)) known.set(key, frozen(ask(...args)));
    return known.get(key);
  };
}

function exportsOf(file, loaded) {
  if (!REMEMBERED.test(file)) return loaded;
  const kept = Object.entries(loaded).map(([name, one]) => [name, typeof one === 'function' ? remembered(one) : one]);
  return Object.fromEntries(kept);
}

/** A package that exports its default alone is that default: so an import of it from a module sees it. */
function imported(loaded) {
  const names = Object.keys(loaded).filter((name) => name !== '__esModule');
  return names.join() === 'default' ? loaded.default : loaded;
}

/** Prepares the test files; gives a function that loads them afresh. */
export async function prepare(root, files, stableFiles) {
  const packages = createRequire(join(root, 'package.json'));
  const yaml = packages('yaml');
  const instead = new Map([
    ['vitest', vitest],
    ['yaml', { ...yaml, parse: remembered(yaml.parse) }],
  ]);
  const outside = (name) => instead.get(name) ?? imported(packages(name));
  const made = evaluate(await script(root, stableFiles, [places]), outside);
  const modules = new Map();
  for (const file of stableFiles) modules.set(`stable:${file}`, exportsOf(file, await made[file]()));
  const inside = (name) => modules.get(name) ?? outside(name);
  const compiled = await script(root, files, [stable(root, stableFiles), places]);
  return () => evaluate(compiled, inside);
}

/** Runs the tests of a file; gives the failure, or undefined. */
export async function run(load) {
  try {
    await load();
    for (const test of vitest.declared()) await test();
  } catch (error) {
    vitest.declared();
    return String(error?.message ?? error);
  }
  return undefined;
}
