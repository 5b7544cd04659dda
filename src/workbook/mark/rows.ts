import { cellName } from '../../table/cell.ts';
import type { CellChange, Changes } from './changes.ts';
import { SHEET_ORDER, type Layout } from './layout.ts';
import { cellsOf, firstFrom, type CellPlace, type RowPlace, type SheetMap } from './sheet.ts';
import { childOf, isEmpty, placeFor, prefixed, withAttributes, type Splice } from './xml.ts';

/** The pieces of a sheet that its changed rows replace. */
export interface RowSplices {
  readonly splices: readonly Splice[];
  /** Whether any cell had a formula that it has no more. */
  readonly formulasLost: boolean;
}

/** Writes the changes of cells into the rows of a sheet. */
export function rowSplices(sheet: SheetMap, changes: Changes, layout: Layout): RowSplices {
  const writer = new RowWriter(sheet, layout);
  for (const [row, cells] of changes.rows()) writer.change(row, cells);
  return { splices: writer.done(), formulasLost: writer.formulasLost };
}

class RowWriter {
  readonly #sheet: SheetMap;
  readonly #layout: Layout;
  readonly #prefix: string;
  readonly #splices: Splice[] = [];
  /** Rows that come behind the last one, and where. */
  #behind = '';
  formulasLost = false;

  constructor(sheet: SheetMap, layout: Layout) {
    this.#sheet = sheet;
    this.#layout = layout;
    this.#prefix = sheet.root.prefix;
  }

  change(number: number, changes: readonly [column: number, change: CellChange][]): void {
    const next = firstFrom(this.#sheet.rows, number);
    const row = this.#sheet.rows[next];
    if (row?.row === number) return this.#changeRow(row, changes);
    const cells = changes.filter(([, { onlyThere }]) => !onlyThere);
    if (cells.length === 0) return;
    const xml = cells.map(([column, change]) => this.#newCell(number, undefined, column, change)).join('');
    const ht = withAttributes({}, this.#heights(undefined, cells, new Map()));
    const text = `<${this.#prefix}row r="${number}"${ht}>${xml}</${this.#prefix}row>`;
    if (row) this.#splices.push({ at: row.start, to: row.start, text });
    else this.#behind += text;
  }

  done(): Splice[] {
    if (this.#behind === '') return this.#splices;
    const { root } = this.#sheet;
    const name = `${this.#prefix}sheetData`;
    const data = childOf(root, 'sheetData');
    if (!data) {
      const at = placeFor(root, SHEET_ORDER, 'sheetData');
      return [...this.#splices, { at, to: at, text: `<${name}>${this.#behind}</${name}>` }];
    }
    const text = isEmpty(data) ? `<${name}${withAttributes(data.attributes)}>${this.#behind}</${name}>` : this.#behind;
    return [
      ...this.#splices,
      { at: isEmpty(data) ? data.start : data.closeStart, to: isEmpty(data) ? data.end : data.closeStart, text },
    ];
  }

  #changeRow(row: RowPlace, changes: readonly [column: number, change: CellChange][]): void {
    const cells = cellsOf(this.#sheet, row);
    const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
    let added = '';
    for (const [column, change] of changes) {
      const cell = byColumn.get(column);
      if (cell) this.#changeCell(cell, change);
      else if (!change.onlyThere) {
        const text = this.#newCell(row.row, row, column, change);
        const next = cells.find((other) => other.column > column);
        if (next) this.#splices.push({ at: next.start, to: next.start, text });
        else added += text;
      }
    }
    const heights = this.#heights(row, changes, byColumn);
    // `spans` only helps programs to set aside memory; one that is too narrow is an error.
    const widened = changes.some(([column, { onlyThere }]) => !onlyThere && !byColumn.has(column));
    const attributes = withAttributes(row.attributes, { ...heights, ...(widened && { spans: undefined }) });
    const name = `${this.#prefix}row`;
    if (isEmpty(row)) {
      if (added !== '')
        this.#splices.push({ at: row.start, to: row.end, text: `<${name}${attributes}>${added}</${name}>` });
      return;
    }
    if (attributes !== withAttributes(row.attributes))
      this.#splices.push({ at: row.start, to: row.openEnd, text: `<${name}${attributes}>` });
    if (added !== '') this.#splices.push({ at: row.closeStart, to: row.closeStart, text: added });
  }

  #changeCell(cell: CellPlace, change: CellChange): void {
    const own = Number(cell.attributes['s'] ?? 0);
    const type = cell.attributes['t'] ?? 'n';
    const style = change.style ? change.style(own, cell, type) : own;
    const s = style === own ? cell.attributes['s'] : String(style);
    const name = `${this.#prefix}c`;
    if (change.content) {
      this.formulasLost ||= cell.formula !== undefined;
      const attributes = withAttributes(cell.attributes, {
        s,
        t: 'inlineStr',
        cm: undefined,
        vm: undefined,
        ph: undefined,
      });
      const text = `<${name}${attributes}>${prefixed(change.content(own), this.#prefix)}</${name}>`;
      this.#splices.push({ at: cell.start, to: cell.end, text });
      return;
    }
    const { formula } = cell;
    if (change.formula !== undefined && formula) {
      this.formulasLost ||= change.formula === '';
      this.#splices.push({ at: formula.start, to: formula.end, text: prefixed(change.formula, this.#prefix) });
    }
    const attributes = withAttributes(cell.attributes, { s, ...(change.formula === '' && { cm: undefined }) });
    if (attributes === withAttributes(cell.attributes)) return;
    const close = isEmpty(cell) ? '/' : '';
    this.#splices.push({ at: cell.start, to: cell.openEnd, text: `<${name}${attributes}${close}>` });
  }

  #newCell(number: number, row: RowPlace | undefined, column: number, change: CellChange): string {
    const own = this.#layout.style(row, column);
    const style = change.style ? change.style(own, undefined, '') : own;
    const open = `<${this.#prefix}c r="${cellName(number, column)}" s="${style}"`;
    if (!change.content) return `${open}/>`;
    return `${open} t="inlineStr">${prefixed(change.content(own), this.#prefix)}</${this.#prefix}c>`;
  }

  #heights(
    row: RowPlace | undefined,
    changes: readonly [column: number, change: CellChange][],
    byColumn: ReadonlyMap<number, CellPlace>,
  ): Record<string, string> {
    let points = 0;
    let free = false;
    for (const [column, change] of changes) {
      if (!change.height) continue;
      const cell = byColumn.get(column);
      const own = cell ? Number(cell.attributes['s'] ?? 0) : this.#layout.style(row, column);
      points = Math.max(points, change.height(own));
      free ||= change.merged !== true;
    }
    return points === 0 ? {} : this.#layout.grown(row, points, !free);
  }
}
