import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { openBytes } from '../../../cli/files/bytes.ts';
import { checkNdjson } from '../../../cli/batch/ndjson-input.ts';
import type { SheetPlan } from '../../../src/workbook/plan.ts';
import { saveBook } from '../../../cli/files/book-file.ts';
import { CASE_KEYS } from '../../../src/case/keys.ts';
import { builtinLaw } from '../../../src/law/builtin.ts';
import { csvLine, parseCsv } from '../../../src/table/csv.ts';
import { unmistakable } from '../../../src/case/spelling/numbers.ts';
import { keysOf } from '../../../src/table/scheme-keys.ts';
import { flatCase, nested } from '../../support/cases.ts';
import { command, testFolder } from '../../support/table.ts';

const file = testFolder();

interface Line {
  readonly schema: string;
  readonly case?: unknown;
  readonly total?: string;
  readonly extra?: Record<string, string>;
  readonly issues?: readonly { code: string; path: string; cell?: string }[];
  readonly receipt?: { readonly output: string; readonly input: string };
}

const lines = (path: string): Line[] =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

const keys = CASE_KEYS.map((key) => key.key);
const csvOf = (people: readonly Readonly<Record<string, string>>[]): string =>
  csvLine(keys) +
  people
    .map((flat) =>
      csvLine(keys.map((key) => (flat[key] === undefined ? null : numeric(key) ? unmistakable(flat[key]) : flat[key]))),
    )
    .join('');
const numeric = (key: string): boolean => key.startsWith('salary.');

async function convert(from: string, name: string, ...more: string[]): Promise<string> {
  const to = file(name);
  const { code, err } = await command('batch', from, '-o', to, '--quiet', ...more);
  expect([0, 4], err).toContain(code);
  return to;
}

describe('any format to any', () => {
  it('gives the same cases and results, and outputs can be read again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(flatCase, { minLength: 1, maxLength: 24 }), async (people) => {
        const ndjson = file('a.ndjson', people.map((flat) => JSON.stringify(nested(flat))).join('\n'));
        const csv = file('a.csv', csvOf(people));
        const wanted = lines(await convert(ndjson, 'wanted.ndjson')).map(core);
        expect(lines(await convert(csv, 'b.ndjson')).map(core)).toEqual(wanted);
        for (const from of [ndjson, csv]) {
          for (const format of ['csv', 'xlsx']) {
            const middle = await convert(from, `m.${format}`);
            expect(lines(await convert(middle, 'c.ndjson')).map(core)).toEqual(wanted);
            const again = await convert(middle, 'd.csv');
            expect(await results(again)).toEqual(await results(await convert(from, 'e.csv')));
          }
        }
      }),
      { numRuns: 5 },
    );
  });
});

/** What a line says, without its place: the same from any format. */
function core(line: Line): unknown {
  return line.receipt
    ? { receipt: line.receipt }
    : { codes: line.issues?.map(({ code, path }) => `${path} ${code}`).sort() };
}

async function results(path: string): Promise<(string | undefined)[][]> {
  const [head, ...rows] = parseCsv(readFileSync(path, 'utf8').slice(1), ',');
  const wanted = ['result.outcome', 'result.total', 'result.window'].map((id) => head?.cells.indexOf(id) ?? -1);
  return rows.map((row) => wanted.map((at) => row.cells[at]?.toString()));
}

const header =
  'Mã hồ sơ;Họ tên;Giới tính;Ngày sinh;Nhóm đối tượng;Chính sách;Ngày nghỉ;Ngày sắp xếp;Số năm BHXH;Hệ số lương;Công vụ;Đơn vị;Ghi chú';
const sample = [
  header,
  '1;A;nam;15/01/1966;công chức;nghỉ hưu trước tuổi;01/05/2025;01/03/2025;22;4,65;25%;Sở X;=1+1',
  '2;B;nữ;1972;viên chức;tự xác định;1/6/2025;1/3/2025;28;4,98;;Sở Y;',
  ';;;;;;;;;;;;',
  '3;C;nữ;1972;viên chức;tự xác định;6/2025;1/3/2025;28;4,98;25;Sở Y;',
].join('\n');

describe('nd178 batch', () => {
  it('keeps columns of one name apart in a record', async () => {
    const [heading = '', row = ''] = sample.split('\n');
    const twice = file('twice.csv', `${heading};Ghi chú;Lưu ý\n${row};hai;của tôi\n`);
    const { out } = await command('batch', twice, '-o', '-', '--to', 'ndjson');
    const { extra } = JSON.parse(out) as Line;
    expect(extra).toEqual({ 'Đơn vị': 'Sở X', 'Ghi chú': '=1+1', 'Ghi chú (2)': 'hai', 'Lưu ý': 'của tôi' });
  });

  it('tells who is worked out with a warning, by kind and by unit', async () => {
    const people = [
      ['A', '15356', '', 'Sở X'],
      ['B', '15356250', '', 'Sở X'],
      ['C', '15357', '', 'Sở Y'],
      // Refused, so that what is told of this one is no warning.
      ['D', '15358', 'discipline-or-inspection', 'Sở Y'],
    ];
    const rows = people.map(([id, salary, blocked, unit]) =>
      csvLine([
        ...[id ?? '', 'male', '1966-01-15', 'civil-servant', 'early-retirement', '2025-05-01', '2025-03-01'],
        ...[blocked ?? '', '22', salary ?? '', unit ?? '', 'có'],
      ]),
    );
    const headings = [
      ...['id', 'person.sex', 'person.birth', 'person.group', 'leaving.route', 'leaving.date'],
      ...[
        'leaving.reorganisation',
        'leaving.blocked',
        'insurance.years',
        'salary.monthly',
        'Đơn vị',
        'Chấp nhận số liệu bất thường',
      ],
    ];
    const from = file('warned.csv', csvLine(headings) + rows.join(''));
    const to = file('warned.xlsx');
    const { code, err } = await command('batch', from, '-o', to);
    expect(code).toBe(4);
    expect(err.split('\n').slice(-5)).toEqual([
      '4 hàng: 3 được hưởng, 0 không được hưởng, 1 từ chối.',
      '  Chưa xem xét cho nghỉ người đang trong thời gian xem xét kỷ luật, bị truy cứu trách nhiệm hình sự hoặc thanh tra, kiểm tra do có dấu hiệu vi phạm (blocked-discipline-or-inspection): 1 hàng, đầu tiên ở hàng 5',
      '2 hàng được tính nhưng có cảnh báo cần kiểm tra:',
      '  Số liệu bất thường được chấp nhận (implausible-accepted): 2 hàng, đầu tiên ở hàng 2',
      '',
    ]);
    const summary = (await readXlsx(readFileSync(to))).sheets.find(({ name }) => name === 'Tóm tắt');
    const warned = summary?.rows.filter(([, item]) => String(item).startsWith('Có cảnh báo'));
    expect(warned?.map(([unit, , count]) => [unit, count])).toEqual([
      ['Sở X', 1],
      ['Sở Y', 1],
      ['Toàn bộ', 2],
    ]);
  });

  it('refuses implausible rows and keeps them out of the sums', async () => {
    const headings = ['id', 'person.sex', 'person.birth', 'person.group', 'leaving.route', 'leaving.date'];
    const more = ['leaving.reorganisation', 'insurance.years', 'salary.coefficient', 'acceptImplausible'];
    const row = (id: string, coefficient: string, accept = ''): string =>
      csvLine([
        ...[id, 'male', '1966-01-15', 'civil-servant', 'early-retirement', '2025-05-01', '2025-03-01', '22'],
        ...[coefficient, accept],
      ]);
    const rows = [row('A', '465'), row('B', '4,65'), row('C', '10881000'), row('D', '4,65', 'có')];
    const from = file('slips.csv', csvLine([...headings, ...more]) + rows.join(''));
    const to = file('slips.ndjson');
    const { code } = await command('batch', from, '-o', to);
    expect(code).toBe(4);
    const lines = readFileSync(to, 'utf8').trimEnd().split('\n');
    const found = lines.map(
      (line) => JSON.parse(line) as { total?: string; issues?: { code: string; cell: string }[] },
    );
    expect(found.map(({ total, issues }) => total ?? issues?.map((one) => `${one.code} ${one.cell}`))).toEqual([
      ['implausible I2'],
      '527728500',
      ['implausible I4'],
      '527728500',
    ]);
  });

  it('says what was guessed, what became of the rows, and where the first fault of each kind is', async () => {
    const { code, out, err } = await command(
      'batch',
      file('s.csv', sample),
      '-o',
      '-',
      '--to',
      'ndjson',
      '--lang',
      'en',
    );
    expect(code).toBe(4);
    expect(out.trimEnd().split('\n')).toHaveLength(3);
    expect(err).toBe(
      [
        'Encoding: utf-8 (guessed).',
        'Separator: ";" (guessed).',
        'Columns not used: "Ghi chú".',
        '3 rows: 2 paid, 0 nothing, 1 refused.',
        '  Incomplete date (incomplete-date): 1 row, first at G5',
        '  Percent or ratio not clear (ambiguous-percent): 1 row, first at K5',
        '',
      ].join('\n'),
    );
    const [first, , third] = out.split('\n').map((line) => JSON.parse(line || '{}') as Line);
    expect(first?.extra).toEqual({ 'Đơn vị': 'Sở X', 'Ghi chú': '=1+1' });
    expect(third).toMatchObject({
      schema: 'nd178/refusal@1',
      id: '3',
      row: 5,
      file: 's.csv',
      issues: [{ cell: 'G5' }, { cell: 'K5' }],
    });
  });

  it('writes a workbook that another library reads: summary, results, checks, refused, law, seal', async () => {
    const to = await convert(file('s2.csv', sample), 's2.xlsx');
    const { sheets } = await readXlsx(readFileSync(to), { readStyles: true });
    expect(sheets.map((sheet) => sheet.name)).toEqual([
      ...['Tóm tắt', 'Kết quả', 'Cần kiểm tra trước khi ký', 'Từ chối', 'Căn cứ', 'Niêm phong'],
    ]);
    const [summary, results, , refused, law] = sheets;
    const at = (row: number, title: string): unknown => results?.rows[row]?.[results.rows[0]?.indexOf(title) ?? -1];
    expect(at(1, 'Ngày nghỉ')).toEqual(new Date('2025-05-01T00:00:00Z'));
    expect(at(1, 'Tổng số tiền')).toBe(659660625);
    expect(at(1, 'Ghi chú')).toBe('=1+1');
    expect(results?.rows[3]?.slice(0, 2)).toEqual(['C', 'Sở Y']);
    expect(at(3, 'Dòng trong tệp gốc')).toBe(5);
    expect([results?.rows[4]?.[0], at(4, 'Tổng số tiền')]).toEqual(['Tổng cộng', 1755061425]);
    expect(at(3, 'Kết quả')).toBe('từ chối');
    expect(results).toMatchObject({ freezePane: { rows: 1, columns: 2 }, pageSetup: { orientation: 'landscape' } });
    expect(refused?.rows.slice(1).map((row) => row.slice(0, 5))).toEqual([
      ['C', 'Sở Y', 5, 'G5', 'Ngày nghỉ'],
      ['C', 'Sở Y', 5, 'K5', 'Công vụ'],
    ]);
    expect(summary?.rows).toContainEqual(['Sở X', 'Dự toán kinh phí', 1, 659660625, 659.660625]);
    expect(summary?.rows).toContainEqual(['Toàn bộ', 'Dự toán kinh phí', 2, 1755061425, 1755.061425]);
    const version = law?.rows.find((row) => row.includes('nd178@2025-03-15'));
    expect(version?.at(-1)).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it.each([
    [['nowhere.csv', '-o', 'x.csv'], 3],
    [['in.doc', '-o', 'x.csv'], 3],
    [['IN', '-o', 'x.doc'], 3],
    [['IN', '-o', '-', '--to', 'xlsx'], 2],
    [['IN', '-o', '-', '--resume'], 3],
    [['IN', '-o', '-', '--max-ratio', '0'], 2],
    [['IN', '-o', '-', '--law', 'nope'], 2],
    [['IN', '-o', '-', '--interpret', 'a=b'], 2],
    [['IN', '-o', '-', '--unit', 'Phòng'], 3],
    [['IN', '-o', '-', '--encoding', 'utf-8', '--separator', ','], 3],
    [['IN'], 2],
  ])('%j ends with exit code %i', async (args, code) => {
    const input = file('codes.csv', sample);
    const result = await command('batch', ...args.map((arg) => (arg === 'IN' ? input : arg)));
    expect(result.code, result.err).toBe(code);
    expect(result.out).toBe('');
    expect(result.err).not.toMatch(/internal|Lỗi của chương trình/);
  });

  it('chains records and seals workbooks, and tells the head even when it is to be quiet', async () => {
    const from = file('chain.csv', sample);
    for (const [lang, says] of Object.entries({
      vi: 'bảng CSV không có gì để nối',
      en: 'a CSV table has nothing to link',
    })) {
      const { code, err } = await command('batch', from, '-o', file('x.csv'), '--chain', '--lang', lang);
      expect([code, existsSync(file('x.csv'))]).toEqual([2, false]);
      expect(err).toContain(says);
    }
    const book = file('sealed.xlsx');
    const told = await command('batch', from, '-o', book, '--chain', '--quiet', '--lang', 'en');
    const seal = /^Head of the seal: (sha256:[0-9a-f]{64})\n$/.exec(told.err)?.[1] ?? '';
    expect((await command('replay', book, '--head', seal, '--lang', 'en')).code).toBe(0);
    expect((await command('replay', book, '--head', `sha256:${'0'.repeat(64)}`, '--lang', 'en')).out).toContain(
      'is not the one that was kept',
    );
    const to = file('chained.ndjson');
    const { err } = await command('batch', from, '-o', to, '--chain', '--quiet', '--lang', 'en');
    expect(err).toMatch(/^Chain of 3 rows, head sha256:[0-9a-f]{64}\n$/);
    const replayed = await command('replay', to, '--head', err.trim().split(' ').at(-1) ?? '', '--lang', 'en');
    expect(replayed.code).toBe(0);
  });

  it('leaves an earlier output as it is when the input is refused', async () => {
    const to = file('kept.csv', 'before');
    expect((await command('batch', file('bad.csv', 'a,b\n'), '-o', to)).code).toBe(3);
    expect(readFileSync(to, 'utf8')).toBe('before');
  });

  it('names the limits in its help', async () => {
    const { out } = await command('batch', '--help');
    for (const flag of [
      '--max-file-mb',
      '--max-unpacked-mb',
      '--max-ratio',
      '--max-columns',
      '--max-merges',
      '--max-row-bytes',
      '--allow',
    ])
      expect(out).toContain(flag);
  });
});

const person = (id: string, name: string, note: string): string =>
  `${id};${name};nam;15/01/1966;công chức;nghỉ hưu trước tuổi;01/05/2025;01/03/2025;22;4,65;25%;Sở X;${note}`;

/** What became of a text of office files: exit code, ids and codes of faults in order, and what was said. */
async function outcomeOf(
  content: string | Buffer,
  ...more: string[]
): Promise<{ rows: unknown[]; err: string; code: number }> {
  const to = file('outcome.ndjson');
  const { code, err } = await command('batch', file('office.csv', content), '-o', to, '--lang', 'en', ...more);
  const read = code === 3 ? [] : lines(to);
  const rows = read.map((line) => (line as { id?: string }).id ?? line.issues?.map((issue) => issue.code).join());
  return { rows, err, code };
}

describe('text files of offices', () => {
  const many = (count: number): string[] => Array.from({ length: count }, (_, at) => person(`P${at}`, 'A', 'x'));

  it('a quote that is never closed loses its own row only', async () => {
    const ids = many(40).map((_, at) => `P${at}`);
    for (const rest of [many(40), [...many(39), person('P39', 'B', '"có, nháy"')]]) {
      const { code, rows, err } = await outcomeOf([header, person('open', 'A', '"mở'), ...rest].join('\n') + '\n');
      expect([code, rows]).toEqual([4, ['unclosed-quote', ...ids]]);
      expect(err).toContain('Quote never closed (unclosed-quote): 1 row, first at row 2');
    }
    const real = [header, person('two', 'A', '"dòng một\ndòng hai"'), person('next', '"A\nB"', ''), ...many(1)];
    expect(await outcomeOf(real.join('\n'))).toMatchObject({ code: 0, rows: ['two', 'next', 'P0'] });
  });

  it('rows that a quote swallowed, because another closes by chance, are told with their number', async () => {
    for (const end of ['\n', '\r\n']) {
      for (const between of [0, 1, 5]) {
        const text = [
          header,
          person('open', 'A', '"mở'),
          ...many(between),
          person('close', 'A', '24"'),
          person('next', 'A', ''),
        ];
        const { code, rows } = await outcomeOf(text.join(end) + end);
        expect([code, rows]).toEqual([4, ['unclosed-quote', 'next']]);
        expect(readFileSync(file('outcome.ndjson'), 'utf8')).toContain(`the next ${between + 1} lines`);
      }
    }
  });

  it('a broken character loses its row only, in every column and in NDJSON', async () => {
    const broken = (text: string): Buffer =>
      Buffer.from(Buffer.from(text).toString('latin1').replaceAll('@', '\u00c3'), 'latin1');
    const text = [
      header,
      ...many(2),
      person('name', 'Tr@n', ''),
      person('note', 'A', 'Qu@'),
      person('last', 'Đức', ''),
    ].join('\n');
    const { code, rows, err } = await outcomeOf(broken(text));
    expect([code, rows]).toEqual([4, ['P0', 'P1', 'name', 'note', 'last']]);
    expect(err).toContain('Encoding: utf-8 (guessed)');
    expect(err).toContain('Broken character (broken-character): 2 rows, first at B4');
    expect(lines(file('outcome.ndjson'))[3]).toMatchObject({ issues: [{ code: 'broken-character', cell: 'M5' }] });
    expect(lines(file('outcome.ndjson'))[4]?.case).toMatchObject({ person: { name: 'Đức' } });
    const ndjson = file('broken.ndjson', broken('{"id": "Đức"}\n{"id": "@ Đức"}\n'));
    const { out } = await command('batch', ndjson, '-o', '-');
    expect(out.split('\n').map((line) => /broken-character/.test(line))).toEqual([false, true, false]);
  });

  it('a header that is not found is told with its file and with what was guessed', async () => {
    const cases: [string | Buffer, string[]][] = [
      ['a;b\n1;2\n', ['office.csv: No header row', 'The separator ";" was guessed']],
      [Buffer.from('T\u00ean;N\u00e3m\n', 'latin1'), ['The encoding windows-1258 was guessed', '--encoding']],
      ['H\u00e4 v\u00b5 t\u00aan;Ng\u00b5y sinh\n', ['typed for the old font TCVN3 (ABC)', '--text-encoding tcvn3']],
      [
        Buffer.from('H\u00e4 v\u00b5 t\u00aan;Ng\u00b5y sinh\n', 'latin1'),
        ['office.csv: The text was typed for the old font TCVN3'],
      ],
    ];
    for (const [content, says] of cases) {
      const { code, err } = await outcomeOf(content);
      expect(code).toBe(3);
      for (const one of says) expect(err).toContain(one);
    }
    const named = await outcomeOf('a;b\n1;2\n', '--separator', ';', '--encoding', 'utf-8');
    expect(named.err).not.toContain('guessed');
    const book = await command(
      'batch',
      file('x.xlsx', 'no workbook'),
      '-o',
      file('y.csv'),
      '--sheet',
      'S',
      '--lang',
      'en',
    );
    expect(book).toMatchObject({ code: 3, err: expect.stringMatching(/^x\.xlsx, sheet "S": /) as string });
  });

  it('a workbook whose header is at fault is told with its sheet, where one sheet is meant', async () => {
    const sheet = (name: string, cells: string[]): SheetPlan => ({
      name,
      widths: [],
      frozenRows: 1,
      rows: [cells.map((text) => ({ text }))],
    });
    const [notes, more] = [sheet('Ghi chú', ['x']), sheet('Khác', ['y'])];
    for (const [sheets, starts] of [
      [[notes, sheet('Danh sách', ['Giới tính', 'Ngày sinh'])], 'book.xlsx, sheet "Danh sách": The header in row 1'],
      [[notes], 'book.xlsx, sheet "Ghi chú": No header row'],
      [[notes, more], 'book.xlsx: No header row'],
    ] as const) {
      await saveBook(file('book.xlsx'), sheets);
      const { code, err } = await command('batch', file('book.xlsx'), '-o', file('x.csv'), '--lang', 'en');
      expect([code, err.slice(0, starts.length)]).toEqual([3, starts]);
    }
  });

  it('a heading with many commas does not settle the separator', async () => {
    const commas = 'Chức vụ, đơn vị, phòng, ban, tổ, đội, nhóm, a, b, c, d, e, f, g';
    const text = `${header};${commas}\n${person('1', 'A', '')};Trưởng phòng, Sở X, a, b, c, d, e, f, g, h, j, k, l\n`;
    expect(await outcomeOf(text)).toMatchObject({ code: 0, rows: ['1'] });
  });

  it('an option that says nothing about the input is told', async () => {
    const { err } = await outcomeOf([header, ...many(1)].join('\n'), '--sheet', '1');
    expect(err).toContain('--sheet has no effect on CSV input.');
    const ndjson = await command(
      'batch',
      file('one.ndjson', '{}\n'),
      '-o',
      file('o.csv'),
      '--unit',
      'X',
      '--lang',
      'vi',
    );
    expect(ndjson.err).toContain('--unit không có tác dụng với tệp vào NDJSON.');
    const xlsx = file('one.xlsx');
    await command('template', '-o', xlsx, '--examples');
    const book = await command('batch', xlsx, '-o', file('o.csv'), '--encoding', 'utf-8', '--lang', 'en');
    expect(book).toMatchObject({
      code: 0,
      err: expect.stringContaining('--encoding has no effect on XLSX input.') as string,
    });
  });

  it('standard input that does not look like NDJSON has to be named', async () => {
    const stdin = (text: string) =>
      openBytes(
        '-',
        (async function* () {
          yield Buffer.from(text);
        })(),
      );
    for (const text of [header, '\ufeffa,b', '[{}]', 'PK\u0003'])
      await expect(async () => checkNdjson(await stdin(text)), text).rejects.toMatchObject({ code: 'format-of-stdin' });
    for (const text of ['{"id": 1}\n', '\ufeff\n {}', '']) checkNdjson(await stdin(text));
  });
});

describe('nd178 template', () => {
  it.each(['vi', 'en'])('%s: the workbook and its twin are read back as the same people', async (lang) => {
    const xlsx = file(`m-${lang}.xlsx`);
    const csv = file(`m-${lang}.csv`);
    for (const path of [xlsx, csv])
      expect(await command('template', '-o', path, '--examples', '--lang', lang)).toMatchObject({ code: 0 });
    const [one, two] = [
      lines(await convert(xlsx, 'x.ndjson', '--lang', lang)),
      lines(await convert(csv, 'y.ndjson', '--lang', lang)),
    ];
    expect(one.map((line) => line.total)).toEqual(['744778125', '1043107065']);
    expect(two.map((line) => line.receipt)).toEqual(one.map((line) => line.receipt));
  });

  it('has notes, drop-down lists and a guide', async () => {
    const path = file('notes.xlsx');
    await command('template', '-o', path);
    const { sheets } = await readXlsx(readFileSync(path), { readStyles: true });
    expect(sheets.map((sheet) => sheet.name)).toEqual(['Hồ sơ', 'Hướng dẫn', 'Danh mục']);
    const [cases, guide] = sheets;
    const keys = keysOf(builtinLaw(), 'nd178');
    expect(keys.length).toBeGreaterThan(35);
    expect(cases?.rows[0]).toEqual(expect.arrayContaining(keys.map((key) => key.title.vi)));
    expect(cases?.dataValidations?.filter((rule) => rule.type === 'list').length).toBeGreaterThanOrEqual(8);
    expect(guide?.rows.flat()).toEqual(expect.arrayContaining(keys.map((key) => key.key)));
    expect(cases?.cells?.get('0,3')?.comment?.text).toContain('Bắt buộc');
  });

  it('is a workbook or CSV, and nothing else under such a name', async () => {
    for (const [args, says] of [
      [['-o', file('t.ndjson')], 'none in NDJSON'],
      [['-o', file('t.jsonl')], 'none in NDJSON'],
      [['-o', '-', '--to', 'xlsx'], 'cannot be shown on a terminal'],
    ] as const) {
      const { code, out, err } = await command('template', ...args, '--lang', 'en');
      expect([code, out, err]).toEqual([2, '', expect.stringContaining(says)]);
    }
    expect(existsSync(file('t.ndjson'))).toBe(false);
    expect((await command('template', '-o', '-', '--to', 'csv')).out).toMatch(/^\ufeff/);
    expect(await command('template', '-o', file('t.ndjson'), '--to', 'csv')).toMatchObject({ code: 0 });
  });

  it('is refused as an input while it is empty of people', async () => {
    const path = file('void.xlsx');
    await command('template', '-o', path);
    const to = file('void.csv');
    expect(await command('batch', path, '-o', to, '--quiet')).toMatchObject({ code: 0 });
    expect(existsSync(to)).toBe(true);
  });
});
