import type { Area } from '../../table/merges.ts';
import { SHEET_COLUMNS, SHEET_ROWS } from '../limits.ts';
import { areaOf } from '../area.ts';
import { isEmpty, parseXml, scanTags, withAttributes, type Tag, type XmlNode } from './xml.ts';
import { columnOf } from '../reference.ts';
import { type Attributes } from '../xml.ts';
import { damaged } from '../../messages/damage.ts';

/** A row and where it stands in the text. */
export interface RowPlace {
  readonly row: number;
  readonly attributes: Attributes;
  readonly start: number;
  readonly openEnd: number;
  closeStart: number;
  end: number;
}

/** A cell and where it stands in the text. */
export interface CellPlace {
  readonly column: number;
  readonly attributes: Attributes;
  readonly start: number;
  readonly openEnd: number;
  closeStart: number;
  end: number;
  /** Where its formula stands. */
  formula?: { readonly start: number; end: number };
  /** Whether it holds a value. */
  valued: boolean;
}

/** A formula that stands for several cells: shared by them, or of an array or a table of results. */
export interface WideFormula {
  readonly kind: 'shared' | 'array';
  readonly row: number;
  readonly column: number;
  /** The attributes of the formula. */
  readonly attributes: Attributes;
  text: string;
  /** The other cells that share it, in the order of the sheet. */
  readonly members: { readonly row: number; readonly column: number; readonly attributes: Attributes }[];
}

/** Where everything stands in the text of a sheet that edits need to know. */
export interface SheetMap {
  readonly part: string;
  readonly xml: string;
  readonly root: XmlNode;
  readonly rows: readonly RowPlace[];
  readonly wide: readonly WideFormula[];
  readonly merges: readonly Area[];
  /** The columns in which any cell holds something. */
  readonly used: ReadonlySet<number>;
}

/** Maps the text of a sheet. */
export function mapSheet(part: string, text: string): SheetMap {
  const scan = new RowScan(part);
  let root = parseXml(part, text, 'sheetData', scan);
  let xml = text;
  if (isEmpty(root)) {
    // A sheet of one tag has no place to put anything into.
    const name = root.prefix + root.name;
    xml = `${text.slice(0, root.start)}<${name}${withAttributes(root.attributes)}></${name}>`;
    root = parseXml(part, xml);
  }
  const merges = root.children
    .filter((child) => child.name === 'mergeCells')
    .flatMap((list) => list.children.map((merge) => areaOf(merge.attributes['ref'] ?? '')))
    .filter((area) => area !== undefined);
  return { part, xml, root, rows: scan.rows, wide: scan.wide, merges, used: scan.used };
}

/** The place in a list of rows of the first with at least a number, by halving. */
export function firstFrom(rows: readonly RowPlace[], number: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.row ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

class RowScan {
  readonly rows: RowPlace[] = [];
  readonly wide: WideFormula[] = [];
  readonly used = new Set<number>();
  readonly #part: string;
  readonly #shared = new Map<string, WideFormula>();
  #row = 0;
  #column = -1;
  /** The formula whose text is being read. */
  #formula: WideFormula | undefined;

  constructor(part: string) {
    this.#part = part;
  }

  text(text: string): void {
    if (this.#formula) this.#formula.text += text;
  }

  tag(tag: Tag): void {
    const { name, kind, depth } = tag;
    if (depth === 3 && name === 'row') this.#takeRow(tag);
    else if (depth === 4 && name === 'c' && kind !== 'close') {
      this.#column = columnAfter(this.#part, tag.attributes, this.#column);
    } else if (depth === 5 && kind === 'close') {
      if (name === 'f') this.#formula = undefined;
    } else if (depth === 5 && (name === 'v' || name === 'is' || name === 'f')) {
      this.used.add(this.#column);
      if (name === 'f') this.#takeFormula(tag);
    }
  }

  #takeRow(tag: Tag): void {
    if (tag.kind === 'close') {
      const row = this.rows.at(-1);
      if (row) [row.closeStart, row.end] = [tag.start, tag.end];
      return;
    }
    const given = tag.attributes['r'];
    const row = given === undefined ? this.#row + 1 : Number(given);
    if (!(Number.isInteger(row) && row > this.#row && row <= SHEET_ROWS))
      throw damaged(this.#part, 'row', { value: given });
    this.#row = row;
    this.#column = -1;
    const { attributes, start, end } = tag;
    this.rows.push({ row, attributes, start, openEnd: end, closeStart: end, end });
  }

  #takeFormula({ attributes, kind }: Tag): void {
    const type = attributes['t'] ?? 'normal';
    if (type === 'normal') return;
    const at = { row: this.#row, column: this.#column, attributes };
    const id = attributes['si'] ?? '';
    const group = type === 'shared' ? this.#shared.get(id) : undefined;
    // The cell that holds the text of a shared formula is its first; the others name its number only.
    if (type === 'shared' && group && attributes['ref'] === undefined) {
      group.members.push(at);
      return;
    }
    const wide: WideFormula = { ...at, kind: type === 'shared' ? 'shared' : 'array', text: '', members: [] };
    if (type === 'shared') this.#shared.set(id, wide);
    this.wide.push(wide);
    if (kind === 'open') this.#formula = wide;
  }
}

/** The cells of a row. */
export function cellsOf({ part, xml }: SheetMap, row: RowPlace): CellPlace[] {
  const cells: CellPlace[] = [];
  let column = -1;
  const tag = ({ kind, name, depth, attributes, start, end }: Tag): void => {
    const cell = cells.at(-1);
    if (depth === 1 && name === 'c' && kind !== 'close') {
      column = columnAfter(part, attributes, column);
      cells.push({ column, attributes, start, openEnd: end, closeStart: end, end, valued: false });
    } else if (depth === 1 && kind === 'close' && cell) {
      [cell.closeStart, cell.end] = [start, end];
    } else if (depth === 2 && cell) {
      if (name === 'f' && kind !== 'close') cell.formula = { start, end };
      else if (name === 'f' && cell.formula) cell.formula.end = end;
      else if (name === 'v' || name === 'is') cell.valued = true;
    }
  };
  scanTags(part, xml, { tag }, row.openEnd, row.closeStart);
  return cells;
}

function columnAfter(part: string, attributes: Attributes, before: number): number {
  const reference = attributes['r'];
  const column = reference === undefined ? before + 1 : columnOf(reference);
  if (column < 0 || column >= SHEET_COLUMNS) throw damaged(part, 'cell', { value: reference });
  return column;
}
