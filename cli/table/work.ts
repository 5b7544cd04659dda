import type { Lang } from '../../src/base/text.ts';
import type { CalculateOptions } from '../../src/calculate.ts';
import { lineOf } from '../../src/batch/batch.ts';
import { caseOutcome, faultyRow, refusalOf, tableOutcome, type Place } from '../../src/batch/rows.ts';
import type { Law } from '../../src/law/law.ts';
import { cellName, cellText, isBlankRow, type TableRow } from '../../src/table/cell.ts';
import { CodeCounter, type CodeCount } from '../../src/table/codes.ts';
import { FORBIDDEN_NAMES, isCounter } from '../../src/table/columns.ts';
import { canonicalCsvLine, csvLine, csvRows, unmistakable, type Separator } from '../../src/table/csv.ts';
import { canonicalColumns, flattener, type FlatCell } from '../../src/table/flat.ts';
import type { Header } from '../../src/table/header.ts';
import { tableMessage } from '../../src/table/messages.ts';
import { ALL_KEYS, benefitsOf, layoutOf, type Layout } from '../../src/table/layout.ts';
import { refusedRow, type RowOutcome } from '../../src/table/outcome.ts';
import { PersonMarks, personOf } from '../../src/table/repeats.ts';
import { rowReader } from '../../src/table/rows.ts';
import { Tally, type TallyData } from '../../src/table/summary.ts';
import { vocabularyOf } from '../../src/table/words.ts';
import type { Chunk, Format } from './source.ts';
import { spoolWriter } from './spool.ts';
import { nativeSha256 } from '../sha256.ts';

/** Everything a thread must know to work on chunks; plain data. */
export interface WorkPlan {
  readonly from: Format;
  readonly to: Format;
  readonly place: Place;
  readonly header?: Header;
  readonly separator?: Separator;
  /** The options of the core, without the law itself. */
  readonly core: Omit<CalculateOptions, 'law'> & { readonly scheme: string; readonly lang: 'vi' | 'en' };
  /** The folder of own rule files. */
  readonly rules?: string;
  /** Whether the records are chained. */
  readonly chain?: boolean;
}

/** What became of a chunk. */
export interface WorkDone {
  /** The output of its rows, UTF-8, in order. */
  readonly text: Uint8Array;
  readonly rows: number;
  readonly refused: number;
  readonly tally: TallyData;
  readonly codes: readonly CodeCount[];
  /** For a workbook: which columns hold a value. */
  readonly used: readonly boolean[];
  /** Who is paid, as the hashes of {@link PersonMarks}. */
  readonly people: Uint32Array;
}

/** Works on chunks, one after the other. */
export type Worker = (chunk: Chunk) => WorkDone;

/** The columns of the flat output of a plan. */
export function planLayout(plan: WorkPlan, law: Law): Layout {
  const keys = plan.header?.keys.map((column) => column.key) ?? ALL_KEYS;
  return layoutOf(benefitsOf(law, plan.core.scheme), keys, plan.header?.extras.map((column) => column.heading) ?? []);
}

/** Makes the worker of a plan. */
export function makeWorker(plan: WorkPlan, law: Law): Worker {
  const outcomes = outcomeReader(plan, law);
  const write = outcomeWriter(plan, law);
  const counted = plan.header?.keys.some(({ key, heading }) => key.key === 'id' && isCounter(heading)) === true;
  const text = new Utf8();
  return (chunk) => {
    const tally = new Tally();
    const codes = new CodeCounter();
    const people = new PersonMarks();
    const used: boolean[] = [];
    let [rows, refused] = [0, 0];
    for (const outcome of outcomes(chunk)) {
      rows++;
      if (outcome.result === undefined || outcome.result.outcome === 'refused') refused++;
      codes.add(outcome);
      tally.add(outcome);
      const person = personOf(outcome, counted);
      if (person !== undefined) people.add(person, outcome.row);
      text.add(write(outcome, used));
    }
    const counts = { rows, refused, tally: tally.data(), codes: codes.data(), used, people: people.data() };
    return { text: text.taken(), ...counts };
  };
}

/** Text as it grows, in UTF-8: each piece is turned into bytes while it is fresh, in room that is used again. */
class Utf8 {
  #room = Buffer.allocUnsafeSlow(1 << 18);
  #length = 0;

  add(text: string): void {
    // No character of a text takes more than three bytes.
    const most = this.#length + text.length * 3;
    if (most > this.#room.length) {
      const larger = Buffer.allocUnsafeSlow(most * 2);
      this.#room.copy(larger, 0, 0, this.#length);
      this.#room = larger;
    }
    this.#length += this.#room.write(text, this.#length, 'utf8');
  }

  /** What was added, as bytes of its own; the next text begins. */
  taken(): Uint8Array {
    const bytes = new Uint8Array(this.#room.subarray(0, this.#length));
    this.#length = 0;
    return bytes;
  }
}

function outcomeReader(plan: WorkPlan, law: Law): (chunk: Chunk) => Iterable<RowOutcome> {
  const { place, header, core } = plan;
  const options: CalculateOptions = { ...core, law };
  const tooLong = (chunk: { firstRow: number }): RowOutcome[] => [
    faultyRow(chunk.firstRow, 'row-too-long', core.lang, place),
  ];
  if (!header) {
    return (chunk) => {
      if ('rows' in chunk) return [];
      return chunk.tooLong ? tooLong(chunk) : jsonOutcomes(textOf(chunk.bytes), chunk.firstRow, options, place);
    };
  }
  const reader = rowReader(header, vocabularyOf(law, core.scheme), core.lang);
  return (chunk) => {
    if ('tooLong' in chunk) return tooLong(chunk);
    if ('rows' in chunk) return tableOutcomes(chunk.rows);
    const text = textOf(chunk.bytes);
    const separator = plan.separator ?? ',';
    const rows = csvRows(text, separator, chunk.firstRow);
    const quotes = text.includes('"');
    return tableOutcomes(rows, { broken: text.includes(BROKEN), ...(quotes ? { separator } : {}) });
  };
  // One after the other: the results of a whole chunk would outlive the young generation of the heap.
  function* tableOutcomes(rows: Iterable<TableRow>, text: TextTraits = {}): Generator<RowOutcome, void, undefined> {
    const { separator, broken = false } = text;
    for (const row of rows) {
      if (!isData(row, header as Header)) continue;
      const lines = separator === undefined ? undefined : swallowedLines(row, header as Header, separator);
      if (lines !== undefined) {
        yield faultyRow(row.row, 'unclosed-quote', core.lang, place, { lines });
        continue;
      }
      const outcome = tableOutcome(reader, header as Header, row, options, place);
      yield broken ? checkExtras(outcome, row, header as Header, core.lang, place) : outcome;
    }
  }
}

/** What rows of text have to be looked through for; a workbook has none of it. */
interface TextTraits {
  /** The separator, where there are quotes. */
  readonly separator?: Separator;
  readonly broken?: boolean;
}

/**
 * How many whole rows stand in one cell, because a quote that was never closed met one that closes by chance rows below:
 * its first two lines have the same number of separators, and as many as the header. Undefined where there are none.
 */
function swallowedLines({ cells, fault }: TableRow, header: Header, separator: Separator): number | undefined {
  const at = cells.findIndex((cell) => typeof cell === 'string' && /[\r\n]/.test(cell));
  if (at < 0 || fault !== undefined) return undefined;
  const [first = '', second = '', ...more] = cellText(cells[at]).split(/\r\n|\r|\n/);
  const marks = (line: string): number => line.split(separator).length - 1;
  const width = Math.max(...[...header.keys, ...header.extras].map(({ index }) => index));
  const behind = more.length === 0 ? cells.length - 1 - at : 0;
  const whole = at + marks(first) >= width && at + marks(first) === marks(second) + behind;
  return whole ? more.length + 1 : undefined;
}

/** What stands in a text for bytes that are no character of its encoding. */
const BROKEN = '\ufffd';

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

/** Decodes without copying the bytes first. */
function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

function isData(row: TableRow, header: Header): boolean {
  return row.row >= header.dataFrom && (row.fault !== undefined || !isBlankRow(row.cells));
}

function* jsonOutcomes(
  text: string,
  firstRow: number,
  options: CalculateOptions,
  place: Place,
): Generator<RowOutcome, void, undefined> {
  let row = firstRow;
  for (const line of text.split('\n')) {
    if (/\S/.test(line)) yield jsonOutcome(line, row, options, place);
    row++;
  }
}

/** Lines that may hold, or hide, a key that could be mistaken for the machinery of the program. */
const SUSPECT = /__proto__|constructor|prototype|\\u/;

function jsonOutcome(line: string, row: number, options: CalculateOptions, place: Place): RowOutcome {
  const lang = options.lang ?? 'vi';
  if (line.includes(BROKEN)) return faultyRow(row, 'broken-character', lang, place);
  let forbidden: string | undefined;
  const check = (key: string, value: unknown): unknown => {
    if (FORBIDDEN_NAMES.has(key)) forbidden = key;
    return value;
  };
  let raw: unknown;
  try {
    raw = SUSPECT.test(line) ? JSON.parse(line, check) : JSON.parse(line);
  } catch {
    return faultyRow(row, 'not-json', lang, place);
  }
  return forbidden === undefined
    ? caseOutcome(raw, row, options, place)
    : faultyRow(row, 'forbidden-key', lang, place, { key: forbidden });
}

type OutcomeWriter = (outcome: RowOutcome, used: boolean[]) => string;

function outcomeWriter(plan: WorkPlan, law: Law): OutcomeWriter {
  if (plan.to === 'ndjson') return ndjsonWriter(plan.header?.extras.map((column) => column.heading) ?? []);
  const layout = planLayout(plan, law);
  const flatten = flattener({
    layout,
    law,
    vocabulary: vocabularyOf(law, plan.core.scheme),
    lang: plan.core.lang,
    words: plan.to === 'csv' ? 'codes' : 'titles',
  });
  if (plan.to === 'csv') return csvWriter(layout, flatten);
  return spoolWriter(layout.columns, flatten, plan.from === 'xlsx' ? plan.header : undefined);
}

function ndjsonWriter(written: readonly string[]): OutcomeWriter {
  const headings = toldApart(written);
  return (outcome) => {
    const json = JSON.stringify(lineOf(outcome, nativeSha256));
    if (headings.length === 0) return json + '\n';
    const extra = Object.fromEntries(headings.map((heading, at) => [heading, outcome.extras[at] ?? '']));
    return `${json.slice(0, -1)},"extra":${JSON.stringify(extra)}}\n`;
  };
}

/** Headings as keys: the second "Ghi chú" is "Ghi chú (2)". */
function toldApart(headings: readonly string[]): string[] {
  const seen = new Set<string>();
  return headings.map((heading) => {
    let key = heading;
    for (let count = 2; seen.has(key); count++) key = `${heading} (${count})`;
    seen.add(key);
    return key;
  });
}

function csvWriter(layout: Layout, flatten: (outcome: RowOutcome) => FlatCell[]): OutcomeWriter {
  const numeric = layout.columns.flatMap(({ kind, source }, at) =>
    source !== 'extra' && (kind === 'decimal' || kind === 'percent' || kind === 'dong') ? [at] : [],
  );
  const canonical = canonicalColumns(layout);
  return (outcome) => {
    const cells = flatten(outcome);
    // What a refused row holds is copied as it was written; what was understood is written without doubt.
    if (!outcome.result) return csvLine(cells);
    for (const at of numeric) {
      const cell = cells[at];
      if (cell) cells[at] = unmistakable(cell);
    }
    return canonicalCsvLine(cells, canonical);
  };
}
