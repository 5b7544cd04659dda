import { withZeros } from '../../case/spelling/zeros.ts';
import { composed } from '../../base/text.ts';
import { LONGEST_TYPED } from '../../base/lengths.ts';
import { cellText, isBlank, type Cell } from '../../table/cell.ts';
import { readStored } from '../../case/spelling/numbers.ts';
import type { CellCode } from '../messages.ts';

/**
 * What a declared cell says: nothing, one or several meanings that nobody can tell apart, or something that cannot
 * be read with certainty. `repair` is what an irregular spelling was read as.
 */
export type Reading<T> =
  | { readonly kind: 'blank' }
  | { readonly kind: 'read'; readonly values: readonly T[]; readonly repair?: string }
  | { readonly kind: 'fault'; readonly code: CellCode };

/** A blank cell. */
export const BLANK: { readonly kind: 'blank' } = { kind: 'blank' };

/** A cell read; `text` is what it was read as, where that is not how it is written. */
export function readAs<T>(values: readonly T[], repair?: string): Reading<T> {
  return { kind: 'read', values, ...(repair === undefined ? {} : { repair }) };
}

/** A cell that cannot be read. */
export function faulty<T>(code: CellCode): Reading<T> {
  return { kind: 'fault', code };
}

/** The only meaning of a reading; undefined where it has none or several. */
export function certain<T>(reading: Reading<T>): T | undefined {
  return reading.kind === 'read' && reading.values.length === 1 ? reading.values[0] : undefined;
}

/** Whether people leave the cell as good as blank: `-`, `–`, `x`, dots. */
export function isEmptyMark(cell: Cell | undefined): boolean {
  return isBlank(cell) || (typeof cell === 'string' && /^[\s\-–—_.…]*$/.test(cell));
}

/** The fault of a cell that has no value at all, or a text longer than any; undefined for an ordinary cell. */
export function cellFault(cell: Cell | undefined): CellCode | undefined {
  if (typeof cell === 'string' && cell.length > LONGEST_TYPED) return 'text-too-long';
  if (cell === null || cell === undefined || typeof cell !== 'object' || cell.kind !== 'faulty') return undefined;
  const { fault } = cell;
  return fault === 'formula-without-value' || fault === 'merged-cell' || fault === 'two-births'
    ? fault
    : 'unreadable-cell';
}

/**
 * What stands in a cell that should hold a number: the decimal of a stored number, or a text as it is written, the
 * letter O as zero; a reading where it is blank or holds neither, with the code of the fault.
 */
export function numberIn(
  cell: Cell | undefined,
  code: CellCode,
): { readonly stored: string } | { readonly written: string } | Reading<never> {
  if (isEmptyMark(cell)) return BLANK;
  const fault = cellFault(cell);
  if (fault !== undefined) return faulty(fault);
  if (typeof cell === 'string') return { written: withZeros(plainText(cell)) };
  if (typeof cell !== 'object' || cell?.kind !== 'number') return faulty(code);
  const read = readStored(cell.value);
  return 'value' in read ? { stored: read.value } : faulty(code);
}

/** Notes as a repair that a letter O was read as zero, where nothing else was repaired. */
export function zerosNoted<T>(cell: Cell | undefined, reading: Reading<T>): Reading<T> {
  if (reading.kind !== 'read' || reading.repair !== undefined || typeof cell !== 'string') return reading;
  const text = plainText(cell);
  const mended = withZeros(text);
  return mended === text ? reading : { ...reading, repair: mended };
}

/** A cell as trimmed text, composed, with single spaces. */
export function plainText(cell: Cell | undefined): string {
  return composed(cellText(cell)).replace(/\s+/g, ' ').trim();
}
