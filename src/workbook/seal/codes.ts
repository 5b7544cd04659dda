import type { Sha256 } from '../../base/hash.ts';
import { cellText, numberText, type Cell } from '../../table/cell.ts';
import { cutToCell } from '../cell-text.ts';
import type { SheetCell } from '../plan.ts';

/** What the seal of a workbook (niêm phong) says of one row: a code of the whole, and a short one of each cell. */
export interface RowCode {
  /** 32 hex digits of the SHA-256 of the cells: it vouches for the row. */
  readonly code: string;
  /** Four hex digits for each cell, which only tell the place of a change. */
  readonly cells: string;
}

/** Hex digits of the code of a row. */
export const ROW_DIGITS = 32;

/** Hex digits of the code of a cell. */
export const CELL_DIGITS = 4;

/**
 * The codes of a row by the texts of its cells, blank ones at the end left out; undefined for a row without any. The same
 * text as a number, a date or a text has the same code: programs that save a workbook again may store it otherwise.
 */
export function rowCode(texts: readonly string[], sha: Sha256): RowCode | undefined {
  let end = texts.length;
  while (end > 0 && texts[end - 1] === '') end--;
  if (end === 0) return undefined;
  const held = texts.slice(0, end);
  return { code: sha(JSON.stringify(held)).slice(0, ROW_DIGITS), cells: held.map(cellCode).join('') };
}

/** FNV-1a, folded: where a row was changed need not be proven, its own code does that. */
function cellCode(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (((hash >>> 16) ^ hash) & 0xffff).toString(16).padStart(CELL_DIGITS, '0');
}

/** The text of a cell that is to be written, as the seal takes it. */
export function writtenText(cell: SheetCell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if ('text' in cell) return plain(cutToCell(cell.text));
  if ('number' in cell) return numeric(cell.number);
  if ('date' in cell) return cell.date;
  if ('flag' in cell) return cellText(cell.flag);
  return cell.error;
}

/** The text of a cell that was read, as the seal takes it. */
export function readText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return plain(cell);
  if (typeof cell === 'object' && cell.kind === 'number') return numberText(cell.value);
  if (typeof cell === 'object' && cell.kind === 'faulty') return numeric(cell.text);
  return cellText(cell);
}

function plain(text: string): string {
  return numeric(text.replace(/\r\n?/g, '\n').normalize('NFC').trim());
}

/** A number by its value, whichever way its digits stand; any other text as it is. */
function numeric(text: string): string {
  return /^-?\d{1,15}$|^-?(?=[\d.]{3,16}$)\d+\.\d+$/.test(text) ? numberText(Number(text)) : text;
}
