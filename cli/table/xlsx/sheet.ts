import type { Cell, RowFault, TableRow } from '../../../src/table/cell.ts';
import { serialDay } from '../../../src/table/dates.ts';
import { SHEET_COLUMNS, SHEET_ROWS, type Limits } from '../limits.ts';
import { FileRefused } from '../refused.ts';
import { decodeEscapes, type StyleKind } from './parts.ts';
import { attribute, decoded, XmlScanner, type XmlHandler } from './xml.ts';

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly texts: readonly string[];
  readonly styles: readonly StyleKind[];
  /** Whether days are counted from 1904. */
  readonly from1904: boolean;
  readonly limits: Limits;
}

/** Reads the rows of a sheet as its bytes come, some at a time; rows without any cell are left out. */
export async function* sheetRows(
  part: string,
  bytes: AsyncIterable<Uint8Array>,
  context: SheetContext,
): AsyncGenerator<TableRow[], void, undefined> {
  const reader = new SheetReader(part, context);
  const scanner = new XmlScanner(part, reader);
  for await (const text of decoded(part, bytes)) {
    scanner.write(text);
    if (reader.rows.length > 0) yield reader.rows.splice(0);
  }
  scanner.end();
  if (reader.rows.length > 0) yield reader.rows.splice(0);
}

/** A cell as nearly all programs write it; whatever looks different is read tag by tag. */
const PLAIN_CELL =
  /<c r="([A-Z]{1,3}[1-9]\d{0,6})"(?: s="(\d{1,6})")?(?: t="([A-Za-z]{1,9})")?>(?:<v>([^<>&]*)<\/v>|<is><t(?: xml:space="preserve")?>([^<>&]*)<\/t><\/is>)<\/c>/y;

class SheetReader implements XmlHandler {
  readonly rows: TableRow[] = [];
  readonly #part: string;
  readonly #context: SheetContext;
  #row = 0;
  #column = -1;
  #count = 0;
  #cells: Cell[] = [];
  #fault: RowFault | undefined;
  #inCell = false;
  #type = '';
  #style = 0;
  #formula = false;
  #valued = false;
  #taking = false;
  #phonetic = false;
  #value = '';

  constructor(part: string, context: SheetContext) {
    this.#part = part;
    this.#context = context;
  }

  whole(text: string, open: number): number {
    if (this.#phonetic) return -1;
    PLAIN_CELL.lastIndex = open;
    const found = PLAIN_CELL.exec(text);
    if (!found) return -1;
    const [all, reference = '', style, type, value, inline = ''] = found;
    this.#beginCell(columnOf(reference), reference, type, style);
    this.#inCell = false;
    this.#valued = true;
    this.#value = value ?? inline;
    this.#put();
    return open + all.length;
  }

  open(name: string, attributes: string): void {
    switch (name) {
      case 'row':
        return this.#openRow(attributes);
      case 'c':
        return this.#openCell(attributes);
      case 'f':
        this.#formula = true;
        return;
      case 'v':
        this.#taking = this.#valued = this.#inCell;
        return;
      case 'rPh':
        this.#phonetic = true;
        return;
      case 't':
        this.#taking = this.#inCell && !this.#phonetic;
        this.#valued ||= this.#inCell;
        return;
    }
  }

  text(text: string): void {
    if (this.#taking) this.#value += text;
  }

  close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
        this.#taking = false;
        return;
      case 'rPh':
        this.#phonetic = false;
        return;
      case 'c':
        this.#inCell = false;
        return this.#put();
      case 'row': {
        const { rows } = this;
        if (this.#fault !== undefined) rows.push({ row: this.#row, cells: this.#cells, fault: this.#fault });
        else if (this.#cells.length > 0) rows.push({ row: this.#row, cells: this.#cells });
        return;
      }
    }
  }

  #openRow(attributes: string): void {
    const given = attribute(attributes, 'r');
    const row = given === undefined ? this.#row + 1 : Number(given);
    if (!(Number.isInteger(row) && row > this.#row && row <= SHEET_ROWS)) throw this.#damaged(`row ${String(given)}`);
    this.#row = row;
    this.#column = -1;
    this.#count = 0;
    this.#cells = [];
    this.#fault = undefined;
  }

  #openCell(attributes: string): void {
    const reference = attribute(attributes, 'r');
    const column = reference === undefined ? this.#column + 1 : columnOf(reference);
    this.#beginCell(column, reference, attribute(attributes, 't'), attribute(attributes, 's'));
  }

  #beginCell(column: number, reference: string | undefined, type = 'n', style = '0'): void {
    if (column < 0 || column >= SHEET_COLUMNS || ++this.#count > SHEET_COLUMNS)
      throw this.#damaged(`cell ${reference ?? ''}`);
    this.#column = column;
    this.#type = type;
    this.#style = Number(style);
    this.#inCell = true;
    this.#formula = this.#valued = this.#taking = false;
    this.#value = '';
  }

  #put(): void {
    const cell = this.#cell();
    if (cell === null) return;
    if (this.#column >= this.#context.limits.columns) {
      this.#fault = 'too-many-cells';
      return;
    }
    while (this.#cells.length < this.#column) this.#cells.push(null);
    this.#cells[this.#column] = cell;
  }

  #cell(): Cell {
    const value = this.#value;
    if (!this.#valued || (value === '' && this.#type !== 'str' && this.#type !== 'inlineStr')) {
      return this.#formula ? { kind: 'faulty', fault: 'formula-without-value', text: '' } : null;
    }
    switch (this.#type) {
      case 's':
        return this.#text(this.#context.texts[Number(value)] ?? '');
      case 'str':
      case 'inlineStr':
        return this.#text(decodeEscapes(value));
      case 'b':
        return value === '1' || value === 'true';
      case 'e':
        return { kind: 'faulty', fault: 'cell-error', text: value };
      case 'd':
        return this.#text(value);
      default:
        return this.#number(Number(value));
    }
  }

  #text(text: string): Cell {
    const { cellChars } = this.#context.limits;
    if (text.length > cellChars) return { kind: 'faulty', fault: 'text-too-long', text: String(cellChars) };
    return text === '' ? null : text;
  }

  #number(value: number): Cell {
    const kind = this.#context.styles[this.#style] ?? 'number';
    if (kind === 'number' || kind === 'percent') return { kind: 'number', value, percent: kind === 'percent' };
    if (kind === 'time') return { kind: 'faulty', fault: 'time-of-day', text: String(value) };
    const text = serialDay(value, this.#context.from1904);
    return text === undefined
      ? { kind: 'faulty', fault: 'date-out-of-range', text: String(value) }
      : { kind: 'date', text };
  }

  #damaged(why: string): FileRefused {
    return new FileRefused('damaged-workbook', { part: this.#part, why });
  }
}

/** The column of a cell reference: "H12" is 7; -1 when it is none. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & 0xdf;
    if (code < 65 || code > 90) return column - 1;
    column = column * 26 + code - 64;
    if (column > SHEET_COLUMNS) return -1;
  }
  return -1;
}
