import type { Issue } from '../base/checked.ts';
import { composed, type Lang } from '../base/text.ts';
import { copyWith } from '../base/writable.ts';
import { givenAt } from '../case/flat.ts';
import { CASE_KEYS, type CaseKey } from '../case/keys.ts';
import { resultFor, type CalculateOptions } from '../engine/calculate.ts';
import type { Params } from '../messages/issue.ts';
import type { Place } from '../messages/refused.ts';
import { CURRENT_SCHEMA } from '../engine/migrate.ts';
import { amountsTogether } from './amounts.ts';
import { cellName, cellText, faultText, isBlank, isBlankRow, type Cell, type TableRow } from './cell.ts';
import { unmistakable } from '../case/spelling/numbers.ts';
import { writtenBehind } from './batch-plan.ts';
import type { Header } from './table-header.ts';
import { tableMessage, type TableIssueCode } from './messages.ts';
import { requestIssues, requestLang, requestName, requestOf, type CaseRequest } from './request.ts';
import type { RowIssue, RowRead, RowReader } from './rows.ts';
import { refusedRow, workedOut, type Refusal, type RowOutcome } from './outcome.ts';

/** Works out one raw case, the case of a record made before, or a {@link CaseRequest}. */
export function caseOutcome(given: unknown, row: number, options: CalculateOptions, place: Place = {}): RowOutcome {
  const asked = requestOf(given);
  return asked
    ? requestOutcome(asked, row, options, place)
    : plainOutcome(given, row, options, place, requestName(given));
}

function plainOutcome(
  given: unknown,
  row: number,
  options: CalculateOptions,
  place: Place,
  request: string | number | undefined,
): RowOutcome {
  const raw = caseOfRecord(given) ?? given;
  const checked = resultFor(raw, options);
  if (checked.ok) return workedOut(row, checked.value, { request });
  return refusedRow(refusalOf(rawId(raw), row, place, checked.issues), { request, written: writtenOf(raw) });
}

/** Works out a request: its options count over those of the run, and what is wrong with them is told with the case. */
function requestOutcome(asked: CaseRequest, row: number, options: CalculateOptions, place: Place): RowOutcome {
  const { case: raw, options: own } = asked;
  const request = requestName(asked);
  const issues = requestIssues(asked, options.lang ?? 'vi');
  if (issues.length > 0)
    return refusedRow(refusalOf(rawId(raw), row, place, issues), { request, written: writtenOf(raw) });
  return plainOutcome(raw, row, { ...options, ...own, lang: requestLang(asked, options.lang ?? 'vi') }, place, request);
}

/** A case that is not worked out, since nothing can be with the options of its run. */
export function refusedCase(given: unknown, row: number, issues: readonly Issue[]): RowOutcome {
  const raw = requestOf(given)?.case ?? caseOfRecord(given) ?? given;
  const beside = { request: requestName(given), written: writtenOf(raw) };
  return refusedRow(refusalOf(rawId(raw), row, {}, issues), beside);
}

/** The case that a record holds; what was once worked out of it is not believed. */
function caseOfRecord(given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return undefined;
  const { schema, case: one } = given as { readonly schema?: unknown; readonly case?: unknown };
  return schema === CURRENT_SCHEMA ? one : undefined;
}

/** What a refused case holds under each key: nothing of it is lost in a table, and its decimals stay decimals there. */
function writtenOf(raw: unknown): string[] {
  return CASE_KEYS.map((key) => withoutDoubt(scalarAt(raw, key.key), key));
}

function withoutDoubt(value: string, { type }: CaseKey): string {
  return type === 'decimal' || type === 'percent' || type === 'dong' ? unmistakable(value) : value;
}

/** A cell of a refused row as text: as people wrote it, and no other value when the text is read again. */
function writtenCell(cell: Cell | undefined, key: CaseKey): string {
  if (typeof cell !== 'object' || cell === null) return cellText(cell);
  return cell.kind === 'faulty' ? faultText(cell) : withoutDoubt(cellText(cell), key);
}

function scalarAt(raw: unknown, key: string): string {
  const value = givenAt(raw, key);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Whether a row of a table may hold a person: one below the header that is not blank. */
export function isData(row: TableRow, header: Header): boolean {
  return row.row >= header.dataFrom && (row.fault !== undefined || !isBlankRow(row.cells));
}

/** Works out one row of a table: every unreadable cell and every fault of the case is told at once. */
export function tableOutcome(
  reader: RowReader,
  header: Header,
  given: TableRow,
  options: CalculateOptions,
  place: Place = {},
): RowOutcome {
  if (given.fault !== undefined) return faultyRow(given.row, given.fault, options.lang ?? 'vi', place);
  const row = reader.whole(given);
  const read = reader.read(row);
  const checked = read.shifted ? undefined : resultFor(read.raw, options);
  const cells = read.issues.length === 0 ? row.cells : writtenCells(header, row, read);
  const beside = { unit: reader.unit(row), extras: reader.extras(row), cells };
  if (checked?.ok && read.issues.length === 0) return workedOut(row.row, checked.value, beside);
  const own = header.keys.map(({ key, index }) => writtenCell(cells[index], key));
  const written = [...own, ...writtenBehind(header, given.unit)];
  const none = noPerson(header, given, options.lang ?? 'vi');
  if (none) return refusedRow(refusalOf(rawId(read.raw), row.row, place, [none]), copyWith(beside, { written }));
  const further =
    !checked || checked.ok ? [] : furtherIssues(checked.issues, faultyKeys(header, read.issues), reader, row.row);
  const issues = amountsTogether([...read.issues, ...further], read, options.lang ?? 'vi');
  return refusedRow(refusalOf(rawId(read.raw), row.row, place, issues), copyWith(beside, { written }));
}

/**
 * The cells of a row as an output may hold them. There a column has the heading of its key, and cells without a heading
 * are gone: what is refused because of them is put in brackets, so that it is refused there as well.
 */
function writtenCells(header: Header, { cells }: TableRow, { issues, shifted }: RowRead): readonly Cell[] {
  const doubtful = new Set(issues.filter(({ code }) => code === 'percent-or-coefficient').map(({ path }) => path));
  const beside = new Map(header.gaps.map(({ index, after }) => [after.index, cells[index]]));
  if (!shifted && doubtful.size === 0 && [...beside.values()].every(isBlank)) return cells;
  const texts = [...cells];
  for (const { key, index } of header.keys) {
    const lost = cellText(beside.get(index));
    const moved = shifted === true && key.type !== 'text' && !isBlank(cells[index]);
    if (moved || lost !== '' || doubtful.has(key.key)) texts[index] = `[${`${cellText(cells[index])} ${lost}`.trim()}]`;
  }
  return texts;
}

/** A heading between people, a sum, a signature: a row in which no required cell is filled. */
function noPerson(header: Header, row: TableRow, lang: Lang): RowIssue | undefined {
  const required = header.keys.filter(({ key }) => key.required);
  if (required.some(({ index }) => !isBlank(row.cells[index]))) return undefined;
  const first = row.cells.findIndex((cell) => !isBlank(cell));
  const text = cellText(row.cells[first]).trim();
  const columns = required.map(({ heading }) => heading).join(', ');
  const message = tableMessage(lang, 'no-person', { text, columns });
  return { code: 'no-person', path: '', cell: cellName(row.row, first), message };
}

/** A row that cannot be read at all. */
export function faultyRow(
  row: number,
  code: TableIssueCode,
  lang: Lang,
  place: Place,
  params: Params = {},
): RowOutcome {
  const issues = [{ code, path: '', message: tableMessage(lang, code, params) }];
  return refusedRow(refusalOf(undefined, row, place, issues));
}

/** The faults of the core that are not merely the echo of a cell already reported. */
function furtherIssues(
  found: readonly Issue[],
  faulty: ReadonlySet<string>,
  reader: RowReader,
  row: number,
): RowIssue[] {
  return found.filter(({ path }) => !faulty.has(path)).map((issue) => reader.locate(issue, row));
}

/** The keys of which a fault has been told. A birth under Nam | Nữ says the sex as well: where it is faulty, so is the sex. */
function faultyKeys({ keys, combinations = [] }: Header, issues: readonly RowIssue[]): ReadonlySet<string> {
  const faulty = new Set(issues.map(({ path }) => path));
  const sex = keys.find(({ key }) => key.key === 'person.sex')?.index;
  const bySex = combinations.some(({ kind, second }) => kind === 'birth-by-sex' && second === sex);
  return bySex && faulty.has('person.birth') ? faulty.add('person.sex') : faulty;
}

/** A refusal with its place. */
export function refusalOf(id: string | undefined, row: number, place: Place, issues: readonly RowIssue[]): Refusal {
  return { schema: 'nd178/refusal@1', ...(id === undefined ? {} : { id }), row, ...place, issues };
}

function rawId(raw: unknown): string | undefined {
  const id = givenAt(raw, 'id');
  return typeof id === 'string' || typeof id === 'number' ? composed(String(id)).trim() || undefined : undefined;
}
