import { cellName } from './cell.ts';
import type { Words } from '../base/text.ts';
import type { Header } from './table-header.ts';

/** The hidden rows that were worked out, as data to be stored; those up to `last` are counted. */
export interface HiddenData {
  readonly last: number;
  readonly count: number;
  /** The first of them. */
  readonly rows: readonly number[];
}

/** So many rows are told one by one. */
const MOST_TOLD = 50;

/** Counts the people of rows that a sheet does not show, and who are worked out all the same (hàng ẩn, vẫn được tính). */
export class HiddenRows {
  #last: number;
  #count: number;
  readonly #rows: number[];

  constructor(stored?: HiddenData) {
    this.#last = stored?.last ?? 0;
    this.#count = stored?.count ?? 0;
    this.#rows = [...(stored?.rows ?? [])];
  }

  /** Counts a row, once: an interrupted run reads its first rows again. */
  add(row: number): void {
    if (row <= this.#last) return;
    this.#last = row;
    this.#count++;
    if (this.#rows.length < MOST_TOLD) this.#rows.push(row);
  }

  /** What was counted. */
  data(): HiddenData {
    return { last: this.#last, count: this.#count, rows: [...this.#rows] };
  }

  /** What has to be told; undefined where no row was hidden. `name`: how a row is named. */
  note(name: (row: number) => string = String): Words | undefined {
    if (this.#count === 0) return undefined;
    const shown = this.#rows.map(name).join(', ');
    const more = this.#count - this.#rows.length;
    return {
      vi: `${this.#count} hàng ẩn (do lọc hoặc ẩn hàng) vẫn được tính: ${shown}${more > 0 ? ` và ${more} hàng khác` : ''}. Nếu không muốn tính, xóa các hàng đó.`,
      en: `${this.#count} hidden rows (filtered or hidden) are worked out all the same: ${shown}${more > 0 ? ` and ${more} more` : ''}. Delete them if they should not count.`,
    };
  }
}

/** Columns that a sheet does not show, from one to another, counted from 0. */
export interface HiddenColumns {
  readonly first: number;
  readonly last: number;
}

/** What has to be told of columns that are read although the sheet does not show them (cột ẩn). */
export function hiddenColumnNotes({ keys, row }: Header, hidden: readonly HiddenColumns[]): Words[] {
  const read = keys.filter(({ index }) => hidden.some(({ first, last }) => index >= first && index <= last));
  if (read.length === 0) return [];
  const list = read
    .map(({ index, heading }) => `"${heading.replace(/\s+/g, ' ')}" (${cellName(row, index)})`)
    .join(', ');
  return [
    {
      vi: `Cột ẩn vẫn được dùng để tính: ${list}.`,
      en: `Hidden columns are used all the same: ${list}.`,
    },
  ];
}
