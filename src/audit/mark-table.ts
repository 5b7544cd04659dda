import type { Lang } from '../base/text.ts';
import { sayIn } from './messages.ts';

/** A column of an added sheet. */
export interface MarkColumn {
  readonly title: string;
  readonly width: number;
  readonly style: 'text' | 'long' | 'dong' | 'count';
}

/** A sheet to be added, with links from its cells to the cells it speaks of. */
export interface MarkTable {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly MarkColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Of each row: the sheet and cell that its first column leads to. */
  readonly links?: readonly ({ readonly sheet: string; readonly cell: string } | undefined)[];
}

/** A heading of a table in both languages, with its width and style. */
export type Heading = readonly [vi: string, en: string, width: number, style: MarkColumn['style']];

/** The columns of a table in a language. */
export function columnsIn(lang: Lang, headings: readonly Heading[]): MarkColumn[] {
  return headings.map(([vi, en, width, style]) => ({ title: sayIn(lang)(vi, en), width, style }));
}

/** Whether a sheet is one that an audit adds to its copy. */
export function isOwnSheet(name: string): boolean {
  return /^(Kiểm tra|Audit) - /.test(name);
}
