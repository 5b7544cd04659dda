import { existsSync, readFileSync } from 'node:fs';
import * as sheetjs from '@e965/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { FileRefused } from '../../src/messages/refused.ts';
import type { SheetPlan } from '../../src/workbook/plan.ts';
import { markBook } from '../../cli/files/book-file.ts';
import type { WorkbookEdits } from '../../src/workbook/mark/workbook.ts';
import { rowsOf, testFolder, zip } from '../support/table.ts';
import { edited, fixture, handMade, MAIN, partsOf, read } from './fixtures-edit/workbook.ts';

const file = testFolder();
const FORM = fixture('form-i1.xlsx');
const SHEET = 'PL I.1';

type Mark = WorkbookEdits['marks'][number];
const mark = (cell: string, declared: string, computed: string, kind: Mark['kind'] = 'wrong'): Mark => ({
  sheet: SHEET,
  cell,
  declared,
  computed,
  kind,
});
const wrongs: SheetPlan = {
  name: 'Danh sách sai',
  widths: [12, 40, 18],
  frozenRows: 1,
  filterRow: 1,
  notes: [['A1', 'Ô của bảng khai']],
  rows: [
    [
      { text: 'Ô', style: 'heading' },
      { text: 'Lỗi', style: 'heading' },
      { text: 'Chênh lệch', style: 'heading' },
    ],
    [{ text: 'N8' }, { text: 'Sai hệ số', style: 'long' }, { number: '7290000', style: 'dong' }],
  ],
};
const edits: WorkbookEdits = {
  marks: [
    mark('N8', '72.900.000', '65.610.000'),
    mark('X8', '807.975.000', '800.685.000', 'follow-on'),
    mark('T9', '247.500.000', '242.550.000'),
    mark('V10', '', '86.000.000'),
    mark('J12', '14.100.000', '', 'unchecked'),
  ],
  remarks: [
    { sheet: SHEET, row: 8, text: 'Cột 13: 0,9 × 24.300.000 × 3 = 65.610.000 đồng; khai thừa 7.290.000 đồng.' },
    { sheet: SHEET, row: 9, text: 'Cột 18 và 19: tính lại 242.550.000 đồng.' },
    { sheet: SHEET, row: 9, text: 'Kiểm tra lại tháng nhập ngũ.' },
  ],
  remarkHeading: 'Ý kiến kiểm tra',
  sheets: [wrongs],
  links: [{ sheet: 'Danh sách sai', cell: 'A2', toSheet: SHEET, toCell: 'N8' }],
};

describe('a form made by LibreOffice', () => {
  it('shows the declared amount struck through above the computed one, in the look of the cell', async () => {
    const { book, parts } = await edited(file, FORM, edits);
    const sheet = book.Sheets[SHEET]!;
    expect(sheet.N8.v).toBe('72.900.000\n65.610.000');
    expect(cellXml(parts, 'N8')).toMatch(
      / t="inlineStr"><is><r><rPr><strike\/><sz val="[\d.]+"\/><color rgb="FFFF0000"\/><rFont val="Times New Roman"\/>.*?<\/rPr><t xml:space="preserve">72\.900\.000\n<\/t><\/r><r><rPr><b\/>.*65\.610\.000<\/t><\/r><\/is><\/c>$/s,
    );
    expect(cellXml(parts, 'X8')).toMatch(/<strike\/>.*FFBC7F4C.*807\.975\.000.*<b\/>.*800\.685\.000/s);
    // A blank cell that should hold an amount shows the amount alone.
    expect(sheet.V10.v).toBe('86.000.000');
    // Wrapped, to the right as the number stood, in the borders and the number format of the form.
    const style = styleOf(parts, 'N8');
    expect(style).toMatch(
      /<alignment [^>]*vertical="center"[^>]*wrapText="1"|<alignment [^>]*wrapText="1"[^>]*vertical="center"/,
    );
    expect(style).toContain('horizontal="right"');
    const before = styleOf(await partsOf(FORM), 'N8');
    for (const name of ['numFmtId', 'fontId', 'fillId', 'borderId', 'xfId'])
      expect(attributeOf(style, name)).toBe(attributeOf(before, name));
  });

  it('writes into the first cell of a merged range', async () => {
    const { book } = await edited(file, FORM, edits);
    expect(book.Sheets[SHEET]!.S9.v).toBe('247.500.000\n242.550.000');
    expect(book.Sheets[SHEET]!.T9?.v).toBeUndefined();
  });

  it('leaves a cell that was not checked its value, on a light fill', async () => {
    const { book, parts } = await edited(file, FORM, edits);
    expect(book.Sheets[SHEET]!.J12).toMatchObject({ t: 'n', v: 14100000 });
    const fill = attributeOf(styleOf(parts, 'J12'), 'fillId');
    const fills = [...parts.get('xl/styles.xml')!.matchAll(/<fill>.*?<\/fill>/gs)];
    expect(fills[Number(fill)]?.[0]).toContain('FFFFF2CC');
  });

  it('puts remarks into a new column and a heading above the first', async () => {
    const { book, parts } = await edited(file, FORM, edits);
    const sheet = book.Sheets[SHEET]!;
    expect(sheet.Z7.v).toBe('Ý kiến kiểm tra');
    expect(sheet.Z8.v).toContain('khai thừa 7.290.000 đồng');
    expect(sheet.Z9.v).toBe('Cột 18 và 19: tính lại 242.550.000 đồng.\nKiểm tra lại tháng nhập ngũ.');
    expect(sheet['!cols']?.[25]?.width).toBe(60);
    expect(sheet['!ref']).toBe('A1:Z13');
    expect(parts.get('xl/workbook.xml')).toContain(`>'PL I.1'!$A$1:$Z$13</definedName>`);
  });

  it('makes a row of fixed height high enough, and no other', async () => {
    const { parts } = await edited(file, FORM, edits);
    const rows = rowHeights(parts.get('xl/worksheets/sheet1.xml')!);
    const before = rowHeights((await partsOf(FORM)).get('xl/worksheets/sheet1.xml')!);
    expect(rows.get(9)).toBeGreaterThan(2 * 15);
    expect(before.get(9)).toBeLessThan(18);
    for (const row of [1, 2, 4, 5, 6, 11, 12, 13]) expect(rows.get(row), `row ${row}`).toBe(before.get(row));
  });

  it('keeps everything else: cells, formulas, merges, widths, comments, other parts', async () => {
    const { book, parts } = await edited(file, FORM, edits);
    const [old, now] = [read(FORM), book];
    const touched = new Set(['N8', 'X8', 'S9', 'V10', 'J12', 'Z7', 'Z8', 'Z9', '!ref', '!cols', '!rows']);
    for (const [name, cell] of Object.entries(old.Sheets[SHEET]!)) {
      if (!touched.has(name)) expect(plain(now.Sheets[SHEET]![name]), name).toEqual(plain(cell));
    }
    expect(now.Sheets[SHEET]!['!cols']!.slice(0, 25)).toEqual(old.Sheets[SHEET]!['!cols']!.slice(0, 25));
    const source = await partsOf(FORM);
    const changed = [...source].filter(([name, text]) => parts.get(name) !== text).map(([name]) => name);
    expect(changed.sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    // Of the changed parts nothing is lost either.
    for (const piece of source.get('xl/styles.xml')!.match(/<xf [^>]*>.*?<\/xf>/gs) ?? [])
      expect(parts.get('xl/styles.xml')).toContain(piece);
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain(tail(source.get('xl/worksheets/sheet1.xml')!));
  });

  it('appends sheets with their own looks, notes and links, under names of their own', async () => {
    const twin = { ...wrongs, name: SHEET.toLowerCase(), notes: [], rows: [[{ text: 'x' }]] };
    const { book, parts, data } = await edited(file, FORM, { ...edits, sheets: [wrongs, twin] });
    expect(book.SheetNames).toEqual([SHEET, "Tổng hợp B's", 'Danh sách sai', 'pl i.1 (2)']);
    const sheet = book.Sheets['Danh sách sai']!;
    expect(sheet.C2).toMatchObject({ t: 'n', v: 7290000, z: '#,##0' });
    expect(sheet.A2.l).toMatchObject({ Target: "#'PL I.1'!N8" });
    expect(sheet.A1.c?.[0]?.t).toContain('Ô của bảng khai');
    expect(book.Workbook?.Names?.find(({ Sheet, Name }) => Sheet === 2 && Name === '_xlnm.Print_Titles')?.Ref).toBe(
      "'Danh sách sai'!$1:$1",
    );
    expect([...parts.keys()]).toContain('xl/worksheets/sheet3.xml');
    expect((await rowsOf(data, 'Danh sách sai'))[1]?.cells).toEqual([
      'N8',
      'Sai hệ số',
      { kind: 'number', value: 7290000, percent: false },
    ]);
  });

  it('gives the same bytes for the same edits, never touches the source, and can be edited again', async () => {
    const first = await edited(file, FORM, edits);
    const second = await edited(file, FORM, edits);
    expect(first.data.equals(second.data)).toBe(true);
    expect(readFileSync(file('source.xlsx')).equals(FORM)).toBe(true);
    expect(existsSync(`${file('edited.xlsx')}.nd178-part`)).toBe(false);
    const again = await edited(file, first.data, edits);
    expect(again.book.Sheets[SHEET]!.AA8.v).toBe(again.book.Sheets[SHEET]!.Z8.v);
    expect(again.book.SheetNames).toEqual([SHEET, "Tổng hợp B's", 'Danh sách sai', 'Danh sách sai (2)']);
  });

  it('without edits is the same workbook, byte for byte in its parts', async () => {
    const { parts } = await edited(file, FORM, {});
    expect([...parts]).toEqual([...(await partsOf(FORM))]);
  });
});

describe('workbooks of libraries', () => {
  it('made by SheetJS', async () => {
    const sheet = sheetjs.utils.aoa_to_sheet([
      ['Họ và tên', 'Số tiền'],
      ['Trần Văn Thử', 100],
      ['Lê Thị Ví Dụ', 200],
    ]);
    sheet.B4 = { t: 'n', v: 300, f: 'SUM(B2:B3)' };
    sheet['!ref'] = 'A1:B4';
    sheet['!merges'] = [sheetjs.utils.decode_range('A4:A5')];
    const source = sheetjs.write(
      { SheetNames: ["Đơn vị 'A' & B".normalize('NFD')], Sheets: { ["Đơn vị 'A' & B".normalize('NFD')]: sheet } },
      { type: 'buffer', bookType: 'xlsx' },
    ) as Buffer;
    const name = "Đơn vị 'A' & B".normalize('NFC');
    const { book } = await edited(file, source, {
      marks: [{ sheet: name, cell: '$b$2', declared: '100', computed: '90', kind: 'wrong' }],
      remarks: [{ sheet: name, row: 2, text: '<sai> & "thừa"' }],
      sheets: [{ ...wrongs, notes: [] }],
      links: [
        { sheet: 'Danh sách sai', cell: 'A2', toSheet: name, toCell: 'B2' },
        { sheet: name, cell: 'A2', toSheet: 'Danh sách sai', toCell: 'A2' },
        { sheet: name, cell: 'B2', toSheet: 'Danh sách sai', toCell: 'A2' },
      ],
    });
    const now = book.Sheets[book.SheetNames[0]!]!;
    expect(now.B2.v).toBe('100\n90');
    expect(now.B4).toMatchObject({ v: 300, f: 'SUM(B2:B3)' });
    expect(now.C2.v).toBe('<sai> & "thừa"');
    expect(now.C1.v).toBe('Ý kiến');
    expect(now['!merges']).toEqual(sheet['!merges']);
    expect(book.Sheets['Danh sách sai']!.A2.l?.Target).toBe("#'Đơn vị ''A'' & B'!B2");
    expect(now.A2.l?.Target).toBe("#'Danh sách sai'!A2");
    // Two amounts in one cell and a link on it do not go together in every program.
    expect(now.B2.l).toBeUndefined();
  });

  it('made by hucre, with frozen panes and validation', async () => {
    const source = Buffer.from(
      await writeXlsx({
        sheets: [
          {
            name: 'A',
            freezePane: { rows: 1 },
            columns: [{ width: 30 }, { width: 9 }],
            rows: [['Họ', 4.65, true, null, new Date('2025-05-01T00:00:00Z')], [], [null, 'x & <y>']],
          },
        ],
      }),
    );
    const { book, parts, data } = await edited(file, source, {
      marks: [
        { sheet: 'A', cell: 'C1', declared: 'TRUE', computed: 'FALSE', kind: 'wrong' },
        { sheet: 'A', cell: 'D2', declared: '', computed: '5', kind: 'wrong' },
        { sheet: 'A', cell: 'B5', declared: '', computed: '', kind: 'unchecked' },
      ],
    });
    expect(book.Sheets.A).toMatchObject({ C1: { v: 'TRUE\nFALSE' }, D2: { v: '5' } });
    expect(parts.get('xl/worksheets/sheet1.xml')).toMatch(/<pane [^>]*ySplit="1"/);
    expect((await rowsOf(data, 'A'))[0]?.cells).toEqual([
      'Họ',
      { kind: 'number', value: 4.65, percent: false },
      'TRUE\nFALSE',
      null,
      { kind: 'date', text: '2025-05-01' },
    ]);
  });
});

describe('is refused', () => {
  const sheet = `<worksheet ${MAIN}><sheetData/></worksheet>`;
  const run = async (source: Uint8Array, more: Partial<WorkbookEdits> = {}): Promise<unknown> => {
    try {
      await edited(file, source, { ...edits, ...more });
    } catch (error) {
      return error instanceof FileRefused ? error.code : error;
    }
    return 'edited';
  };

  it('what the reader refuses', async () => {
    expect(await run(Buffer.from('d0cf11e0a1b11ae1' + '00'.repeat(600), 'hex'))).toBe('encrypted-workbook');
    expect(await run(Buffer.from('no workbook at all, only text'))).toBe('not-a-workbook');
    expect(await run(zip([{ name: 'a.txt', text: 'a' }]))).toBe('not-a-workbook');
    const macros = handMade({ sheet, more: [['vbaProject.bin', 'vbaProject', 'application/x', 'x']] });
    expect(await run(macros)).toBe('has-macros');
    const { parts } = await edited(file, macros, {}, { allow: ['macros'] });
    expect(parts.get('xl/vbaProject.bin')).toBe('x');
    const one = { marks: [{ ...mark('A1', '1', '2'), sheet: 'S' }], remarks: [], sheets: [], links: [] };
    const broken = [
      '<worksheet><sheetData><row r="1">',
      '<!DOCTYPE a><worksheet/>',
      '<a>'.repeat(200),
      '<a></b>',
      '<a',
    ];
    const codes = await Promise.all(broken.map(async (text) => run(handMade({ sheet: text }), one)).slice(0, 1));
    for (const text of broken.slice(1)) codes.push(await run(handMade({ sheet: text }), one));
    expect(codes).toEqual(['damaged-workbook', 'has-dtd', 'nested-too-deep', 'damaged-workbook', 'damaged-workbook']);
  });

  it('a copy onto itself, a missing file, a sheet or cell that is not there', async () => {
    const path = file('self.xlsx', FORM);
    await expect(markBook(path, path, edits)).rejects.toMatchObject({ code: 'same-file' });
    await expect(markBook(file('none.xlsx'), path, edits)).rejects.toMatchObject({ code: 'not-found' });
    expect(readFileSync(path).equals(FORM)).toBe(true);
    expect(await run(FORM, { marks: [{ ...mark('A1', '1', '2'), sheet: 'Không có' }] })).toBeInstanceOf(RangeError);
    expect(await run(FORM, { marks: [mark('A1:B2', '1', '2')] })).toBeInstanceOf(RangeError);
    expect(await run(FORM, { remarks: [{ sheet: SHEET, row: 0, text: 'x' }] })).toBeInstanceOf(RangeError);
    expect(await run(FORM, { links: [{ sheet: SHEET, cell: 'A1', toSheet: 'x', toCell: 'A1' }] })).toBeInstanceOf(
      RangeError,
    );
  });
});

/** The style of a cell in the style sheet. */
function styleOf(parts: ReadonlyMap<string, string>, cell: string): string {
  const number = new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(parts.get('xl/worksheets/sheet1.xml')!)?.[1];
  const list = /<cellXfs.*<\/cellXfs>/s.exec(parts.get('xl/styles.xml')!)?.[0] ?? '';
  return [...list.matchAll(/<xf .*?(?:<\/xf>|\/>(?!<))/gs)][Number(number)]?.[0] ?? '';
}

/** A cell of the first sheet as it is written. */
function cellXml(parts: ReadonlyMap<string, string>, cell: string): string {
  return new RegExp(`<c r="${cell}".*?</c>`, 's').exec(parts.get('xl/worksheets/sheet1.xml')!)?.[0] ?? '';
}

function attributeOf(xml: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(xml)?.[1];
}

function rowHeights(xml: string): Map<number, number> {
  const rows = [...xml.matchAll(/<row ([^>]*)>/g)].map(([, text = '']) => text);
  return new Map(rows.map((row) => [Number(attributeOf(row, 'r')), Number(attributeOf(row, 'ht'))]));
}

function plain(cell: unknown): unknown {
  return JSON.parse(JSON.stringify(cell ?? null));
}

/** What stands behind the rows of a sheet. */
function tail(xml: string): string {
  return xml.slice(xml.indexOf('</sheetData>'));
}
