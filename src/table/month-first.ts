import type { TableRow } from './cell.ts';
import type { Header } from './table-header.ts';

const NUMBERS = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}\s*$/;
const MONTHS = 12;

/**
 * Makes the function that marks the rows of a list in which a date is one only with the month before the day: they are
 * refused, and say of the other dates of their column that these may be written so too (kiểu Mỹ).
 */
export function monthFirstMarker({ keys, combinations = [] }: Header): (row: TableRow) => TableRow {
  const halves = combinations.filter(({ kind }) => kind === 'birth-by-sex').map(({ second }) => second);
  const dated = keys.filter(({ key }) => key.type === 'day' || key.type === 'birth').map(({ index }) => index);
  const columns = [...new Set([...dated, ...halves])];
  return (row) => {
    const isMonthFirst = columns.some((index) => {
      const cell = row.cells[index];
      const [, first, second] = (typeof cell === 'string' && NUMBERS.exec(cell)) || [];
      return Number(first) <= MONTHS && Number(second) > MONTHS;
    });
    return isMonthFirst ? { ...row, monthFirst: true } : row;
  };
}
