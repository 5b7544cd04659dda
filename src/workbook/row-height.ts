import type { CellStyle, SheetCell, SheetRow } from './plan.ts';

/** Points of a line of the text of a sheet (Times New Roman 11); not every program gives a wrapped row its height itself. */
const LINE = 15;

/** The styles whose texts are broken into lines, and how much wider than plain text their letters are. */
const WRAPPED: Readonly<Partial<Record<CellStyle, number>>> = {
  long: 1,
  note: 1,
  plain: 1,
  center: 1,
  heading: 1.08,
  'required-heading': 1.08,
  'sum-text': 1.08,
  'center-strong': 1.08,
};

/** Points of a line of larger letters. */
const TALL: Readonly<Partial<Record<CellStyle, number>>> = {
  title: 24,
  section: 22,
  heading: 16,
  'required-heading': 16,
};

/** No program shows a taller row. */
const TALLEST = 409;

/**
 * The height of a row in points, so that no text of a shown column is cut or runs over another; undefined for a row of
 * one line. `widths`: of the columns that are shown, 0 for one that is not.
 */
export function rowHeight(cells: SheetRow, widths: readonly number[]): number | undefined {
  let most = 0;
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at];
    if (!cell || !('text' in cell) || cell.style === undefined || cell.text === '') continue;
    const line = TALL[cell.style] ?? LINE;
    const factor = WRAPPED[cell.style];
    const height = factor === undefined ? line : line * linesOf(cell, widthAt(widths, at, cell), factor);
    if (height > most) most = height;
  }
  return most <= LINE ? undefined : Math.min(TALLEST, most + 1);
}

function widthAt(
  widths: readonly number[],
  at: number,
  { across = 1 }: SheetCell & object & { across?: number },
): number {
  let width = 0;
  for (let next = at; next < at + across; next++) width += widths[next] ?? 0;
  return width;
}

/** A column of no width shows no line. */
function linesOf({ text }: { readonly text: string }, width: number, factor: number): number {
  if (width === 0) return 1;
  return textLines(text, Math.max(4, width - 1.5) / factor);
}

/** How many lines a text takes in a column of a width in digits. */
export function textLines(text: string, width: number): number {
  // Whatever it holds, so short a text stays on its line.
  if (text.length * WIDEST <= width && !text.includes('\n')) return 1;
  return text.split('\n').reduce((sum, line) => sum + paragraphLines(line, width), 0);
}

function paragraphLines(text: string, width: number): number {
  let [lines, used] = [1, 0];
  for (const word of text.split(' ')) {
    const size = sizeOf(word);
    if (used > 0 && used + SPACE + size > width) [lines, used] = [lines + 1, 0];
    else if (used > 0) used += SPACE;
    // A word longer than a line is broken.
    const more = Math.floor(size / width);
    [lines, used] = [lines + more, more > 0 ? size - more * width : used + size];
  }
  return lines;
}

/** Widths of letters of Times New Roman, in widths of a digit. */
const WIDEST = 1.9;
const SPACE = 0.5;

function sizeOf(word: string): number {
  let size = 0;
  for (const letter of word.normalize('NFC')) size += letterSize(letter);
  return size;
}

function letterSize(letter: string): number {
  if (/[ijltf.,;:'!|()[\]-]/.test(letter)) return 0.65;
  if (/[mwMW…—]/.test(letter)) return 1.8;
  if (letter.toLowerCase() !== letter) return 1.4;
  return /[ươứừửữựớờởỡợ]/.test(letter) ? 1.05 : 0.95;
}
