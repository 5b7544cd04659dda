import { bad, good, type Checked, type Issue } from '../base/checked.ts';
import { nearest, type Lang } from '../base/text.ts';
import { CASE_KEYS, type CaseKey } from '../case/keys.ts';
import { cellName, cellText, isBlank, type TableRow } from './cell.ts';
import { FORBIDDEN_NAMES, headingForm, matchHeading, UNIT_HEADINGS, type HeadingMatch } from './columns.ts';
import { tableMessage, type TableIssueCode } from './messages.ts';

/** How many rows at the top of a table are searched for its header. */
export const HEADER_SEARCH_ROWS = 30;

/** Fewer recognised columns than this are no header. */
const FEWEST_KEYS = 2;

/** One column of a table: its place, its heading as written, and the key of the case it holds, if any. */
export interface Column {
  readonly index: number;
  readonly heading: string;
  readonly key?: CaseKey;
}

/** What a header row says. */
export interface Header {
  /** The row that holds the headings; the lower one of two. */
  readonly row: number;
  /** The first row that may hold data. */
  readonly dataFrom: number;
  /** Columns that hold keys of the case, in the order of the file. */
  readonly keys: readonly (Column & { readonly key: CaseKey })[];
  /** All other columns with a heading: they are kept and copied to the output. */
  readonly extras: readonly Column[];
  /** The column that names the unit of a person (đơn vị), where there is one; also one of `extras`. */
  readonly unit?: Column;
}

/** How to read a header. */
export interface HeaderOptions {
  readonly lang: Lang;
  /** The heading of the unit column; default: the usual Vietnamese names. */
  readonly unit?: string;
  /** Whether a heading is that of an output column of an earlier run; such columns are left out. */
  readonly isOutput?: (heading: string) => boolean;
}

interface Candidate {
  readonly row: number;
  readonly next: number;
  readonly columns: readonly Column[];
  readonly matches: ReadonlyMap<number, HeadingMatch>;
}

/**
 * Finds the header among the first rows of a table: one row, or two where headings are merged or grouped.
 * A row that numbers the columns below it is skipped. Fails with every fault of the header at once.
 */
export function findHeader(rows: readonly TableRow[], options: HeaderOptions): Checked<Header> {
  const { lang } = options;
  const searched = rows.slice(0, HEADER_SEARCH_ROWS);
  let best: Candidate | undefined;
  let most = FEWEST_KEYS - 1;
  searched.forEach((row, at) => {
    for (const candidate of [oneRow(row), twoRows(row, searched[at + 1])]) {
      const found = candidate ? new Set([...candidate.matches.values()].map((match) => match.key.key)).size : 0;
      if (found > most) [best, most] = [candidate, found];
    }
  });
  if (!best) return bad([tableIssue(lang, 'no-header', 'header', { rows: HEADER_SEARCH_ROWS })]);
  const issues: Issue[] = [];
  const keys = chooseKeys(best, lang, issues);
  const chosen = new Set(keys.map((column) => column.index));
  const extras = best.columns.filter((column) => !chosen.has(column.index) && !options.isOutput?.(column.heading));
  checkExtras(best, extras, lang, issues);
  checkRequired(best, keys, lang, issues);
  const unit = findUnit(extras, options, issues);
  if (issues.length > 0) return bad(issues);
  return good({ row: best.row, dataFrom: afterNumbering(best, searched), keys, extras, ...(unit ? { unit } : {}) });
}

function tableIssue(
  lang: Lang,
  code: TableIssueCode,
  path: string,
  params: Parameters<typeof tableMessage>[2] = {},
): Issue {
  return { code, path, message: tableMessage(lang, code, params) };
}

function oneRow(row: TableRow): Candidate {
  const columns: Column[] = [];
  row.cells.forEach((cell, index) => {
    if (!isBlank(cell)) columns.push({ index, heading: cellText(cell).trim() });
  });
  return matched(row.row, columns);
}

/** Group headings above, merged across; single headings merged downwards leave the lower cell blank. */
function twoRows(upper: TableRow, lower: TableRow | undefined): Candidate | undefined {
  if (lower?.row !== upper.row + 1) return undefined;
  const columns: Column[] = [];
  let group = '';
  for (let index = 0; index < Math.max(upper.cells.length, lower.cells.length); index++) {
    const top = cellText(upper.cells[index]).trim();
    const sub = cellText(lower.cells[index]).trim();
    if (top !== '') group = top;
    if (sub === '') {
      if (top !== '') columns.push({ index, heading: top });
      continue;
    }
    const joined = group === '' ? sub : `${group} ${sub}`;
    columns.push({ index, heading: matchHeading(joined) || !matchHeading(sub) ? joined : sub });
  }
  return matched(lower.row, columns);
}

function matched(row: number, columns: readonly Column[]): Candidate {
  const matches = new Map<number, HeadingMatch>();
  for (const column of columns) {
    const match = matchHeading(column.heading);
    if (match) matches.set(column.index, match);
  }
  return { row, next: row + 1, columns, matches };
}

/** Of several columns for one key the surest wins (key, title, alias, counter); two equally sure ones are a fault. */
function chooseKeys(header: Candidate, lang: Lang, issues: Issue[]): Header['keys'] {
  const chosen: (Column & { readonly key: CaseKey })[] = [];
  for (const key of CASE_KEYS) {
    const columns = header.columns.filter((column) => header.matches.get(column.index)?.key === key);
    const ranks = columns.map((column) => header.matches.get(column.index)?.rank ?? 3);
    const surest = columns.filter((_, at) => ranks[at] === Math.min(...ranks));
    const [only] = surest;
    if (!only) continue;
    if (surest.length > 1) {
      const cells = surest.map((column) => cellName(header.row, column.index)).join(', ');
      issues.push(tableIssue(lang, 'duplicate-column', key.key, { cells, title: key.title[lang], key: key.key }));
    }
    chosen.push({ ...only, key });
  }
  return chosen.sort((a, b) => a.index - b.index);
}

function checkExtras(header: Candidate, extras: readonly Column[], lang: Lang, issues: Issue[]): void {
  for (const column of extras) {
    if (!FORBIDDEN_NAMES.has(column.heading)) continue;
    const cells = cellName(header.row, column.index);
    issues.push(tableIssue(lang, 'forbidden-column', 'header', { heading: column.heading, cells }));
  }
}

function checkRequired(header: Candidate, keys: Header['keys'], lang: Lang, issues: Issue[]): void {
  const there = new Set(keys.map((column) => column.key.key));
  const lacking = CASE_KEYS.filter((key) => key.required && !there.has(key.key));
  if (lacking.length === 0) return;
  const columns = lacking.map((key) => `"${key.title[lang]}" (${key.key})`).join(', ');
  issues.push(tableIssue(lang, 'missing-columns', 'header', { row: header.row, columns }));
}

function findUnit(extras: readonly Column[], options: HeaderOptions, issues: Issue[]): Column | undefined {
  const wanted = (options.unit === undefined ? UNIT_HEADINGS : [options.unit]).map(headingForm);
  const found = extras.find((column) => wanted.includes(headingForm(column.heading)));
  if (!found && options.unit !== undefined) {
    const near = nearest(
      options.unit,
      extras.map((column) => column.heading),
    );
    issues.push(tableIssue(options.lang, 'no-unit-column', 'unit', { unit: options.unit, near }));
  }
  return found;
}

function afterNumbering(header: Candidate, rows: readonly TableRow[]): number {
  const below = rows.find((row) => row.row === header.next);
  const numbers = (below?.cells ?? [])
    .filter((cell) => !isBlank(cell))
    .map((cell) => /^\(?(\d+)\)?$/.exec(cellText(cell).trim())?.[1]);
  const counts = numbers.length >= 3 && numbers.every((text, at) => Number(text) === Number(numbers[0]) + at);
  return counts ? header.next + 1 : header.next;
}
