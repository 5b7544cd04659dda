import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
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
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as Batch from '../../src/batch.ts';
import { SCHEMA_NAMES } from '../../src/schemas.ts';

const EXAMPLES = resolve('examples/embedding');
const TOTAL = '744778125';
/** Bytes by gzip that a browser is sent for a calculation and its record. */
const MOST_BUNDLED = 120_000;
const PERSON = {
  person: { sex: 'male', birth: '1966-01-15', group: 'civil-servant' },
  leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01' },
  insurance: { years: 22 },
  salary: { coefficient: '4.65', positionAllowance: '0.6', publicService: '25%' },
};
/** The entries beside the first. */
const ENTRIES = [
  'audit',
  'batch',
  'calculate',
  'catalogue',
  'explain',
  'papers',
  'records',
  'rules',
  'schemas',
  'workbook',
];
const work = mkdtempSync(join(tmpdir(), 'nd178-package-'));
const project = join(work, 'project');

function sh(command: string, args: readonly string[], cwd = project): string {
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function has(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

function sizeOf(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** What an editor offers at the place of a comment in a file of a project. */
function completionsIn(folder: string): (text: string) => string[] {
  const file = join(folder, 'editor.ts');
  let [source, version] = ['', 0];
  const options: ts.CompilerOptions = {
    strict: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
  };
  const { readFile, fileExists, directoryExists, getDirectories, readDirectory } = ts.sys;
  const service = ts.createLanguageService({
    ...{ readFile, directoryExists, getDirectories, readDirectory },
    fileExists: (name) => name === file || fileExists(name),
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: (name) => (name === file ? String(version) : '1'),
    getScriptSnapshot: (name) => {
      const text = name === file ? source : readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getCurrentDirectory: () => folder,
  });
  return (text) => {
    [source, version] = [text.replace('/*here*/', ''), version + 1];
    const found = service.getCompletionsAtPosition(file, text.indexOf('/*here*/'), undefined);
    const offered = found?.entries.filter(
      ({ kind }) => kind === ts.ScriptElementKind.string || kind === ts.ScriptElementKind.memberVariableElement,
    );
    return offered?.map(({ name }) => name) ?? [];
  };
}

/** Packs the package and installs the tarball in an empty project: what a user gets. */
beforeAll(() => {
  const packed =
    sh('npm', ['pack', '--silent', '--pack-destination', work], resolve('.')).trim().split('\n').at(-1) ?? '';
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'user', private: true, type: 'module' }));
  sh('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--silent', join(work, packed)]);
  for (const name of readdirSync(EXAMPLES)) copyFileSync(join(EXAMPLES, name), join(project, name));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

const bin = join(project, 'node_modules', '.bin', 'nd178');

describe('the package, installed in an empty project', () => {
  test('runs no install script, and brings no tests or sources', () => {
    const installed = join(project, 'node_modules', 'nd178');
    const { scripts = {} } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
      scripts?: Record<string, string>;
    };
    for (const name of ['preinstall', 'install', 'postinstall']) expect(scripts).not.toHaveProperty(name);
    for (const name of ['test', 'src', 'cli', 'node_modules']) expect(existsSync(join(installed, name))).toBe(false);
    expect(existsSync(join(installed, 'LICENSE'))).toBe(true);
    const notices = readFileSync(join(installed, 'dist', 'THIRD-PARTY.txt'), 'utf8');
    const page = readFileSync(join(installed, 'dist', 'nd178.html'), 'utf8');
    expect(sh(bin, ['page', '-o', '-'])).toBe(page);
    for (const name of ['commander', 'date-fns', 'tinypool', 'yaml', 'zod'])
      expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });

  test('installs under 12 MB, with one package beside it', () => {
    expect(readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'nd178',
      'tinypool',
    ]);
    expect(sizeOf(join(project, 'node_modules'))).toBeLessThan(12 * 1024 * 1024);
  });

  test('is loaded by require() as well, on every Node.js that it names', () => {
    const code = `const { calculate } = require('nd178'); const { labelOf } = require('nd178/catalogue');
      const found = calculate(${JSON.stringify(PERSON)});
      console.log(found.value.total, labelOf('impact', 'direct').en)`;
    writeFileSync(join(project, 'common.cjs'), code);
    expect(sh(process.execPath, ['--no-warnings', 'common.cjs']).trim()).toBe(`${TOTAL} direct`);
    const { engines } = JSON.parse(readFileSync(join(project, 'node_modules/nd178/package.json'), 'utf8')) as {
      engines: { node: string };
    };
    expect(engines.node).toBe('>=20.19.0 <21 || >=22.12.0');
  });

  test('shows its entries and nothing behind them', () => {
    const deep = (path: string): string =>
      sh(process.execPath, ['-e', `import('nd178/${path}').then(() => console.log('in'), (e) => console.log(e.code))`]);
    expect(deep('dist/lib/index.js').trim()).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED');
    for (const entry of ENTRIES) expect(deep(entry).trim()).toBe('in');
  });

  test('an editor is offered the keys and words of a case, and the words of a result', () => {
    const completions = completionsIn(project);
    expect(
      completions(`import type { CaseInput } from 'nd178'; const one: CaseInput = { person: { /*here*/ } }`),
    ).toEqual(expect.arrayContaining(['birth', 'group', 'paidLike', 'sex']));
    expect(completions(`import { calculate } from 'nd178'; calculate({ leaving: { impact: '/*here*/' } })`)).toEqual(
      expect.arrayContaining(['direct', 'indirect', 're-election']),
    );
    expect(completions(`import { calculate } from 'nd178'; calculate({}, { scheme: '/*here*/' })`)).toEqual(
      expect.arrayContaining(['auto', 'nd154', 'nd178']),
    );
    const result = `import type { Result } from 'nd178'; declare const result: Result;`;
    expect(completions(`${result} result.benefits[0]!.id === '/*here*/'`)).toContain('early-months');
    expect(completions(`${result} result.findings[0]!.code === '/*here*/'`)).toContain('not-read');
    expect(completions(`import { labelsOf } from 'nd178/catalogue'; labelsOf('/*here*/')`)).toContain('benefit');
  });

  test('strict TypeScript compiles against its types and runs', () => {
    const strict = [
      '--strict',
      '--exactOptionalPropertyTypes',
      '--noUncheckedIndexedAccess',
      '--skipLibCheck',
      'false',
    ];
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
    sh(process.execPath, [
      resolve('node_modules/typescript/bin/tsc'),
      ...strict,
      ...target,
      '--outDir',
      'out',
      'payroll.ts',
    ]);
    expect(sh(process.execPath, ['out/payroll.js']).trim().split('\n')).toEqual([
      `C paid ${TOTAL} 2025-03-15`,
      'receipt true same',
      `${TOTAL} salary-missing`,
      'rules 0 true',
    ]);
  });

  test('every example in TypeScript of the documents compiles as it is written', () => {
    const installed = join(project, 'node_modules', 'nd178');
    const files = ['docs/embedding.md', 'README.md'].flatMap((name, of) =>
      [...readFileSync(join(installed, name), 'utf8').matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = ''], at) => {
        const file = `example-${of}-${at}.ts`;
        writeFileSync(join(project, file), code);
        return file;
      }),
    );
    expect(files.length).toBeGreaterThan(2);
    const compilerOptions = {
      ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, verbatimModuleSyntax: true },
      ...{ noEmit: true, types: ['node'], typeRoots: [resolve('node_modules/@types')], target: 'es2022' },
      module: 'nodenext',
    };
    writeFileSync(join(project, 'examples.json'), JSON.stringify({ compilerOptions, files }));
    sh(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', 'examples.json']);
  });

  test('every entry compiles strictly without the types of a browser or of Node.js', () => {
    const all = ENTRIES.map((entry, at) => `export * as e${at} from 'nd178/${entry}';`);
    writeFileSync(join(project, 'bare.ts'), [`export * as e from 'nd178';`, ...all].join('\n'));
    const compilerOptions = {
      ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, verbatimModuleSyntax: true },
      ...{ skipLibCheck: false, noEmit: true, types: [], lib: ['es2022'], target: 'es2022', module: 'nodenext' },
    };
    writeFileSync(join(project, 'bare.json'), JSON.stringify({ compilerOptions, files: ['bare.ts'] }));
    sh(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', 'bare.json']);
  });

  test('plain JavaScript', () => {
    expect(sh(process.execPath, ['payroll.mjs']).trim()).toBe(TOTAL);
  });

  test('the core bundles for a browser without anything of Node, and runs there', async () => {
    const made = await build({
      entryPoints: [join(project, 'browser.js')],
      bundle: true,
      platform: 'browser',
      format: 'iife',
      write: false,
      metafile: true,
      minify: true,
      logLevel: 'silent',
    });
    expect(made.warnings).toEqual([]);
    expect(gzipSync(made.outputFiles[0]?.contents ?? '', { level: 9 }).length).toBeLessThan(MOST_BUNDLED);
    expect(Object.keys(made.metafile.inputs).filter((name) => name.startsWith('node:'))).toEqual([]);
    const page: { nd178?: (person: unknown) => string } = {};
    runInNewContext(
      made.outputFiles[0]?.text ?? '',
      Object.assign(page, { globalThis: page, TextEncoder, TextDecoder }),
    );
    expect(JSON.parse(page.nd178?.(PERSON) ?? '')).toMatchObject({
      total: TOTAL,
      receipt: { law: expect.any(String) },
    });
  });

  test.each(ENTRIES)('nd178/%s bundles for a browser as well', async (entry) => {
    const contents = `import * as part from 'nd178/${entry}'; globalThis.part = part;`;
    const stdin = { contents, resolveDir: project };
    const made = await build({
      stdin,
      bundle: true,
      platform: 'browser',
      format: 'iife',
      write: false,
      logLevel: 'silent',
    });
    expect(made.errors).toEqual([]);
  });

  test.each([...SCHEMA_NAMES])('publishes the JSON Schema of a %s', (name) => {
    const path = `import s from 'nd178/schemas/${name}.json' with {type: 'json'}; console.log(s.$schema)`;
    expect(sh(process.execPath, ['--no-warnings', '--input-type=module', '-e', path])).toContain('2020-12');
  });

  test('the command line works from the pipe: Python and a shell', () => {
    expect(sh('python3', ['pipe.py', bin]).trim().split('\n')).toEqual([
      `P1 paid ${TOTAL}`,
      'P2 refused: salary-missing',
    ]);
    expect(
      execFileSync('sh', ['pipe.sh'], { cwd: project, encoding: 'utf8', env: { ...process.env, ND178: bin } }).trim(),
    ).toBe(TOTAL);
  });

  test('a process that stays open answers from Python', () => {
    expect(sh('python3', ['open_pipe.py', bin]).trim().split('\n')).toEqual([
      `a-1 paid ${TOTAL}`,
      'a-2 2025-01-01 49%',
      'a-3 salary-missing salary',
    ]);
  });

  test.skipIf(!has('javac'))('and from Java (left out where there is no javac)', () => {
    sh('javac', ['-d', 'java', 'OpenPipe.java']);
    expect(sh('java', ['-cp', 'java', 'OpenPipe', bin]).trim()).toBe(`${TOTAL}\n${TOTAL}`);
  });

  test.skipIf(!has('mcs'))('and from C# (left out where there is no mcs)', () => {
    sh('mcs', ['-out:OpenPipe.exe', 'OpenPipe.cs']);
    if (has('mono')) expect(sh('mono', ['OpenPipe.exe', bin]).trim()).toBe(`${TOTAL}\n${TOTAL}`);
  });

  test('serves HTTP until it is told to stop', async () => {
    const child = spawn(bin, ['serve', '--port', '0', '--quiet'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    const url = await new Promise<string>((resolve) =>
      child.stdout.once('data', (text: Buffer) => resolve(String(text).trim())),
    );
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/calculate`, { method: 'POST', headers, body: JSON.stringify(PERSON) });
    expect(await answer.json()).toMatchObject({ total: TOTAL });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  test('10,000 cases through an open pipe and through HTTP are the bytes of the library', async () => {
    const people = Array.from({ length: 10_000 }, (_, at) => ({
      ...PERSON,
      id: `P${at}`,
      person: { ...PERSON.person, birth: `19${66 + (at % 8)}-0${1 + (at % 9)}-15` },
      insurance: { years: 16 + (at % 15), months: at % 12 },
      salary: at % 50 === 0 ? {} : { ...PERSON.salary, coefficient: `4.${10 + (at % 80)}` },
    }));
    // The number of a row depends on how many went before, not on the case.
    const withoutRow = (line: string): string => line.replace(/"row":\d+/, '"row":1');
    const { batch } = (await import(join(project, 'node_modules/nd178/dist/lib/batch.js'))) as typeof Batch;
    const expected: string[] = [];
    for await (const line of batch(people)) expected.push(withoutRow(JSON.stringify(line)));

    const input = people.map((one) => JSON.stringify(one) + '\n').join('');
    const pipe = spawnSync(bin, ['batch', '-', '-o', '-', '--from', 'ndjson', '--to', 'ndjson', '--quiet'], {
      ...{ input, encoding: 'utf8', maxBuffer: 2 ** 28 },
    });
    expect(pipe.status).toBe(4);
    expect(pipe.stdout.trimEnd().split('\n').map(withoutRow)).toEqual(expected);

    const server = spawn(bin, ['serve', '--port', '0', '--quiet'], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const url = await new Promise<string>((resolve) =>
        server.stdout.once('data', (text: Buffer) => resolve(String(text).trim())),
      );
      const answers: string[] = [];
      let next = 0;
      const caller = async (): Promise<void> => {
        for (let at = next++; at < people.length; at = next++) {
          const body = JSON.stringify(people[at]);
          const headers = { 'content-type': 'application/json' };
          answers[at] = withoutRow(
            (await (await fetch(`${url}/calculate`, { method: 'POST', headers, body })).text()).trim(),
          );
        }
      };
      await Promise.all(Array.from({ length: 8 }, caller));
      expect(answers).toEqual(expected);
    } finally {
      server.kill('SIGTERM');
    }
  });

  test('a list gives the same bytes in one thread and in several', () => {
    const heading =
      'person.sex,person.birth,person.group,leaving.route,leaving.date,leaving.reorganisation,insurance.years,salary.monthly';
    const rows = Array.from(
      { length: 2000 },
      (_, at) => `male,19${66 + (at % 3)},cadre,auto,2025-05-01,2025-03-01,22,${10_000_000 + at}`,
    );
    writeFileSync(join(project, 'list.csv'), [heading, ...rows].join('\n'));
    const [one, several] = ['0', '2'].map((threads) => {
      sh(bin, ['batch', 'list.csv', '-o', `${threads}.ndjson`, '--threads', threads, '--quiet']);
      return readFileSync(join(project, `${threads}.ndjson`), 'utf8');
    });
    expect(one?.split('\n').length).toBe(2001);
    expect(several === one).toBe(true);
  });

  test('a record goes through the pipe and is replayed', () => {
    const record = execFileSync(bin, ['batch', '-', '-o', '-', '--from', 'ndjson', '--to', 'ndjson', '--quiet'], {
      input: JSON.stringify({
        person: { sex: 'male', birth: '1966', group: 'cadre' },
        leaving: { route: 'auto', date: '2025-05-01', reorganisation: '2025-03-01' },
        insurance: { years: 22 },
        salary: { monthly: '10000000' },
      }),
      encoding: 'utf8',
    });
    expect(execFileSync(bin, ['replay', '-', '--lang', 'en'], { input: record, encoding: 'utf8' })).toContain(
      'comes out exactly as recorded',
    );
    expect(sh(bin, ['rules', 'list'])).toContain('nd178');
  });
});
