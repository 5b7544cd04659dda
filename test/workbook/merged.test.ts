import { readFileSync } from 'node:fs';
import * as sheetjs from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBytes } from '../../cli/files/bytes.ts';
import { DEFAULT_LIMITS } from '../../src/workbook/limits.ts';
import { openSource } from '../../src/list/source.ts';
import { sourceOf } from '../../src/workbook/bytes.ts';
import { openXlsx } from '../../src/workbook/open.ts';
import { readMerges } from '../../src/workbook/merges.ts';
import { bookParts, command, testFolder, zip } from '../support/table.ts';

/** A workbook stores the value of merged cells in the first of them: what do the others say? */

const file = testFolder();

const HEADINGS = [
  ...['Đơn vị', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Nhóm đối tượng', 'Chính sách', 'Ngày nghỉ', 'Ngày sắp xếp'],
  ...['Số năm BHXH', 'Hệ số lương', 'Phụ cấp chức vụ', 'Phụ cấp công vụ', 'Quyết định', 'Số tiền cũ'],
];
const at = (heading: string): number => HEADINGS.indexOf(heading);

type Value = string | number | null;

const person = (name: string, more: Readonly<Record<string, Value>> = {}): Value[] =>
  HEADINGS.map((heading) => {
    const plain: Readonly<Record<string, Value>> = {
      'Đơn vị': 'Sở X',
      'Họ và tên': name,
      'Giới tính': 'nam',
      'Ngày sinh': '15/01/1966',
      'Nhóm đối tượng': 'công chức',
      'Chính sách': 'nghỉ hưu trước tuổi',
      'Ngày nghỉ': '01/05/2025',
      'Ngày sắp xếp': '01/03/2025',
      'Số năm BHXH': 22,
      'Hệ số lương': 4.65,
    };
    return heading in more ? (more[heading] ?? null) : (plain[heading] ?? null);
  });

/** The same person with nothing under some headings, as cells below merged ones are. */
const without = (name: string, ...headings: readonly string[]): Value[] =>
  person(name, Object.fromEntries(headings.map((heading) => [heading, null])));

function book(name: string, rows: readonly (readonly Value[])[], ...merges: readonly string[]): string {
  const sheet = sheetjs.utils.aoa_to_sheet(rows.map((row) => [...row]));
  sheet['!merges'] = merges.map((one) => sheetjs.utils.decode_range(one));
  const made = { SheetNames: ['S'], Sheets: { S: sheet } };
  return file(name, sheetjs.write(made, { type: 'buffer', bookType: 'xlsx', compression: true }) as Uint8Array);
}

interface Line {
  readonly total?: string;
  readonly case?: Readonly<Record<string, unknown>>;
  readonly extra?: Readonly<Record<string, string>>;
  readonly issues?: readonly { readonly code: string; readonly cell?: string; readonly message: string }[];
}

async function lines(path: string, lang = 'vi'): Promise<{ lines: Line[]; err: string }> {
  const { out, err } = await command('batch', path, '-o', '-', '--to', 'ndjson', '--lang', lang);
  return {
    lines: out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line),
    err,
  };
}

const faults = ({ issues = [] }: Line) => issues.map(({ code, cell }) => `${cell ?? ''} ${code}`);

describe('cells merged over the rows of several people', () => {
  it('say of each of them what a decision says of several people', async () => {
    const shared = ['Đơn vị', 'Nhóm đối tượng', 'Chính sách', 'Ngày nghỉ', 'Ngày sắp xếp', 'Quyết định'];
    const first = person('A', { 'Quyết định': '12/QĐ' });
    const merges = shared.map((heading) => {
      const column = sheetjs.utils.encode_col(at(heading));
      return `${column}2:${column}4`;
    });
    const rows = [HEADINGS, first, without('B', ...shared), without('C', ...shared), person('D')];
    const merged = await lines(book('shared.xlsx', rows, ...merges));
    const plain = await lines(book('plain.xlsx', [HEADINGS, first, ...['B', 'C'].map((name) => person(name))]));
    expect(merged.lines.map(({ total }) => total)).toEqual(Array(4).fill(plain.lines[1]?.total));
    expect(merged.lines[2]?.case).toEqual({ ...plain.lines[2]?.case });
    const extra = { 'Đơn vị': 'Sở X', 'Quyết định': '12/QĐ', 'Số tiền cũ': '' };
    expect(merged.lines.map((line) => line.extra)).toEqual([extra, extra, extra, { ...extra, 'Quyết định': '' }]);
    const told = shared.slice(1, -1).map((heading) => `"${heading}"`);
    const note = merged.err.split('\n').find((line) => line.startsWith('Ô gộp qua nhiều hàng'));
    for (const heading of [...told, '"Đơn vị"']) expect(note).toContain(heading);
    expect(note).not.toContain('Quyết định');
    expect(plain.err).not.toContain('Ô gộp qua');
    // Without the merge the same cells are missing.
    expect((await lines(book('gone.xlsx', rows))).lines[1]?.total).toBeUndefined();
  });

  it.each([
    ['Họ và tên', 'X'],
    ['Giới tính', 'nam'],
    ['Ngày sinh', '15/01/1966'],
    ['Số năm BHXH', 22],
    ['Hệ số lương', 4.65],
    ['Phụ cấp chức vụ', 0.6],
    ['Phụ cấp công vụ', '25%'],
  ])('are refused under %s, which is of one person', async (heading, value) => {
    const column = sheetjs.utils.encode_col(at(heading));
    const rows = [HEADINGS, person('A', { [heading]: value }), without('B', heading), without('C', heading)];
    for (const [lang, says] of [
      ['vi', 'Bỏ gộp'],
      ['en', 'Unmerge'],
    ] as const) {
      const { lines: got, err } = await lines(book('one.xlsx', rows, `${column}2:${column}3`), lang);
      expect(got[0]?.total).toBeDefined();
      expect(faults(got[1] as Line)).toEqual([`${column}3 merged-cell`]);
      expect(got[1]?.issues?.[0]?.message).toContain(`[${column}2:${column}3]`);
      expect(got[1]?.issues?.[0]?.message).toContain(says);
      expect(faults(got[2] as Line)).not.toContain(`${column}4 merged-cell`);
      expect(err).not.toContain(lang === 'vi' ? 'Ô gộp qua' : 'Cells merged over');
    }
  });

  it('stay refused when the output is read again, corrected elsewhere or not', async () => {
    const column = sheetjs.utils.encode_col(at('Phụ cấp chức vụ'));
    const rows = [HEADINGS, person('A', { 'Phụ cấp chức vụ': 0.6 }), without('B', 'Phụ cấp chức vụ')];
    for (const to of ['xlsx', 'csv']) {
      const out = file(`again.${to}`);
      await command('batch', book('again-in.xlsx', rows, `${column}2:${column}3`), '-o', out);
      const { lines: got } = await lines(out);
      expect([got[0]?.total === undefined, got[1]?.total === undefined]).toEqual([false, true]);
    }
  });

  it('are copied under a column of ones own, but for a number, which would count twice', async () => {
    const [text, number] = ['Quyết định', 'Số tiền cũ'].map((heading) => sheetjs.utils.encode_col(at(heading)));
    const rows = [HEADINGS, person('A', { 'Quyết định': 'QĐ', 'Số tiền cũ': 5 }), person('B')];
    const { lines: got } = await lines(
      book('own.xlsx', rows, `${text ?? ''}2:${text ?? ''}3`, `${number ?? ''}2:${number ?? ''}3`),
    );
    expect(got[1]?.extra).toEqual({ 'Đơn vị': 'Sở X', 'Quyết định': 'QĐ', 'Số tiền cũ': '' });
  });

  it('say nothing where they are blank, of headings between people, and of rows below them', async () => {
    const date = sheetjs.utils.encode_col(at('Ngày nghỉ'));
    const between = HEADINGS.map((_, index) => (index === 0 ? 'II. SỞ Y' : null));
    const rows = [HEADINGS, person('A'), between, without('B', 'Ngày nghỉ'), without('C', 'Ngày nghỉ')];
    const { lines: got } = await lines(book('between.xlsx', rows, `${date}2:${date}4`, 'A3:F3', 'A2:A2'));
    expect(got.map((line) => (line.total === undefined ? faults(line) : 'paid'))).toEqual([
      'paid',
      'paid',
      [`${date}5 missing`],
    ]);
    const blank = [HEADINGS, person('A'), person('B')];
    const allowance = sheetjs.utils.encode_col(at('Phụ cấp chức vụ'));
    const none = await lines(book('blank.xlsx', blank, `${allowance}2:${allowance}3`));
    expect(none.lines.map(({ total }) => total === undefined)).toEqual([false, false]);
  });

  it('are refused where two columns of a row are merged and the second is a key', async () => {
    const [from, to] = [at('Hệ số lương'), at('Phụ cấp chức vụ')].map((index) => sheetjs.utils.encode_col(index));
    const { lines: got } = await lines(book('across.xlsx', [HEADINGS, person('A')], `${from ?? ''}2:${to ?? ''}2`));
    expect(faults(got[0] as Line)).toEqual([`${to ?? ''}2 merged-cell`]);
  });

  it('may keep what stood in them: the same is fine, anything else is refused', async () => {
    const column = sheetjs.utils.encode_col(at('Ngày nghỉ'));
    const rows = [HEADINGS, person('A'), person('B'), person('C', { 'Ngày nghỉ': '01/09/2025' })];
    const { lines: got } = await lines(book('hidden.xlsx', rows, `${column}2:${column}4`));
    expect(got.map((line) => faults(line))).toEqual([[], [], [`${column}4 merged-cell`]]);
  });

  it('leave a name over two columns, and cells merged with the header, as they are', async () => {
    const wide = (row: readonly Value[]): Value[] => [row[0] ?? null, row[1] ?? null, null, ...row.slice(2)];
    const rows = [wide(HEADINGS), wide(person('A')), wide(person('B'))];
    const { lines: got } = await lines(book('name.xlsx', rows, 'B1:C1', 'B2:C2', 'A1:A2'));
    expect(got.map(({ total }) => total === undefined)).toEqual([false, false]);
  });

  it('are known wherever a resumed run goes on', async () => {
    const rows = [HEADINGS, person('A'), ...Array.from({ length: 1200 }, (_, n) => without(`B${n}`, 'Ngày nghỉ'))];
    const column = sheetjs.utils.encode_col(at('Ngày nghỉ'));
    const path = book('long.xlsx', rows, `${column}2:${column}${rows.length}`);
    const source = await openSource(await openBytes(path), {
      ...{ place: {}, format: 'xlsx', lang: 'vi', limits: DEFAULT_LIMITS, allow: [] },
      isOutput: () => false,
    });
    const dates = [];
    for await (const some of source.rows())
      dates.push(...some.filter(({ row }) => row >= 900).map(({ cells }) => cells[at('Ngày nghỉ')]));
    expect(dates).toEqual(Array(rows.length - 899).fill('01/05/2025'));
  });
});

describe('the list of merged cells', () => {
  const list = '<mergeCells count="2"><mergeCell ref="A2:A4"/><mergeCell ref="$C$5:B2"/></mergeCells>';
  const areas = [
    { top: 2, left: 0, bottom: 4, right: 0 },
    { top: 2, left: 1, bottom: 5, right: 2 },
  ];
  const cell = '<c r="A1" t="inlineStr"><is><t>mergeCells &lt;mergeCells&gt;</t></is></c>';
  const sheet = (merges: string): string =>
    `<worksheet><sheetData><row r="1">${cell}</row></sheetData>${merges}<pageMargins/></worksheet>`;
  const read = (bytes: Buffer, size: number) =>
    readMerges(
      'sheet1.xml',
      (async function* () {
        for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
      })(),
      DEFAULT_LIMITS.merges,
    );

  it('is found wherever the bytes are cut, under a prefix and in UTF-16', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 700 }), fc.nat(300), async (size, pad) => {
        const xml = ' '.repeat(pad) + sheet(list);
        expect(await read(Buffer.from(xml), size)).toEqual(areas);
        expect(await read(Buffer.from(xml.replaceAll('merge', 'x:merge')), size)).toEqual(areas);
        expect(await read(Buffer.from(sheet('')), size)).toEqual([]);
      }),
      { numRuns: 100 },
    );
    expect(await read(Buffer.from('\ufeff' + sheet(list), 'utf16le'), 64)).toEqual(areas);
  });

  it('is read from a workbook, and refused by name where it has no end', async () => {
    const data = zip(bookParts(sheet(list)));
    expect(await (await openXlsx(sourceOf(data))).merges('S')).toEqual(areas);
    const many = `<mergeCells>${'<mergeCell ref="A2:A3"/>'.repeat(100_001)}</mergeCells>`;
    await expect(read(Buffer.from(sheet(many)), 1 << 20)).rejects.toMatchObject({ code: 'too-many-merges' });
  });

  it('of the merged headings of a real file changes nothing', async () => {
    const data = readFileSync(new URL('fixtures/merged-header.xlsx', import.meta.url));
    const book = await openXlsx(sourceOf(data));
    expect((await book.merges(book.sheets[0] ?? '')).length).toBeGreaterThan(0);
  });
});
