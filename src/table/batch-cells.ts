import type { Cell, TableRow } from './cell.ts';

/** What a cell of a table may be given as: a {@link Cell}, or the plain value of a program. */
export type TableValue = Cell | number | bigint | Date | undefined;

/** The cells of a row as a program gives them; an empty place is a blank cell, and nothing at all a blank row. */
export function rowOf(given: unknown, row: number): TableRow {
  if (given === null || given === undefined) return { row, cells: [] };
  return Array.isArray(given) ? { row, cells: Array.from(given, cellOf) } : { row, cells: [], fault: 'not-a-row' };
}

function cellOf(value: unknown): Cell {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return { kind: 'number', value, percent: false };
    case 'bigint':
      return String(value);
    case 'undefined':
      return null;
    default:
      if (value === null || isCell(value)) return value;
      return value instanceof Date
        ? dateCell(value)
        : { kind: 'faulty', fault: 'not-a-value', text: Object.prototype.toString.call(value).slice(8, -1) };
  }
}

/**
 * The day of a date at midnight of UTC, as libraries of workbooks give it. Any other moment is told with its time: at
 * midnight of Hanoi it is still the day before in UTC.
 */
function dateCell(date: Date): Cell {
  if (Number.isNaN(date.getTime())) return { kind: 'faulty', fault: 'date-out-of-range', text: String(date) };
  const text = date.toISOString();
  return MIDNIGHT.test(text) ? { kind: 'date', text: text.slice(0, 10) } : text;
}

const MIDNIGHT = /^\d{4}-\d{2}-\d{2}T00:00:00\.000Z$/;

function isCell(value: unknown): value is Exclude<Cell, null> {
  const { kind, value: number, text, fault } = value as Readonly<Record<string, unknown>>;
  if (kind === 'number') return typeof number === 'number';
  return typeof text === 'string' && (kind === 'date' || (kind === 'faulty' && typeof fault === 'string'));
}
