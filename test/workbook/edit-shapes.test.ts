import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sheetName } from '../../src/workbook/mark/book.ts';
import { lineCount } from '../../src/workbook/mark/fit.ts';
import { parseXml, withAttributes } from '../../src/workbook/mark/xml.ts';
import type { SheetPlan } from '../../src/workbook/plan.ts';
import { rowsOf, testFolder } from '../support/table.ts';
import { edited, handMade, MAIN, partsOf, read } from './fixtures-edit/workbook.ts';

const file = testFolder();
const mark = (cell: string, declared = '1', computed = '2') => ({
  sheet: 'S',
  cell,
  declared,
  computed,
  kind: 'wrong' as const,
});
const sheetXml = (rows: string, before = '', behind = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet ${MAIN}>${before}<sheetData>${rows}</sheetData>${behind}</worksheet>`;
const extra: SheetPlan = { name: 'Thêm', widths: [20], frozenRows: 0, rows: [[{ text: 'a', style: 'heading' }]] };

async function sheetAfter(source: Buffer, ...marks: readonly ReturnType<typeof mark>[]): Promise<string> {
  return (await edited(file, source, { marks })).parts.get('xl/worksheets/sheet1.xml')!;
}

describe('cells and rows that are not there yet', () => {
  it('come in their order', async () => {
    const source = handMade({
      sheet: sheetXml(
        '<row r="2" spans="2:4"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="5"/><row r="7"><c r="A7"><v>1</v></c></row>',
      ),
    });
    const marks = ['A1', 'A2', 'C2', 'E2', 'B3', 'A3', 'A5', 'C8', 'A9'].map((cell) => mark(cell));
    const xml = await sheetAfter(source, ...marks.reverse());
    expect([...xml.matchAll(/<c r="(\w+)"/g)].map(([, cell]) => cell)).toEqual([
      ...['A1', 'A2', 'B2', 'C2', 'D2', 'E2', 'A3', 'B3', 'A5', 'A7', 'C8', 'A9'],
    ]);
    expect([...xml.matchAll(/<row r="(\d+)"/g)].map(([, row]) => Number(row))).toEqual([1, 2, 3, 5, 7, 8, 9]);
    expect(xml).not.toContain('spans');
  });

  it.each([
    `<worksheet ${MAIN}/>`,
    `<worksheet ${MAIN}><sheetData/></worksheet>`,
    `<worksheet ${MAIN}><cols><col min="1" max="3" width="8"/></cols></worksheet>`,
  ])('also where there is no row at all: %s', async (sheet) => {
    const { book } = await edited(file, handMade({ sheet }), {
      marks: [mark('B2')],
      remarks: [{ sheet: 'S', row: 2, text: 'x' }],
    });
    expect(book.Sheets.S).toMatchObject({ B2: { v: '1\n2' }, C1: { v: 'Ý kiến' }, C2: { v: 'x' } });
  });

  it('take over the style of their row or column', async () => {
    const styles = `<styleSheet ${MAIN}><fonts><font><sz val="12"/></font></fonts><fills/><borders/><cellXfs><xf fontId="0"/><xf fontId="0" numFmtId="3"/><xf fontId="0" numFmtId="4"/></cellXfs></styleSheet>`;
    const source = handMade({
      styles,
      sheet: sheetXml('<row r="1" s="2" customFormat="1"/>', '<cols><col min="2" max="9" width="8" style="1"/></cols>'),
    });
    const { parts } = await edited(file, source, {
      marks: [mark('C1'), mark('C2'), { ...mark('A9'), kind: 'unchecked' as never }],
    });
    const xfs = [...parts.get('xl/styles.xml')!.matchAll(/<xf [^>]*>/g)].map(([xf]) => xf);
    const styleOf = (cell: string) =>
      xfs[Number(new RegExp(`r="${cell}" s="(\\d+)"`).exec(parts.get('xl/worksheets/sheet1.xml')!)?.[1])];
    expect(styleOf('C1')).toContain('numFmtId="4"');
    expect(styleOf('C2')).toContain('numFmtId="3"');
    expect(styleOf('A9')).toContain('applyFill="1"');
  });
});

describe('odd shapes', () => {
  it('prefixes, single quotes, no names of cells, cut text, comments, absolute targets, another folder', async () => {
    const sheet = `<?xml version='1.0'?><!-- <c r="A1"> --><x:worksheet xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><x:sheetData><x:row><x:c><x:v>7</x:v></x:c><x:c t='inlineStr'><x:is><x:t>a&gt;b</x:t></x:is></x:c><x:c t="str"><x:f>"a&gt;b"</x:f><x:v><![CDATA[<q>]]></x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const styles = `<x:styleSheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:fonts count="1"><x:font><x:sz val="13"/><x:name val="Arial"/></x:font></x:fonts><x:cellXfs count="1"><x:xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></x:cellXfs></x:styleSheet>`;
    const source = handMade({ sheet, styles, folder: 'book/', absolute: true });
    const { data, parts } = await edited(file, source, {
      marks: [mark('B1', 'a>b', 'c<d')],
      remarks: [{ sheet: 'S', row: 1, text: 'sai' }],
      sheets: [extra],
      links: [{ sheet: 'S', cell: 'A1', toSheet: 'Thêm', toCell: 'A1' }],
    });
    expect(await rowsOf(data)).toEqual([
      { row: 1, cells: [{ kind: 'number', value: 7, percent: false }, 'a>b\nc<d', '<q>', 'sai'] },
    ]);
    const xml = parts.get('book/worksheets/sheet1.xml')!;
    expect(xml).toContain('<x:rFont val="Arial"/>');
    expect(xml).toContain(`<x:hyperlinks><x:hyperlink ref="A1" location="'Thêm'!A1"/></x:hyperlinks>`);
    expect(xml.replace(/<!--.*?-->/, '')).not.toMatch(/<\/?(?:c|is|r|t|row|cols|col)[ >]/);
    expect([...parts.keys()]).toContain('book/worksheets/sheet2.xml');
    expect(await rowsOf(data, 'Thêm')).toEqual([{ row: 1, cells: ['a'] }]);
    expect(parts.get('book/styles.xml')).toMatch(/<x:borders count="\d"><x:border>/);
  });

  it('without a style sheet gets one', async () => {
    const { book, parts } = await edited(
      file,
      handMade({ sheet: sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>') }),
      {
        marks: [mark('A1')],
        sheets: [extra],
      },
    );
    expect(parts.get('xl/styles.xml')).toMatch(/<fonts.*<fills.*<borders.*<cellXfs/s);
    expect(parts.get('[Content_Types].xml')).toContain('/xl/styles.xml');
    expect(book.Sheets.S!.A1.v).toBe('1\n2');
    expect(book.SheetNames).toEqual(['S', 'Thêm']);
  });

  it('days from 1904, and texts never shared before, stay as they are', async () => {
    const workbook = `<workbook ${MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr date1904="1"/><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`;
    const styles = `<styleSheet ${MAIN}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`;
    const source = handMade({
      workbook,
      styles,
      sheet: sheetXml('<row r="1"><c r="A1" s="1"><v>44317</v></c><c r="B1"><v>3</v></c></row>'),
    });
    const { data } = await edited(file, source, { marks: [mark('B1')] });
    expect((await rowsOf(data))[0]?.cells).toEqual([{ kind: 'date', text: '2025-05-02' }, '1\n2']);
  });

  it('parts stored, parts with their sizes behind them, UTF-16, the strict form', async () => {
    const sheet = sheetXml('<row r="1"><c r="A1" t="str"><v>Lê Thị Ví Dụ</v></c></row>').replace('UTF-8', 'UTF-16');
    const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    const workbook = `<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:d="${strict}"><sheets><sheet name="S" sheetId="1" d:id="rId1"/></sheets></workbook>`;
    const parts = await partsOf(handMade({ sheet: '<worksheet/>', workbook }));
    const source = streamedZip(
      [...parts].map(([name, text]) => [name, name.endsWith('sheet1.xml') ? utf16(sheet) : Buffer.from(text)]),
    );
    const after = await edited(file, source, { marks: [mark('B1')], sheets: [extra] });
    expect((await rowsOf(after.data))[0]?.cells).toEqual(['Lê Thị Ví Dụ', '1\n2']);
    expect(after.parts.get('xl/worksheets/sheet1.xml')).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>/);
    expect(after.parts.get('xl/worksheets/sheet2.xml')).toContain(
      'xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"',
    );
    expect(after.parts.get('xl/workbook.xml')).toMatch(/<sheet name="Thêm" sheetId="2" d:id="rId2"\/>/);
    expect(after.parts.get('xl/_rels/workbook.xml.rels')).toContain(`${strict}/worksheet`);
  });

  it('keeps what stands on the cell besides its value', async () => {
    const sheet = sheetXml(
      '<row r="1"><c r="A1" t="s" vm="1"><v>0</v><extLst><ext/></extLst></c></row>',
      '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>',
      '<sheetProtection sheet="1"/><mergeCells count="1"><mergeCell ref="A3:XFD3"/></mergeCells><conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>A1&gt;1</formula></cfRule></conditionalFormatting><hyperlinks><hyperlink ref="A1" location="S!A9"/></hyperlinks><pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/>',
    );
    const { parts } = await edited(file, handMade({ sheet }), {
      marks: [mark('A1')],
      remarks: [{ sheet: 'S', row: 1, text: 'x' }],
      links: [
        { sheet: 'S', cell: 'A1', toSheet: 'S', toCell: 'A2' },
        { sheet: 'S', cell: 'B9', toSheet: 'S', toCell: 'A2' },
      ],
    });
    const xml = parts.get('xl/worksheets/sheet1.xml')!;
    expect(xml).toContain(
      '<hyperlinks><hyperlink ref="A1" location="S!A9"/><hyperlink ref="B9" location="\'S\'!A2"/></hyperlinks>',
    );
    expect(xml.slice(xml.indexOf('</sheetData>'), xml.indexOf('<hyperlinks'))).toBe(
      sheet.slice(sheet.indexOf('</sheetData>'), sheet.indexOf('<hyperlinks')),
    );
    expect(xml).toMatch(/<\/sheetViews><cols><col min="2" max="2" width="60" customWidth="1"\/><\/cols><sheetData>/);
  });
});

describe('the remark column', () => {
  const remarks = [{ sheet: 'S', row: 2, text: 'sai' }];

  it('takes its width out of a range of columns', async () => {
    const sheet = sheetXml(
      '<row r="2"><c r="B2"><v>1</v></c></row>',
      '<cols><col min="1" max="5" width="8" hidden="1" style="3"/><col min="9" max="9" width="2"/></cols>',
    );
    const xml = (await edited(file, handMade({ sheet }), { remarks })).parts.get('xl/worksheets/sheet1.xml')!;
    expect(xml).toContain(
      '<cols><col min="1" max="2" width="8" hidden="1" style="3"/><col min="3" max="3" width="60" style="3" customWidth="1"/><col min="4" max="5" width="8" hidden="1" style="3"/><col min="9" max="9" width="2"/></cols>',
    );
  });

  it('stands beyond merged titles, but not beyond cells that are only drawn', async () => {
    const merged = sheetXml(
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row>',
      '',
      '<mergeCells><mergeCell ref="A1:F1"/></mergeCells>',
    );
    const { book } = await edited(file, handMade({ sheet: merged }), { remarks });
    expect(book.Sheets.S!.G2.v).toBe('sai');
  });

  it('has no heading above the first row, and finds a place in a sheet that is used to its end', async () => {
    const full = sheetXml('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>');
    const { book } = await edited(file, handMade({ sheet: full }), { remarks: [{ sheet: 'S', row: 1, text: 'x' }] });
    expect(book.Sheets.S!.XFC1.v).toBe('x');
  });
});

describe('small helpers', () => {
  it('names of sheets', () => {
    expect(sheetName('Tổng hợp', ['tổng hợp'.normalize('NFD'), 'TỔNG HỢP (2)'])).toBe('Tổng hợp (3)');
    expect(sheetName("'[a]:*?/\\b'", [])).toBe('a      b');
    expect(sheetName('', [])).toBe('Sheet');
    expect(sheetName('x'.repeat(40), [])).toHaveLength(31);
    expect(sheetName('x'.repeat(40), ['x'.repeat(31)])).toBe(`${'x'.repeat(27)} (2)`);
    expect(sheetName('😀'.repeat(20), [])).toBe('😀'.repeat(15));
  });

  it('attributes, texts and lines', () => {
    expect(withAttributes({ a: '1', b: '2>', 'x:a': '3' }, { a: '"', b: undefined, c: '4' })).toBe(
      ` a="&quot;" x:a="3" c="4"`,
    );
    expect(withAttributes(parseXml('p', `<x a='"&#10;' b = '&lt;&amp;amp;'/>`).attributes)).toBe(
      ' a="&quot;&#10;" b="&lt;&amp;amp;"',
    );
    expect(parseXml('p', '<f>a&amp;<![CDATA[&amp;<c>]]><!-- x -->&#7919;</f>').text).toBe('a&&amp;<c>ữ');
    expect([lineCount('', 5), lineCount('a b c d e f', 5), lineCount('123456789', 5), lineCount('a\n\nb', 5)]).toEqual([
      1, 2, 2, 3,
    ]);
  });

  it('reads what it wrote', () => expect(read(handMade({ sheet: sheetXml('') })).SheetNames).toEqual(['S']));
});

function utf16(text: string): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
}

/** A zip file as a program writes it that cannot go back: sizes stand behind each part; the first part is stored. */
function streamedZip(parts: readonly (readonly [string, Buffer])[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [at, [name, bytes]] of parts.entries()) {
    const method = at === 0 ? 0 : 8;
    const packed = method === 0 ? bytes : deflateRawSync(bytes);
    const sums = Buffer.alloc(12);
    sums.writeUInt32LE(crc32(bytes), 0);
    sums.writeUInt32LE(packed.length, 4);
    sums.writeUInt32LE(bytes.length, 8);
    const head = Buffer.alloc(10);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(method === 0 ? 0 : 8, 2);
    head.writeUInt16LE(method, 4);
    const names = Buffer.alloc(4);
    names.writeUInt16LE(name.length, 0);
    const behind = method === 0 ? Buffer.alloc(0) : Buffer.concat([Buffer.from('PK\u0007\u0008'), sums]);
    const known = method === 0 ? sums : Buffer.alloc(12);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, known, names, Buffer.from(name), packed, behind]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(
      Buffer.concat([
        Buffer.from('PK\u0001\u0002\u0014\u0000'),
        head,
        sums,
        names.subarray(0, 2),

        Buffer.alloc(2),
        tail,
        Buffer.from(name),
      ]),
    );
    pieces.push(local);
    offset += local.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...pieces, ...directory, Buffer.from('PK\u0005\u0006'), end]);
}
