import { Decimal } from '../base/decimal.ts';
import type { Lang } from '../base/text.ts';
import { sayIn } from './messages.ts';

/** A declared cell to be marked: the declared value struck through above the computed one. */
export interface CellMark {
  readonly sheet: string;
  readonly cell: string;
  readonly declared: string;
  readonly computed: string;
  readonly kind: 'wrong' | 'follow-on' | 'unchecked';
}

/** A remark on a row: which rule, with numbers. */
export interface RowRemark {
  readonly sheet: string;
  readonly row: number;
  readonly text: string;
}

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

/** A computed amount in the unit of its sheet; lengths of time, which are smaller than any unit of money, as they are. */
export function inUnit(computed: string, dong: number): string {
  const value = new Decimal(computed);
  return dong > 1 && value.abs().gte(dong) ? value.div(dong).toFixed() : computed;
}
