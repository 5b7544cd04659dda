import type { Issue } from '../base/checked.ts';
import { composed, type Lang } from '../base/text.ts';
import { monthOfDay, parseDay } from '../base/calendar.ts';
import { FlatCase, slotOf, type FlatValue } from '../case/flat.ts';
import { caseKey } from '../case/keys.ts';
import { inMedium } from '../case/medium.ts';
import { cellName, cellText, isBlank, type Cell, type TableRow } from './cell.ts';
import { combined } from './combine.ts';
import type { Column, Header } from './table-header.ts';
import { giver } from './given.ts';
import { tableMessage } from './messages.ts';
import { readSpan, type Span } from '../case/spelling/durations.ts';
import { yearsAndMonths } from '../case/values.ts';
import { Spelling } from '../case/spelling/spelling.ts';
import { valueReader, type CellRead, type ValueReader } from './value.ts';
import type { Vocabulary } from '../case/spelling/words.ts';

/** An issue with its place in the file. */
export interface RowIssue extends Issue {
  /** The cell as spreadsheets name it (H12); absent where the column is missing. */
  readonly cell?: string;
  /** The heading of the column. */
  readonly column?: string;
}

/** A row read as a case not yet parsed. */
export interface RowRead {
  /** The case with what could be read. */
  readonly raw: FlatCase;
  /** What could not be read. */
  readonly issues: readonly RowIssue[];
  /** Whether the cells may stand under the wrong headings, so that nothing else about them is worth telling. */
  readonly shifted?: true;
}

/** Reads the rows under one header. */
export interface RowReader {
  /** The row with what stands in two cells put together (a name under one heading, ticks under Nam | Nữ); to be read then. */
  whole(row: TableRow): TableRow;
  /** Reads a row; cells that cannot be read are issues, never guesses. */
  read(row: TableRow): RowRead;
  /** The text of the other columns, by heading, in the order of the file. */
  extras(row: TableRow): readonly string[];
  /** The unit of the row, where the table tells it. */
  unit(row: TableRow): string | undefined;
  /** The place in the file that an issue of the core is about. */
  locate(issue: Issue, row: number): RowIssue;
}

interface KeyColumn {
  readonly column: Column;
  readonly slot: number;
  readonly key: string;
  readonly read: ValueReader;
}

/** Makes the reader of the rows under a header. */
export function rowReader(header: Header, vocabulary: Vocabulary, lang: Lang): RowReader {
  const spelling = new Spelling(vocabulary);
  const columns: KeyColumn[] = header.keys.map((column) => ({
    column,
    slot: slotOf(column.key.key),
    key: column.key.key,
    read: valueReader(column.key, spelling, lang, column.heading),
  }));
  const give = header.given && giver(header.given);
  const places = new Map(columns.map((one) => [one.key, one.column]));
  const named = header.gaps.find(({ index, after }) => after.key?.key === 'person.name' && index === after.index + 1);
  return {
    whole: (row) => {
      const one = header.combinations ? combined(row, header.combinations, places.get('person.sex')?.index) : row;
      return named ? joined(one, named.after.index, named.index) : one;
    },
    read: (row) => beyondHeader(header, row, lang) ?? readRow({ columns, header, give }, row, lang),
    extras: (row) => header.extras.map((column) => cellText(row.cells[column.index])),
    unit: (row) => (header.unit && unitName(cellText(row.cells[header.unit.index]))) || row.unit,
    locate: (issue, row) => {
      const column = places.get(issue.path) ?? firstUnder(places, issue.path);
      const heading = (key: string): string | undefined => places.get(key)?.heading;
      const said = { ...issue, message: inMedium(issue.message, 'columns', { lang, heading }) };
      return column ? placed(said, row, column) : said;
    },
  };
}

function unitName(text: string): string {
  return composed(text).replace(/\s+/g, ' ').trim();
}

/** A row with the texts of two cells joined in the first of them. */
function joined(row: TableRow, first: number, second: number): TableRow {
  const [one, other] = [row.cells[first], row.cells[second]];
  if (typeof one !== 'string' || typeof other !== 'string' || isBlank(one)) return row;
  const cells = [...row.cells];
  cells[first] = `${one.trim()} ${other.trim()}`.trim();
  cells[second] = null;
  return { ...row, cells };
}

/** An issue about a group of keys (`salary`) stands at the first column of that group. */
function firstUnder(places: ReadonlyMap<string, Column>, path: string): Column | undefined {
  for (const [key, column] of places) if (key.startsWith(path + '.')) return column;
  return undefined;
}

function placed(issue: Issue, row: number, column: Column): RowIssue {
  return {
    code: issue.code,
    path: issue.path,
    cell: cellName(row, column.index),
    column: column.heading,
    message: issue.message,
  };
}

/** A row with a value behind the last heading: nobody knows which of its cells has moved. */
function beyondHeader({ width }: Header, { row, cells }: TableRow, lang: Lang): RowRead | undefined {
  for (let index = width; index < cells.length; index++) {
    const cell = cells[index];
    if (isBlank(cell)) continue;
    const code = 'cell-beyond-header';
    const message = tableMessage(lang, code, { value: cellText(cell).trim() });
    return { raw: new FlatCase(), issues: [{ code, path: '', cell: cellName(row, index), message }], shifted: true };
  }
  return undefined;
}

/** A value without a heading beside a key column may be a part of that key: months beside years. */
function gapIssues({ gaps }: Header, { row, cells }: TableRow, lang: Lang): RowIssue[] {
  return gaps.flatMap(({ index, after }): RowIssue[] => {
    const cell = cells[index];
    if (isBlank(cell)) return [];
    const key = after.key && (caseKey(after.key.key.replace(/years$/, 'months')) ?? after.key);
    const params = { value: cellText(cell).trim(), heading: after.heading, example: key?.title[lang] ?? '' };
    const code = 'cell-without-heading';
    return [{ code, path: '', cell: cellName(row, index), message: tableMessage(lang, code, params) }];
  });
}

const UNIT_SLOT = slotOf('person.unit');
const YEARS_SLOT = slotOf('insurance.years');

/**
 * A time that runs from a month up to the one before leaving ("từ 01/9/1995", "từ 5/2003 đến 4/2025"); undefined where the
 * day of leaving is not known. Where it ends in another month, its last month may count or not: a fault that says both.
 */
function insuredOver({ since, until }: Span, leaving: FlatValue | undefined, lang: Lang): CellRead<string | undefined> {
  const day = typeof leaving === 'string' ? parseDay(leaving) : undefined;
  const left = day === undefined ? undefined : monthOfDay(day);
  const runsOn = until === undefined || until.day === day || (left !== undefined && until.month === left - 1);
  if (runsOn) return { value: left === undefined || left < since ? undefined : yearsAndMonths(left - since) };
  const months = until.month - since;
  const params = { one: durationText(months + 1, lang), other: durationText(months, lang) };
  return { fault: 'span-of-months', params };
}

function durationText(months: number, lang: Lang): string {
  const [years, odd] = [Math.floor(months / MONTHS), months % MONTHS];
  return lang === 'vi' ? `${years} năm ${odd} tháng` : `${years} years ${odd} months`;
}

const MONTHS = 12;

interface RowColumns {
  readonly columns: readonly KeyColumn[];
  readonly header: Header;
  readonly give: ReturnType<typeof giver> | undefined;
}

function readRow({ columns, header, give }: RowColumns, row: TableRow, lang: Lang): RowRead {
  const raw = new FlatCase();
  const issues: RowIssue[] = header.gaps.length === 0 ? [] : gapIssues(header, row, lang);
  let span: { readonly over: Span; readonly column: Column; readonly text: string } | undefined;
  for (const { column, slot, key, read } of columns) {
    const cell = row.cells[column.index] as Cell | undefined;
    if (cell === undefined || cell === null || isBlank(cell)) continue;
    const over = slot === YEARS_SLOT && typeof cell === 'string' ? readSpan(cell) : undefined;
    if (over && typeof cell === 'string') {
      span = { over, column, text: cell.trim() };
      continue;
    }
    const value = read(cell);
    if ('value' in value) raw.values[slot] = value.value;
    else {
      // What else is wrong with the row is found as in any other case with that fault.
      raw.values[slot] = cellText(cell);
      const message = tableMessage(lang, value.fault, value.params);
      issues.push(placed({ code: value.fault, path: key, message }, row.row, column));
    }
  }
  if (span) {
    const { over, column, text } = span;
    const read = insuredOver(over, raw.get('leaving.date'), lang);
    raw.values[YEARS_SLOT] = 'value' in read ? read.value : text;
    if ('fault' in read) {
      const message = tableMessage(lang, read.fault, { value: text, ...read.params });
      issues.push(placed({ code: read.fault, path: 'insurance.years', message }, row.row, column));
    }
  }
  give?.(raw, (key) => issues.some(({ path }) => path === key));
  const unit = unitOfPerson(header, row);
  if (unit !== undefined) raw.values[UNIT_SLOT] ??= unit;
  return { raw, issues };
}

/**
 * The unit of the person where no column of its own gives it: what the column of units names ("Đơn vị"), else the heading
 * above the row.
 */
function unitOfPerson({ unit, keys }: Header, { unit: above, cells }: TableRow): string | undefined {
  const cell = (unit && cells[unit.index]) ?? null;
  if (isBlank(cell)) return above;
  const faulty = typeof cell === 'object' && cell?.kind === 'faulty';
  if (faulty || keys.some(({ key }) => key.key === 'person.unit')) return undefined;
  return unitName(cellText(cell)) || undefined;
}
