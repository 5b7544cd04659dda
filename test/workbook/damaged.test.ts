import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FileRefused } from '../../src/messages/refused.ts';
import { sourceOf } from '../../src/workbook/bytes.ts';
import { openXlsx } from '../../src/workbook/open.ts';
import { bookParts, rowsOf, sheetOf, zip, type Part } from '../support/table.ts';

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const STYLES = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs></styleSheet>';

/** The parts of a workbook with three shared texts and two styles around the rows of one sheet. */
function parts(rows: string, stored = false): Part[] {
  const texts = '<sst><si><t>first</t></si><si><t>second</t></si><si><t>third</t></si></sst>';
  const more = [
    { name: 'xl/sharedStrings.xml', text: texts },
    { name: 'xl/styles.xml', text: STYLES },
  ];
  return bookParts(sheetOf(rows), more).map((part) =>
    part.name.endsWith('workbook.xml.rels')
      ? { ...part, stored, text: withRelations(String(part.text), ['r2', 'sharedStrings'], ['r3', 'styles']) }
      : { ...part, stored },
  );
}

function withRelations(text: string, ...list: (readonly [id: string, name: string])[]): string {
  const made = list.map(([id, name]) => `<Relationship Id="${id}" Type="${RELATION}/${name}" Target="${name}.xml"/>`);
  return text.replace('</R', `${made.join('')}</R`);
}

function withText(list: readonly Part[], name: string, change: (text: string) => string): Part[] {
  return list.map((part) => (part.name === name ? { ...part, text: change(String(part.text)) } : part));
}

/** What is told of a workbook that is refused; its rows as JSON where it is read. */
async function told(file: Uint8Array): Promise<string> {
  try {
    return JSON.stringify(await rowsOf(file));
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    expect(error.code).toBe('damaged-workbook');
    expect(error.text('vi')).toContain('hỏng');
    return error.text('en');
  }
}

const GOOD = '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" s="1"><v>0.25</v></c></row>';

describe('what a cell says and no cell can is a damage, told with part and cell', () => {
  it('the workbook itself is read', async () => {
    expect(await told(zip(parts(GOOD)))).toContain('"second"');
  });

  it.each([
    ['a text beyond the last', '<c r="A2" t="s"><v>3</v></c>', 'the cell A2 names a text "3"'],
    ['a text before the first', '<c r="A2" t="s"><v>-1</v></c>', 'the cell A2 names a text "-1"'],
    ['minus the first text', '<c r="A2" t="s"><v>-0</v></c>', 'the cell A2 names a text "-0"'],
    ['a text of no number', '<c r="A2" t="s"><v>one</v></c>', 'the cell A2 names a text "one"'],
    ['a text of a space', '<c r="A2" t="s"><v> </v></c>', 'the cell A2 names a text " "'],
    ['a text in hexadecimal', '<c r="A2" t="s"><v>0x1</v></c>', 'the cell A2 names a text "0x1"'],
    ['half a text', '<c r="A2" t="s"><v>1.5</v></c>', 'the cell A2 names a text "1.5"'],
    ['a text with an exponent', '<c r="A2" t="s"><v>1e0</v></c>', 'the cell A2 names a text "1e0"'],
    ['the number of a text in place of it', '<c r="A2" t="s"><is><t>1</t></is></c>', 'the cell A2 has a text'],
    ['a style beyond the last', '<c r="A2" s="2"><v>1</v></c>', 'the cell A2 names a style "2"'],
    ['a style of no number', '<c r="A2" s="x"><v>1</v></c>', 'the cell A2 names a style "x"'],
    ['a number in hexadecimal', '<c r="A2"><v>0x10</v></c>', 'the cell A2 holds "0x10", which is no number'],
    ['a number of a space', '<c r="A2"><v> </v></c>', 'the cell A2 holds " ", which is no number'],
    ['no number', '<c r="A2"><v>NaN</v></c>', 'the cell A2 holds "NaN", which is no number'],
    ['a number without end', '<c r="A2"><v>Infinity</v></c>', 'the cell A2 holds "Infinity", which is no number'],
    ['two numbers', '<c r="A2"><v>1 2</v></c>', 'the cell A2 holds "1 2", which is no number'],
    ['a truth value that is none', '<c r="A2" t="b"><v>2</v></c>', 'the cell A2 holds "2", which is no truth'],
    ['a type that is none', '<c r="A2" t="S"><v>1</v></c>', 'the cell A2 is of a type "S"'],
    ['a cell of another row', '<c r="A3"><v>1</v></c>', 'the cell "A3" is none of row 2'],
    ['a cell of a row that is no number', '<c r="A2x"><v>1</v></c>', 'the cell "A2x" is none of row 2'],
    ['a cell without a row', '<c r="A"><v>1</v></c>', 'the cell "A" is none of row 2'],
    ['a cell in a cell', '<c r="A2"><c r="B2"><v>1</v></c></c>', 'a cell inside of A2'],
    ['a row in a row', '<row r="3"><c r="A3"><v>1</v></c></row>', 'a row inside of row 2'],
    ['a cell twice', '<c r="A2"><v>1</v></c><c r="a2"><v>2</v></c>', 'the cell A2 stands twice'],
  ])('%s', async (_, cells, what) => {
    const message = await told(zip(parts(`${GOOD}<row r="2">${cells}</row>`)));
    expect(message).toContain(`xl/worksheets/sheet1.xml: ${what}`);
  });

  it.each([
    ['a row twice', '<row r="1"/>', 'the row "1"'],
    ['a row of no number', '<row r="2.0"/>', 'the row "2.0"'],
    ['a row in hexadecimal', '<row r="0x2"/>', 'the row "0x2"'],
    ['a row beyond the last', '<row r="1048577"/>', 'the row "1048577"'],
    ['a cell outside of rows', '<c r="A2"><v>1</v></c>', 'a cell outside of the rows'],
    ['a second table', '</sheetData><sheetData><row r="2"/>', 'two lists of rows'],
  ])('%s', async (_, rows, what) => {
    expect(await told(zip(parts(GOOD + rows)))).toContain(`xl/worksheets/sheet1.xml: ${what}`);
  });

  it('a merged range that is none', async () => {
    const sheet = `<worksheet><sheetData>${GOOD}</sheetData><mergeCells><mergeCell ref="A1:"/></mergeCells></worksheet>`;
    const book = await openXlsx(sourceOf(zip(withText(parts(''), 'xl/worksheets/sheet1.xml', () => sheet))));
    await expect(book.merges('S')).rejects.toMatchObject({
      code: 'damaged-workbook',
      params: { why: { en: 'the merged range "A1:" is none' } },
    });
  });
});

describe('what leads nowhere, or to two places, is a damage', () => {
  const sheets = (...names: string[]): string =>
    `<workbook><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at === 0 ? 1 : 8 + at}"/>`).join('')}</sheets></workbook>`;
  const second = (list: Part[]): Part[] => {
    const rels = 'xl/_rels/workbook.xml.rels';
    const relation = `<Relationship Id="r9" Type="${RELATION}/worksheet" Target="worksheets/sheet2.xml"/>`;
    const sheet = list.find(({ name }) => name.endsWith('sheet1.xml'))!;
    return [
      ...withText(list, rels, (text) => text.replace('</R', `${relation}</R`)),
      { ...sheet, name: 'xl/worksheets/sheet2.xml' },
    ];
  };
  const book = 'xl/workbook.xml';
  const rels = 'xl/_rels/workbook.xml.rels';

  it.each<[string, Part[], string]>([
    [
      'two sheets of one name in another case',
      withText(second(parts(GOOD)), book, () => sheets('Danh sách', 'DANH SÁCH')),
      '"DANH SÁCH"',
    ],
    [
      'two sheets of one name in another case and another composition',
      withText(second(parts(GOOD)), book, () => sheets('Sở', 'SỞ'.normalize('NFD'))),
      '"SỞ"',
    ],
    [
      'a sheet whose part is missing',
      parts(GOOD).filter(({ name }) => !name.endsWith('sheet1.xml')),
      'sheet1.xml: it is not in the file, though xl/workbook.xml names it',
    ],
    [
      'a second sheet whose part is missing',
      withText(second(parts(GOOD)), book, () => sheets('A', 'B')).slice(0, -1),
      'sheet2.xml: it is not',
    ],
    ['a sheet without a relation', withText(parts(GOOD), book, () => sheets('A', 'B')), 'the sheet "B" has no part'],
    [
      'shared texts whose part is missing',
      parts(GOOD).filter(({ name }) => !name.endsWith('sharedStrings.xml')),
      'sharedStrings.xml: it is not',
    ],
    [
      'styles whose part is missing',
      parts(GOOD).filter(({ name }) => !name.endsWith('styles.xml')),
      'styles.xml: it is not',
    ],
    [
      'two parts of shared texts',
      withText(parts(GOOD), rels, (text) => withRelations(text, ['r4', 'sharedStrings'])),
      'two parts of the kind sharedStrings',
    ],
    [
      'one relation twice',
      withText(parts(GOOD), rels, (text) => withRelations(text, ['r3', 'styles'])),
      'two relations of the id r3',
    ],
    [
      'two parts of one name in another case',
      [...parts(GOOD), { name: 'XL/Styles.xml', text: STYLES }],
      'two parts named XL/Styles.xml',
    ],
    [
      '60,000 folders',
      [...parts(GOOD), ...Array.from({ length: 60_000 }, (_, at) => ({ name: `${at}/`, text: '' }))],
      'more than 10000 parts',
    ],
  ])('%s', async (_, list, what) => expect(await told(zip(list))).toContain(what));

  it('names of parts are found in any case, as other programs find them', async () => {
    const list = parts(GOOD).map((part) =>
      part.name.endsWith('sheet1.xml') ? { ...part, name: 'xl/worksheets/Sheet1.xml' } : part,
    );
    expect(await told(zip(list))).toContain('"second"');
  });

  it('a chart among the sheets is passed over', async () => {
    const list = withText(
      withText(parts(GOOD), book, () => sheets('A', 'B')),
      rels,
      (text) => text.replace('</R', `<Relationship Id="r9" Type="${RELATION}/chartsheet" Target="chart.xml"/></R`),
    );
    expect(await told(zip(list))).toContain('"second"');
  });
});

describe('a byte that is changed', () => {
  const head = (name: string): number => 30 + name.length;
  it.each([
    ['a stored part', true],
    ['a packed part', false],
  ])('of %s is a damage, or changes nothing', async (_, stored) => {
    const list = parts(GOOD, stored);
    const file = zip(list);
    const name = 'xl/worksheets/sheet1.xml';
    const from = file.indexOf(name) - 30 + head(name);
    const length = stored
      ? Buffer.from(String(list.find((part) => part.name === name)!.text)).length
      : file.readUInt32LE(from - head(name) + 18);
    const before = await told(file);
    const same: number[] = [];
    for (let at = from; at < from + length; at++) {
      const changed = Buffer.from(file);
      changed[at]! ^= 1;
      const message = await told(changed);
      if (message === before) same.push(at);
      else
        expect(message).toMatch(
          /^The workbook is damaged at xl\/worksheets\/sheet1\.xml: (wrong checksum|wrong packed data|it is not of the size|wrong structure|wrong XML)/,
        );
    }
    // Bits that fill the last byte of a packed part up mean nothing.
    expect(same.length).toBeLessThan(stored ? 1 : 3);
    expect(length).toBeGreaterThan(80);
  });
});

describe('workbooks that programs for spreadsheets open', () => {
  const folders = ['test/workbook/fixtures', 'test/workbook/fixtures-edit', 'test/audit/fixtures', 'examples'];
  const files = folders.flatMap((folder) => {
    try {
      return readdirSync(folder, { recursive: true }).map((name) => `${folder}/${String(name)}`);
    } catch {
      return [];
    }
  });
  it.each(files.filter((name) => name.endsWith('.xlsx')))('%s', async (name) => {
    const book = await openXlsx(sourceOf(readFileSync(name)));
    for (const sheet of book.sheets) {
      await book.merges(sheet);
      for await (const rows of book.rows(sheet)) expect(rows.length).toBeGreaterThan(0);
    }
  });
});
