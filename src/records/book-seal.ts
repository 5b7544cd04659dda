import type { Sha256 } from '../base/hash.ts';
import type { WorkbookReader } from '../workbook/plan.ts';
import { readLawRow, type ToldLaw } from '../workbook/batch/law-sheet.ts';
import { readText } from '../workbook/seal/codes.ts';
import { codedRows, isSealName, readSeal } from '../workbook/seal/read.ts';
import { cellText, columnName } from '../table/cell.ts';
import { alignRows, type RowFate } from './align.ts';

/** A place where a workbook of results is not what was sealed. Rows and columns are those of the sheet. */
export interface SealBreak {
  /**
   * `altered`: cells of the row were changed. `removed`: the row that stood there is gone. `added`: the row was never
   * sealed. `doubled`: it stands twice, `of` is the first. `reordered`: it stood at `of`. `sheet-removed`: the sheet is
   * gone. `seal`: the lines of the seal do not give its head. `seal-removed`: the workbook says that it was sealed, and
   * holds no seal. `no-seal`: a head was kept, and there is no seal. `head`: the head is not the one that was kept.
   */
  readonly kind: RowFate['kind'] | 'sheet-removed' | 'seal' | 'seal-removed' | 'no-seal' | 'head';
  readonly sheet?: string;
  readonly row?: number;
  readonly of?: number;
  /** Whether the row is that of the sums. */
  readonly sums?: true;
  /** The cells that were changed, with the headings of their columns where these are known. */
  readonly cells?: readonly { readonly cell: string; readonly heading?: string }[];
}

/** What the seal of a workbook of results showed. */
export interface SealReport {
  /** Whether it is sealed; one of version 0.1.0 is not, and nothing can be said of removed rows. */
  readonly sealed: boolean;
  /** The people whose rows were sent, refused ones too; absent without a seal. */
  readonly sent?: number;
  readonly head: string | null;
  readonly headChecked: boolean;
  readonly breaks: readonly SealBreak[];
  /** How many breaks there are; at most {@link MOST_SEAL_BREAKS} of them are told. */
  readonly broken: number;
}

/** Most breaks of a seal that are told one by one. */
export const MOST_SEAL_BREAKS = 1000;

/** A workbook of results compared with its seal, and what its sheet of the law says. */
export interface BookSeal {
  readonly report: SealReport;
  /** What became of a row of a sheet; undefined where it stands as it was sealed, or nothing is sealed. */
  fate(sheet: string, row: number): RowFate | undefined;
  /** Whether the row of a sheet is under a sound seal and stands as it was sealed. */
  holds(sheet: string, row: number): boolean;
  /** What the sheet of the law says, where the seal vouches for it; else nothing. */
  readonly law: ToldLaw | undefined;
}

/** Compares every sheet of a workbook of results with its seal. */
export async function bookSeal(book: WorkbookReader, sha?: Sha256): Promise<BookSeal> {
  const seal = await readSeal(book, sha);
  if (!seal) return unsealed(book);
  const fates = new Map<string, Map<number, RowFate>>();
  const breaks: SealBreak[] = seal.sound ? [] : [{ kind: 'seal' }];
  for (const { name, columns, rows } of seal.sheets) {
    if (!book.sheets.includes(name)) {
      if (rows.length > 0) breaks.push({ kind: 'sheet-removed', sheet: name });
      continue;
    }
    const fated = alignRows(rows, await codedRows(book, name, columns, sha));
    // Where the seal was altered, a row whose cells all have their codes is not blamed.
    const found = seal.sound ? fated : fated.filter((one) => one.kind !== 'altered' || one.columns.length > 0);
    fates.set(name, new Map(found.filter(({ kind }) => kind !== 'removed').map((fate) => [fate.row, fate])));
    const headings = found.some(({ kind }) => kind === 'altered') ? await headingsOf(book, name) : [];
    breaks.push(...found.map((fate) => breakOf(fate, name, headings)));
  }
  const isWhole = (sheet: string): boolean => !breaks.some((one) => one.sheet === sheet);
  const law = await lawOf(book, (sheet) => isWhole(sheet) && fates.has(sheet));
  return {
    report: reportOf(true, breaks, seal.head, seal.sent),
    fate: (sheet, row) => fates.get(sheet)?.get(row),
    holds: (sheet, row) => seal.sound && fates.has(sheet) && !fates.get(sheet)?.has(row),
    law: seal.sound ? law : undefined,
  };
}

async function unsealed(book: WorkbookReader): Promise<BookSeal> {
  const { isSealed } = await lawOf(book, () => true);
  const report = reportOf(isSealed === true, isSealed ? [{ kind: 'seal-removed' }] : [], '');
  return { report, fate: () => undefined, holds: () => false, law: undefined };
}

function reportOf(sealed: boolean, breaks: readonly SealBreak[], head: string, sent?: number): SealReport {
  return {
    sealed,
    ...(sent === undefined ? {} : { sent }),
    head: head === '' ? null : head,
    headChecked: false,
    breaks: breaks.slice(0, MOST_SEAL_BREAKS),
    broken: breaks.length,
  };
}

/** A seal compared with the head that was kept elsewhere. */
export function withHead(report: SealReport, head: string): SealReport {
  // A seal that was altered or removed is told as that.
  const isBroken = report.breaks.some(({ kind }) => kind === 'seal' || kind === 'seal-removed');
  const other: SealBreak[] = report.head === head || isBroken ? [] : [{ kind: report.sealed ? 'head' : 'no-seal' }];
  return {
    ...report,
    headChecked: true,
    breaks: [...other, ...report.breaks].slice(0, MOST_SEAL_BREAKS),
    broken: report.broken + other.length,
  };
}

function breakOf(fate: RowFate, sheet: string, headings: readonly string[]): SealBreak {
  const { kind, row } = fate;
  if (kind === 'altered') {
    const cells = fate.columns.map((column) => {
      const heading = row > 1 ? headings[column] : undefined;
      return { cell: columnName(column) + String(row), ...(heading ? { heading } : {}) };
    });
    return { kind, sheet, row, ...(cells.length > 0 ? { cells } : {}) };
  }
  return { kind, sheet, row, ...('of' in fate ? { of: fate.of } : {}) };
}

/** The first row of a sheet, where it heads a table: a title stands alone. */
async function headingsOf(book: WorkbookReader, sheet: string): Promise<string[]> {
  for await (const rows of book.rows(sheet)) {
    const texts = rows[0]?.cells.map((cell) => cellText(cell).trim()) ?? [];
    return rows[0]?.row === 1 && texts.filter((text) => text !== '').length > 2 ? texts : [];
  }
  return [];
}

/** What sheets say of the law: results have as many rows as there are people, and say nothing of it. */
async function lawOf(book: WorkbookReader, wanted: (sheet: string) => boolean): Promise<ToldLaw> {
  const law: ToldLaw = { hashes: new Map() };
  for (const sheet of book.sheets.filter((name) => !isSealName(name) && wanted(name)))
    for await (const rows of book.rows(sheet)) {
      for (const { cells } of rows) if (cells.length <= LAW_COLUMNS) readLawRow(cells.map(readText), law);
    }
  return law;
}

/** The widest table on the sheet of the law. */
const LAW_COLUMNS = 6;
