import { cellName } from './cell.ts';
import type { Note } from './note.ts';
import { RowRanges, type RowRange } from './row-ranges.ts';
import type { Header } from './table-header.ts';

/** The hidden rows that were worked out, as data to be stored; those up to `last` are counted. */
export interface HiddenData {
  readonly last: number;
  readonly count: number;
  readonly ranges: readonly RowRange[];
}

/** Counts the people of rows that a sheet does not show, and who are worked out all the same (hàng ẩn, vẫn được tính). */
export class HiddenRows {
  #last: number;
  readonly #rows: RowRanges;

  constructor(stored?: HiddenData) {
    this.#last = stored?.last ?? 0;
    this.#rows = new RowRanges(stored?.ranges, stored?.count);
  }

  /** Counts a row, once: an interrupted run reads its first rows again. */
  add(row: number): void {
    if (row <= this.#last) return;
    this.#last = row;
    this.#rows.add(row);
  }

  /** What was counted. */
  data(): HiddenData {
    return { last: this.#last, count: this.#rows.count, ranges: this.#rows.data() };
  }

  /** What has to be told; undefined where no row was hidden. `name`: how a row is named. */
  note(name: (row: number) => string = String): Note | undefined {
    const { count } = this.#rows;
    if (count === 0) return undefined;
    return {
      code: 'hidden-rows',
      vi: `${count} hàng ẩn (do lọc hoặc ẩn hàng) vẫn được tính: ${this.#rows.text('vi', name)}. Nếu không muốn tính, xóa các hàng đó.`,
      en: `${count} hidden rows (filtered or hidden) are worked out all the same: ${this.#rows.text('en', name)}. Delete them if they should not count.`,
    };
  }
}

/** Columns that a sheet does not show, from one to another, counted from 0. */
export interface HiddenColumns {
  readonly first: number;
  readonly last: number;
}

/** What has to be told of columns that are read although the sheet does not show them (cột ẩn). */
export function hiddenColumnNotes({ keys, row }: Header, hidden: readonly HiddenColumns[]): Note[] {
  const read = keys.filter(({ index }) => hidden.some(({ first, last }) => index >= first && index <= last));
  if (read.length === 0) return [];
  const list = read
    .map(({ index, heading }) => `"${heading.replace(/\s+/g, ' ')}" (${cellName(row, index)})`)
    .join(', ');
  return [
    {
      code: 'hidden-columns',
      vi: `Cột ẩn vẫn được dùng để tính: ${list}.`,
      en: `Hidden columns are used all the same: ${list}.`,
    },
  ];
}
