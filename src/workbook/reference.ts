import { SHEET_COLUMNS, SHEET_ROWS } from './limits.ts';

const A = 65;
const Z = 90;
const ZERO = 48;
const NINE = 57;
/** What makes a small letter a capital. */
const CAPITAL = 0xdf;

/** The column of a cell reference: "H12" is 7; -1 when it is none. */
export function columnOf(reference: string): number {
  const letters = lettersOf(reference);
  return letters > 0 && letters < reference.length ? columnBefore(reference, letters) : -1;
}

/** The column of a reference to a cell of a row; -1 for a cell of another row, and for what is no reference. */
export function columnIn(reference: string, row: number): number {
  const letters = lettersOf(reference);
  return letters > 0 && numberFrom(reference, letters) === row ? columnBefore(reference, letters) : -1;
}

/** The number of a row, from 1; 0 where a text is none. */
export function rowOf(text: string): number {
  return numberFrom(text, 0);
}

/** How many letters a reference begins with, at most four: no column has so many. */
function lettersOf(reference: string): number {
  let at = 0;
  while (at < 4 && at < reference.length) {
    const code = reference.charCodeAt(at) & CAPITAL;
    if (code < A || code > Z) break;
    at++;
  }
  return at;
}

/** The column of the letters before a place; not below 0, but it may lie beyond the last one. */
function columnBefore(reference: string, end: number): number {
  let column = 0;
  for (let at = 0; at < end; at++) column = column * 26 + (reference.charCodeAt(at) & CAPITAL) - A + 1;
  return column > SHEET_COLUMNS ? -1 : column - 1;
}

/** The whole number that decimal digits write from a place to the end; 0 where there are none, or something else. */
function numberFrom(text: string, from: number): number {
  let value = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > NINE || value > SHEET_ROWS) return 0;
    value = value * 10 + code - ZERO;
  }
  return value;
}
