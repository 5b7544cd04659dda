import { LONGEST_HEADING } from '../../base/lengths.ts';
import { composed, folded, unaccented } from '../../base/text.ts';
import { cellText, isBlank, type TableRow } from '../../table/cell.ts';
import type { FormColumn } from '../../law/form.ts';
import type { SHARED_BY } from '../messages.ts';
import type { SheetLayout } from './layout.ts';

/** Cells in which a value stands that may not be of one cell alone, and why. */
export interface SharedRange {
  readonly range: string;
  readonly by: keyof typeof SHARED_BY;
}

/** What merged cells, and further rows of a person, make of a row. */
export interface Over {
  /** The cells in which a value stands that may not be of this person, or of this column, alone: by column. */
  readonly ranges: ReadonlyMap<number, SharedRange>;
  /** Columns of amounts that are merged into one: all of them, by the first. */
  readonly joined: ReadonlyMap<number, readonly FormColumn[]>;
}

/** One person of a sheet with the unit headings above (đơn vị). */
export interface PersonRow {
  readonly row: TableRow;
  readonly name: string;
  readonly unit?: string;
  readonly over?: Over | undefined;
}

/** The people of a sheet. */
export interface People {
  readonly people: readonly PersonRow[];
  /** The row of the total; undefined where there is none. */
  readonly end?: number;
  /** Rows below the total that look like people. */
  readonly after: number;
}

/** Any of these makes a row a person. */
const PRIMARY = ['birth', 'leaving', 'enlisted', 'rank'];

/** The people between the heading and the total; unit headings and blank rows are passed over. */
export function findPeople(
  rows: readonly TableRow[],
  layout: SheetLayout,
  over: ReadonlyMap<number, Over> = new Map(),
): People {
  const data = rows.filter(({ row }) => row >= layout.dataFrom);
  const end = endOf(data, layout);
  const people: PersonRow[] = [];
  const levels: string[] = [];
  let after = 0;
  for (const row of data) {
    if (isPerson(row, layout)) {
      if (end !== undefined && row.row > end) after++;
      else {
        const unit = levels.filter((one) => one !== undefined && one !== '').join(' / ');
        people.push({
          row,
          name: textAt(row, layout, 'name'),
          over: over.get(row.row),
          ...(unit === '' ? {} : { unit }),
        });
      }
    } else if (end === undefined || row.row < end) noteUnit(row, layout, levels);
  }
  return { people, ...(end === undefined ? {} : { end }), after };
}

function textAt({ cells }: TableRow, { at }: SheetLayout, key: string): string {
  const column = at.get(key);
  return column === undefined
    ? ''
    : composed(cellText(cells[column]).slice(0, LONGEST_HEADING)).replace(/\s+/g, ' ').trim();
}

/** What only a person has, and no heading between people. */
const PERSONAL = ['salary', 'service', 'coefficient'];

/**
 * Whether a row is a person: it has a name and primary data. What merged cells say of several rows (`isMerged`) makes
 * none of them a person; a name with pay or insurance time of its own beside it does.
 */
export function isPerson(
  row: TableRow,
  layout: SheetLayout,
  isMerged: (key: string) => boolean = () => false,
): boolean {
  const name = textAt(row, layout, 'name');
  if (!/\p{L}/u.test(name) || totalKind(row, layout) !== undefined) return false;
  const own = (key: string): string => (isMerged(key) ? '' : textAt(row, layout, key));
  // A unit heading merged over all columns shows its text in each of them.
  if (PRIMARY.map(own).some((text) => text !== '' && text !== name)) return true;
  return PRIMARY.some(isMerged) && !ORDINAL.test(name) && PERSONAL.some((key) => own(key) !== '');
}

/** The row at which the table ends: `Tổng cộng`, else the last `Cộng`. */
function endOf(data: readonly TableRow[], layout: SheetLayout): number | undefined {
  const kinds = data.map((row) => [row.row, totalKind(row, layout)] as const);
  const grand = kinds.find(([, kind]) => kind === 'grand')?.[0];
  return grand ?? kinds.findLast(([, kind]) => kind === 'sum')?.[0];
}

/** `Tổng cộng` and `Cộng`, not the people named Tống Công: without diacritics only in a row without a birth. */
function totalKind({ cells }: TableRow, { at }: SheetLayout): 'grand' | 'sum' | undefined {
  const name = at.get('name') ?? 0;
  const first = cells.slice(0, name + 1).filter((cell) => !isBlank(cell));
  for (const cell of first) {
    const text = folded(cellText(cell).slice(0, LONGEST_HEADING)).replace(/^[\d.)\sivx]+(?=[tc])/, '');
    if (/^tổng (cộng|số)(?!\p{L})/u.test(text)) return 'grand';
    if (/^cộng(?!\p{L})/u.test(text)) return 'sum';
    if (unaccented(text) !== text || hasBirth(cells, at)) continue;
    if (/^tong (cong|so)\b/.test(text)) return 'grand';
    if (/^cong\b/.test(text)) return 'sum';
  }
  return undefined;
}

function hasBirth(cells: TableRow['cells'], at: ReadonlyMap<string, number>): boolean {
  const birth = at.get('birth');
  return birth !== undefined && !isBlank(cells[birth]);
}

const ORDINAL = /^([IVX]+|[A-ZĐ]|\d+(\.\d+)*)[.)]\s/u;

/** Notes a unit heading under those it belongs to: letters over Roman numbers over digits. */
function noteUnit(row: TableRow, layout: SheetLayout, levels: string[]): void {
  if (totalKind(row, layout) !== undefined) return;
  const name = layout.at.get('name') ?? 0;
  const texts = row.cells
    .slice(0, name + 2)
    .filter((cell) => !isBlank(cell))
    .map((cell) => composed(cellText(cell).slice(0, LONGEST_HEADING)).trim());
  const own = texts.find((one) => ORDINAL.test(one) && /\p{L}{2}/u.test(one));
  const text = (own ?? [...new Set(texts)].join(' ')).replace(/\s+/g, ' ');
  if (!/\p{L}{2}/u.test(text)) return;
  const level = levelOf(text);
  levels.length = Math.min(levels.length, level);
  levels[level] = text;
}

function levelOf(text: string): number {
  if (/^[IVX]+[.)\s]/.test(text)) return 1;
  if (/^[A-ZĐ][.)\s]/u.test(text)) return 0;
  if (/^\d+\.\d/.test(text)) return 3;
  return /^\d+[.)\s]/.test(text) ? 2 : 1;
}
