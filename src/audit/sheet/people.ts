import { LONGEST_HEADING } from '../../base/lengths.ts';
import { composed, folded, unaccented } from '../../base/text.ts';
import { dittoTest, withDitto } from '../../table/ditto.ts';
import { cellText, isBlank, type TableRow } from '../../table/cell.ts';
import type { FormColumn, Writing } from '../../law/form.ts';
import type { SHARED_BY } from '../messages.ts';
import { isNameRow, numbersOf } from './headings.ts';
import type { SheetLayout } from './layout.ts';
import { nameAt, textAt } from './place.ts';
import { sectionGroups } from './sections.ts';

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
  /** The groups that a heading above gives ("B. Quân nhân chuyên nghiệp"). */
  readonly section?: readonly string[];
  readonly over?: Over | undefined;
  /** The columns whose cells say that they hold what stands above (như trên); the row has that in them. */
  readonly ditto?: ReadonlyMap<number, string>;
}

/** A sum that a sheet declares (Cộng, Tổng cộng, or beside the heading of a unit), and of whom. */
export interface DeclaredSum {
  readonly row: TableRow;
  readonly label: string;
  readonly kind: 'sum' | 'grand' | 'unit';
  /** The rows of the people that it may add up: the likeliest first. */
  readonly of: readonly (readonly number[])[];
}

/** Why somebody of a sheet is not audited. */
export type UnreadWhy = 'no-name';

/** The people of a sheet. */
export interface People {
  readonly people: readonly PersonRow[];
  readonly sums: readonly DeclaredSum[];
  /** Rows that look like people and cannot be audited. */
  readonly unread: readonly { readonly row: number; readonly why: UnreadWhy }[];
}

/** Any of these makes a row a person. */
const PRIMARY = ['birth', 'leaving', 'enlisted', 'rank'];

/** Where a row stands in its sheet: under which units and in which section; it goes on over repeated headings. */
export class HeadingContext {
  readonly #levels: string[] = [];
  #section: { readonly groups: readonly string[]; readonly level: number } | undefined;

  /** The units above, the largest first. */
  get unit(): string {
    return this.#levels.filter((one) => one !== undefined && one !== '').join(' / ');
  }

  /** The groups that the section above gives. */
  get section(): readonly string[] | undefined {
    return this.#section?.groups;
  }

  /** Notes a heading between people under those it belongs to: letters over Roman numbers over digits. */
  note(text: string, writing: Writing): void {
    const level = levelOf(text);
    this.#levels.length = Math.min(this.#levels.length, level);
    this.#levels[level] = text;
    const groups = sectionGroups(text, writing);
    const isOrdered = ORDERED.test(text);
    if (groups) this.#section = { groups, level: isOrdered ? level : 0 };
    else if (isOrdered && level <= (this.#section?.level ?? -1)) this.#section = undefined;
  }
}

/**
 * The people of a part of a sheet, to its end: sums, unit headings, repeated headings and blank rows stand between them,
 * signatures below.
 */
export function findPeople(
  rows: readonly TableRow[],
  layout: SheetLayout,
  over: ReadonlyMap<number, Over> = new Map(),
  standing: HeadingContext = new HeadingContext(),
): People {
  const data = rows.filter(({ row }) => row >= layout.dataFrom);
  const total = data.find((row) => totalKind(row, layout) === 'grand')?.row ?? Infinity;
  const people: PersonRow[] = [];
  const found: Found[] = [];
  const unread: { row: number; why: UnreadWhy }[] = [];
  const isDitto = dittoTest(layout.form.writing.ditto);
  const names = [layout.at.get('name'), layout.at.get('givenName')];
  for (const given of data) {
    const { row, ditto } = withDitto(given, people.at(-1)?.row, isDitto, (index) => !names.includes(index));
    if (isNameRow(row) || numbersOf(row) !== undefined) continue;
    const below = row.row > total;
    const kind = totalKind(row, layout);
    if (kind !== undefined) found.push({ row, kind, label: labelOf(row, layout), level: -1 });
    else if (isPerson(row, layout) && (!below || figures(row, layout) >= FEWEST_FIGURES)) {
      const { unit, section } = standing;
      found.push({ row, kind: 'person', label: '', level: -1 });
      people.push({
        row,
        name: nameAt(row, layout),
        over: over.get(row.row),
        ...(unit === '' ? {} : { unit }),
        ...(section ? { section } : {}),
        ...(ditto.size > 0 ? { ditto } : {}),
      });
    } else if (nameAt(row, layout) === '' && figures(row, layout) >= FEWEST_FIGURES)
      unread.push({ row: row.row, why: 'no-name' });
    else {
      const heading = headingOf(row, layout);
      if (heading === '') continue;
      standing.note(heading, layout.form.writing);
      found.push({ row, kind: 'unit', label: heading, level: levelOf(heading) });
    }
  }
  return { people, sums: sumsOf(found), unread };
}

/** A person has so many dates and figures of his own; a line of signatures has a date at most. */
const FEWEST_FIGURES = 2;

/** Columns that hold dates and figures of one person. */
const FIGURES = [
  'birth',
  'leaving',
  'enlisted',
  'merger',
  'salary',
  'service',
  'coefficient',
  'monthsEarly',
  'yearsEarly',
];

function figures(row: TableRow, layout: SheetLayout): number {
  const name = nameAt(row, layout);
  return FIGURES.filter((key) => {
    const text = textAt(row, layout, key);
    return text !== name && /\d/.test(text);
  }).length;
}

/** A row of a sheet, told by what it is. */
interface Found {
  readonly row: TableRow;
  readonly kind: 'person' | 'unit' | 'sum' | 'grand';
  readonly label: string;
  /** Of a unit heading: how deep it stands. */
  readonly level: number;
}

/**
 * The people that each declared sum may add up: `Cộng` those since the sum before it, or all those before; `Tổng cộng`
 * all, or those since the one before it; a sum beside a unit heading those below it to the next heading that is not deeper.
 */
function sumsOf(found: readonly Found[]): DeclaredSum[] {
  return found.flatMap(({ row, kind, label, level }, at): DeclaredSum[] => {
    if (kind === 'person') return [];
    const before = found.slice(0, at);
    const since = (is: (one: Found) => boolean): Found[] => before.slice(before.findLastIndex(is) + 1);
    const end = found.findIndex(
      (one, index) => index > at && (one.kind === 'grand' || (one.kind === 'unit' && one.level <= level)),
    );
    const scopes = {
      grand: [found, since((one) => one.kind === 'grand'), before],
      sum: [since((one) => one.kind === 'sum'), since((one) => one.kind === 'unit'), since(isHighest), before],
      unit: [found.slice(at + 1, end < 0 ? found.length : end)],
    }[kind];
    return [{ row, label, kind, of: scopes.map(rowsOf).filter((rows) => rows.length > 0) }];
  });
}

function isHighest({ kind, level }: Found): boolean {
  return kind === 'unit' && level <= 1;
}

function rowsOf(some: readonly Found[]): number[] {
  return some.flatMap(({ kind, row }) => (kind === 'person' ? [row.row] : []));
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
  const name = nameAt(row, layout);
  if (isNameRow(row) || !/\p{L}/u.test(name) || totalKind(row, layout) !== undefined) return false;
  const own = (key: string): string => (isMerged(key) ? '' : textAt(row, layout, key));
  // A unit heading merged over all columns shows its text in each of them.
  if (PRIMARY.map(own).some((text) => text !== '' && text !== name)) return true;
  return PRIMARY.some(isMerged) && !ORDINAL.test(name) && PERSONAL.some((key) => own(key) !== '');
}

/** `Tổng cộng` and `Cộng`, not the people named Tống Công: without diacritics only in a row without a birth. */
function totalKind(row: TableRow, layout: SheetLayout): 'grand' | 'sum' | undefined {
  const name = layout.at.get('name') ?? 0;
  const first = row.cells.slice(0, name + 1).filter((cell) => !isBlank(cell));
  for (const cell of first) {
    const text = folded(cellText(cell).slice(0, LONGEST_HEADING)).replace(/^[\d.)\sivx]+(?=[tc])/, '');
    if (/^tổng (cộng|số)(?!\p{L})/u.test(text)) return 'grand';
    if (/^cộng(?!\p{L})/u.test(text)) return 'sum';
    if (unaccented(text) !== text || hasBirth(row, layout)) continue;
    if (/^tong (cong|so)\b/.test(text)) return 'grand';
    if (/^cong\b/.test(text)) return 'sum';
  }
  return undefined;
}

function hasBirth(row: TableRow, layout: SheetLayout): boolean {
  return textAt(row, layout, 'birth') !== '';
}

const ORDINAL = /^([IVX]+|[A-ZĐ]|\d+(\.\d+)*)[.)]\s/u;
/** A heading with its ordinal, as they stand in one cell or in two. */
const ORDERED = /^([IVX]+|[A-ZĐ]|\d+(\.\d+)*)[.)]?\s/u;

function labelOf(row: TableRow, { at }: SheetLayout): string {
  const before = row.cells.slice(0, (at.get('name') ?? 0) + 1).filter((cell) => !isBlank(cell));
  return composed(before.map((cell) => cellText(cell).slice(0, LONGEST_HEADING)).join(' '))
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a heading between people; empty for a row that is none. */
function headingOf(row: TableRow, { at }: SheetLayout): string {
  const name = at.get('name') ?? 0;
  const texts = row.cells
    .slice(0, name + 2)
    .filter((cell) => !isBlank(cell))
    .map((cell) => composed(cellText(cell).slice(0, LONGEST_HEADING)).trim());
  const own = texts.find((one) => ORDINAL.test(one) && /\p{L}{2}/u.test(one));
  const text = (own ?? [...new Set(texts)].join(' ')).replace(/\s+/g, ' ');
  return /\p{L}{2}/u.test(text) ? text : '';
}

function levelOf(text: string): number {
  if (/^[IVX]+[.)\s]/.test(text)) return 1;
  if (/^[A-ZĐ][.)\s]/u.test(text)) return 0;
  if (/^\d+\.\d/.test(text)) return 3;
  return /^\d+[.)\s]/.test(text) ? 2 : 1;
}
