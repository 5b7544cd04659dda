import { cellName, isBlank, type Cell, type TableRow } from './cell.ts';

/** A rectangle of cells: rows counted from 1, columns from 0. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The merged cells over a column in a row, and the value that is shown in all of them. */
export interface Covering {
  readonly area: Area;
  readonly value: Exclude<Cell, null>;
}

/** An area as spreadsheets name it: B2:D4. */
export function areaName({ top, left, bottom, right }: Area): string {
  return `${cellName(top, left)}:${cellName(bottom, right)}`;
}

/** The merged cells that begin below the header of a table and within its width, from the top, each cell once. */
export function areasBelow(areas: readonly Area[], dataFrom: number, width: number): Area[] {
  return (
    areas
      .filter(({ top, left }) => top >= dataFrom && left < width)
      .sort((a, b) => a.top - b.top || a.left - b.left)
      // No program merges one cell twice; a hostile file may, a great many times.
      .filter(({ top, left }, at, all) => top !== all[at - 1]?.top || left !== all[at - 1]?.left)
  );
}

/**
 * Tells of each row which merged cells cover its columns. A workbook stores the value of merged cells in the first of
 * them only, so that rows have to be given from the first one on, in order.
 */
export class Coverings {
  readonly #areas: readonly Area[];
  readonly #columns: ReadonlySet<number>;
  readonly #widest: number;
  readonly #covering = new Map<number, Covering>();
  #next = 0;

  /** `areas`: as {@link areasBelow} gives them; `columns`: those that matter. */
  constructor(areas: readonly Area[], columns: Iterable<number>) {
    this.#areas = areas;
    this.#columns = new Set(columns);
    this.#widest = Math.max(-1, ...this.#columns);
  }

  /** The merged cells over each column of a row, the first cell itself among them; those without a value say nothing. */
  at(row: TableRow): ReadonlyMap<number, Covering> {
    for (const [column, { area }] of this.#covering) if (row.row > area.bottom) this.#covering.delete(column);
    for (let area = this.#areas[this.#next]; area && area.top <= row.row; area = this.#areas[++this.#next]) {
      const value = area.top === row.row ? row.cells[area.left] : null;
      if (value === undefined || value === null || isBlank(value)) continue;
      for (let column = area.left; column <= Math.min(area.right, this.#widest); column++) {
        if (this.#columns.has(column)) this.#covering.set(column, { area, value });
      }
    }
    return this.#covering;
  }
}
