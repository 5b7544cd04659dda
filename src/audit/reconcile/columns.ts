import type { TableRow } from '../../table/cell.ts';
import { headingScore, headingsOf, HEADING_SEARCH_ROWS } from '../sheet/headings.ts';

/** A column that is looked for by the words of its heading, as the forms have them. */
export interface WordColumn {
  readonly key: string;
  readonly words: readonly (readonly string[])[];
  /** Whether there is no table without it. */
  readonly required?: true;
}

/** Where the columns of a table stand, and the last row of its heading. */
export interface FoundColumns {
  readonly headingRow: number;
  readonly at: ReadonlyMap<string, number>;
}

/** Finds the heading of a table by words, in one row or in two: the first that has every required column. */
export function findColumns(rows: readonly TableRow[], wanted: readonly WordColumn[]): FoundColumns | undefined {
  const searched = rows.slice(0, HEADING_SEARCH_ROWS);
  for (const [at, row] of searched.entries()) {
    const below = searched[at + 1];
    // A second row belongs to the heading where it says more.
    const single = columnsIn([row], wanted);
    const both = below?.row === row.row + 1 ? columnsIn([row, below], wanted) : undefined;
    if (both && (!single || both.size > single.size)) return { headingRow: row.row + 1, at: both };
    if (single) return { headingRow: row.row, at: single };
  }
  return undefined;
}

function columnsIn(rows: readonly TableRow[], wanted: readonly WordColumn[]): Map<string, number> | undefined {
  const headings = headingsOf(rows);
  const scored = wanted.flatMap(({ key, words }) =>
    headings.map((heading, column) => ({ key, column, score: headingScore(heading, { words }) })),
  );
  const at = new Map<string, number>();
  const taken = new Set<number>();
  for (const { key, column } of scored.filter((one) => one.score > 0).sort((a, b) => b.score - a.score)) {
    if (at.has(key) || taken.has(column)) continue;
    at.set(key, column);
    taken.add(column);
  }
  return wanted.every(({ key, required }) => !required || at.has(key)) ? at : undefined;
}
