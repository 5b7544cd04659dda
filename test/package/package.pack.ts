import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const EXAMPLES = resolve('examples/embedding');
const TOTAL = '744778125';
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
    const { dependencies } = JSON.parse(readFileSync(resolve('package.json'), 'utf8')) as { dependencies: object };
    const notices = readFileSync(join(installed, 'dist', 'THIRD-PARTY.txt'), 'utf8');
    const page = readFileSync(join(installed, 'dist', 'nd178.html'), 'utf8');
    expect(sh(bin, ['page', '-o', '-'])).toBe(page);
    for (const name of Object.keys(dependencies)) expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
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
    expect(Object.keys(made.metafile.inputs).filter((name) => name.startsWith('node:'))).toEqual([]);
    const page: { nd178?: (person: unknown) => string } = {};
    runInNewContext(
      made.outputFiles[0]?.text ?? '',
      Object.assign(page, { globalThis: page, TextEncoder, TextDecoder }),
    );
    const person = {
      person: { sex: 'male', birth: '1966-01-15', group: 'civil-servant' },
      leaving: { route: 'early-retirement', date: '2025-05-01', reorganisation: '2025-03-01' },
      insurance: { years: 22 },
      salary: { coefficient: '4.65', positionAllowance: '0.6', publicService: '25%' },
    };
    expect(JSON.parse(page.nd178?.(person) ?? '')).toMatchObject({
      total: TOTAL,
      receipt: { law: expect.any(String) },
    });
  });

  test.each(['batch', 'records', 'rules', 'audit'])('nd178/%s bundles for a browser as well', async (entry) => {
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

  test.each(['case', 'result', 'record', 'refusal', 'rule'])('publishes the JSON Schema of a %s', (name) => {
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
