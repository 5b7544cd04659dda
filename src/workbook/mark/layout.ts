import type { Area } from '../../table/merges.ts';
import { columnName } from '../../table/cell.ts';
import { areaOf } from '../area.ts';
import type { RowPlace, SheetMap } from './sheet.ts';
import { appended, childOf, placeFor, withAttributes, type Splice, type XmlNode } from './xml.ts';

/** The children of a sheet in the order that the format asks for, as far as something is put among them. */
export const SHEET_ORDER: readonly string[] = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetCalcPr', 'sheetProtection'],
  ...['protectedRanges', 'scenarios', 'autoFilter', 'sortState', 'dataConsolidate', 'customSheetViews', 'mergeCells'],
  ...['phoneticPr', 'conditionalFormatting', 'dataValidations', 'hyperlinks'],
];

const USUAL_WIDTH = 9;
const USUAL_HEIGHT = 15;
/** Wider than this nothing needs to be known. */
const WIDE = 1000;
const GREATEST_HEIGHT = 409;

/** The widths of the columns and the heights of the rows of a sheet. */
export class Layout {
  readonly #sheet: SheetMap;
  readonly #columns: readonly { readonly from: number; readonly to: number; readonly node: XmlNode }[];
  readonly #width: number;
  /** The height of rows that tell none; undefined when they fit themselves to what they hold. */
  readonly #height: number | undefined;
  readonly #defaultHeight: number;

  constructor(sheet: SheetMap) {
    this.#sheet = sheet;
    this.#columns = (childOf(sheet.root, 'cols')?.children ?? []).map((node) => ({
      from: Number(node.attributes['min']) - 1,
      to: Number(node.attributes['max']) - 1,
      node,
    }));
    const format = childOf(sheet.root, 'sheetFormatPr')?.attributes ?? {};
    this.#width = Number(format['defaultColWidth'] ?? USUAL_WIDTH);
    this.#defaultHeight = Number(format['defaultRowHeight'] ?? USUAL_HEIGHT);
    this.#height = isTrue(format['customHeight']) ? this.#defaultHeight : undefined;
  }

  /** The width of an area in characters. */
  width(area: Area): number {
    let width = 0;
    for (let column = area.left; column <= area.right && width < WIDE; column++) {
      const node = this.#column(column)?.node;
      if (node && isTrue(node.attributes['hidden'])) continue;
      width += Number(node?.attributes['width'] ?? this.#width);
    }
    return width;
  }

  /** The style that new cells of a row and column take over. */
  style(row: RowPlace | undefined, column: number): number {
    const ofRow = row && isTrue(row.attributes['customFormat']) ? row.attributes['s'] : undefined;
    return Number(ofRow ?? this.#column(column)?.node.attributes['style'] ?? 0);
  }

  /** The height of a row in points, as far as it is told or can be taken for granted. */
  height(row: RowPlace | undefined): number {
    return Number(row?.attributes['ht'] ?? this.#defaultHeight);
  }

  /**
   * What has to be said about a row so that so many points of it can be seen. Rows that no height is told of fit
   * themselves to what they hold, but not to merged cells (`bound`).
   */
  grown(row: RowPlace | undefined, points: number, bound: boolean): Record<string, string> {
    const written = row?.attributes['ht'];
    const now = written === undefined ? this.#height : Number(written);
    const ht = String(Math.min(GREATEST_HEIGHT, Math.ceil(points * 4) / 4));
    if (now === undefined) return bound && points > this.#defaultHeight ? { ht, customHeight: '1' } : {};
    if (points <= now) return {};
    return written === undefined ? { ht, customHeight: '1' } : { ht };
  }

  /** Gives a column a width of its own, whatever range of columns it stood in. */
  widened(column: number, width: number): Splice[] {
    const { root } = this.#sheet;
    const size = { min: String(column + 1), max: String(column + 1), width: String(width), customWidth: '1' };
    const cleared = { hidden: undefined, bestFit: undefined, collapsed: undefined, outlineLevel: undefined };
    const cols = childOf(root, 'cols');
    const name = `${root.prefix}col`;
    const found = this.#column(column);
    if (found) {
      const { from, to, node } = found;
      const piece = (changes: Readonly<Record<string, string | undefined>>): string =>
        `<${name}${withAttributes(node.attributes, changes)}/>`;
      const before = from < column ? piece({ max: String(column) }) : '';
      const after = to > column ? piece({ min: String(column + 2) }) : '';
      return [{ at: node.start, to: node.end, text: before + piece({ ...size, ...cleared }) + after }];
    }
    const added = `<${name}${withAttributes({}, size)}/>`;
    if (!cols) {
      const at = placeFor(root, SHEET_ORDER, 'cols');
      return [{ at, to: at, text: `<${name}s>${added}</${name}s>` }];
    }
    const next = this.#columns.find(({ from }) => from > column);
    return next ? [{ at: next.node.start, to: next.node.start, text: added }] : appended(cols, added);
  }

  #column(column: number): { from: number; to: number; node: XmlNode } | undefined {
    return this.#columns.find(({ from, to }) => column >= from && column <= to);
  }
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** The first column that no cell and no merged range reaches, nor any of the columns given. */
export function freeColumn(sheet: SheetMap, taken: Iterable<number>, last: number): number {
  let free = 0;
  for (const column of [...sheet.used, ...taken]) free = Math.max(free, column + 1);
  // A range merged across the whole sheet leaves nothing free; it is passed over.
  for (const { right } of sheet.merges) if (right < last) free = Math.max(free, right + 1);
  if (free <= last) return free;
  const used = new Set([...sheet.used, ...taken]);
  for (free = last; used.has(free) && free > 0;) free--;
  return free;
}

/** Widens what a sheet says about the range it uses. */
export function widerDimension(sheet: SheetMap, cells: readonly { row: number; column: number }[]): Splice[] {
  const node = childOf(sheet.root, 'dimension');
  const area = areaOf(node?.attributes['ref'] ?? '');
  if (!node || !area || cells.length === 0) return [];
  let { top, left, bottom, right } = area;
  for (const { row, column } of cells) {
    [top, left] = [Math.min(top, row), Math.min(left, column)];
    [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
  }
  const ref = `${columnName(left)}${top}:${columnName(right)}${bottom}`;
  const tag = `<${node.prefix}dimension${withAttributes(node.attributes, { ref })}/>`;
  return [{ at: node.start, to: node.end, text: tag }];
}
