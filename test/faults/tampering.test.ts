import { readFileSync, writeFileSync } from 'node:fs';
import * as XLSX from '@e965/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { recordOf, type Result } from '../../src/index.ts';
import { Chain, type ChainBreak } from '../../src/records.ts';
import type { SealBreak } from '../../src/records/book-seal.ts';
import { sealBreakText } from '../../src/records/seal-words.ts';
import { breakText } from '../../src/records/words.ts';
import { altered, reread } from '../support/records.ts';
import { command, testFolder } from '../support/table.ts';

const file = testFolder();
const PEOPLE = [
  'id,Đơn vị,person.name,person.sex,person.birth,person.group,leaving.route,leaving.date,leaving.reorganisation,insurance.years,insurance.months,salary.coefficient,salary.publicService',
  'N1,Sở A,Nguyễn A,male,1966-01-15,civil-servant,early-retirement,2025-05-01,2025-03-01,22,0,4.65,25%',
  'N2,Sở A,Trần B,female,1972-05-30,civil-servant,early-retirement,2025-08-01,2025-03-01,27,4,4.98,25%',
  'N3,Sở B,Lê C,male,1985-06-01,civil-servant,severance,2025-31-12,2025-03-01,15,0,3.66,25%',
  'N4,Sở B,Phạm D,male,1985-06-01,civil-servant,severance,2025-06-01,2025-03-01,15,0,3.66,25%',
  'N5,Sở B,Đỗ E,male,1967-09-10,civil-servant,early-retirement,2025-12-01,2025-03-01,30,0,4.40,25%',
].join('\n');

interface Told {
  readonly verdict: string;
  readonly same: boolean;
  readonly records: readonly {
    readonly row: number;
    readonly causes: readonly string[];
    readonly issues?: readonly { readonly code: string }[];
  }[];
  readonly chain: { readonly breaks: readonly ChainBreak[] };
  readonly summary: { readonly records: number };
  readonly sums?: readonly {
    readonly row: number;
    readonly sheet: string;
    readonly differences: readonly { readonly what: string; readonly difference?: string }[];
  }[];
  readonly seal?: { readonly breaks: readonly SealBreak[]; readonly sealed: boolean; readonly head: string | null };
}

/** What a replay tells: the causes, or the fault, by row, and what broke, each in its sentence. */
async function told(path: string, ...more: string[]): Promise<{ code: number; told: Told; lines: string[] }> {
  const { code, out, err } = await command('replay', path, '--format', 'json', '--lang', 'en', ...more);
  if (!out.startsWith('{')) throw new Error(err);
  const report = JSON.parse(out) as Told;
  const { records, chain, seal } = report;
  return {
    code,
    told: report,
    lines: [
      ...records.map(({ row, causes, issues = [] }) => `${row}: ${issues[0]?.code ?? causes.join(', ')}`),
      ...chain.breaks.map((one) => breakText(one, 'en')),
      ...(seal?.breaks ?? []).map((one) => sealBreakText(one, 'en')),
    ],
  };
}

type Line = Record<string, unknown>;
type Lines = readonly Line[];

/** The record with its receipt made anew, as somebody does who knows the format; its link is kept. */
function receipted(line: Line): Line {
  const { receipt, extra, ...result } = line as unknown as Result & { receipt: object; extra: unknown };
  const { number, previous } = receipt as Line;
  const again = recordOf(result as Result);
  return reread({ ...again, receipt: { ...again.receipt, number, previous }, extra }) as unknown as Line;
}

/** All lines linked anew from the first on. */
function relinked(lines: Lines): Line[] {
  const chain = new Chain();
  return lines.map((line) => reread(chain.link(line)));
}

const at =
  (row: number, change: (line: Line) => Line | string) =>
  (lines: Lines): (Line | string)[] =>
    lines.map((line, index) => (index + 1 === row ? change(line) : line));
const set =
  (path: string, to: unknown) =>
  (line: Line): Line =>
    altered(line, path, to);
const without =
  (...rows: number[]) =>
  (lines: Lines): Line[] =>
    lines.filter((_, index) => !rows.includes(index + 1));

const RECORDS: readonly (readonly [name: string, alter: (lines: Lines) => (Line | string)[], expected: string[]])[] = [
  ['the total is raised', at(1, set('total', '754778125')), ['1: output-altered', 'Row 1 is not the record that the next was linked to: it was altered or replaced.']],
  ['a benefit line is raised', at(1, set('benefits.0.amount', '1')), ['1: output-altered', 'Row 1 is not the record that the next was linked to: it was altered or replaced.']],
  ['a benefit line is taken out', at(1, (one) => altered(one, 'benefits', [])), ['1: output-altered', 'Row 1 is not the record that the next was linked to: it was altered or replaced.']],
  ['total raised, receipt made anew', at(1, (one) => receipted(altered(one, 'total', '754778125'))), ['1: output-altered', 'Row 1 is not the record that the next was linked to: it was altered or replaced.']],
  ['the service is lengthened', at(2, set('case.insurance.years', 37)), ['2: input-altered', 'Row 2 is not the record that the next was linked to: it was altered or replaced.']],
  ['the birth is another', at(2, set('case.person.birth', '1973-05-30')), ['2: input-altered', 'Row 2 is not the record that the next was linked to: it was altered or replaced.']],
  ['the salary is another', at(2, set('case.salary.coefficient', '5.08')), ['2: input-altered', 'Row 2 is not the record that the next was linked to: it was altered or replaced.']],
  ['the name is another', at(2, set('case.person.name', 'Hồ X')), ['2: input-altered', 'Row 2 is not the record that the next was linked to: it was altered or replaced.']],
  ['the case is another, result and receipt made anew', at(2, (one) => receipted(altered(one, 'case.insurance.years', 37))), ['Row 2 is not the record that the next was linked to: it was altered or replaced.']],
  ['a measure is another', at(1, set('measures.monthsEarly', 40)), ['1: output-altered', 'Row 1 is not the record that the next was linked to: it was altered or replaced.']],
  ['a legal basis is another', at(1, set('benefits.0.cite.0.at', 'Điều 1')), ['1: output-altered', 'Row 1 is not the record that the next was linked to: it was altered or replaced.']],
  ['another version is named', at(1, set('law.version', '2025-07-01')), ['1: output-altered', 'Row 1 is not the record that the next was linked to: it was altered or replaced.']],
  ['a version that is none is named', at(1, set('law.version', '2025-03-16')), ['1: output-altered, law-not-installed', 'Row 1 is not the record that the next was linked to: it was altered or replaced.']],
  ['the hash of the law is another', at(1, set('law.hash', `sha256:${'0'.repeat(64)}`)), ['1: output-altered, receipt-broken', 'Row 1 is not the record that the next was linked to: it was altered or replaced.']],
  ['the receipt is taken off', at(1, set('receipt', undefined)), ['1: receipt-broken', 'Row 1 is not of the chain: it was added.', 'Record 1 is missing (before row 2): it was removed.']],
  ['the receipt names another engine', at(1, set('receipt.engine', '0.1.0')), ['1: receipt-broken', 'Row 1 is not the record that the next was linked to: it was altered or replaced.']],
  ['the input hash is another', at(1, set('receipt.input', `sha256:${'0'.repeat(64)}`)), ['1: input-altered', 'Row 1 is not the record that the next was linked to: it was altered or replaced.']],
  ['a finding is taken out', at(5, (one) => altered(one, 'findings', [])), ['5: output-altered', 'The last record (row 5) does not have the head that was kept: the end of the file was cut, altered or added to.']],
  ['a reading is another', at(2, set('interpretations.0.chosen', 'under-20-only')), ['2: output-altered', 'Row 2 is not the record that the next was linked to: it was altered or replaced.']],
  ['the unit is another', at(1, set('extra.Đơn vị', 'Sở Z')), ['Row 1 is not the record that the next was linked to: it was altered or replaced.']],
  ['a record is removed', without(2), ['Record 2 is missing (before row 2): it was removed.']],
  ['the first is removed', without(1), ['Record 1 is missing (before row 1): it was removed.']],
  ['the last is removed', without(5), ['The last record (row 4) does not have the head that was kept: the end of the file was cut, altered or added to.']],
  ['the refused row is removed', without(3), ['Record 3 is missing (before row 3): it was removed.']],
  ['the reason of the refusal is another', at(3, set('issues.0.message', 'x')), ['Row 3 is not the record that the next was linked to: it was altered or replaced.']],
  ['a refused row is put in', (lines) => [...lines.slice(0, 2), { ...altered(lines[2], 'receipt', undefined), id: 'N9' }, ...lines.slice(2)], ['Row 3 is not of the chain: it was added.']],
  ['a record is made a refusal', at(2, ({ receipt }) => ({ schema: 'nd178/refusal@1', id: 'N2', issues: [], receipt: { number: (receipt as Line)['number'], previous: (receipt as Line)['previous'] } })), ['2: record-structure', 'Record 2 is missing (before row 3): it was removed.']],
  ['two rows change places', (lines) => [lines[0], lines[3], lines[2], lines[1], lines[4]] as Line[], ['Row 3 (record 3) stands out of order.', 'Row 4 (record 2) stands out of order.']],
  ['a record stands twice', (lines) => [...lines.slice(0, 2), lines[0] as Line, ...lines.slice(2)], ['Row 3 is not of the chain: it was added.']],
  ['a record without a link is put in', (lines) => [...lines.slice(0, 2), altered(altered(lines[0], 'receipt.number', undefined), 'receipt.previous', undefined), ...lines.slice(2)], ['Row 3 is not of the chain: it was added.']],
  ['a line is cut', at(2, (one) => JSON.stringify(one).slice(0, 300)), ['2: not-json', 'Record 2 is missing (before row 3): it was removed.']],
  ['a key stands twice', at(1, (one) => JSON.stringify(one).replace('"total":', '"total":"1","total":')), ['1: duplicate-key', 'Record 1 is missing (before row 2): it was removed.']],
  ['all is linked anew over a changed case', (lines) => relinked(lines.map((one, index) => (index === 1 ? receipted(altered(one, 'extra.Đơn vị', 'Sở Z')) : one))), ['The last record (row 5) does not have the head that was kept: the end of the file was cut, altered or added to.']],
]; // prettier-ignore

describe('records in NDJSON that were tampered with', () => {
  let lines: Line[] = [];
  let head = '';
  beforeAll(async () => {
    const path = file('sealed.ndjson');
    const { err } = await command(
      'batch',
      file('people.csv', PEOPLE),
      '-o',
      path,
      '--chain',
      '--quiet',
      '--lang',
      'en',
    );
    head = /sha256:[0-9a-f]{64}/.exec(err)?.[0] ?? '';
    lines = readFileSync(path, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as Line); // prettier-ignore
  });

  test('untouched: nothing is told, and how many were sent is', async () => {
    const { code, told: report } = await told(file('sealed.ndjson'), '--head', head);
    expect([code, report.verdict]).toEqual([
      0,
      'All 4 records come out exactly as recorded, and the chain holds; 5 rows were sent, 1 of them refused.',
    ]);
  });

  test.each(RECORDS)('%s', async (_name, alter, expected) => {
    const text = alter(lines).map((one) => (typeof one === 'string' ? one : JSON.stringify(one)) + '\n');
    const found = await told(file('tampered.ndjson', text.join('')), '--head', head);
    expect(found.lines).toEqual(expected);
    expect([found.told.same, found.told.verdict.includes('exactly')]).toEqual([false, false]);
  });
});

type Cell = { t: string; v: unknown; w?: string } | undefined;
type Grid = Cell[][];

/** A workbook as rows of cells, so that rows can be moved. */
class Book {
  readonly #book: XLSX.WorkBook;
  constructor(bytes: Buffer) {
    this.#book = XLSX.read(bytes, { cellNF: true, cellStyles: true });
  }
  grid(sheet: string): Grid {
    const cells = this.#book.Sheets[sheet] as XLSX.WorkSheet;
    const { e } = XLSX.utils.decode_range(cells['!ref'] ?? 'A1');
    return Array.from({ length: e.r + 1 }, (_, r) =>
      Array.from({ length: e.c + 1 }, (_, c) => cells[XLSX.utils.encode_cell({ r, c })] as Cell),
    );
  }
  put(sheet: string, grid: Grid): void {
    const cells = this.#book.Sheets[sheet] as XLSX.WorkSheet;
    for (const key of Object.keys(cells)) if (!key.startsWith('!')) Reflect.deleteProperty(cells, key);
    grid.forEach((row, r) => row.forEach((cell, c) => cell && (cells[XLSX.utils.encode_cell({ r, c })] = cell)));
    const width = Math.max(...grid.map((row) => row.length));
    cells['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: grid.length - 1, c: width - 1 } });
  }
  edit(sheet: string, change: (grid: Grid) => Grid): this {
    this.put(sheet, change(this.grid(sheet)));
    return this;
  }
  /** Sets the cell under a heading of the results. */
  set(heading: string, row: number, value: string | number): this {
    return this.edit('Results', (grid) => {
      const column = grid[0]?.findIndex((cell) => cell?.v === heading) ?? -1;
      if (column < 0) throw new Error(heading);
      return grid.map((cells, r) =>
        r + 1 === row ? cells.map((cell, c) => (c === column ? valued(value) : cell)) : cells,
      );
    });
  }
  /** Replaces a text wherever it stands alone on a sheet. */
  replace(sheet: string, is: (text: string) => boolean, to: string | number): this {
    return this.edit(sheet, (grid) => grid.map((row) => row.map((cell) => (is(String(cell?.v)) ? valued(to) : cell))));
  }
  remove(sheet: string): this {
    Reflect.deleteProperty(this.#book.Sheets, sheet);
    this.#book.SheetNames = this.#book.SheetNames.filter((name) => name !== sheet);
    return this;
  }
  bytes(): Buffer {
    return XLSX.write(this.#book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  }
}

const valued = (value: string | number): Cell => ({ t: typeof value === 'number' ? 'n' : 's', v: value });
const drop =
  (...rows: number[]) =>
  (grid: Grid): Grid =>
    grid.filter((_, at) => !rows.includes(at + 1));
const insert =
  (at: number, from: number) =>
  (grid: Grid): Grid => [...grid.slice(0, at - 1), grid[from - 1] as Cell[], ...grid.slice(at - 1)];

const BOOKS: readonly (readonly [name: string, alter: (book: Book) => Book, expected: string[]])[] = [
  ['the total is raised', (book) => book.set('Total', 2, 754778125), ['2: output-altered', 'Sheet "Results", row 2: cell L2 (Total) altered after it was written.']],
  ['a benefit is raised', (book) => book.edit('Results', (grid) => { const before = (grid[0]?.findIndex((cell) => cell?.v === 'Total') ?? 0) - 1; return grid.map((row, r) => (r === 1 ? row.map((cell, c) => (c === before ? valued(1) : cell)) : row)); }), ['2: output-altered', 'Sheet "Results", row 2: cell K2 (Job-search allowance (đồng)) altered after it was written.']],
  ['the service is lengthened', (book) => book.set('Insurance years', 3, 37), ['3: input-altered', 'Sheet "Results", row 3: cell T3 (Insurance years) altered after it was written.']],
  ['the birth is another', (book) => book.set('Date of birth', 3, '1973-05-30'), ['3: input-altered', 'Sheet "Results", row 3: cell P3 (Date of birth) altered after it was written.']],
  ['the salary is another', (book) => book.set('Salary coefficient', 3, 5.08), ['3: input-altered', 'Sheet "Results", row 3: cell V3 (Salary coefficient) altered after it was written.']],
  ['an unreadable value is put in', (book) => book.set('Date of birth', 3, 'x'), ['3: impossible-date', 'Sheet "Results", row 3: cell P3 (Date of birth) altered after it was written.']],
  ['the name is another', (book) => book.set('Full name', 3, 'Hồ X'), ['3: input-altered', 'Sheet "Results", row 3: cell A3 (Full name) altered after it was written.']],
  ['the unit is another', (book) => book.set('Đơn vị', 2, 'Sở Z'), ['2: input-altered', 'Sheet "Results", row 2: cell B2 (Đơn vị) altered after it was written.']],
  ['case and total are others', (book) => book.set('Salary coefficient', 3, 5.08).set('Total', 3, 1), ['3: input-altered, output-altered', 'Sheet "Results", row 3: cells L3 (Total), V3 (Salary coefficient) altered after it was written.']],
  ['a measure is another', (book) => book.set('Months early', 2, 40), ['2: output-altered', 'Sheet "Results", row 2: cell AA2 (Months early) altered after it was written.']],
  ['the basis is another', (book) => book.set('Legal basis', 2, 'Điều 1'), ['2: output-altered', 'Sheet "Results", row 2: cell AL2 (Legal basis) altered after it was written.']],
  ['another version is named', (book) => book.set('Law version', 2, 'nd178@2025-07-01'), ['2: output-altered', 'Sheet "Results", row 2: cell AP2 (Law version) altered after it was written.']],
  ['a version that is none is named', (book) => book.set('Law version', 2, 'nd178@2025-03-16'), ['2: output-altered, law-not-installed', 'Sheet "Results", row 2: cell AP2 (Law version) altered after it was written.']],
  ['the version is blanked', (book) => book.set('Law version', 2, ''), ['2: no-law-version', 'Sheet "Results", row 2: cell AP2 (Law version) altered after it was written.']],
  ['a row is removed', (book) => book.edit('Results', drop(3)), ['Sheet "Results": what was row 3 when it was written was removed.']],
  ['the first row is removed', (book) => book.edit('Results', drop(2)), ['Sheet "Results": what was row 2 when it was written was removed.']],
  ['the last row is removed', (book) => book.edit('Results', drop(6)), ['Sheet "Results": what was row 6 when it was written was removed.']],
  ['the refused row is removed', (book) => book.edit('Results', drop(4)), ['Sheet "Results": what was row 4 when it was written was removed.']],
  ['two rows are removed, and another is altered', (book) => book.set('Total', 5, 1).edit('Results', drop(3, 4)), ['3: output-altered', 'Sheet "Results", row 3: cell L3 (Total) altered after it was written.', 'Sheet "Results": what was row 3 when it was written was removed.', 'Sheet "Results": what was row 4 when it was written was removed.']],
  ['a row stands twice', (book) => book.edit('Results', insert(4, 2)), ['Sheet "Results": row 4 is a copy of what was row 2 when it was written.']],
  ['a row is put in', (book) => book.edit('Results', insert(4, 2)).set('Full name', 4, 'Hồ X').set('Case id', 4, 'N9'), ['Sheet "Results": row 4 was not there when it was written; it was added.']],
  ['two rows change places', (book) => book.edit('Results', (grid) => [grid[0], grid[2], grid[1], ...grid.slice(3)] as Grid), ['Sheet "Results": row 2 was moved; it was row 3 when it was written.']],
  ['the reason of the refusal is another', (book) => book.set('Reason of refusal', 4, 'x'), ['Sheet "Results", row 4: cell AO4 (Reason of refusal) altered after it was written.']],
  ['a refusal is made a result', (book) => book.set('Outcome', 4, 'paid'), ['4: no-law-version', 'Sheet "Results", row 4: cell D4 (Outcome) altered after it was written.']],
  ['a sum is another', (book) => book.set('Total', 7, 1), ['Sheet "Results", row 7 (the sums): cell L7 (Total) altered after it was written.']],
  ['a sum is another, and its label', (book) => book.set('Full name', 7, 'Nguyễn F').set('Total', 7, 1), ['Sheet "Results", row 7 (the sums): cells A7 (Full name), L7 (Total) altered after it was written.']],
  ['a sum is another, and more stands in its row', (book) => book.set('Outcome', 7, 'paid').set('Total', 7, 1), ['Sheet "Results", row 7 (the sums): cells D7 (Outcome), L7 (Total) altered after it was written.']],
  ['a heading is another', (book) => book.edit('Results', (grid) => [grid[0]?.map((cell) => (cell?.v === 'Months early' ? valued('Months') : cell)), ...grid.slice(1)] as Grid), ['1: foreign-column', 'Sheet "Results", row 1: cell AA1 altered after it was written.']],
  ['the summary has another amount', (book) => book.edit('Summary', (grid) => grid.map((row, r) => (r === 7 ? [row[0], valued(1), ...row.slice(2)] : row))), ['Sheet "Summary", row 8: cell B8 altered after it was written.']],
  ['the summary has another number of people', (book) => book.edit('Summary', (grid) => grid.map((row, r) => (r === 2 ? [row[0], valued(9), ...row.slice(2)] : row))), ['Sheet "Summary", row 3: cell B3 altered after it was written.']],
  ['a row of the summary is removed', (book) => book.edit('Summary', drop(5)), ['Sheet "Summary": what was row 5 when it was written was removed.']],
  ['the sheet of the summary is removed', (book) => book.remove('Summary'), ['The sheet "Summary" was removed or renamed.']],
  ['a hash on the sheet of the law is another', (book) => book.replace('Legal basis', (text) => text.startsWith('sha256:'), `sha256:${'0'.repeat(64)}`), ['Sheet "Legal basis", row 13: cell F13 altered after it was written.', 'Sheet "Legal basis", row 14: cell F14 altered after it was written.', 'Sheet "Legal basis", row 15: cell F15 altered after it was written.']],
  ['the version of the program is another', (book) => book.replace('Legal basis', (text) => text.startsWith('Program version'), 'Program version: nd178 0.1.0'), ['Sheet "Legal basis", row 18: cell A18 altered after it was written.']],
  ['a check is removed', (book) => book.edit('To check before signing', drop(2)), ['Sheet "To check before signing": what was row 2 when it was written was removed.']],
  ['a reason of refusal is another', (book) => book.edit('Refused', (grid) => [grid[0], [...(grid[1] ?? []).slice(0, 6), valued('x')], ...grid.slice(2)] as Grid), ['Sheet "Refused", row 2: cell G2 (Reason and remedy) altered after it was written.']],
  ['a code of the seal is another', (book) => book.edit('Seal', (grid) => grid.map((row, r) => (r === 20 ? [row[0], row[1], valued(`x${'0'.repeat(32)}`), row[3]] : row))), ['The sheet of the seal was itself altered: its codes do not give the head in its last row.']],
  ['the head of the seal is another', (book) => book.replace('Seal', (text) => text.startsWith('sha256:'), `sha256:${'0'.repeat(64)}`), ['The sheet of the seal was itself altered: its codes do not give the head in its last row.']],
  ['the seal is removed', (book) => book.remove('Seal'), ['The sheet of the seal was removed: the sheet of the law says that the workbook was sealed when it was written.']],
  ['the seal is removed, and the mention of it', (book) => book.remove('Seal').replace('Legal basis', (text) => text.startsWith('Sheet of the seal'), ''), ['The workbook is not sealed although a head was kept (--head): the seal was removed, or it is another workbook.']],
]; // prettier-ignore

const UNTOUCHED: readonly (readonly [name: string, alter: (book: Book) => Book])[] = [
  ['it is saved by another program', (book) => book],
  [
    'checks are ticked off',
    (book) => book.edit('To check before signing', (grid) => grid.map((row, r) => (r > 0 ? [...row.slice(0, 5), valued('x')] : row))),
  ],
  [
    'notes stand in a column behind',
    (book) => book.edit('Results', (grid) => grid.map((row, r) => [...row, ...(r < 6 ? [valued(r === 0 ? 'Notes' : 'seen')] : [])])),
  ],
]; // prettier-ignore

describe('workbooks of results that were tampered with', () => {
  let bytes: Buffer;
  let head = '';
  beforeAll(async () => {
    const path = file('sealed.xlsx');
    const people = file('people.csv', PEOPLE);
    const { err } = await command('batch', people, '-o', path, '--chain', '--quiet', '--lang', 'en');
    head = /sha256:[0-9a-f]{64}/.exec(err)?.[0] ?? '';
    bytes = readFileSync(path);
  });

  test.each(UNTOUCHED)('nothing is told where %s', async (_name, alter) => {
    writeFileSync(file('kept.xlsx'), alter(new Book(bytes)).bytes());
    const { code, told: report, lines } = await told(file('kept.xlsx'), '--head', head);
    expect([code, lines, report.verdict]).toEqual([
      0,
      [],
      'All 4 records come out exactly as recorded, and the seal holds; 5 rows were sent, 1 of them refused.',
    ]);
  });

  test.each(BOOKS)('%s', async (_name, alter, expected) => {
    writeFileSync(file('tampered.xlsx'), alter(new Book(bytes)).bytes());
    const found = await told(file('tampered.xlsx'), '--head', head);
    expect(found.code).toBe(5);
    expect(found.lines).toEqual(expected);
    expect([found.told.same, found.told.verdict.includes('exactly')]).toEqual([false, false]);
  });

  test('altered sums are named with what they should be, and are no record', async () => {
    writeFileSync(file('sums.xlsx'), new Book(bytes).set('Total', 7, 1).bytes());
    const { told: report } = await told(file('sums.xlsx'), '--head', head);
    expect(report.summary.records).toBe(4);
    expect(report.sums).toMatchObject([{ row: 7, sheet: 'Results', differences: [{ what: 'total' }] }]);
    expect(report.verdict).toBe(
      '4 of 4 records come out as recorded; the row of sums (row 7) does not hold the sums of the rows above it, the seal is broken in 1 place; 5 rows were sent, 1 of them refused.',
    );
    const { out } = await command('replay', file('sums.xlsx'), '--lang', 'vi');
    expect(out).toContain('Hàng tổng cộng (trang "Results", dòng 7)');
    expect(out).toContain('tổng: ghi 1 đ, tính được 3.011.755.500 đ');
  });
});
