import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockOutput } from '../../../cli/files/lock.ts';
import { outputPlace, writeOutput } from '../../../cli/files/output-file.ts';
import { systemCode } from '../../../cli/files/system-fault.ts';
import { command, testFolder } from '../../support/table.ts';

const file = testFolder();
const HEAD =
  'id;person.sex;person.birth;person.group;leaving.route;leaving.date;leaving.reorganisation;insurance.years;salary.monthly';
const PERSON = '1;nam;15/01/1966;công chức;nghỉ hưu trước tuổi;01/05/2025;01/03/2025;22;15356250';
const input = file('in.csv', `${HEAD}\n${PERSON}\n`);
const leftovers = (): string[] => readdirSync(dirname(input)).filter((name) => name.includes('.nd178-'));

const INTERNAL = /Lỗi của chương trình|Internal error|\bE[A-Z]{4,}\b/;

/** Every command that writes a file for the user. */
const WRITERS = (to: string): readonly (readonly string[])[] => [
  ['batch', input, '-o', to],
  ['template', '-o', to],
  ['replay', file('r.ndjson'), '-o', to],
  ['replay', file('r.ndjson'), '--chain', to],
  ['audit', file('nowhere.xlsx'), '-o', to],
  ['audit', file('nowhere.xlsx'), '--format', 'json', '-o', to],
];

describe('an output that cannot be written', () => {
  const tooLong = `${'x'.repeat(240)}.xlsx`;
  mkdirSync(file('folder.xlsx'));
  execFileSync('mkfifo', [file('pipe.xlsx')]);
  symlinkSync(file('pipe.xlsx'), file('to-pipe.xlsx'));
  symlinkSync(file('round.xlsx'), file('round.xlsx'));
  file('plain', '');

  it.each([
    ['a pipe', 'pipe.xlsx', 'is not a regular file', 'không phải tệp thường'],
    ['a link to a pipe', 'to-pipe.xlsx', 'is not a regular file', 'không phải tệp thường'],
    ['a link to itself', 'round.xlsx', 'go round in a circle', 'vòng tròn'],
    ['a folder', 'folder.xlsx', 'is a folder', 'là thư mục'],
    ['in a folder that is missing', 'none/x.xlsx', 'no such folder. Make it', 'Tạo thư mục'],
    ['in a file', 'plain/x.xlsx', 'not a folder', 'không phải thư mục'],
    ['a name that is too long', tooLong, 'name is too long', 'tên dài quá'],
  ])('%s: is told before anything is read, with the way out', async (_what, name, en, vi) => {
    for (const args of WRITERS(file(name))) {
      // An audit takes a folder for copies of workbooks, and tells what else does not go there as a usage error.
      if (args[0] === 'audit' && name === 'folder.xlsx') continue;
      for (const [lang, says] of Object.entries({ en, vi })) {
        const { code, out, err } = await command(...args, '--lang', lang);
        expect([code, out], `${args.join(' ')} ${err}`).toEqual([3, '']);
        expect(err).toContain(says);
        expect(err).not.toMatch(INTERNAL);
      }
    }
    expect(leftovers()).toEqual([]);
    expect(lstatSync(file('pipe.xlsx')).isFIFO()).toBe(true);
  });

  it('is told in words where the system refuses', async () => {
    for (const [code, says] of [
      ['EACCES', 'no permission to write'],
      ['EPERM', 'no permission to write'],
      ['EROFS', 'read-only'],
      ['ENOSPC', 'no space'],
      ['EXYZ', 'reports an error (EXYZ)'],
    ] as const) {
      const write = (): Promise<void> => Promise.reject(Object.assign(new Error(), { code }));
      const error: unknown = await writeOutput(file('denied.xlsx'), write).catch((caught: unknown) => caught);
      expect((error as { text(lang: string): string }).text('en')).toContain(says);
    }
    expect(leftovers()).toEqual([]);
    expect(systemCode(new Error())).toBe('');
  });

  it.skipIf(process.getuid?.() === 0)('a file that may not be written stays as it is', async () => {
    const to = file('read-only.csv', 'before');
    chmodSync(to, 0o444);
    expect(await command('batch', input, '-o', to)).toMatchObject({ code: 3 });
    expect(readFileSync(to, 'utf8')).toBe('before');
  });
});

describe('an output that stands there', () => {
  it('is followed where it is a link, and keeps its permissions', async () => {
    mkdirSync(file('real'));
    for (const [name, mode] of [
      ['a.csv', 0o600],
      ['b.xlsx', 0o640],
    ] as const) {
      const target = file(`real/${name}`, 'before');
      chmodSync(target, mode);
      symlinkSync(target, file(name));
      for (const args of [
        ['batch', input, '--quiet', '-o'],
        ['template', '-o'],
      ]) {
        writeFileSync(target, 'before');
        expect(await command(...args, file(name))).toMatchObject({ code: 0 });
        expect(lstatSync(file(name)).isSymbolicLink()).toBe(true);
        expect(readFileSync(target, 'utf8')).not.toBe('before');
        expect(statSync(target).mode & 0o777).toBe(mode);
      }
    }
    expect(readdirSync(file('real'))).toEqual(['a.csv', 'b.xlsx']);
  });

  it('is made where a link points that leads nowhere yet', async () => {
    symlinkSync('later.csv', file('link.csv'));
    expect(await command('batch', input, '-o', file('link.csv'))).toMatchObject({ code: 0 });
    expect(lstatSync(file('later.csv')).isFile()).toBe(true);
  });

  it('is never the input, also by a link', async () => {
    symlinkSync(input, file('same.csv'));
    const before = readFileSync(input, 'utf8');
    expect(await command('batch', input, '-o', file('same.csv'))).toMatchObject({ code: 3 });
    expect(await command('batch', file('same.csv'), '-o', input)).toMatchObject({ code: 3 });
    expect(readFileSync(input, 'utf8')).toBe(before);
  });
});

describe('an input that cannot be read', () => {
  it.each([
    ['nowhere.csv', 'there is no such file'],
    ['folder.csv', 'this is a folder'],
    ['plain/x.csv', 'not a folder'],
  ])('%s is told in words', async (name, says) => {
    if (name === 'folder.csv') mkdirSync(file(name));
    const { code, err } = await command('batch', file(name), '-o', file('x.csv'), '--lang', 'en');
    expect([code, err]).toEqual([3, expect.stringContaining(says)]);
    expect(err).not.toMatch(INTERNAL);
  });
});

describe('two runs to one output', () => {
  it('never mix: the second is told to wait', async () => {
    const to = file('shared.ndjson');
    const place = await outputPlace(to);
    const unlock = await lockOutput(place);
    for (const args of [
      ['batch', input, '-o', to],
      ['template', '--to', 'csv', '-o', to],
      ['replay', input, '--chain', to],
      ['audit', file('nowhere.xlsx'), '--format', 'json', '-o', to],
    ]) {
      const { code, err } = await command(...args, '--lang', 'en');
      expect([code, err]).toEqual([3, expect.stringContaining(`process ${process.pid}`)]);
    }
    expect(existsSync(to)).toBe(false);
    await unlock();
    expect(await command('batch', input, '-o', to)).toMatchObject({ code: 0 });
    const both = await Promise.all([1, 2].map(() => command('batch', input, '-o', to)));
    expect(both.map(({ code }) => code).sort()).toEqual([0, 3]);
    expect(readFileSync(to, 'utf8').trimEnd().split('\n')).toHaveLength(1);
    expect(leftovers()).toEqual([]);
  });

  it('takes over the lock of a process that is gone, and no other', async () => {
    const to = file('crashed.ndjson');
    const lock = `${to}.nd178-lock`;
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((done) => gone.once('exit', done));
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    try {
      for (const [holder, code] of [
        [{ process: gone.pid, host: hostname() }, 0],
        [{ process: process.pid, host: hostname() }, 0],
        [{ process: other.pid, host: hostname() }, 3],
        [{ process: gone.pid, host: `${hostname()}-2` }, 3],
        ['', 3],
      ] as const) {
        writeFileSync(lock, JSON.stringify(holder));
        const { err, ...ran } = await command('batch', input, '-o', to, '--lang', 'en');
        expect(ran.code, JSON.stringify(holder)).toBe(code);
        expect(existsSync(lock)).toBe(code === 3);
        if (code === 3) expect(err).toContain(`delete the file ${lock}`);
      }
    } finally {
      other.kill();
    }
  });
});
