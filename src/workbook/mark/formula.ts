import { cellName, columnName } from '../../table/cell.ts';
import { SHEET_COLUMNS, SHEET_ROWS } from '../limits.ts';
import { areaOf, holds } from '../area.ts';
import type { SheetMap, WideFormula } from './sheet.ts';
import { withAttributes } from './xml.ts';
import { columnOf } from '../reference.ts';

/**
 * What stands in a formula, longest first: texts, names of sheets in quotes, parts of tables in brackets, whole rows,
 * whole columns, names and cells, numbers. Whatever else there is stays as it is.
 */
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[(?:[^[\]]|\[[^[\]]*\])*\]|\$?\d{1,7}:\$?\d{1,7}|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\p{L}\p{N}_.!(])|[$\p{L}_\\][$\p{L}\p{N}_.\\?]*|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/gu;
const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;

/** A formula as it reads some rows further down and some columns further right: what has no `$` moves with it. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(TOKEN, (token: string, at: number) => {
    const next = formula.charAt(at + token.length);
    // "LOG10(" is a function, "T1!" a sheet.
    if (next === '(' || next === '!') return token;
    const cell = CELL.exec(token);
    if (cell) {
      const [, fixedColumn = '', letters = '', fixedRow = '', digits = ''] = cell;
      if (Number(digits) < 1 || Number(digits) > SHEET_ROWS || columnOf(`${letters}1`) < 0) return token;
      const column = movedColumn(fixedColumn, letters, columns);
      const row = movedRow(fixedRow, digits, rows);
      return column === undefined || row === undefined ? '#REF!' : column + row;
    }
    return movedRange(token, rows, columns) ?? token;
  });
}

/** A range of whole rows or whole columns, moved; undefined when it is none. */
function movedRange(token: string, rows: number, columns: number): string | undefined {
  const found = /^(\$?)(\w+):(\$?)(\w+)$/.exec(token);
  if (!found) return undefined;
  const [, fixedFirst = '', first = '', fixedLast = '', last = ''] = found;
  const move = /^\d/.test(first)
    ? (fixed: string, text: string) => movedRow(fixed, text, rows)
    : (fixed: string, text: string) => movedColumn(fixed, text, columns);
  const [from, to] = [move(fixedFirst, first), move(fixedLast, last)];
  return from === undefined || to === undefined ? '#REF!' : `${from}:${to}`;
}

function movedRow(fixed: string, digits: string, by: number): string | undefined {
  const row = Number(digits) + (fixed === '' ? by : 0);
  return row < 1 || row > SHEET_ROWS ? undefined : fixed + String(row);
}

function movedColumn(fixed: string, letters: string, by: number): string | undefined {
  const column = columnOf(`${letters}1`) + (fixed === '' ? by : 0);
  return column < 0 || column >= SHEET_COLUMNS ? undefined : fixed + columnName(column);
}

/** What has to become of the formula of a cell, because a cell it was bound to has been replaced. */
export interface FormulaRepair {
  readonly row: number;
  readonly column: number;
  /** The formula as an element without prefix; empty when only the value stays. */
  readonly formula: string;
}

/** A cell by its place. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Keeps formulas right that stood for several cells, some of which are replaced. A shared formula whose first cell goes
 * is written into the next cell that shares it, as it reads there. An array, or a table of results, cannot have a hole:
 * its cells keep their values.
 */
export function formulaRepairs(sheet: SheetMap, replaced: readonly Place[]): FormulaRepair[] {
  if (sheet.wide.length === 0 || replaced.length === 0) return [];
  const names = new Set(replaced.map(({ row, column }) => cellName(row, column)));
  const gone = ({ row, column }: Place): boolean => names.has(cellName(row, column));
  return sheet.wide.flatMap((wide) => {
    if (wide.kind === 'shared') return gone(wide) && wide.text !== '' ? movedFirst(wide, gone) : [];
    const area = areaOf(wide.attributes['ref'] ?? '');
    const hit = area !== undefined && replaced.some(({ row, column }) => holds(area, row, column));
    return hit && !gone(wide) ? [{ row: wide.row, column: wide.column, formula: '' }] : [];
  });
}

function movedFirst(wide: WideFormula, gone: (place: Place) => boolean): FormulaRepair[] {
  const left = wide.members.filter((member) => !gone(member));
  const [first] = left;
  if (!first) return [];
  const ends = left.reduce(
    (area, { row, column }) => ({
      top: Math.min(area.top, row),
      left: Math.min(area.left, column),
      bottom: Math.max(area.bottom, row),
      right: Math.max(area.right, column),
    }),
    { top: first.row, left: first.column, bottom: first.row, right: first.column },
  );
  const ref = `${cellName(ends.top, ends.left)}:${cellName(ends.bottom, ends.right)}`;
  const text = shiftFormula(wide.text, first.row - wide.row, first.column - wide.column);
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const formula = `<f${withAttributes(first.attributes, { ref })}>${escaped}</f>`;
  return [{ row: first.row, column: first.column, formula }];
}
