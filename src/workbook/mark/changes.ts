import type { CellPlace } from './sheet.ts';

/** What becomes of a cell. Its parts are functions of the style that the cell has, or would take over. */
export interface CellChange {
  readonly style?: (own: number, cell: CellPlace | undefined, type: string) => number;
  /** What it holds from now on, as the content of a cell of type inlineStr without prefix. */
  readonly content?: (own: number) => string;
  /** The formula in place of its own, without prefix; nothing when only the value stays. */
  readonly formula?: string;
  /** The points it needs in its row. */
  readonly height?: (own: number) => number;
  /** Whether it is merged with others, so that its row does not fit itself to it. */
  readonly merged?: boolean;
  /** Whether it is only made where the cell is there. */
  readonly onlyThere?: boolean;
}

/** The changes to the cells of a sheet. */
export class Changes {
  readonly #rows = new Map<number, Map<number, CellChange>>();

  /** What is to become of a cell so far. */
  at(row: number, column: number): CellChange | undefined {
    return this.#rows.get(row)?.get(column);
  }

  /** Adds to what becomes of a cell. */
  add(row: number, column: number, change: CellChange): void {
    const cells = this.#rows.get(row) ?? new Map<number, CellChange>();
    cells.set(column, { ...cells.get(column), ...change });
    this.#rows.set(row, cells);
  }

  /** The rows with changes from the top, their cells from the left. */
  rows(): [row: number, cells: [column: number, change: CellChange][]][] {
    return [...this.#rows]
      .map(([row, cells]): [number, [number, CellChange][]] => [row, [...cells].sort(([a], [b]) => a - b)])
      .sort(([a], [b]) => a - b);
  }

  /** The cells that hold something else from now on. */
  replaced(): { row: number; column: number }[] {
    return this.rows().flatMap(([row, cells]) =>
      cells.filter(([, { content }]) => content).map(([column]) => ({ row, column })),
    );
  }
}
