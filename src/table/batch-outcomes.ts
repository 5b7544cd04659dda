import { readJson } from '../base/json.ts';
import type { Lang, Words } from '../base/text.ts';
import type { CalculateOptions } from '../engine/calculate.ts';
import type { Law } from '../law/law.ts';
import { issue } from '../messages/issue.ts';
import { jsonIssues } from '../messages/json-issues.ts';
import type { Place } from '../messages/refused.ts';
import type { BatchPlan } from './batch-plan.ts';
import { caseOutcome, faultyRow, isData, refusalOf, tableOutcome } from './batch-rows.ts';
import { cellName, cellText, type TableRow } from './cell.ts';
import type { Separator } from './csv.ts';
import { BROKEN } from './encoding.ts';
import { withGiven } from './given.ts';
import type { GivenValue, Header } from './table-header.ts';
import { tableMessage } from './messages.ts';
import { refusedRow, type RowOutcome } from './outcome.ts';
import { requestName, requestOf, type CaseRequest } from './request.ts';
import { rowReader } from './rows.ts';
import { aligner, placeOfPosition, type SheetRead } from './sheets.ts';
import { vocabularyOf } from '../engine/vocabulary.ts';

/** Makes the function that works out a row of a plan; undefined for one that holds no person: blank, or of the header. */
export function outcomeReader(plan: BatchPlan, law: Law): (row: TableRow) => RowOutcome | undefined {
  const { place, header, separator, core } = plan;
  const options: CalculateOptions = { ...core, law };
  if (!header) return (row) => jsonOutcome(row, options, plan);
  if (plan.sheets) return sheetsReader(plan.sheets, header, plan, options, law);
  const reader = rowReader(header, vocabularyOf(law, core.scheme), core.lang);
  return (row) => {
    if (!isData(row, header)) return undefined;
    if (separator === undefined) return tableOutcome(reader, header, row, options, place);
    const lines = swallowedLines(row, header, separator);
    if (lines !== undefined) return faultyRow(row.row, 'unclosed-quote', core.lang, place, { lines });
    return checkExtras(tableOutcome(reader, header, row, options, place), row, header, core.lang, place);
  };
}

/** Reads the rows of several sheets, each under its own header, as rows of one table. */
function sheetsReader(
  sheets: readonly SheetRead[],
  union: Header,
  { place, core }: BatchPlan,
  options: CalculateOptions,
  law: Law,
): (row: TableRow) => RowOutcome | undefined {
  const readers = sheets.map((one) => {
    const reader = rowReader(one.header, vocabularyOf(law, core.scheme), core.lang);
    const align = aligner(one, union);
    return (row: TableRow): RowOutcome =>
      align(tableOutcome(reader, one.header, row, options, { ...place, sheet: one.sheet }));
  });
  return (given) => {
    const { sheet, row } = placeOfPosition(given.row);
    return readers[sheet]?.({ ...given, row });
  };
}

/**
 * How many whole rows stand in one cell, because a quote that was never closed met one that closes by chance rows below:
 * its first two lines have the same number of separators, and as many as the header. Undefined where there are none.
 */
function swallowedLines({ cells, fault }: TableRow, header: Header, separator: Separator): number | undefined {
  const at = cells.findIndex((cell) => typeof cell === 'string' && (cell.includes('\n') || cell.includes('\r')));
  if (at < 0 || fault !== undefined) return undefined;
  const [first = '', second = '', ...more] = cellText(cells[at]).split(/\r\n|\r|\n/);
  const marks = (line: string): number => line.split(separator).length - 1;
  const width = Math.max(...[...header.keys, ...header.extras].map(({ index }) => index));
  const behind = more.length === 0 ? cells.length - 1 - at : 0;
  const whole = at + marks(first) >= width && at + marks(first) === marks(second) + behind;
  return whole ? more.length + 1 : undefined;
}

/** A broken character in a column that is only copied refuses the row as well: nobody would see it in the output. */
function checkExtras(outcome: RowOutcome, row: TableRow, header: Header, lang: Lang, place: Place): RowOutcome {
  const code = 'broken-character';
  const issues = header.extras
    .filter(({ index }) => row.fault === undefined && cellText(row.cells[index]).includes(BROKEN))
    .map(({ index, heading }) => ({
      code,
      path: '',
      cell: cellName(row.row, index),
      column: heading,
      message: tableMessage(lang, code),
    }));
  if (issues.length === 0) return outcome;
  const { result, refusal } = outcome;
  const written = outcome.written ?? header.keys.map(({ index }) => cellText(row.cells[index]));
  const all = [...(refusal?.issues ?? []), ...issues];
  return refusedRow(refusalOf(result?.id ?? refusal?.id, row.row, place, all), { ...outcome, written });
}

/** Works out a line of NDJSON. */
function jsonOutcome(
  { row, cells, fault }: TableRow,
  options: CalculateOptions,
  { place, given = [], to }: BatchPlan,
): RowOutcome | undefined {
  const lang = options.lang ?? 'vi';
  const line = cellText(cells[0]);
  if (fault !== undefined) return faultyRow(row, fault, lang, place);
  if (!/\S/.test(line)) return undefined;
  if (line.includes(BROKEN)) return faultyRow(row, 'broken-character', lang, place);
  const read = readJson(line, row);
  if (read.ok) {
    const asked = requestOf(read.value);
    if (asked?.options !== undefined && to !== 'ndjson') return optionsRefused(row, lang, place, asked);
    const whole = given.length === 0 ? read.value : withValues(read.value, given);
    return caseOutcome(whole, row, options, place);
  }
  if (read.faults.length === 0) return faultyRow(row, 'not-json', lang, place);
  return refusedRow(refusalOf(undefined, row, place, jsonIssues(lang, read.faults)));
}

/** A case, or the case of a request, with the values that are given for all. */
function withValues(value: unknown, given: readonly GivenValue[]): unknown {
  const asked = requestOf(value);
  return asked ? { ...asked, case: withGiven(asked.case, given) } : withGiven(value, given);
}

const NDJSON_ONLY: Words = {
  vi: 'đầu ra NDJSON: bảng và sổ tính có chung các cột cho mọi hàng',
  en: 'NDJSON output: tables and workbooks have one set of columns for all rows',
};

/** A table is laid out by the options of the run: a line with its own could have benefits that no column is for. */
function optionsRefused(row: number, lang: Lang, place: Place, asked: CaseRequest): RowOutcome {
  const params = { name: 'options', given: '{…}', expected: NDJSON_ONLY[lang] };
  const refusal = refusalOf(undefined, row, place, [issue(lang, 'wrong-option', 'options', params)]);
  return refusedRow(refusal, { request: requestName(asked) });
}
