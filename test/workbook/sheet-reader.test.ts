import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/workbook/limits.ts';
import { FileRefused } from '../../src/messages/refused.ts';
import { sheetRows } from '../../src/workbook/sheet.ts';
import type { SheetContext } from '../../src/workbook/stored-cell.ts';
import type { TableRow } from '../../src/table/cell.ts';

const context: SheetContext = {
  texts: ['Họ và tên', '', 'x < y', 'a', 'b'],
  styles: ['number', 'date', 'percent', 'time'],
  from1904: false,
  limits: { ...DEFAULT_LIMITS, columns: 30, cellChars: 8 },
};

const value = fc.constantFrom(
  '',
  '0',
  '1',
  '2',
  '4.65',
  '45778',
  'true',
  'a',
  ' hai  ba ',
  '_x0041_',
  'a&lt;b',
  'dài quá tám chữ',
);
const body = fc.oneof(
  value.map((text) => `<v>${text}</v>`),
  value.map((text) => `<is><t>${text}</t></is>`),
  value.map((text) => `<is><t xml:space="preserve">${text}</t></is>`),
  value.map((text) => `<is><t>${text}</t><rPh sb="0" eb="1"><t>đọc</t></rPh></is>`),
  value.map((text) => `<f>1+1</f><v>${text}</v>`),
  fc.constantFrom('', '<f>1+1</f>', '<v/>', '<v><![CDATA[7]]></v>', '<v>7', '<rPh>'),
);
const attribute = (name: string, ...values: readonly string[]) =>
  fc.constantFrom('', ...values.map((one) => ` ${name}="${one}"`));
const cell = fc
  .tuple(
    fc.constantFrom('A', 'B', 'D', 'AA', 'AZ', 'XFD', 'XFE', 'ZZZZ', 'b', 'C9'),
    attribute('s', '0', '1', '2', '3', '99'),
    attribute('t', 's', 'str', 'inlineStr', 'b', 'e', 'd', 'n'),
    body,
  )
  .map(([letters, style, type, inner]) => ({
    letters,
    xml: (row: number): string => `<c r="${letters}${row}"${style}${type}>${inner}</c>`,
  }));
const cells = fc.uniqueArray(cell, { maxLength: 6, selector: ({ letters }) => letters.toUpperCase() });

async function read(xml: string, pieceLength: number): Promise<TableRow[] | string> {
  async function* pieces(): AsyncGenerator<Uint8Array, void, undefined> {
    const bytes = Buffer.from(xml, 'utf8');
    for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength);
  }
  const rows: TableRow[] = [];
  try {
    for await (const some of sheetRows('sheet1.xml', pieces(), context)) rows.push(...some);
    return rows;
  } catch (error) {
    if (error instanceof FileRefused) return error.text('en');
    throw error;
  }
}

it('a cell reads the same in whatever way it is written, and wherever the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(cells, { maxLength: 3 }), fc.integer({ min: 1, max: 400 }), async (rows, length) => {
      const inner = rows
        .map((cells, at) => `<row r="${at + 1}">${cells.map(({ xml }) => xml(at + 1)).join('')}</row>`)
        .join('\n');
      const xml = `<worksheet><sheetData>${inner}</sheetData></worksheet>`;
      // A line break behind the name of a tag makes a cell unlike what most programs write.
      const unlike = xml.replaceAll('<c r=', '<c\nr=');
      const expected = await read(unlike, 1_000_000);
      expect(await read(xml, 1_000_000)).toEqual(expected);
      expect(await read(xml, length)).toEqual(expected);
    }),
    { numRuns: 400 },
  );
});

it('reads cells of both ways of writing', async () => {
  const plain = '<c r="B1" s="1"><v>45778</v></c><c r="C1" t="inlineStr"><is><t>ữ</t></is></c>';
  const rows = await read(`<worksheet><sheetData><row r="1">${plain}</row></sheetData></worksheet>`, 1_000_000);
  expect(rows).toEqual([{ row: 1, cells: [null, { kind: 'date', text: '2025-05-01' }, 'ữ'] }]);
});
