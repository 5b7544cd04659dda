import { expect, it } from 'vitest';
import { RowRanges } from '../../src/table/row-ranges.ts';
import { positionOf, rowNamer } from '../../src/table/sheets.ts';

const text = (rows: readonly number[], name: (row: number) => string = String): string => {
  const ranges = new RowRanges();
  for (const row of rows) ranges.add(row);
  return ranges.text('vi', name);
};

it('rows that follow one another are a range', () => {
  expect(text([3])).toBe('3');
  expect(text([3, 4])).toBe('3–4');
  expect(text([3, 4, 5, 7, 9, 10])).toBe('3–5, 7, 9–10');
});

it('rows of several sheets never share a range, and a sheet is named once for each', () => {
  const rows = [positionOf(0, 3), positionOf(0, 4), positionOf(1, 5)];
  expect(text(rows, rowNamer(['A', 'B "x" 1']))).toBe('"A" 3–4, "B "x" 1" 5');
});

it('beyond forty ranges rows are counted', () => {
  const rows = Array.from({ length: 60 }, (_, at) => at * 2 + 1);
  expect(text(rows)).toMatch(/^1, 3, .*, 79 và 20 hàng khác$/);
});

it('goes on from what was stored', () => {
  const first = new RowRanges();
  first.add(1);
  const second = new RowRanges(first.data(), first.count);
  second.add(2);
  expect([second.count, second.text('en', String)]).toEqual([2, '1–2']);
});
