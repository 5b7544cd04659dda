import type { Area } from '../../table/merges.ts';
import { SHEET_COLUMNS, SHEET_ROWS } from '../limits.ts';
import { areaOf, holds } from '../area.ts';
import { Changes } from './changes.ts';
import { TextFit } from './fit.ts';
import { formulaRepairs } from './formula.ts';
import { freeColumn, Layout, SHEET_ORDER, widerDimension } from './layout.ts';
import { rowSplices } from './rows.ts';
import { cellsOf, firstFrom, mapSheet, type CellPlace, type RowPlace, type SheetMap } from './sheet.ts';
import type { Alignment, EditStyles } from './styles.ts';
import { plainText, richText, type MarkTexts } from './text.ts';
import { appended, childOf, placeFor, spliced, withAttributes, type Splice } from './xml.ts';

/** What is to be done to one sheet. */
export interface SheetEdits {
  readonly marks: readonly (MarkTexts & { readonly cell: string })[];
  readonly remarks: readonly { readonly row: number; readonly text: string }[];
  readonly remarkHeading: string;
  /** The row for the heading; default: the one above the first remark. */
  readonly headingRow?: number | undefined;
  /** Cells that lead elsewhere in the workbook: `'Sheet'!A1`. */
  readonly links: readonly { readonly cell: string; readonly location: string }[];
}

/** A sheet after its edits. */
export interface EditedSheet {
  readonly xml: string;
  /** Whether any cell holds something else than before. */
  readonly replaced: boolean;
  /** Whether any cell had a formula that it has no more. */
  readonly formulasLost: boolean;
  /** The column of the remarks, from 0, and the row of the first. */
  readonly remarks?: { readonly column: number; readonly row: number };
}

/** Characters that a line of a remark has. */
const REMARK_WIDTH = 60;

/** Makes the edits of one sheet. */
export function editSheet(part: string, xml: string, edits: SheetEdits, styles: EditStyles): EditedSheet {
  const sheet = mapSheet(part, xml);
  const editor = new SheetEditor(sheet, new Layout(sheet), styles);
  editor.mark(edits.marks);
  const remarks = editor.remark(edits.remarks, edits.remarkHeading, edits.headingRow);
  const links = editor.link(edits.links);
  const { splices, formulasLost } = editor.done();
  const replaced = edits.marks.some(({ kind }) => kind !== 'unchecked');
  return { xml: spliced(sheet.xml, [...splices, ...links]), replaced, formulasLost, ...(remarks && { remarks }) };
}

/** The cell of a name. */
export function cellOf(name: string): { row: number; column: number } {
  const area = areaOf(name);
  if (!area || area.top !== area.bottom || area.left !== area.right) throw new RangeError(`no cell: ${name}`);
  return { row: area.top, column: area.left };
}

class SheetEditor {
  readonly #sheet: SheetMap;
  readonly #layout: Layout;
  readonly #styles: EditStyles;
  readonly #fit: TextFit;
  readonly #changes = new Changes();
  #columns: readonly Splice[] = [];

  constructor(sheet: SheetMap, layout: Layout, styles: EditStyles) {
    this.#sheet = sheet;
    this.#layout = layout;
    this.#styles = styles;
    this.#fit = new TextFit(styles);
  }

  mark(marks: SheetEdits['marks']): void {
    const cells = new Map<string, { area: Area; texts: MarkTexts[] }>();
    for (const mark of marks) {
      const area = this.#areaAt(cellOf(mark.cell));
      const key = `${area.top} ${area.left}`;
      const texts = cells.get(key)?.texts ?? [];
      if (!texts.some((one) => sameMark(one, mark))) texts.push(mark);
      cells.set(key, { area, texts });
    }
    for (const { area, texts } of cells.values()) {
      const replaced = texts.filter(({ kind }) => kind !== 'unchecked');
      if (replaced.length > 0) this.#replace(area, replaced);
      else this.#changes.add(area.top, area.left, { style: (own) => this.#styles.tinted(own) });
    }
  }

  /** A cell, or the merged range it lies in. */
  #areaAt({ row, column }: { row: number; column: number }): Area {
    const merged = this.#sheet.merges.find((area) => holds(area, row, column));
    return merged ?? { top: row, bottom: row, left: column, right: column };
  }

  #replace(area: Area, texts: readonly MarkTexts[]): void {
    const lines = texts.flatMap(({ declared, computed }) => [declared, computed]).filter((text) => text !== '');
    const width = this.#layout.width(area);
    this.#changes.add(area.top, area.left, {
      style: (own, cell, type) => this.#styles.marked(own, alignment(cell, type, texts)),
      content: (own) => {
        const size = this.#fit.size(own, lines, width);
        const smaller = size < this.#styles.fontSize(own) ? { size } : {};
        return richText(texts, (look) => this.#styles.runFont(own, { ...look, ...smaller }));
      },
      height: (own) => {
        let points = this.#fit.points(this.#fit.size(own, lines, width), lines, width);
        for (let row = area.top + 1; row <= area.bottom && points > 0; row++)
          points -= this.#layout.height(this.#row(row));
        return points;
      },
      merged: area.left !== area.right || area.top !== area.bottom,
    });
  }

  #row(number: number): RowPlace | undefined {
    const { rows } = this.#sheet;
    const row = rows[firstFrom(rows, number)];
    return row?.row === number ? row : undefined;
  }

  remark(
    remarks: SheetEdits['remarks'],
    heading: string,
    headingRow?: number,
  ): { column: number; row: number } | undefined {
    const rows = new Map<number, string>();
    for (const { row, text } of remarks) {
      if (!(Number.isInteger(row) && row >= 1 && row <= SHEET_ROWS)) throw new RangeError(`no row: ${row}`);
      const before = rows.get(row);
      if (text !== '') rows.set(row, before === undefined ? text : `${before}\n${text}`);
    }
    if (rows.size === 0) return undefined;
    const marked = this.#changes.rows().flatMap(([, cells]) => cells.map(([column]) => column));
    const column = freeColumn(this.#sheet, marked, SHEET_COLUMNS - 1);
    const first = Math.min(...rows.keys());
    const above = headingRow !== undefined && headingRow < first ? headingRow : first - 1;
    // Above the first row there is no place for a heading.
    if (above >= 1) this.#remarkCell(above, column, heading, true);
    for (const [row, text] of rows) this.#remarkCell(row, column, text, false);
    this.#columns = this.#layout.widened(column, REMARK_WIDTH);
    return { column, row: first };
  }

  #remarkCell(row: number, column: number, text: string, heading: boolean): void {
    const beside = this.#styleBeside(row, column);
    this.#changes.add(row, column, {
      style: () => this.#styles.remark(beside, heading),
      content: () => plainText(text),
      height: () => this.#fit.points(this.#styles.fontSize(beside), [text], REMARK_WIDTH),
    });
  }

  /** The style of the last cell before a column that holds something. */
  #styleBeside(number: number, column: number): number {
    const row = this.#row(number);
    const cells = row ? cellsOf(this.#sheet, row) : [];
    const beside = cells.filter((cell) => cell.column < column && (cell.valued || cell.formula)).at(-1);
    return Number(beside?.attributes['s'] ?? 0);
  }

  link(links: SheetEdits['links']): Splice[] {
    const { root } = this.#sheet;
    const list = childOf(root, 'hyperlinks');
    // A link of the workbook's own stays; two on one cell are an error.
    const taken = new Set(list?.children.map((one) => one.attributes['ref'] ?? ''));
    let added = '';
    for (const { cell, location } of links) {
      const { row, column } = cellOf(cell);
      const ref = cell.replace(/\$/g, '').toUpperCase();
      // Beside a link some programs show a text in one look only: the two amounts would become one.
      if (taken.has(ref) || this.#changes.at(row, column)?.content) continue;
      taken.add(ref);
      added += `<${root.prefix}hyperlink${withAttributes({}, { ref, location })}/>`;
      if (!this.#changes.at(row, column))
        this.#changes.add(row, column, { style: (own) => this.#styles.linked(own), onlyThere: true });
    }
    if (added === '') return [];
    if (list) return appended(list, added);
    const at = placeFor(root, SHEET_ORDER, 'hyperlinks');
    const name = `${root.prefix}hyperlinks`;
    return [{ at, to: at, text: `<${name}>${added}</${name}>` }];
  }

  done(): { splices: Splice[]; formulasLost: boolean } {
    const cells = this.#changes.replaced();
    for (const { row, column, formula } of formulaRepairs(this.#sheet, cells))
      this.#changes.add(row, column, { formula });
    const { splices, formulasLost } = rowSplices(this.#sheet, this.#changes, this.#layout);
    const dimension = widerDimension(this.#sheet, cells);
    return { splices: [...this.#columns, ...dimension, ...splices], formulasLost };
  }
}

function sameMark(one: MarkTexts, other: MarkTexts): boolean {
  return one.declared === other.declared && one.computed === other.computed && one.kind === other.kind;
}

const AMOUNT = /^[\s\d.,%/-]+$/;

/** Numbers stand to the right by themselves, truth values and errors in the middle; as text they have to be told to. */
function alignment(cell: CellPlace | undefined, type: string, texts: readonly MarkTexts[]): Alignment {
  if (!cell?.valued) return texts.every(({ computed }) => AMOUNT.test(computed)) ? 'right' : undefined;
  if (type === 'b' || type === 'e') return 'center';
  return type === 'n' || type === 'd' ? 'right' : undefined;
}
