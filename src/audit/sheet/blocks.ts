import type { TableRow } from '../../table/cell.ts';
import { isNameRow } from './headings.ts';
import { findLayout, type SheetLayout } from './layout.ts';

/** A part of a sheet under one heading. */
export interface Block {
  readonly layout: SheetLayout;
  /** The heading and all rows below it, to the next heading. */
  readonly rows: readonly TableRow[];
}

/** The most rows of a heading, with the row that numbers the columns. */
const MOST_HEADING_ROWS = 8;

/**
 * The parts of a sheet, each under its heading: where the heading stands again its columns may stand elsewhere. A map of
 * columns counts for the whole sheet.
 */
export function blocksOf(first: SheetLayout, rows: readonly TableRow[]): Block[] {
  const blocks: { layout: SheetLayout; rows: TableRow[] }[] = [{ layout: first, rows: [] }];
  rows.forEach((row, at) => {
    const layout = row.row > first.headingRow && first.by !== 'map' ? again(first, rows, at) : undefined;
    if (layout) blocks.push({ layout, rows: [] });
    blocks.at(-1)?.rows.push(row);
  });
  return blocks;
}

/** The layout that a heading gives which stands in a row; undefined where none does. */
function again({ form, money }: SheetLayout, rows: readonly TableRow[], at: number): SheetLayout | undefined {
  const row = rows[at];
  if (!row || !isNameRow(row)) return undefined;
  const found = findLayout(form, rows.slice(at, at + MOST_HEADING_ROWS));
  return found && money && !found.money ? { ...found, money } : found;
}
