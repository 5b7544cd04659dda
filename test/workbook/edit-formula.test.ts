import * as sheetjs from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { shiftFormula } from '../../src/workbook/mark/formula.ts';
import { testFolder } from '../support/table.ts';
import { edited, handMade, MAIN } from './fixtures-edit/workbook.ts';

const file = testFolder();

describe('a formula some cells further', () => {
  it.each([
    ['A1+$A1+A$1+$A$1', 'B3+$A3+B$1+$A$1'],
    ['SUM(N8:W8)*0.5', 'SUM(O10:X10)*0.5'],
    ["'PL I.1 A1'!B2+Sheet1!C$3", "'PL I.1 A1'!C4+Sheet1!D$3"],
    ['"A1 ""B2"" "&C3', '"A1 ""B2"" "&D5'],
    ['LOG10(A1)+ATAN2(B1,2)', 'LOG10(B3)+ATAN2(C3,2)'],
    ['SUM(A:A,$B:C,3:4,$3:4)', 'SUM(B:B,$B:D,5:6,$3:6)'],
    ['Luong_A1+Bảng1[Cột A1]+TRUE', 'Luong_A1+Bảng1[Cột A1]+TRUE'],
    ['[1]Sheet1!A1+1E5+2.5e-3', '[1]Sheet1!B3+1E5+2.5e-3'],
    ['IF(A1<>B1,#REF!,#N/A)', 'IF(B3<>C3,#REF!,#N/A)'],
    ['XFD1', '#REF!'],
    ['A1048575:B1048575', '#REF!:#REF!'],
    ['Sheet1:Sheet3!A1', 'Sheet1:Sheet3!B3'],
    ['A1#+@B2', 'B3#+@C4'],
  ])('%s', (formula, moved) => expect(shiftFormula(formula, 2, 1)).toBe(moved));

  it('reads as another library has it', () => {
    const shared = 'IF($B2>0,ROUND(C2*D$1+\'S 1\'!E2,0),"")';
    const cell = (name: string, f: string) => `<c r="${name}"><f ${f}</f><v>0</v></c>`;
    const rows = [2, 3, 4].map((row) =>
      row === 2
        ? `<row r="2">${cell('F2', `t="shared" ref="F2:F4" si="0">${shared.replace(/>/g, '&gt;')}`)}</row>`
        : `<row r="${row}"><c r="F${row}"><f t="shared" si="0"/><v>0</v></c></row>`,
    );
    const book = sheetjs.read(
      handMade({ sheet: `<worksheet ${MAIN}><sheetData>${rows.join('')}</sheetData></worksheet>` }),
      {
        cellFormula: true,
      },
    );
    expect(shiftFormula(shared, 2, 0)).toBe((book.Sheets.S!.F4 as sheetjs.CellObject).f);
  });
});

describe('formulas bound to a cell that is replaced', () => {
  const sheet = (cells: string) => `<worksheet ${MAIN}><sheetData>${cells}</sheetData></worksheet>`;
  const row = (number: number, ...cells: readonly string[]) => `<row r="${number}">${cells.join('')}</row>`;
  const chain = [
    'calcChain.xml',
    'calcChain',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml',
    `<calcChain ${MAIN}><c r="C1" i="7"/></calcChain>`,
  ] as const;
  const mark = (cell: string) => ({ sheet: 'S', cell, declared: '1', computed: '2', kind: 'wrong' as const });
  const shared = sheet(
    row(
      1,
      '<c r="A1"><v>1</v></c>',
      '<c r="C1"><f t="shared" ref="C1:D3" si="3">A1&amp;"]]&gt;&lt;x&gt;"</f><v>1</v></c>',
      '<c r="D1"><f t="shared" si="3"/><v>5</v></c>',
    ) +
      row(2, '<c r="C2"><f t="shared" si="3"/><v>2</v></c>') +
      row(3, '<c r="C3"><f t="shared" si="3"/><v>3</v></c>', '<c r="D3"><f>C3</f><v>3</v></c>'),
  );

  it('a shared formula goes on from the next cell', async () => {
    const { book, parts } = await edited(file, handMade({ sheet: shared, more: [chain] }), {
      marks: [mark('C1'), mark('D1')],
    });
    const now = book.Sheets.S!;
    expect(now.C1.v).toBe('1\n2');
    expect(now.C1.f).toBeUndefined();
    expect(now.C2).toMatchObject({ v: 2, f: 'A2&"]]><x>"' });
    expect(now.C3).toMatchObject({ v: 3, f: 'A3&"]]><x>"' });
    expect(now.D3).toMatchObject({ f: 'C3' });
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain(
      '<f t="shared" si="3" ref="C2:C3">A2&amp;"]]&gt;&lt;x&gt;"</f>',
    );
    // The order of calculation named a cell without a formula.
    expect([...parts.keys()]).not.toContain('xl/calcChain.xml');
    for (const part of ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels'])
      expect(parts.get(part)).not.toContain('calcChain');
  });

  it('one that is shared stays where another cell is replaced, and the order of calculation where none is', async () => {
    const plain = await edited(file, handMade({ sheet: shared, more: [chain] }), { marks: [mark('C2')] });
    expect(plain.book.Sheets.S!.C3).toMatchObject({ f: 'A3&"]]><x>"' });
    expect([...plain.parts.keys()]).not.toContain('xl/calcChain.xml');
    const other = await edited(file, handMade({ sheet: shared, more: [chain] }), {
      marks: [mark('A1'), { ...mark('C1'), kind: 'unchecked' }],
    });
    expect(other.book.Sheets.S!.C1).toMatchObject({ v: 1, f: 'A1&"]]><x>"' });
    expect([...other.parts.keys()]).toContain('xl/calcChain.xml');
  });

  it('an array keeps its values', async () => {
    const array = sheet(
      row(1, '<c r="A1" cm="1"><f t="array" ref="A1:A3">B1:B3*2</f><v>2</v></c>') +
        row(2, '<c r="A2"><v>4</v></c>') +
        row(3, '<c r="A3"><v>6</v></c>'),
    );
    const { book, parts } = await edited(file, handMade({ sheet: array, more: [chain] }), { marks: [mark('A2')] });
    expect(book.Sheets.S).toMatchObject({ A1: { v: 2 }, A2: { v: '1\n2' }, A3: { v: 6 } });
    expect(parts.get('xl/worksheets/sheet1.xml')).not.toMatch(/<f[ >]|cm=/);
    expect([...parts.keys()]).not.toContain('xl/calcChain.xml');
  });

  it('values are said to be up to date, unless the workbook wants to be computed anew', async () => {
    const office = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
    const workbook = (calc: string) =>
      `<workbook ${MAIN} ${office}><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets>${calc}</workbook>`;
    const after = async (calc: string, kind: 'wrong' | 'unchecked' = 'wrong') =>
      /<calcPr.*?>/.exec(
        (
          await edited(file, handMade({ sheet: shared, workbook: workbook(calc) }), {
            marks: [{ ...mark('A1'), kind }],
          })
        ).parts.get('xl/workbook.xml')!,
      )?.[0];
    expect(await after('<calcPr calcId="152511"/>')).toBe('<calcPr calcId="191029"/>');
    expect(await after('<calcPr calcId="152511"/>', 'unchecked')).toBe('<calcPr calcId="152511"/>');
    expect(await after('<calcPr calcId="191029" iterate="1"/>')).toBe('<calcPr calcId="191029" iterate="1"/>');
    expect(await after('<calcPr calcId="124519" fullCalcOnLoad="1"/>')).toBe(
      '<calcPr calcId="124519" fullCalcOnLoad="1"/>',
    );
    expect(await after('')).toBeUndefined();
  });
});
