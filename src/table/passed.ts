import type { Lang, Words } from '../base/text.ts';
import type { Note } from './note.ts';
import type { Header } from './table-header.ts';
import type { TableRow } from './cell.ts';
import { RowRanges, type RowRange } from './row-ranges.ts';
import { dittoFiller } from './ditto.ts';
import { monthFirstMarker } from './month-first.ts';
import { placeOfPosition, positionOf, type SheetRead } from './sheets.ts';
import { rowSorter, type PassedKind } from './row-kind.ts';

/** How many rows of one kind were passed over, and which. No personal data: rows only. */
export interface PassedCount {
  readonly kind: PassedKind;
  readonly count: number;
  readonly ranges: readonly RowRange[];
}

/** Rows passed over, as data to be stored; those up to `last` are counted. */
export interface PassedData {
  readonly last: number;
  readonly kinds: readonly PassedCount[];
}

const NAMES: Readonly<Record<PassedKind, Words>> = {
  unit: { vi: 'tên đơn vị (ghi cho những người bên dưới)', en: 'names of units (taken for the people below)' },
  section: { vi: 'tiêu đề nhóm', en: 'headings of groups' },
  total: { vi: 'hàng cộng', en: 'totals' },
  heading: { vi: 'tiêu đề cột lặp lại', en: 'repeated headings' },
  numbering: { vi: 'hàng đánh số cột', en: 'numbers of columns' },
  closing: { vi: 'ngày lập, chữ ký', en: 'day and signatures' },
  note: { vi: 'ghi chú', en: 'notes' },
};

/** Counts the rows of a list that are no people and are passed over (không phải người, không tính). */
export class PassedOver {
  readonly #kinds = new Map<PassedKind, RowRanges>();
  #last: number;

  constructor(stored?: PassedData) {
    this.#last = stored?.last ?? 0;
    for (const { kind, count, ranges } of stored?.kinds ?? []) this.#kinds.set(kind, new RowRanges(ranges, count));
  }

  /** Counts a row, once: an interrupted run reads its first rows again. */
  add(kind: PassedKind, row: number): void {
    if (row <= this.#last) return;
    this.#last = row;
    const rows = this.#kinds.get(kind) ?? new RowRanges();
    rows.add(row);
    this.#kinds.set(kind, rows);
  }

  /** How many rows were passed over. */
  get count(): number {
    return [...this.#kinds.values()].reduce((sum, { count }) => sum + count, 0);
  }

  /** What was counted. */
  data(): PassedData {
    const kinds = [...this.#kinds].map(([kind, rows]) => ({ kind, count: rows.count, ranges: rows.data() }));
    return { last: this.#last, kinds };
  }

  /** What has to be told: the rows by kind; undefined where nothing was passed over. `name`: how a row is named. */
  note(name: (row: number) => string = String): Note | undefined {
    if (this.#kinds.size === 0) return undefined;
    const list = (lang: Lang): string =>
      [...this.#kinds].map(([kind, rows]) => `${NAMES[kind][lang]}: ${rows.text(lang, name)}`).join('; ');
    return {
      code: 'rows-passed-over',
      vi: `${this.count} hàng không phải người nên bỏ qua, không tính (${list('vi')}).`,
      en: `${this.count} rows are no people and were passed over (${list('en')}).`,
    };
  }
}

/** Told of each row that is passed over. */
export type TellPassed = (kind: PassedKind, row: number) => void;

/**
 * Makes the function that keeps of rows those that are to be worked out, with the unit that a heading above them names,
 * and with what stands above in the cells that say so.
 * Rows have to be given from the first one on, in order. `unit`: that of the people above the first heading.
 */
export function peopleOf(header: Header, tell: TellPassed, unit?: string): (row: TableRow) => TableRow | undefined {
  const kindOf = rowSorter(header);
  const filled = dittoFiller(header);
  const marked = monthFirstMarker(header);
  let current = unit;
  return (row) => {
    const found = kindOf(row);
    if (found.kind === 'person') {
      const one = marked(filled(row));
      return current === undefined ? one : { ...one, unit: current };
    }
    if (found.kind === 'blank') return undefined;
    if (found.kind === 'unit') current = found.unit;
    tell(found.kind, row.row);
    return undefined;
  };
}

/** {@link peopleOf} over several sheets, whose names are the units where nothing else says them; rows by position. */
export function peopleOfSheets(
  sheets: readonly SheetRead[],
  tell: TellPassed,
): (row: TableRow) => TableRow | undefined {
  const readers = sheets.map(({ sheet, header }, at) =>
    peopleOf(header, (kind, row) => tell(kind, positionOf(at, row)), sheet),
  );
  return (given) => {
    const { sheet, row } = placeOfPosition(given.row);
    const found = readers[sheet]?.({ ...given, row });
    return found && { ...found, row: given.row };
  };
}
