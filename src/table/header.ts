import {
  FUNCTION,
  LANG,
  LIST,
  needed,
  OBJECT,
  optionIssues,
  TEXT,
  TEXTS,
  type OptionsOf,
} from '../messages/options.ts';
import { bad, good, type Checked, type Issue } from '../base/checked.ts';
import { LONGEST_HEADING } from '../base/lengths.ts';
import { FORBIDDEN_NAMES } from '../base/json.ts';
import { nearest, unaccented, type Lang } from '../base/text.ts';
import { CASE_KEYS, type CaseKey } from '../case/keys.ts';
import type { Spelling } from '../case/spelling/spelling.ts';
import { cellName, cellText, isBlank, type TableRow } from './cell.ts';
import { combinationsOf, combinedKeys, dividesColumn } from './combine.ts';
import {
  headingForm,
  looksLikeKey,
  matchHeading,
  matchPart,
  matchCoefficient,
  isBareCoefficient,
  UNIT_HEADINGS,
  type HeadingMatch,
} from './columns.ts';
import { contradicting, hintsOf, isScaled, isUnit, readIn } from './hints.ts';
import { saidAbove, textsAbove } from './given.ts';
import type { Column, Combination, Gap, GivenValue, Header } from './table-header.ts';
import { isOutputRow, isResultKey } from './layout.ts';
import { numbersColumns, rowSorter } from './row-kind.ts';
import { tableMessage, type TableIssueCode } from './messages.ts';

export type { Column, Gap, Header } from './table-header.ts';

/** How many rows at the top of a table are searched for its header. */
export const HEADER_SEARCH_ROWS = 30;

/** Fewer recognised columns than this are no header. */
const FEWEST_KEYS = 2;

/** How to read a header. */
export interface HeaderOptions {
  readonly lang: Lang;
  /** The heading of the unit column; default: the usual Vietnamese names. */
  readonly unit?: string | undefined;
  /** Values that count for every row that does not say otherwise. */
  readonly given?: readonly GivenValue[] | undefined;
  /** Reads what the title of the table, or the name of its sheet, says of everybody in it; absent: nothing is read there. */
  readonly spelling?: Spelling | undefined;
  readonly sheet?: string | undefined;
  /** The marks by which cells say that they hold what stands above them; absent: none is read so. */
  readonly ditto?: readonly string[] | undefined;
  /** Whether a heading is that of an output column of an earlier run; such columns are left out. */
  readonly isOutput?: ((heading: string) => boolean) | undefined;
}

const OPTIONS: OptionsOf<HeaderOptions> = {
  lang: needed(LANG),
  unit: TEXT,
  given: LIST,
  spelling: OBJECT,
  sheet: TEXT,
  ditto: TEXTS,
  isOutput: FUNCTION,
};

interface Candidate {
  readonly row: number;
  readonly next: number;
  readonly columns: readonly Column[];
  readonly matches: ReadonlyMap<number, HeadingMatch>;
  /** Whether the lower row is known to hold sub-headings. */
  readonly parts: boolean;
  /** What stands in brackets in a group heading, by the columns under it. */
  readonly groupHints: ReadonlyMap<number, readonly string[]>;
  /** Headings of keys whose sub-headings are not understood. */
  readonly unclear: readonly UnclearGroup[];
  readonly combinations: readonly Combination[];
  readonly texts: readonly string[];
}

interface UnclearGroup {
  readonly heading: string;
  readonly match: HeadingMatch;
  readonly columns: readonly { readonly index: number; readonly sub: string }[];
}

/**
 * Finds the header among the first rows of a table: one row, or two where headings are merged or grouped.
 * A row that numbers the columns below it is skipped. Fails with every fault of the header at once.
 */
export function findHeader(rows: readonly TableRow[], options: HeaderOptions): Checked<Header> {
  const wrong = optionIssues(options, OPTIONS);
  if (wrong.length > 0) return bad([...wrong]);
  const { lang } = options;
  const searched = rows.slice(0, HEADER_SEARCH_ROWS);
  let best: Candidate | undefined;
  let most = FEWEST_KEYS - 1;
  searched.forEach((row, at) => {
    for (const candidate of candidates(row, searched[at + 1])) {
      const found = keysFound(candidate);
      if (found > most || (candidate.parts && found === most)) [best, most] = [candidate, found];
    }
  });
  if (!best) return bad([tableIssue(lang, 'no-header', 'header', { rows: HEADER_SEARCH_ROWS })]);
  const issues: Issue[] = [];
  const single = withoutLoneParts(best, chooseKeys(best, lang, issues), options);
  const combinations = best.combinations.filter(
    (one) => !combinedKeys(one).some(({ key }, at) => at === 0 && single.some((other) => other.key === key)),
  );
  const keys = withCombined(best, single, combinations, lang, issues);
  const chosen = new Set([...keys, ...combinations.map(({ second }) => ({ index: second }))].map(({ index }) => index));
  // Somebody's own "Lưu ý" or "Tổng số tiền" is left out only where the table is an output of an earlier run.
  const isOurs = best.columns.some(({ heading }) => isOutputRow(heading));
  const isOutput = options.isOutput && (isOurs ? options.isOutput : isResultKey);
  const extras = best.columns.filter((column) => !chosen.has(column.index) && !isOutput?.(column.heading));
  checkGroups(best, lang, issues);
  checkUnits(best, keys, searched, lang, issues);
  checkExtras(best, extras, lang, issues);
  const given = givenFor(best, keys, searched, options);
  checkRequired(best, keys, given, lang, issues);
  const unit = findUnit(extras, options, issues);
  if (issues.length > 0) return bad(issues);
  const width = Math.max(...best.columns.map((column) => column.index)) + 1;
  const gaps = gapsOf(best.columns, keys, width);
  const dataFrom = afterNumbering(best, searched);
  const more = {
    ...(combinations.length > 0 ? { combinations } : {}),
    ...(given.length > 0 ? { given } : {}),
    ...(unit ? { unit } : {}),
    ...(options.ditto ? { ditto: options.ditto } : {}),
  };
  const found: Header = { row: best.row, dataFrom, keys, extras, ...more, texts: best.texts, width, gaps };
  const kindOf = rowSorter(found);
  const headed = searched.map(kindOf).some(({ kind }) => kind === 'unit');
  return good(headed ? { ...found, unitHeadings: true } : found);
}

/** The columns of keys with those that combined columns hold; a column of its own is surer than a combination. */
function withCombined(
  header: Candidate,
  single: Header['keys'],
  combinations: readonly Combination[],
  lang: Lang,
  issues: Issue[],
): Header['keys'] {
  const keys = [...single];
  const headingOf = (at: number): string => header.columns.find(({ index }) => index === at)?.heading ?? '';
  for (const one of combinations) {
    for (const [at, { index, key }] of combinedKeys(one).entries()) {
      if (!keys.some((other) => other.key === key)) {
        keys.push({ index, heading: `${headingOf(one.first)} | ${headingOf(one.second)}`, key });
      } else if (at === 0) {
        const cells = [one.first, one.second].map((column) => cellName(header.row, column)).join(', ');
        issues.push(tableIssue(lang, 'duplicate-column', key.key, { cells, title: key.title[lang], key: key.key }));
      }
    }
  }
  return keys.sort((a, b) => a.index - b.index);
}

function tableIssue(
  lang: Lang,
  code: TableIssueCode,
  path: string,
  params: Parameters<typeof tableMessage>[2] = {},
): Issue {
  return { code, path, message: tableMessage(lang, code, params) };
}

/** What a row may be by itself, or with the one below it. */
function candidates(row: TableRow, below: TableRow | undefined): Candidate[] {
  const alone = oneRow(row);
  if (below?.row !== row.row + 1) return [alone];
  const parts = keysFound(alone) >= FEWEST_KEYS && isPartsRow(alone, row, below);
  const both = twoRows(row, below, parts);
  // Sub-headings belong to the headings above them, whatever they add to them.
  if (parts) return [both];
  // A title above is no group; headings that stand only in the upper row are merged downwards.
  const merged = row.cells.some((cell, index) => !isBlank(cell) && isBlank(below.cells[index]));
  return merged || keysFound(both) > keysFound(oneRow(below)) ? [alone, both] : [alone];
}

function keysFound({ matches, unclear, combinations }: Candidate): number {
  const found = [...matches.values(), ...unclear.map(({ match }) => match), ...combinations.flatMap(combinedKeys)];
  return new Set(found.map((match) => match.key.key)).size;
}

function oneRow(row: TableRow): Candidate {
  const columns: Column[] = [];
  row.cells.forEach((cell, index) => {
    if (!isBlank(cell)) columns.push({ index, heading: cellText(cell).trim() });
  });
  return { ...matched(row.row, columns), parts: false, groupHints: new Map(), unclear: [], texts: headingTexts(row) };
}

function headingTexts(...rows: readonly TableRow[]): string[] {
  const forms = rows.flatMap(({ cells }) => cells.filter((cell) => typeof cell === 'string').map(headingForm));
  return [...new Set(forms.filter((form) => form !== ''))];
}

/** Numbers and dates, which no sub-heading is. */
const VALUE = /^[\d.,:/\s%đ₫-]*$/u;

/** Whether the row below headings divides them (Số năm, Số tháng) or explains them, and holds no person. */
function isPartsRow(upper: Candidate, row: TableRow, below: TableRow): boolean {
  let parts = 0;
  const width = Math.max(row.cells.length, below.cells.length);
  for (let index = 0; index < width; index++) {
    const cell = below.cells[index];
    if (isBlank(cell)) continue;
    if (typeof cell !== 'string') return false;
    if (dividesColumn(row, below, index)) {
      parts++;
      continue;
    }
    const text = cell.trim();
    if (/^\(.*\)$/s.test(text)) {
      if (/\p{L}|%/u.test(text)) parts++;
      continue;
    }
    const match = upper.matches.get(index);
    if (match && /^(text|word|flag)$/.test(match.key.type)) return false;
    if (VALUE.test(text) && text !== '%') return false;
    if (match || isBlank(row.cells[index])) parts++;
  }
  return parts > 0;
}

/**
 * Group headings above, merged across; single headings merged downwards leave the lower cell blank. `parts`: the lower
 * row is known to hold sub-headings.
 */
function twoRows(upper: TableRow, lower: TableRow, parts: boolean): Candidate {
  const columns: Column[] = [];
  const byColumn = new Map<number, HeadingMatch>();
  const groupHints = new Map<number, readonly string[]>();
  const unclear = new Map<string, UnclearGroup & { columns: { index: number; sub: string }[] }>();
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
    const part = matchHeading(joined) ?? matchPart(group, sub) ?? matchCoefficient(group, sub);
    if (part) byColumn.set(index, part);
    else if (isUnitOf(top, sub, parts)) {
      columns.push({ index, heading: `${group} (${sub})` });
      continue;
    }
    const heading = part || !matchHeading(sub) || (group !== '' && isBareCoefficient(sub)) ? joined : sub;
    columns.push({ index, heading });
    if (parts) groupHints.set(index, hintsOf(group));
    const whole = parts && heading === joined && !part ? matchHeading(group) : undefined;
    if (!whole) continue;
    const one = unclear.get(group) ?? { heading: group, match: whole, columns: [] };
    one.columns.push({ index, sub });
    unclear.set(group, one);
  }
  const { matches, ...rest } = matched(lower.row, columns);
  const halves = new Set(rest.combinations.flatMap(({ first, second }) => [first, second]));
  // A group of which one column is understood ("Phụ cấp chức vụ": "Hệ số", "Thành tiền") has others that say no more.
  const understood = new Set([...byColumn.values()].map(({ key }) => key.key));
  const left = [...unclear.values()].filter(
    ({ match, columns: of }) => !understood.has(match.key.key) && !of.every(({ index }) => halves.has(index)),
  );
  return {
    ...rest,
    matches: new Map([...matches, ...byColumn]),
    parts,
    groupHints,
    unclear: left,
    texts: headingTexts(upper, lower),
  };
}

/** Whether the lower cell only gives the unit of the heading above it. */
function isUnitOf(top: string, sub: string, parts: boolean): boolean {
  const match = parts ? matchHeading(top) : undefined;
  return match !== undefined && isUnit(sub, match.key);
}

function matched(
  row: number,
  columns: readonly Column[],
): Omit<Candidate, 'parts' | 'groupHints' | 'unclear' | 'texts'> {
  const matches = new Map<number, HeadingMatch>();
  const combinations = combinationsOf(columns);
  const halves = new Set(combinations.flatMap(({ first, second }) => [first, second]));
  for (const column of columns) {
    const match = halves.has(column.index) ? undefined : matchHeading(column.heading);
    if (match) matches.set(column.index, match);
  }
  return { row, next: row + 1, columns, matches, combinations };
}

/** Of several columns for one key the surest wins (key, title, alias, abbreviation or counter); two equally sure ones are a fault. */
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

/** Leaves out the columns that say nothing without another key, which the list does not give: "Bậc" beside a coefficient. */
function withoutLoneParts(header: Candidate, keys: Header['keys'], { given = [] }: HeaderOptions): Header['keys'] {
  const present = new Set([...keys.map(({ key }) => key.key), ...given.map(({ key }) => key)]);
  return keys.filter(
    ({ key, index }) => key.beside === undefined || present.has(key.beside) || header.matches.get(index)?.rank === 0,
  );
}

/** A heading of a key over columns that are not understood: none of them may be taken for the key, or left out. */
function checkGroups(header: Candidate, lang: Lang, issues: Issue[]): void {
  for (const { heading, match, columns } of header.unclear) {
    const cells = columns.map(({ index }) => cellName(header.row, index)).join(', ');
    const subs = columns.map(({ sub }) => `"${sub}"`).join(', ');
    const { key, title } = match.key;
    issues.push(tableIssue(lang, 'unclear-group', key, { heading, cells, subs, title: title[lang], key }));
  }
}

const UNIT_NOTICE = /don vi tinh|don vi\s*[:(]|\bdvt\b|\bdv\s*:|\bunit\s*[:(]/;

/** Headings, and notices above the table, that name another unit or order than the one columns are read in. */
function checkUnits(
  header: Candidate,
  keys: Header['keys'],
  rows: readonly TableRow[],
  lang: Lang,
  issues: Issue[],
): void {
  for (const { index, heading, key } of keys) {
    const hints = [...hintsOf(heading), ...(header.groupHints.get(index) ?? [])];
    const hint = contradicting(key, hints);
    if (hint === undefined) continue;
    const params = { cells: cellName(header.row, index), heading, hint, title: key.title[lang], key: key.key };
    issues.push(tableIssue(lang, 'unit-in-heading', key.key, { ...params, readIn: readIn(key)[lang] }));
  }
  const money = keys.filter(({ key }) => key.type === 'dong');
  if (money.length === 0) return;
  for (const row of rows) {
    if (row.row >= header.row) break;
    row.cells.forEach((cell, index) => {
      if (
        typeof cell !== 'string' ||
        cell.length > LONGEST_HEADING ||
        !UNIT_NOTICE.test(unaccented(cell)) ||
        !isScaled(cell)
      )
        return;
      const columns = money.map(({ heading }) => `"${heading}"`).join(', ');
      const cells = cellName(row.row, index);
      issues.push(tableIssue(lang, 'unit-notice', money[0]?.key.key ?? '', { cells, value: cell.trim(), columns }));
    });
  }
}

function checkExtras(header: Candidate, extras: readonly Column[], lang: Lang, issues: Issue[]): void {
  for (const column of extras) {
    const { heading } = column;
    const cells = cellName(header.row, column.index);
    if (FORBIDDEN_NAMES.has(heading)) issues.push(tableIssue(lang, 'forbidden-column', 'header', { heading, cells }));
    else if (looksLikeKey(heading)) {
      const near = nearest(
        heading,
        CASE_KEYS.map(({ key }) => key),
      );
      issues.push(tableIssue(lang, 'unknown-key-column', 'header', { heading, cells, near }));
    }
  }
}

/** What the user gives for the whole list, and what its title says of keys that have no column. */
function givenFor(
  header: Candidate,
  keys: Header['keys'],
  rows: readonly TableRow[],
  { given = [], spelling, sheet }: HeaderOptions,
): readonly GivenValue[] {
  if (!spelling) return given;
  const present = new Set([...keys.map(({ key }) => key.key), ...given.map(({ key }) => key)]);
  const wanted = ['person.group', 'leaving.route'].filter((key) => !present.has(key));
  const texts = [...textsAbove(rows, header.row), ...(sheet === undefined ? [] : [sheet])];
  return [...given, ...saidAbove(texts, wanted, spelling)];
}

/** What one command may say of a whole list; sex, birth and time are each person's own. */
const FOR_ALL: Readonly<Record<string, string>> = {
  'person.group': '--set person.group=civil-servant',
  'leaving.route': '--set leaving.route=early-retirement',
  'leaving.date': '--set leaving.date=2025-05-01',
};

function checkRequired(
  header: Candidate,
  keys: Header['keys'],
  given: readonly GivenValue[],
  lang: Lang,
  issues: Issue[],
): void {
  const unclear = header.unclear.map(({ match }) => match.key.key);
  const present = new Set([...keys.map(({ key }) => key.key), ...unclear, ...given.map(({ key }) => key)]);
  const lacking = CASE_KEYS.filter((key) => key.required && !present.has(key.key));
  if (lacking.length === 0) return;
  const columns = lacking.map((key) => `"${key.title[lang]}" (${key.key})`).join(', ');
  const set = lacking.flatMap(({ key }) => FOR_ALL[key] ?? []).join(' ') || undefined;
  issues.push(tableIssue(lang, 'missing-columns', 'header', { row: header.row, columns, set }));
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

/** The columns without a heading that follow a key column. */
function gapsOf(columns: readonly Column[], keys: Header['keys'], width: number): Gap[] {
  const headed = new Set(columns.map((column) => column.index));
  const keyed = new Map(keys.map((column) => [column.index, column]));
  const gaps: Gap[] = [];
  let after: Column | undefined;
  for (let index = 0; index < width; index++) {
    if (headed.has(index)) after = keyed.get(index);
    else if (after) gaps.push({ index, after });
  }
  return gaps;
}

function afterNumbering(header: Candidate, rows: readonly TableRow[]): number {
  const below = rows.find((row) => row.row === header.next);
  const counts = below !== undefined && numbersColumns(below.cells);
  return counts ? header.next + 1 : header.next;
}
