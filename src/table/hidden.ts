import type { Lang } from '../base/text.ts';
import { cellName } from './cell.ts';
import type { Note } from './note.ts';
import { RowRanges, type RowRange } from './row-ranges.ts';
import type { Header } from './table-header.ts';

/** Rows that were counted, as data to be stored; those up to `last` are counted. */
export interface CountedData {
  readonly last: number;
  readonly count: number;
  readonly ranges: readonly RowRange[];
}

/** Counts the people of rows of which something has to be told as a whole. */
abstract class CountedRows {
  #last: number;
  readonly #rows: RowRanges;

  constructor(stored?: CountedData) {
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
  data(): CountedData {
    return { last: this.#last, count: this.#rows.count, ranges: this.#rows.data() };
  }

  /** What has to be told; undefined where there is no such row. `name`: how a row is named. */
  note(name: (row: number) => string = String): Note | undefined {
    const { count } = this.#rows;
    return count === 0 ? undefined : this.said(count, (lang) => this.#rows.text(lang, name));
  }

  protected abstract said(count: number, rows: (lang: Lang) => string): Note;
}

/** Counts the people of rows that a sheet does not show, and who are worked out all the same (hàng ẩn, vẫn được tính). */
export class HiddenRows extends CountedRows {
  protected said(count: number, rows: (lang: Lang) => string): Note {
    return {
      code: 'hidden-rows',
      vi: `${count} hàng ẩn (do lọc hoặc ẩn hàng) vẫn được tính: ${rows('vi')}. Nếu không muốn tính, xóa các hàng đó.`,
      en: `${count} hidden rows (filtered or hidden) are worked out all the same: ${rows('en')}. Delete them if they should not count.`,
    };
  }
}

/** Counts the people who have what stands above them in cells that say so (như trên). */
export class DittoRows extends CountedRows {
  protected said(count: number, rows: (lang: Lang) => string): Note {
    return {
      code: 'as-above',
      vi: `${count} hàng có ô ghi "như trên" (nt, "): lấy giá trị của người ở hàng trên: ${rows('vi')}.`,
      en: `${count} rows have cells that say "as above" (nt, "): they were read as what the person above has: ${rows('en')}.`,
    };
  }
}

/** Counts the people with a date that is one only with the month before the day (tháng trước, ngày sau). */
export class MonthFirstRows extends CountedRows {
  protected said(count: number, rows: (lang: Lang) => string): Note {
    return {
      code: 'month-first',
      vi: `${count} hàng có ngày chỉ có thật khi đọc tháng trước, ngày sau (kiểu Mỹ): ${rows('vi')}. Các ngày khác vẫn đọc ngày trước: nếu cả cột ghi kiểu Mỹ thì kết quả sai. Đổi cột sang dd/MM/yyyy.`,
      en: `${count} rows hold a date that exists only with the month before the day: ${rows('en')}. The others were read with the day first: if the whole column is written so, they are wrong. Change it to dd/MM/yyyy.`,
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
