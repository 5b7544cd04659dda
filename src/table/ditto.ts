import { memo } from '../base/memo.ts';
import { unaccented } from '../base/text.ts';
import type { CaseKey } from '../case/keys.ts';
import { annexesOf } from '../law/annexes.ts';
import type { Law } from '../law/law.ts';
import { cellText, isBlank, type Cell, type TableRow } from './cell.ts';
import type { Header } from './table-header.ts';

/** The marks of a law by which cells say that they hold what stands above them, as options have them. */
export function dittoOf(law: Law): { readonly ditto?: readonly string[] } {
  const { writing } = annexesOf(law);
  return writing ? { ditto: writing.ditto } : {};
}

/** Whether a cell says that it holds what stands above it (như trên). */
export type IsDitto = (cell: Cell | undefined) => boolean;

/** Makes the test for the marks by which people say so; strokes, quotes, spaces and accents in any form. */
export function dittoTest(marks: readonly string[]): IsDitto {
  const forms = new Set(marks.map(dittoForm));
  // Most cells begin otherwise than any mark, and need no closer look.
  const begins = memo((char: string) =>
    [char, char + char].some((one) => [...forms].some((form) => form.startsWith(dittoForm(one)))),
  );
  return (cell) =>
    typeof cell === 'string' &&
    cell.length <= LONGEST_MARK &&
    begins(cell.slice(0, 1)) &&
    !isBlank(cell) &&
    forms.has(dittoForm(cell));
}

/** No mark is longer. */
const LONGEST_MARK = 20;

function dittoForm(text: string): string {
  return unaccented(text)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u201c-\u201f\u2033\u3003]|''/g, '"')
    .replace(/[\s.]+/g, '');
}

/** Cells in which it was said that they hold what stands above: the row with that in them. */
export interface Filled {
  readonly row: TableRow;
  /** The columns, with the texts that said so. */
  readonly ditto: ReadonlyMap<number, string>;
}

/**
 * A row in which each cell that says "như trên" holds what the row before has there. `isCarried`: whether a column may be
 * filled so. A cell of another column, or with nothing readable above it, stays as it is.
 */
export function withDitto(
  row: TableRow,
  before: TableRow | undefined,
  isDitto: IsDitto,
  isCarried: (index: number) => boolean,
): Filled {
  const ditto = new Map<number, string>();
  if (!before || !row.cells.some(isDitto)) return { row, ditto };
  const cells = row.cells.map((cell, index) => {
    const above = before.cells[index] ?? null;
    if (!isDitto(cell) || !isCarried(index) || isBlank(above) || isFaulty(above)) return cell;
    ditto.set(index, cellText(cell).trim());
    return above;
  });
  return ditto.size > 0 ? { row: { ...row, cells }, ditto } : { row, ditto };
}

function isFaulty(cell: Cell): boolean {
  return typeof cell === 'object' && cell?.kind === 'faulty';
}

/** Texts that are each person's own, as births, times and amounts are. */
const OWN_TEXTS: ReadonlySet<string> = new Set(['id', 'person.name']);

/** Whether several people may share what stands under a key: words, days, other texts. */
function isShared({ key, type }: CaseKey): boolean {
  return (type === 'word' || type === 'day' || type === 'flag' || type === 'text') && !OWN_TEXTS.has(key);
}

/** The columns of a list: whether its cells are each person's own, by index. */
function ownByColumn({ keys, unit, combinations = [] }: Header): ReadonlyMap<number, boolean> {
  const own = new Map(keys.map(({ key, index }) => [index, !isShared(key)] as const));
  for (const { kind, first, second } of combinations)
    for (const index of [first, second]) own.set(index, kind !== 'sex-ticks');
  return unit && !own.has(unit.index) ? own.set(unit.index, false) : own;
}

/**
 * Makes the function that fills the cells of a list that say "như trên" from the person above: words, days and texts that
 * several people share. A name, a birth, a time, an amount is each person's own: there the mark is a faulty cell, as it is
 * where nothing stands above. Rows have to be given from the first one on, in order.
 */
export function dittoFiller(header: Header): (row: TableRow) => TableRow {
  if (!header.ditto) return (row) => row;
  const isDitto = dittoTest(header.ditto);
  const own = ownByColumn(header);
  let before: TableRow | undefined;
  return (given) => {
    if (!given.cells.some(isDitto)) return (before = given);
    const filled = withDitto(given, before, isDitto, (index) => own.get(index) === false);
    const cells = filled.row.cells.map((cell, index) => {
      const isOwn = own.get(index);
      if (isOwn === undefined || !isDitto(cell)) return cell;
      return { kind: 'faulty', fault: isOwn ? 'ditto-of-own' : 'ditto-alone', text: cellText(cell).trim() } as const;
    });
    const row = { ...filled.row, cells };
    before = row;
    return filled.ditto.size > 0 ? { ...row, ditto: true } : row;
  };
}
