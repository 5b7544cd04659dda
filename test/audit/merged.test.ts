import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import * as sheetjs from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  audit,
  type AuditOptions,
  type AuditReport,
  type AuditRow,
  type AuditSheet,
  type SheetInput,
} from '../../src/audit.ts';
import type { Area } from '../../src/table/merges.ts';
import { areaOf } from '../../src/workbook/area.ts';
import { command, testFolder } from '../support/table.ts';
import { COLONEL, declaredI1, declaredI2, FORMS, primaryOf, sheetOf, type FormId, type Someone } from './model.ts';

/** Units merge cells over the rows of several people: what does that say of each of them? */

const file = testFolder();

type Cells = Readonly<Record<number, string>>;

/** The first row that holds a person, as `sheetOf` lays a sheet out. */
const FIRST = 6;

/** The cells of a column of the form over some rows: column 1 stands in B. */
const over = (number: number, from = FIRST, to = from + 2, last = number): string =>
  `${sheetjs.utils.encode_col(number)}${from}:${sheetjs.utils.encode_col(last)}${to}`;

const without = (cells: Cells, ...numbers: readonly number[]): Cells =>
  Object.fromEntries(Object.entries(cells).filter(([number]) => !numbers.includes(Number(number))));

/** Three people and, of the second and third, nothing in some columns, as below merged cells. */
const below = ([first, ...others]: readonly Cells[], ...numbers: readonly number[]): Cells[] => [
  first ?? {},
  ...others.map((cells) => without(cells, ...numbers)),
];

const COLONELS: readonly Someone[] = [
  COLONEL,
  { ...COLONEL, name: 'Phạm Văn B', birth: '07/1971', enlisted: '03/1991', salary: '30000000' },
  { ...COLONEL, name: 'Lê Văn C', birth: '02/1971', enlisted: '09/1989', salary: '28000000' },
];

const MAJORS = COLONELS.map((one, at): Someone => ({
  ...one,
  rank: 'Thiếu tá',
  birth: `0${at + 4}/1985`,
  enlisted: '09/2005',
}));

/** Form I.3 before July 2025, 48 months early, 35 years 4 months of service. */
const notReelected = (name: string, salary: number): Cells => ({
  ...primaryOf({ ...COLONEL, name, salary: String(salary) }),
  7: 'Đại hội',
  10: '35.5',
  11: '4',
  12: String(20 * salary),
  13: String(5 * salary),
  14: String(7.75 * salary),
  15: String(32.75 * salary),
});

/** Form I.5 with seniority of 35 years, the public-service allowance and 30 % of another. */
const paid = (name: string, coefficient: number, rank = 'Đại tá'): Cells => {
  const [salary, position] = [coefficient * 2340000, 1638000];
  const seniority = Math.round((salary + position) * 0.35);
  const base = salary + position;
  const [publicService, specific] = [Math.round(base * 0.25), Math.round(base * 0.3)];
  return {
    ...{ 1: name, 2: '05/1971', 3: rank, 5: 'Phòng X', 6: String(coefficient), 8: '0,7' },
    ...{ 9: '02/1990', 10: '01/06/2025', 12: '30%', 14: String(salary), 15: String(position), 16: String(seniority) },
    ...{ 19: String(publicService), 20: String(specific), 22: String(base + seniority + publicService + specific) },
  };
};

const PEOPLE: Readonly<Record<FormId, readonly Cells[]>> = {
  'I.1': COLONELS.map((one) => ({ ...primaryOf(one), ...declaredI1(one) })),
  'I.2': MAJORS.map((one) => ({ ...primaryOf(one), ...declaredI2(one) })),
  'I.3': COLONELS.map(({ name, salary }) => notReelected(name, Number(salary))),
  'I.5': [8, 8.4, 7.6].map((coefficient, at) => paid(COLONELS[at]?.name ?? '', coefficient)),
};

const areas = (...ranges: readonly string[]): Area[] => ranges.map((range) => areaOf(range) as Area);

function judged(sheet: SheetInput, ranges: readonly string[], options: AuditOptions = { lang: 'en' }): AuditSheet {
  const sheets = [{ ...sheet, merges: areas(...ranges) }];
  const [found] = audit([{ file: 'a.xlsx', sheets }], options).files[0]?.sheets ?? [];
  if (!found) throw new Error('no sheet');
  return found;
}

const rowsOf = (form: FormId, people: readonly Cells[], ...ranges: readonly string[]): readonly AuditRow[] =>
  judged(sheetOf(form, people), ranges).rows;

const faults = ({ cells }: AuditRow): string[] =>
  cells.filter(({ verdict }) => verdict !== 'right').map(({ cell, verdict, code }) => `${cell} ${verdict} ${code}`);

const verdicts = (rows: readonly AuditRow[]): string[] => rows.map(({ verdict }) => verdict);

const RIGHT = ['right', 'right', 'right'];

describe('what one decision says of several people', () => {
  it.each<[FormId, number[]]>([
    ['I.1', [7, 8]],
    ['I.2', [7, 8]],
    ['I.3', [7, 8]],
    ['I.5', [5, 10]],
  ])('counts for each of them in form %s', (form, numbers) => {
    const people = PEOPLE[form];
    const plain = judged(sheetOf(form, people), []);
    expect(verdicts(plain.rows)).toEqual(RIGHT);
    const sheet = sheetOf(form, below(people, ...numbers));
    const merged = judged(
      sheet,
      numbers.map((number) => over(number)),
    );
    expect(merged.rows).toEqual(plain.rows);
    expect(merged.notes.map(({ code }) => code)).toEqual(['merged-rows']);
    const read = FORMS[form].columns.filter(
      ({ number, holds }) => numbers.includes(number) && !['text', 'rank'].includes(holds),
    );
    for (const { number, title } of read) expect(merged.notes[0]?.message).toContain(`${number} ${title.en}`);
    // Without the merge the same cells are blank.
    expect(verdicts(judged(sheet, []).rows)).toEqual(['right', 'unchecked', 'unchecked']);
    expect(judged(sheet, over(4).split(' ')).notes).toEqual([]);
  });

  it('is the same however the rows are merged', () => {
    const people = Array.from({ length: 6 }, (_, at): Cells => ({ ...PEOPLE['I.1'][at % 3], 1: `Trần Văn ${at}` }));
    const plain = rowsOf('I.1', people);
    const runs = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(runs, runs, (...both) => {
        const ranges: string[] = [];
        const blanked = [...people];
        both.forEach((sizes, at) => {
          let row = 0;
          for (const size of sizes) {
            const last = Math.min(row + size, people.length) - 1;
            if (row > last) break;
            ranges.push(over(7 + at, FIRST + row, FIRST + last));
            for (let covered = row + 1; covered <= last; covered++)
              blanked[covered] = without(blanked[covered] ?? {}, 7 + at);
            row = last + 1;
          }
        });
        expect(rowsOf('I.1', blanked, ...ranges)).toEqual(plain);
      }),
      { numRuns: 30 },
    );
  });

  it('may be the name of a group, but no rank', () => {
    const worker = { ...without(PEOPLE['I.1'][0] ?? {}, 5), 3: 'CNQP', 12: '35-04' };
    const people = [worker, { ...worker, 1: 'Phạm Văn B' }];
    const plain = rowsOf('I.1', people);
    expect(plain[1]?.cells.length).toBeGreaterThan(5);
    expect(rowsOf('I.1', below(people, 3), over(3, 6, 7))).toEqual(plain);
    expect(rowsOf('I.1', below(people, 3))[1]).not.toEqual(plain[1]);
  });

  it('is not said of headings between people, of sums, nor of what is merged with the heading', () => {
    const [a = {}, b = {}, c = {}] = below(PEOPLE['I.1'], 8);
    const people = [a, { 1: 'II. Trung đoàn B', 9: '58000000' }, b, { 1: 'Cộng' }, c, { 1: 'Cộng', 23: '3' }];
    const found = judged(sheetOf('I.1', people), [over(8, 6, 11)]);
    expect(found.rows.map(({ row, verdict, unit }) => [row, verdict, unit])).toEqual([
      [6, 'right', undefined],
      [8, 'right', 'II. Trung đoàn B'],
      [10, 'right', 'II. Trung đoàn B'],
    ]);
    const heading = rowsOf('I.1', [without(a, 8), b], over(8, 4, 6));
    expect(heading.map(({ cells }) => cells.every(({ code }) => code === 'needs-data'))).toEqual([true, true]);
  });

  it('may stand in a row above them', () => {
    const heading = { 1: 'I. Phòng A', 8: '01/06/2025' };
    const people = [heading, ...PEOPLE['I.1'].map((cells) => without(cells, 8))];
    expect(verdicts(rowsOf('I.1', people, over(8, 6, 9)))).toEqual(RIGHT);
  });

  it('may be all that is said of somebody but name and pay', () => {
    const people = below(PEOPLE['I.1'], 2, 3, 5, 7, 8);
    const found = rowsOf('I.1', people, over(3), over(8));
    expect(found.map(({ row }) => row)).toEqual([6, 7, 8]);
    expect(found[1]?.verdict).toBe('unchecked');
  });

  it('may be hidden below: the same is fine, anything else is told', () => {
    const other = PEOPLE['I.1'].map((cells, at) => (at === 2 ? { ...cells, 8: '01/09/2025' } : cells));
    const found = rowsOf('I.1', other, over(8));
    expect(verdicts(found)).toEqual(['right', 'right', 'unchecked']);
    expect(faults(found[2] as AuditRow)).toContain('I8 unchecked merged-cell');
  });

  it('leaves a fault of a row with that row, and what follows from it', () => {
    const [a = {}, b = {}, c = {}] = below(PEOPLE['I.1'], 7, 8);
    const less = -30000000;
    const wrong = {
      ...b,
      10: String(Number(b[10]) - 1),
      13: String(Number(b[13]) + less),
      23: String(Number(b[23]) + less),
    };
    const found = rowsOf('I.1', [a, wrong, c], over(7), over(8));
    expect(found.map(faults)).toEqual([
      [],
      ['K7 wrong wrong-measure', 'N7 follow-on follows', 'X7 follow-on follows'],
      [],
    ]);
    expect(found[1]?.cells.find(({ cell }) => cell === 'N7')?.follows).toEqual(['K7']);
  });
});

describe('what belongs to one person and is merged over several', () => {
  const sheets: readonly (readonly [FormId, number])[] = [
    ...[2, 3, 5, 9, 10, 11, 12, 13, 17, 18, 23].map((number) => ['I.1', number] as const),
    ...[2, 3, 5, 9, 10, 11, 12, 13, 14, 18, 19, 20].map((number) => ['I.2', number] as const),
    ...[2, 3, 5, 9, 10, 11, 12, 13, 14, 15].map((number) => ['I.3', number] as const),
    ...[6, 7, 8, 9, 11, 12, 14, 15, 16, 17, 19, 20, 21, 22].map((number) => ['I.5', number] as const),
  ];
  it.each(sheets)('is told of each of them, and nobody is blamed: form %s, column %i', (form, number) => {
    const [a = {}, ...others] = below(PEOPLE[form], number);
    const last = { ...a, 1: 'Vũ Văn D' };
    for (const value of [a[number] ?? '50', '999999999']) {
      if (value === '999999999' && number < 9) continue;
      const people = [{ ...a, [number]: value }, ...others, last];
      for (const lang of ['vi', 'en'] as const) {
        const found = judged(sheetOf(form, people), [over(number)], { lang });
        expect(verdicts(found.rows)).toEqual(['unchecked', 'unchecked', 'unchecked', 'right']);
        for (const [at, { cells }] of found.rows.slice(0, 3).entries()) {
          const told = cells.find(({ column }) => column === number);
          expect(told).toMatchObject({ verdict: 'unchecked', code: 'merged-cell' });
          expect(told?.cell).toBe(over(number, FIRST + at).split(':')[0]);
          expect(told?.message).toContain(over(number));
          expect(told?.message).toContain(told?.declared ?? '?');
          expect(told?.message).toContain(lang === 'vi' ? 'nhiều người. Bỏ gộp' : 'several people. Unmerge');
          expect(told?.message).not.toContain('""');
        }
        expect(found.notes.map(({ code }) => code)).toEqual([]);
      }
    }
  });

  it('is in no sum of what was paid too much or too little', () => {
    const [a = {}, ...others] = below(PEOPLE['I.1'], 23);
    const sum = String(PEOPLE['I.1'].reduce((all, cells) => all + Number(cells[23]), 0));
    const sheets = [{ ...sheetOf('I.1', [{ ...a, 23: sum }, ...others]), merges: areas(over(23)) }];
    const { summary, files } = audit([{ file: 'a.xlsx', sheets }]);
    expect(summary).toMatchObject({ wrong: 0, unchecked: 3, declared: '0' });
    expect(summary).toMatchObject({ overpaid: { rows: 0, amount: '0' }, underpaid: { rows: 0, amount: '0' } });
    expect(files[0]?.sheets[0]?.rows.map(({ declaredTotal, difference }) => [declaredTotal, difference])).toEqual(
      Array(3).fill([null, null]),
    );
  });

  it('may hold what a blank cell beside it does not', () => {
    const [a = {}, ...others] = below(PEOPLE['I.1'], 18, 19);
    const found = rowsOf('I.1', [without(a, 19), ...others], over(18));
    expect(found.map(faults)).toEqual([6, 7, 8].map((row) => [`S${row} unchecked merged-cell`]));
  });

  it('is no matter where it is nothing', () => {
    const people = PEOPLE['I.1'].map((cells, at) => (at === 0 ? { ...cells, 14: '-' } : cells));
    expect(verdicts(rowsOf('I.1', people, over(14), over(15)))).toEqual(RIGHT);
  });

  it('is told though a salary sheet gives the salary, by which the amounts are judged', () => {
    const five = paid(COLONEL.name, 8);
    const people = COLONELS.map((one, at) => {
      const same = at === 0 ? { ...one, salary: five[22] ?? '' } : one;
      return { ...primaryOf(same), ...declaredI1(same) };
    });
    const sheets = [{ ...sheetOf('I.1', below(people, 9)), merges: areas(over(9)) }, sheetOf('I.5', [five])];
    const rows = audit([{ file: 'a.xlsx', sheets }]).files[0]?.sheets[0]?.rows ?? [];
    expect(faults(rows[0] as AuditRow)).toEqual(['J6 unchecked merged-cell']);
  });

  it('leaves open what people who are no soldiers draw', () => {
    const people = [paid('Trần Văn A', 8, 'VCQP'), paid('Phạm Văn B', 8.4, 'VCQP')];
    expect(verdicts(rowsOf('I.5', people))).toEqual(['right', 'right']);
    for (const number of [14, 15, 16, 19]) {
      const found = rowsOf('I.5', below(people, number), over(number, 6, 7));
      expect(verdicts(found), String(number)).toEqual(['unchecked', 'unchecked']);
    }
  });
});

describe('a person in several rows', () => {
  const [a = {}, b = {}] = PEOPLE['I.1'];
  const all = Object.keys(a).map(Number);

  it('is one person, whose merged amounts are of nobody else', () => {
    // What some programs keep below merged cells is seen by nobody.
    const second = { 4: 'Trưởng phòng', 23: '1' };
    const merges = all.filter((number) => number !== 4).map((number) => over(number, 6, 7));
    const found = judged(sheetOf('I.1', [a, second, b]), ['A6:A7', ...merges]);
    expect(found.rows.map(({ row, name, verdict }) => [row, name, verdict])).toEqual([
      [6, COLONEL.name, 'right'],
      [8, 'Phạm Văn B', 'right'],
    ]);
    expect(found.notes).toEqual([]);
    const more = rowsOf('I.1', [{ ...a, 23: '1' }, second, b], ...merges);
    expect(faults(more[0] as AuditRow)).toEqual(['X6 wrong wrong-sum']);
    // The row below has no name of its own; what is merged over it is still of the person above.
    expect(verdicts(rowsOf('I.1', [a, second, b], 'A6:A7', over(23, 6, 7), over(9, 6, 7)))).toEqual(['right', 'right']);
  });

  it('with two values in a column is not judged by the first', () => {
    const second = { 1: 'ẩn', 8: '01/06/2025', 9: '31000000', 13: '5' };
    const [found, next] = rowsOf('I.1', [without(a, 13), second, b], over(1, 6, 7));
    expect(faults(found as AuditRow)).toEqual([
      'J6 unchecked merged-cell',
      'N6 unchecked merged-cell',
      ...['R6', 'S6', 'T6', 'X6'].map((cell) => `${cell} unchecked needs-data`),
    ]);
    const told = found?.cells.find(({ cell }) => cell === 'J6');
    expect(told).toMatchObject({ declared: `${COLONEL.salary}; 31000000` });
    expect(told?.message).toContain('J6:J7');
    expect(told?.message).toContain('one row for each person');
    expect(next).toMatchObject({ row: 8, verdict: 'right' });
    expect(next?.unit).toBeUndefined();
  });

  it('whose last row is merged with the next person is not judged by it', () => {
    const found = rowsOf('I.1', [without(a, 9), { 9: '30000000' }, without(b, 9)], over(1, 6, 7), over(9, 7, 8));
    for (const row of found) expect(faults(row)[0]).toMatch(/^J[68] unchecked merged-cell$/);
  });

  it('is not alone where the total is merged as well', () => {
    const found = rowsOf('I.1', [a], over(23, 6, 7));
    expect(faults(found[0] as AuditRow)).toEqual(['X6 unchecked merged-cell']);
  });
});

describe('columns merged within a row', () => {
  const [a = {}] = PEOPLE['I.1'];
  const due = a[13] ?? '';

  it('of one benefit are judged as one amount', () => {
    for (const [first, last] of [
      [13, 14],
      [13, 16],
    ] as const) {
      const range = over(first, 6, 6, last);
      expect(verdicts(rowsOf('I.1', [a], range))).toEqual(['right']);
      const wrong = rowsOf('I.1', [{ ...a, 13: String(Number(due) + 7) }], range)[0] as AuditRow;
      expect(faults(wrong)).toEqual(['N6 wrong wrong-amount']);
      expect(wrong.cells.find(({ cell }) => cell === 'N6')).toMatchObject({ computed: due, difference: '7' });
    }
    // The amount belongs in the second of the columns.
    const long = { ...COLONEL, birth: '05/1973', enlisted: '09/1991', merger: '15/01/2025', leaving: '2025-07-01' };
    const cells = { ...primaryOf(long), ...declaredI1(long) } as Record<number, string>;
    const moved = { ...without(cells, 14), 13: cells[14] ?? '' };
    expect(cells[14]).toBeDefined();
    expect(verdicts(rowsOf('I.1', [moved]))).toEqual(['wrong']);
    const [joined] = rowsOf('I.1', [moved], over(13, 6, 6, 14));
    expect(joined?.verdict).toBe('right');
    expect(joined?.cells.find(({ cell }) => cell === 'N6')).toMatchObject({ code: 'merged-right' });
    // An amount that is due in another column is not in these.
    expect(verdicts(rowsOf('I.1', [{ ...without(a, 13), 14: due }], over(14, 6, 6, 15)))).toEqual(['wrong']);
  });

  it('of the first years and the further ones too', () => {
    const sum = String(Number(a[18]) + Number(a[19]));
    const both = { ...without(a, 19), 18: sum };
    for (const ranges of [[over(18, 6, 6, 19)], []])
      expect(rowsOf('I.1', [both], ...ranges)[0]?.cells.find(({ cell }) => cell === 'S6')).toMatchObject({
        verdict: 'right',
        code: 'merged-right',
      });
    const two = rowsOf('I.1', [both, { ...without(a, 18, 19), 1: 'Phạm Văn B' }], over(18, 6, 7, 19));
    expect(two.map(faults)).toEqual([6, 7].map((row) => ['S', 'T'].map((at) => `${at}${row} unchecked merged-cell`)));
  });

  it('of several benefits, or of anything else, are told', () => {
    expect(faults(rowsOf('I.1', [without(a, 18)], over(17, 6, 6, 18))[0] as AuditRow)).toEqual([
      'R6 unchecked merged-cell',
      'S6 unchecked merged-cell',
    ]);
    // Two rows of one person are no several people.
    const two = rowsOf('I.1', [without(a, 18), { 1: '' }], 'A6:A7', over(1, 6, 7), over(17, 6, 7, 18))[0] as AuditRow;
    for (const { message } of two.cells.filter(({ code }) => code === 'merged-cell'))
      expect(message).toContain('several columns. Unmerge');
    expect(faults(two)).toHaveLength(2);
    expect(faults(rowsOf('I.1', [without(a, 11)], over(10, 6, 6, 11))[0] as AuditRow)).toEqual([
      'L6 unchecked merged-cell',
    ]);
    expect(faults(rowsOf('I.1', [without(a, 8)], over(7, 6, 6, 8))[0] as AuditRow)).toContain(
      'I6 unchecked merged-cell',
    );
    // A post over two columns, the second no column of the form, is a post.
    expect(verdicts(rowsOf('I.1', [a], over(24, 6, 6, 25), over(4, 6, 6, 4)))).toEqual(['right']);
  });
});

describe('nd178 audit of a workbook with merged cells', () => {
  type Value = string | number | null;

  function workbook(name: string, tab: string, { rows }: SheetInput, ranges: readonly string[]): string {
    const lines: Value[][] = [];
    for (const { row, cells } of rows) {
      while (lines.length < row) lines.push([]);
      lines[row - 1] = cells.map((cell) =>
        typeof cell === 'string'
          ? cell
          : cell !== null && typeof cell === 'object' && cell.kind === 'number'
            ? cell.value
            : null,
      );
    }
    const sheet = sheetjs.utils.aoa_to_sheet(lines);
    sheet['!merges'] = ranges.map((range) => sheetjs.utils.decode_range(range));
    const book = { SheetNames: [tab], Sheets: { [tab]: sheet } };
    return file(name, sheetjs.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Uint8Array);
  }

  const report = async (path: string, ...more: readonly string[]): Promise<AuditReport> =>
    JSON.parse((await command('audit', path, '--format', 'json', '--quiet', ...more)).out) as AuditReport;

  const [a = {}, b = {}, c = {}] = below(PEOPLE['I.1'], 7, 8);
  const ranges = [over(7), over(8), 'A1:X1'];

  it.each<FormId>(['I.1', 'I.2', 'I.3', 'I.5'])('reads form %s', async (form) => {
    const numbers = form === 'I.5' ? [5, 10] : [7, 8];
    const path = workbook(
      `${form}.xlsx`,
      form,
      sheetOf(form, below(PEOPLE[form], ...numbers)),
      numbers.map((number) => over(number)),
    );
    const { files, summary } = await report(path);
    expect(summary).toMatchObject({ rows: 3, right: 3 });
    expect(files[0]?.sheets[0]?.notes.map(({ code }) => code)).toEqual(['merged-rows']);
    expect((await command('audit', path)).out).toContain('Ô gộp qua nhiều hàng');
  });

  it('marks the cells that are meant in a copy that is merged as before', async () => {
    const people = [{ ...a, 9: '30000000' }, without(b, 9), { ...c, 10: '1' }, { 4: 'Phó' }];
    const merged = [...ranges, over(9, 6, 7), over(1, 8, 9), over(10, 8, 9)];
    const path = workbook('mark.xlsx', 'PL I.1', sheetOf('I.1', people), merged);
    const before = createHash('sha256').update(readFileSync(path)).digest('hex');
    const to = file('marked.xlsx');
    expect((await command('audit', path, '-o', to)).code).toBe(5);
    expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(before);
    const book = sheetjs.read(readFileSync(to), { cellStyles: true });
    const sheet = book.Sheets['PL I.1'] as sheetjs.WorkSheet;
    expect((sheet['!merges'] ?? []).map((one) => sheetjs.utils.encode_range(one)).sort()).toEqual([...merged].sort());
    const shown = (cell: string): unknown => (sheet[cell] as sheetjs.CellObject | undefined)?.v;
    // Wrong: both values in the first of the merged cells. Unchecked: the value stays, with a fill.
    expect(shown('K8')).toBe(`1\n${PEOPLE['I.1'][2]?.[10]}`);
    expect(shown('J6')).toBe(30000000);
    const fill = (cell: string): unknown =>
      (sheet[cell] as { s?: { patternType?: string } } | undefined)?.s?.patternType;
    expect([fill('J6'), fill('I6'), fill('H6')]).toEqual(['solid', 'none', 'none']);
    const rows = sheetjs.utils.sheet_to_json<string[]>(book.Sheets['Kiểm tra - Ô sai'] as sheetjs.WorkSheet, {
      header: 1,
    });
    expect(rows.slice(2).map(([cell]) => cell)).toEqual(
      expect.arrayContaining(['PL I.1!J6', 'PL I.1!J7', 'PL I.1!K8']),
    );
    expect(rows.some(([cell]) => /![HI]\d/.test(String(cell)))).toBe(false);
  });

  it('goes by a map of own columns', async () => {
    const heads: Readonly<Record<number, string>> = {
      1: 'Họ và tên',
      2: 'Sinh',
      3: 'Nhóm',
      8: 'Nghỉ',
      9: 'Lương',
      12: 'BHXH',
      23: 'Tiền',
    };
    const line = (name: string, more: Cells): Cells => ({
      1: name,
      2: '15/01/1966',
      9: '15356250',
      12: '22 năm',
      23: '744778125',
      ...more,
    });
    const people = [
      heads,
      line('Nguyễn Văn H', { 3: 'công chức', 7: '01/03/2025', 8: '01/05/2025' }),
      line('Trần Văn K', {}),
    ];
    const rows = people.map((cells, at) => ({ ...sheetOf('I.1', [cells]).rows[3], row: at + 1 })) as SheetInput['rows'];
    const columns = {
      name: 'B',
      birth: 'C',
      group: 'D',
      merger: 'H',
      leaving: 'I',
      salary: 'J',
      service: 'M',
      total: 'X',
    };
    const lines = Object.entries(columns).map(([key, at]) => `      ${key}: ${at}`);
    const map = file(
      'map.yaml',
      `sheets:\n  - sheet: DS\n    form: I.1\n    dataFrom: 2\n    columns:\n${lines.join('\n')}\n    defaults: {sex: male}\n`,
    );
    const path = workbook('own.xlsx', 'DS', { name: 'DS', rows }, ['D2:D3', 'H2:H3', 'I2:I3']);
    const { files } = await report(path, '--map', map);
    const found = files[0]?.sheets[0];
    expect(
      found?.rows.map(({ name, verdict }) => [name, verdict]),
      JSON.stringify(found),
    ).toEqual([
      ['Nguyễn Văn H', 'right'],
      ['Trần Văn K', 'right'],
    ]);
    expect(found?.notes.find(({ code }) => code === 'merged-rows')?.message).toContain('Nhóm đối tượng');
  });

  it('has a limit to merged ranges', async () => {
    const path = workbook('limit.xlsx', 'I.1', sheetOf('I.1', [a, b, c]), ranges);
    expect((await command('audit', path, '--max-merges', '3', '--quiet')).code).toBe(0);
    const { code, err } = await command('audit', path, '--max-merges', '2', '--lang', 'en');
    expect(code).toBe(3);
    expect(err).toContain('limit.xlsx');
    expect(err).toContain('--max-merges');
    expect((await command('audit', path, '--max-merges', 'no')).code).toBe(2);
  });
});
