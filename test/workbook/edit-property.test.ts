import * as sheetjs from '@e965/xlsx';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellName } from '../../src/table/cell.ts';
import { rowsOf, testFolder } from '../support/table.ts';
import { edited, read } from './fixtures-edit/workbook.ts';

const file = testFolder();
const SHEET = 'Phụ lục';
const ROWS = 12;
const COLUMNS = 8;

const text = fc.string({
  unit: fc.constantFrom('a', 'ữ', '&', '<', '"', ']]>', '_x000D_', ' ', '\n', '1.'),
  minLength: 1,
  maxLength: 6,
});
const content = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  { weight: 3, arbitrary: fc.integer().map((v): sheetjs.CellObject => ({ t: 'n', v, z: '#,##0' })) },
  { weight: 2, arbitrary: text.map((v): sheetjs.CellObject => ({ t: 's', v })) },
  { weight: 1, arbitrary: fc.boolean().map((v): sheetjs.CellObject => ({ t: 'b', v })) },
  { weight: 2, arbitrary: fc.nat(9).map((at): sheetjs.CellObject => ({ t: 'n', v: at, f: `A${at + 1}*2` })) },
);
const cells = fc.array(fc.array(content, { maxLength: COLUMNS }), { maxLength: ROWS });
const place = fc.record({
  row: fc.integer({ min: 1, max: ROWS + 3 }),
  column: fc.integer({ min: 0, max: COLUMNS + 2 }),
});
const marks = fc.uniqueArray(
  fc.record({
    place,
    declared: text,
    computed: text,
    kind: fc.constantFrom('wrong' as const, 'follow-on' as const, 'unchecked' as const),
  }),
  { maxLength: 8, selector: (mark) => cellName(mark.place.row, mark.place.column) },
);
const remarks = fc.array(fc.record({ row: fc.integer({ min: 2, max: ROWS + 4 }), text }), { maxLength: 4 });
/** Merged ranges that cannot meet: each in rows of its own. */
const merges = fc.uniqueArray(
  fc.record({ band: fc.nat(3), from: fc.nat(COLUMNS - 2), width: fc.integer({ min: 1, max: 2 }), height: fc.nat(1) }),
  {
    maxLength: 3,
    selector: ({ band }) => band,
  },
);

it('random marks on random sheets: what is marked holds both texts, all else reads as before', async () => {
  await fc.assert(
    fc.asyncProperty(cells, marks, remarks, merges, async (rows, marked, remarked, ranges) => {
      const sheet: sheetjs.WorkSheet = { '!ref': `A1:${cellName(ROWS, COLUMNS - 1)}` };
      for (const [at, row] of rows.entries())
        for (const [column, cell] of row.entries()) if (cell) sheet[cellName(at + 1, column)] = cell;
      sheet['!merges'] = ranges.map(({ band, from, width, height }) => ({
        s: { r: band * 3, c: from },
        e: { r: band * 3 + height, c: from + width },
      }));
      sheet['!cols'] = Array.from({ length: 4 }, (_, at) => ({ width: 6 + at }));
      sheet['!rows'] = [{ hpt: 12 }, {}, { hpt: 40 }];
      const source = sheetjs.write(
        { SheetNames: [SHEET, 'B'], Sheets: { [SHEET]: sheet, B: { '!ref': 'A1' } } },
        { type: 'buffer', bookType: 'xlsx' },
      ) as Buffer;
      const before = read(source).Sheets[SHEET]!;
      const { book, data } = await edited(file, source, {
        marks: marked.map(({ place: { row, column }, ...mark }) => ({
          sheet: SHEET,
          cell: cellName(row, column),
          ...mark,
        })),
        remarks: remarked.map((remark) => ({ sheet: SHEET, ...remark })),
      });
      const after = book.Sheets[SHEET]!;
      const target = (row: number, column: number): string => {
        const range = sheet['!merges']!.find(
          ({ s, e }) => row - 1 >= s.r && row - 1 <= e.r && column >= s.c && column <= e.c,
        );
        return range ? cellName(range.s.r + 1, range.s.c) : cellName(row, column);
      };
      const shown = new Map((await rowsOf(data, SHEET)).map((row) => [row.row, row.cells]));
      const touched = new Set<string>();
      for (const {
        place: { row, column },
        declared,
        computed,
        kind,
      } of marked) {
        if (kind === 'unchecked') continue;
        const cell = target(row, column);
        touched.add(cell);
        const { r, c } = sheetjs.utils.decode_cell(cell);
        expect(shown.get(r + 1)?.[c]).toContain(declared);
        expect(shown.get(r + 1)?.[c]).toContain(computed);
      }
      const free =
        Math.max(
          -1,
          ...marked.map(({ place: { row, column } }) => sheetjs.utils.decode_cell(target(row, column)).c),
          ...sheet['!merges'].map(({ e }) => e.c),
          ...Object.keys(before)
            .filter((name) => !name.startsWith('!') && before[name].v !== undefined)
            .map((name) => sheetjs.utils.decode_cell(name).c),
        ) + 1;
      for (const { row, text: remark } of remarked) expect(shown.get(row)?.[free]).toContain(remark);
      const value = (cell: sheetjs.CellObject | undefined) => [
        cell?.v,
        cell?.f,
        cell?.v === undefined ? undefined : cell.t,
        cell?.v === undefined ? undefined : cell.z,
      ];
      for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
        if (name.startsWith('!') || touched.has(name) || sheetjs.utils.decode_cell(name).c === free) continue;
        expect(value(after[name] as sheetjs.CellObject), name).toEqual(value(before[name] as sheetjs.CellObject));
      }
      expect(after['!merges']).toEqual(before['!merges']);
      const widths = (cols: sheetjs.ColInfo[] | undefined) =>
        Array.from({ length: 4 }, (_, at) => (at === free ? undefined : cols?.[at]?.width));
      if (remarked.length === 0 || free >= 4) expect(widths(after['!cols'])).toEqual(widths(before['!cols']));
    }),
    { numRuns: 100 },
  );
});
