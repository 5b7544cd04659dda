import * as XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { saveBook } from '../../cli/files/book-file.ts';
import { printing } from '../../cli/output/printing.ts';
import { jsonText, printable, visible } from '../../src/base/printable.ts';
import { csvLine } from '../../src/table/csv.ts';
import { FIXTURES } from '../audit/make-fixtures.ts';
import { calculate, recordOf } from '../../src/index.ts';
import { CASE_C } from '../support/records.ts';
import { command, testFolder } from '../support/table.ts';
import { nd178, type World } from './fake-host.ts';

const file = testFolder();

/** One of each kind: colours, titles, bells, backspaces, returns, C1, bidi overrides, isolates and marks, zero widths, separators. */
const STEERING =
  '\u001b[31m\u001b]0;t\u0007\b\r\u007f\u0085\u009b2J\u009d\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u200b\u200c\u200d\u2060\ufeff\u2028\u2029\ud800';

/** Those of them that a text of a case may hold: controls are refused. */
const MARKS = STEERING.replace(/\p{Cc}/gu, '');

/** Whether a terminal could be steered. */
const RAW = /[^\P{Cc}\n\r\t]|\r(?!\n)|[\p{Cf}\p{Cs}\u2028\u2029]/u;

const LANGS = ['vi', 'en'] as const;

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function expectHarmless({ out, err }: Ran, what: string): void {
  // An output for spreadsheets begins with the mark of UTF-8.
  expect(RAW.exec(out.replace(/^\ufeff/, ''))?.[0], `${what}: stdout`).toBeUndefined();
  expect(RAW.exec(err)?.[0], `${what}: stderr`).toBeUndefined();
}

const yaml = (text: string): string => JSON.stringify(text);
const CASE = `person: {sex: male, birth: 1966-01-15, group: civil-servant, name: ${yaml(`A${STEERING}`)}}
id: ${yaml(`I${STEERING}`)}
leaving: {route: early-retirement, date: 2025-05-01, reorganisation: 2025-03-01}
insurance: {years: 22, months: 0}
salary: {coefficient: "4.65", positionAllowance: "0.6", publicService: "25%"}
`;

const FILES: World['files'] = {
  'good.yaml': CASE.replace(yaml(`A${STEERING}`), yaml(`A${MARKS}`)).replace(yaml(`I${STEERING}`), yaml(`I${MARKS}`)),
  'control.yaml': CASE,
  'key.yaml': `${yaml(`k${STEERING}`)}: 1\n${CASE}`,
  'value.yaml': CASE.replace('civil-servant', yaml(`g${STEERING}`)).replace('2025-05-01', yaml(`d${STEERING}`)),
  'syntax.yaml': `person: {sex: male${STEERING}\n  - x: [${STEERING}`,
  [`name${STEERING}.yaml`]: 'person: [',
};

describe.each(LANGS)('no text of an input steers a terminal (%s)', (lang) => {
  const lines: readonly (readonly string[])[] = [
    ...['table', 'md', 'html', 'json', 'ndjson', 'csv'].map((format) => ['calc', 'good.yaml', '--format', format]),
    ...['table', 'md', 'html', 'json'].flatMap((format) => [
      ['explain', 'good.yaml', '--format', format],
      ['compare', 'good.yaml', '--format', format],
    ]),
    ...[
      'control.yaml',
      'key.yaml',
      'value.yaml',
      'syntax.yaml',
      `name${STEERING}.yaml`,
      `none${STEERING}.yaml`,
    ].flatMap((name) => [
      ['calc', name],
      ['calc', name, '--format', 'json'],
      ['explain', name],
      ['compare', name],
    ]),
    ['calc', '--person.name', STEERING, '--person.sex', STEERING],
    ...['--law', '--as-of', '--interpret', '--accept-unverified', '--rules', '--format', `--x${STEERING}`].flatMap(
      (option) =>
        ['calc', 'explain', 'compare', 'retirement-age', 'replay'].map((name) => [name, 'good.yaml', option, STEERING]),
    ),
    ['retirement-age', STEERING],
    [`calc${STEERING}`],
    ['rules', STEERING],
    ...['show', 'diff', 'blame', 'sources', 'check'].flatMap((name) => [
      ['rules', name, STEERING],
      ['rules', name, `nd178@${STEERING}`],
    ]),
    ['template', '--law', STEERING],
    ['schema', STEERING],
  ];

  it('in one case, its file, its options and the law', async () => {
    for (const args of lines) {
      const given = [...args, '--lang', lang];
      expectHarmless(await nd178(given, { files: FILES }), given.join(' '));
      const coloured = await nd178(given, { files: FILES, colour: true });
      const out = coloured.out.replace(/\u001b\[(?:0|1|2|31|32|33)m/g, '');
      expectHarmless({ ...coloured, out }, `${given.join(' ')} in colour`);
    }
    const good = await nd178(['calc', 'good.yaml', '--lang', lang], { files: FILES });
    expect(good.code).toBe(0);
    for (const mark of ['\\u202e', '\\u2066', '\\u200e']) expect(good.out).toContain(mark);
    const controls = await nd178(['calc', 'control.yaml', '--lang', lang], { files: FILES });
    expect(controls.code).toBe(3);
    expect(controls.err).toContain('U+001B');
  });

  it('in questions and answers', async () => {
    const answers = [STEERING, ...Array.from({ length: 40 }, () => `x${STEERING}`), undefined];
    expectHarmless(await nd178(['calc', '--lang', lang], { answers }), 'answers');
  });

  it('in the tables of a batch', async () => {
    const keys = ['id', 'person.name', 'person.sex', 'person.birth', 'person.group', 'leaving.route', 'leaving.date'];
    const more = ['leaving.reorganisation', 'insurance.years', 'salary.monthly', `Ghi chú${STEERING}`];
    const rows = [
      [`I${STEERING}`, `A${STEERING}`, 'male', '1966-01-15', 'civil-servant', 'auto', '2025-05-01', '2025-03-01', '22', '15000000', STEERING],
      ['J', `A${STEERING}`, `s${STEERING}`, `b${STEERING}`, `g${STEERING}`, 'auto', STEERING, '2025-03-01', `2${STEERING}`, '1', STEERING],
    ]; // prettier-ignore
    const table = [[...keys, ...more], ...rows];
    const csv = file(`list${STEERING.replace('\ud800', '')}.csv`, table.map(csvLine).join(''));
    const headless = file(
      'headless.csv',
      table.map((row) => csvLine(row.map((cell) => `${cell}${STEERING}`))).join(''),
    );
    const book = file('list.xlsx');
    const cells = table.map((row) => row.map((text) => ({ text: text.replace('\ud800', '') })));
    await saveBook(book, [{ name: 'Bảng\u202e1', widths: [], frozenRows: 1, rows: cells }]);
    const ndjson = file('list.ndjson', `{"id":${yaml(STEERING)},${yaml(STEERING)}:1}\n${yaml(STEERING)}\n`);
    for (const from of [csv, headless, book, ndjson]) {
      for (const to of ['csv', 'ndjson']) {
        const given = ['batch', from, '-o', '-', '--to', to, '--lang', lang];
        expectHarmless(await command(...given), given.join(' '));
        const written = file(`out.${to}`);
        expectHarmless(await command('batch', from, '-o', written, '--lang', lang), `${from} to a file`);
        if (to === 'ndjson' && from !== headless) expect(RAW.exec(readFileSync(written, 'utf8'))).toBeNull();
      }
    }
    for (const option of ['--sheet', '--unit', '--encoding', '--separator', '--law', '-o', '--from', '--threads'])
      expectHarmless(await command('batch', book, '-o', file('o.csv'), option, STEERING, '--lang', lang), option);
  });

  it('in the forms of an audit', async () => {
    const book = XLSX.read(readFileSync(`${FIXTURES}/irregular.xlsx`));
    for (const sheet of Object.values(book.Sheets))
      for (const cell of Object.values(sheet) as { t?: string; v?: unknown; w?: unknown; h?: unknown; r?: unknown }[])
        if (cell.t === 's') {
          cell.v = `${String(cell.v)}\u001b[31m\u202e\u0007`;
          for (const key of ['w', 'h', 'r'] as const) Reflect.deleteProperty(cell, key);
        }
    book.Sheets = Object.fromEntries(Object.entries(book.Sheets).map(([name, sheet]) => [`${name}\u202e`, sheet]));
    book.SheetNames = book.SheetNames.map((name) => `${name}\u202e`);
    const hostile = file(
      'audit\u202e\u001b[31m.xlsx',
      XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer,
    );
    const irregular = `${FIXTURES}/irregular.xlsx`;
    for (const format of ['table', 'md', 'html', 'json', 'ndjson'])
      expectHarmless(await command('audit', hostile, '--format', format, '--lang', lang), format);
    expectHarmless(await command('audit', hostile, '--propose-map', '--lang', lang), 'map');
    expectHarmless(await command('audit', hostile, '-o', file('marked.xlsx'), '--lang', lang), 'copy');
    const map = file('map.yaml', `sheets: [{sheet: ${yaml(STEERING)}, ${yaml(STEERING)}: 1, form: ${yaml(STEERING)}}]`);
    const broken = file('broken.yaml', `sheets: [${STEERING}`);
    for (const path of [map, broken, STEERING])
      expectHarmless(await command('audit', irregular, '--map', path, '--lang', lang), `map ${path}`);
  });

  it('in records', async () => {
    const found = calculate(CASE_C, { scheme: 'nd178' });
    if (!found.ok) throw new Error('refused');
    const result = found.value;
    const recorded = recordOf({ ...result, id: STEERING, case: { ...result.case, id: STEERING } });
    const record = { ...recorded, extra: { [STEERING]: STEERING } };
    const altered = { ...record, total: '1', route: STEERING, law: { ...record.law, acts: [STEERING] } };
    const unknown = { ...record, schema: STEERING };
    const records = file('r.ndjson', [record, altered, unknown, STEERING].map((one) => JSON.stringify(one)).join('\n'));
    for (const format of ['table', 'md', 'html', 'json', 'ndjson'])
      for (const more of [[], ['--unit', STEERING], ['--law', 'nd178@2025-07-01', '--unit', STEERING], ['--head', STEERING]])
        expectHarmless(await command('replay', records, '--format', format, '--lang', lang, ...more), `${format} ${more.join(' ')}`);
  }); // prettier-ignore
});

describe('what is shown instead', () => {
  it('is an escape that every console has; letters with their marks stay as they are', () => {
    const name = 'Nguyễn Thị Hường'.normalize('NFD');
    expect(visible(`${name}\u001b[2J\u202e\u{e0001}`)).toBe(`${name}\\u001b[2J\\u202e\\udb40\\udc01`);
    expect(printable('Hệ số\r\nlương\t(1)\rx')).toBe('Hệ số lương (1)\\u000dx');
    expect(visible('a\tb\r\nc\n')).toBe('a\tb\r\nc\n');
  });

  it('in JSON is the same value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const value = { [text]: [text, STEERING] };
        expect(JSON.parse(jsonText(value))).toEqual(value);
        expect(jsonText(value)).not.toMatch(RAW);
        expect(jsonText(value, 2)).not.toMatch(RAW);
      }),
    );
  });

  it('leaves no character of any plane', () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0x10ffff; code++) {
      const one = String.fromCodePoint(code);
      const steers = one === '\r' || RAW.test(one);
      if (steers === (visible(one) === one)) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it('lets through the colours of a layout and the status of a terminal only', () => {
    const said: string[] = [];
    const host = printing({
      out: (text) => said.push(text),
      err: (text) => said.push(text),
      read: () => '',
      env: {},
      asks: false,
      colour: true,
      progress: true,
    });
    host.out('\ufeffa\u001b[31m');
    host.out('\ufeff');
    host.styled('\u001b[31ma\u001b[5m\u001b[0m\u0007');
    host.status('3/4\u001b[2J');
    expect(said).toEqual([
      '\ufeffa\\u001b[31m',
      '\\ufeff',
      '\u001b[31ma\\u001b[5m\u001b[0m\\u0007',
      '\r\u001b[K3/4\\u001b[2J',
    ]);
  });
});
