import { readFileSync } from 'node:fs';
import * as sheetjs from '@e965/xlsx';
import fc from 'fast-check';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { formatKind } from '../../src/workbook/parts.ts';
import { saveBook } from '../../cli/files/book-file.ts';
import { escapeXml } from '../../src/workbook/cell-text.ts';
import { scanPart } from '../../src/workbook/xml.ts';
import type { SheetCell, SheetPlan } from '../../src/workbook/plan.ts';
import { bookParts, rowsOf, sheetOf, testFolder, zip } from '../support/table.ts';

const file = testFolder();
const plan = (rows: SheetPlan['rows'], more: Partial<SheetPlan> = {}): SheetPlan => ({
  name: 'Trang 1',
  widths: [10, 10, 10],
  frozenRows: 1,
  filterRow: 1,
  rows,
  ...more,
});

async function saved(name: string, ...sheets: readonly SheetPlan[]): Promise<Buffer> {
  const path = file(name);
  await saveBook(path, sheets);
  return readFileSync(path);
}

describe('reading workbooks of others', () => {
  const day = (text: string) => ({ kind: 'date', text });

  it('made by hucre: texts, numbers, dates, truth values, gaps', async () => {
    const data = await writeXlsx({
      sheets: [
        { name: 'A', rows: [['Họ', 4.65, true, null, new Date('2025-05-01T00:00:00Z')], [], [null, 'x & <y>']] },
      ],
    });
    expect(await rowsOf(data)).toEqual([
      { row: 1, cells: ['Họ', { kind: 'number', value: 4.65, percent: false }, true, null, day('2025-05-01')] },
      { row: 3, cells: [null, 'x & <y>'] },
    ]);
  });

  it('made by SheetJS: number formats, formulas with and without a value, errors', async () => {
    const sheet: sheetjs.WorkSheet = {
      '!ref': 'A1:F1',
      A1: { t: 'n', v: 0.25, z: '0%' },
      B1: { t: 'n', v: 45778, z: 'dd/mm/yyyy' },
      C1: { t: 'n', v: 4.65, f: '4+0.65' },
      D1: { t: 'e', v: 0x17 },
      E1: { t: 'n', v: 45778 },
      F1: { t: 's', v: 'rich' },
    };
    const data = sheetjs.write(
      { SheetNames: ['S'], Sheets: { S: sheet } },
      { type: 'buffer', bookType: 'xlsx' },
    ) as Buffer;
    const [row] = await rowsOf(data);
    expect(row?.cells).toEqual([
      { kind: 'number', value: 0.25, percent: true },
      day('2025-05-01'),
      { kind: 'number', value: 4.65, percent: false },
      { kind: 'faulty', fault: 'cell-error', text: '#REF!' },
      { kind: 'number', value: 45778, percent: false },
      'rich',
    ]);
  });

  it('made by LibreOffice: merged headings, dates, per cents, computed formulas', async () => {
    const rows = await rowsOf(readFileSync(new URL('fixtures/merged-header.xlsx', import.meta.url)));
    expect(rows.map((row) => row.row)).toEqual([1, 3, 4, 5, 6, 7]);
    expect(rows[4]?.cells.slice(3)).toEqual([
      day('1966-01-15'),
      'công chức',
      'Nghỉ hưu trước tuổi',
      day('2025-05-01'),
      '01/03/2025',
      { kind: 'number', value: 22, percent: false },
      { kind: 'number', value: 0, percent: false },
      { kind: 'number', value: 4.65, percent: false },
      { kind: 'number', value: 0.25, percent: true },
    ]);
  });

  it('with formulas never computed, days from 1904, prefixes, single quotes, cells without names', async () => {
    const sheet = `<?xml version="1.0"?><!-- c --><x:worksheet xmlns:x='u'><x:sheetData><x:row><x:c><x:f>1+1</x:f></x:c><x:c t='inlineStr'><x:is><x:r><x:t>a </x:t></x:r><x:r><x:t>&lt;b&#62;_x0041_</x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:is></x:c><x:c t="str"><x:f>"a&gt;b"</x:f><x:v><![CDATA[<c>]]></x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(await rowsOf(zip(bookParts(sheet)))).toEqual([
      { row: 1, cells: [{ kind: 'faulty', fault: 'formula-without-value', text: '' }, 'a <b>A', '<c>'] },
    ]);
  });

  it.each([
    [14, undefined, 'date'],
    [9, undefined, 'percent'],
    [20, undefined, 'time'],
    [0, undefined, 'number'],
    [164, 'dd/mm/yyyy', 'date'],
    [164, '[$-42A]"ngày" d" tháng "m" năm "yyyy', 'date'],
    [164, 'mmm-yy', 'date'],
    [164, 'hh:mm', 'time'],
    [164, '0.00%', 'percent'],
    [164, '#,##0" đ"', 'number'],
    [164, 'General', 'number'],
    [164, '#,##0_);[Red](#,##0)', 'number'],
    [164, '"25%" 0', 'number'],
  ])('the number format %i %s shows a %s', (id, code, kind) => expect(formatKind(id, code)).toBe(kind));
});

describe('writing workbooks', () => {
  const rows: SheetCell[][] = [
    [
      { text: 'Họ', style: 'heading' },
      { text: 'Tiền', style: 'heading' },
      { text: 'Ngày', style: 'heading' },
    ],
    [{ text: '=1+1 & <x>\u0001_x0041_' }, { number: '744778125', style: 'dong' }, { date: '2025-05-01' }],
    [null, { number: '0.25', style: 'percent' }],
  ];

  it('is read back by another library: real numbers and dates, frozen header, filter, print set-up', async () => {
    const data = await saved('a.xlsx', plan(rows, { widths: [20, 15, 12] }));
    const { sheets } = await readXlsx(data, { readStyles: true });
    expect(sheets[0]?.rows.slice(1)).toEqual([
      ['=1+1 & <x>\u0001_x0041_', 744778125, new Date('2025-05-01T00:00:00Z')],
      [null, 0.25, null],
    ]);
    expect(sheets[0]).toMatchObject({ name: 'Trang 1', freezePane: { rows: 1 }, autoFilter: { range: 'A1:C3' } });
    expect(sheets[0]?.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1 });
    const other = sheetjs.read(data, { cellDates: true, cellNF: true });
    expect(other.Sheets['Trang 1']).toMatchObject({
      B2: { t: 'n', v: 744778125, z: '[$-42A]#,##0' },
      B3: { z: '0.00%' },
    });
  });

  it('is read back by our own reader', async () => {
    expect(await rowsOf(await saved('b.xlsx', plan(rows)))).toMatchObject([
      { row: 1 },
      { row: 2, cells: ['=1+1 & <x>\u0001_x0041_', { value: 744778125 }, { kind: 'date', text: '2025-05-01' }] },
      { row: 3, cells: [null, { value: 0.25, percent: true }] },
    ]);
  });

  it('keeps any text', async () => {
    const text = fc.string({
      unit: fc.constantFrom(
        'a',
        '&',
        '<',
        '"',
        "'",
        '_x000D_',
        '_',
        'x0041_',
        '\r',
        '\n',
        '\t',
        ' ',
        '\u0000',
        '\u001f',
        'ữ',
        '😀',
        ']]>',
      ),
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
        const data = await saved('c.xlsx', plan(texts.map((one) => [{ text: one }])));
        expect((await rowsOf(data)).map((row) => row.cells[0])).toEqual(texts);
      }),
      { numRuns: 50 },
    );
  });

  it('gives the same bytes for the same sheets', async () => {
    expect((await saved('d1.xlsx', plan(rows))).equals(await saved('d2.xlsx', plan(rows)))).toBe(true);
  });

  it('makes well-formed XML of anything', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
        let seen = '';
        const bytes = (async function* () {
          yield Buffer.from(`<t>${escapeXml(text)}</t>`);
        })();
        await scanPart('t', bytes, { open: () => undefined, text: (piece) => (seen += piece) });
        expect(seen.length).toBeGreaterThanOrEqual(text === '' ? 0 : 1);
      }),
    );
  });
});

it('cuts XML anywhere', async () => {
  const xml = Buffer.from(
    sheetOf('<row r="1"><c r="A1" t="inlineStr"><is><t>a &amp; ữ</t></is></c><c r="C1"><v>1.5</v></c></row>'),
  );
  for (const size of [1, 2, 3, 7]) {
    const seen: string[] = [];
    const bytes = (async function* () {
      for (let at = 0; at < xml.length; at += size) yield xml.subarray(at, at + size);
    })();
    await scanPart('s', bytes, {
      open: (name, attributes) =>
        seen.push([name, ...Object.entries(attributes).map(([key, value]) => `${key}="${value}"`)].join(' ')),
      text: (text) => seen.push(text),
      close: (name) => seen.push('/' + name),
    });
    expect(seen.join('|')).toBe(
      'worksheet|sheetData|row r="1"|c r="A1" t="inlineStr"|is|t|a & ữ|/t|/is|/c|c r="C1"|v|1.5|/v|/c|/row|/sheetData|/worksheet',
    );
  }
});
