import { cellName, columnName, type Cell, type RowFault, type TableRow } from '../table/cell.ts';
import { LONGEST_TYPED } from '../base/lengths.ts';
import { damaged, type DamageCode } from '../messages/damage.ts';
import type { Params } from '../messages/issue.ts';
import { FileRefused } from '../messages/refused.ts';
import { SHEET_COLUMNS, SHEET_ROWS } from './limits.ts';
import { columnIn, rowOf } from './reference.ts';
import { storedValue, type SheetContext } from './stored-cell.ts';
import { decoded, unprefixed, XmlScanner, type Attributes, type XmlHandler } from './xml.ts';

/** Reads the rows of a sheet as its bytes come, some at a time; rows without any cell are left out. */
export async function* sheetRows(
  part: string,
  bytes: AsyncIterable<Uint8Array>,
  context: SheetContext,
): AsyncGenerator<TableRow[], void, undefined> {
  const reader = new SheetReader(part, context);
  const scanner = new XmlScanner(part, unprefixed(reader));
  for await (const text of decoded(part, bytes)) {
    scanner.write(text);
    if (reader.rows.length > 0) yield reader.rows.splice(0);
  }
  scanner.end();
  if (reader.rows.length > 0) yield reader.rows.splice(0);
}

/** Where in a sheet something is told. */
type Place = 'outside' | 'data' | 'row' | 'cell';

/** Whether an attribute says yes. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

class SheetReader implements XmlHandler {
  readonly rows: TableRow[] = [];
  readonly #part: string;
  readonly #context: SheetContext;
  readonly #damaged = (code: DamageCode, params: Params = {}): FileRefused =>
    damaged(this.#part, code, { cell: cellName(this.#row, Math.max(0, this.#column)), ...params });
  #place: Place = 'outside';
  #begun = false;
  #merges = 0;
  #row = 0;
  #column = -1;
  /** The row in which each column was last met. */
  readonly #met = new Uint32Array(SHEET_COLUMNS);
  /** Characters of long texts that cells have taken from the shared ones. */
  #taken = 0;
  #cells: Cell[] = [];
  #fault: RowFault | undefined;
  #hidden = false;
  #type = '';
  #style: string | undefined;
  #formula = false;
  #valued = false;
  #inline = false;
  #taking = false;
  #phonetic = false;
  #value = '';

  constructor(part: string, context: SheetContext) {
    this.#part = part;
    this.#context = context;
  }

  open(name: string, attributes: Attributes): void {
    switch (this.#place) {
      case 'outside':
        if (name === 'sheetData') this.#openData();
        else if (name === 'mergeCell') this.#countMerge();
        return;
      case 'data':
        if (name === 'row') this.#openRow(attributes);
        else if (name === 'c') throw this.#damaged('cell-outside');
        return;
      case 'row':
        if (name === 'c') this.#openCell(attributes);
        else if (name === 'row') throw this.#damaged('row-in-row', { value: this.#row });
        return;
      case 'cell':
        return this.#openInCell(name);
    }
  }

  /** The ranges themselves are read elsewhere; too many are refused as soon as they are met. */
  #countMerge(): void {
    const limit = this.#context.limits.merges;
    if (++this.#merges > limit) throw new FileRefused('too-many-merges', { part: this.#part, limit });
  }

  #openData(): void {
    if (this.#begun) throw this.#damaged('two-tables');
    this.#begun = true;
    this.#place = 'data';
  }

  #openInCell(name: string): void {
    switch (name) {
      case 'row':
      case 'c':
        throw this.#damaged('cell-in-cell');
      case 'f':
        this.#formula = true;
        return;
      case 'v':
        this.#openValue();
        this.#taking = true;
        return;
      case 'is':
        if (this.#type !== 'inlineStr') throw this.#damaged('text-for-value');
        this.#openValue();
        this.#inline = true;
        return;
      case 'rPh':
        this.#phonetic = true;
        return;
      case 't':
        this.#taking = this.#inline && !this.#phonetic;
        return;
    }
  }

  /** Takes note of the value of a cell; a second one beside it could be the true one. */
  #openValue(): void {
    if (this.#valued) throw this.#damaged('two-values');
    this.#valued = true;
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
      case 'is':
        this.#inline = false;
        return;
      case 'rPh':
        this.#phonetic = false;
        return;
      case 'c':
        if (this.#place !== 'cell') return;
        this.#place = 'row';
        return this.#put();
      case 'row':
        if (this.#place === 'row') this.#closeRow();
        return;
      case 'sheetData':
        this.#place = 'outside';
        return;
    }
  }

  #openRow(attributes: Attributes): void {
    const given = attributes['r'];
    const row = given === undefined ? this.#row + 1 : rowOf(given);
    if (!(row > this.#row && row <= SHEET_ROWS)) throw this.#damaged('row', { value: given ?? row });
    this.#place = 'row';
    this.#row = row;
    this.#column = -1;
    this.#cells = [];
    this.#fault = undefined;
    this.#hidden = isTrue(attributes['hidden']);
  }

  #closeRow(): void {
    this.#place = 'data';
    if (this.#fault === undefined && this.#cells.length === 0) return;
    const row: TableRow = { row: this.#row, cells: this.#cells };
    const more = this.#hidden ? { hidden: true as const } : {};
    this.rows.push(
      this.#fault === undefined ? (this.#hidden ? { ...row, ...more } : row) : { ...row, ...more, fault: this.#fault },
    );
  }

  #openCell(attributes: Attributes): void {
    const reference = attributes['r'];
    const column = reference === undefined ? this.#column + 1 : columnIn(reference, this.#row);
    if (column < 0 || column >= SHEET_COLUMNS)
      throw this.#damaged('cell', { value: reference ?? columnName(column), row: this.#row });
    if (this.#met[column] === this.#row) throw this.#damaged('two-cells', { cell: cellName(this.#row, column) });
    this.#met[column] = this.#row;
    this.#column = column;
    this.#type = attributes['t'] ?? 'n';
    this.#style = attributes['s'];
    this.#place = 'cell';
    this.#formula = this.#valued = this.#inline = this.#taking = this.#phonetic = false;
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
    const [type, style, value] = [this.#type, this.#style, this.#value];
    if (!this.#valued || (value === '' && type !== 'str' && type !== 'inlineStr')) {
      return this.#formula ? { kind: 'faulty', fault: 'formula-without-value', text: '' } : null;
    }
    const cell = storedValue({ type, style, value }, this.#context, this.#damaged);
    if (type === 's' && typeof cell === 'string' && cell.length > LONGEST_TYPED) this.#take(cell.length);
    return cell;
  }

  /** Long texts that many cells share make a small file a large table. */
  #take(length: number): void {
    const limit = this.#context.limits.textBytes;
    if ((this.#taken += length) > limit) throw new FileRefused('texts-too-large', { limit });
  }
}
