import { bad, type Checked, type Issue } from '../base/checked.ts';
import { good } from '../base/checked.ts';
import { OLD_ENCODINGS, type OldEncoding } from '../base/old-encodings.ts';
import type { Sha256 } from '../base/hash.ts';
import { DEFAULT_SCHEME, type CalculateOptions } from '../engine/calculate.ts';
import { CALCULATE_OPTIONS } from '../engine/options.ts';
import { FUNCTION, oneOf, optionIssues, ROW, SIGNAL, TEXT, TEXTS, type OptionsOf } from '../messages/options.ts';
import { builtinLaw } from '../law/builtin.ts';
import { recordOf, type ResultRecord } from '../engine/receipt.ts';
import { Spelling } from '../case/spelling/spelling.ts';
import type { Note } from './note.ts';
import type { TableRow } from './cell.ts';
import { dittoOf } from './ditto.ts';
import { DittoRows, MonthFirstRows } from './hidden.ts';
import { givenValues } from './given.ts';
import { unusedColumns } from './unused.ts';
import { schemeIssues } from '../engine/schemes.ts';
import { findHeader, HEADER_SEARCH_ROWS, type Header } from './header.ts';
import { unicodeRow } from './old-text.ts';
import { PassedOver, peopleOf, type TellPassed } from './passed.ts';
import { rowReader } from './rows.ts';
import { vocabularyOf } from '../engine/vocabulary.ts';
import type { Refusal, RowOutcome } from './outcome.ts';
import { rowOf, type TableValue } from './batch-cells.ts';
import { nextTurn, type StopSignal } from '../base/turn.ts';
import { copyWith } from '../base/writable.ts';
import type { Place } from '../messages/refused.ts';
import { caseOutcome, refusedCase, tableOutcome } from './batch-rows.ts';

/** How to run a batch: the options of {@link calculate}, and where the rows come from. */
export interface BatchOptions extends CalculateOptions {
  /** The name of the file, without its folder, for refusals. */
  readonly file?: string | undefined;
  readonly sheet?: string | undefined;
  /** The number of the first row; default 1. */
  readonly firstRow?: number | undefined;
  /** The encoding before Unicode that the texts of a table are in (bảng mã cũ): `tcvn3`, `vni`; default: Unicode. */
  readonly textEncoding?: OldEncoding | undefined;
  /** The heading of the unit column of a table. */
  readonly unit?: string | undefined;
  /** Told of each row of a table that is no person: a heading between people, a total, a signature, a note. */
  readonly passedOver?: TellPassed | undefined;
  /** Values for every row of a table that has none, as `--set` takes them: `person.group=civil-servant`. */
  readonly set?: readonly string[] | undefined;
  /** Told of columns of a table that are not used and of rows that are passed over, as {@link Note}s. */
  readonly told?: ((note: Note) => void) | undefined;
  /** SHA-256 of the host, faster than the one in plain JavaScript. */
  readonly sha256?: Sha256 | undefined;
  /** Stops the run between two rows: the loop over the lines then throws the reason of the signal. */
  readonly signal?: StopSignal | undefined;
}

/** What each option of a batch has to be. */
const OPTIONS: OptionsOf<BatchOptions> = {
  ...CALCULATE_OPTIONS,
  file: TEXT,
  sheet: TEXT,
  firstRow: ROW,
  textEncoding: oneOf(...OLD_ENCODINGS),
  unit: TEXT,
  passedOver: FUNCTION,
  set: TEXTS,
  told: FUNCTION,
  sha256: FUNCTION,
  signal: SIGNAL,
};

/** One line of the output: a record that can be replayed, or a refusal that says what is wrong and where. */
export type BatchLine = ResultRecord | Refusal;

type Rows<T> = Iterable<T> | AsyncIterable<T>;

/** So many rows are worked out in one turn of the event loop: some milliseconds. */
const ROWS_A_TURN = 32;

/** The same rows; every so many of them whatever else waits has its turn. Throws the reason of an aborted signal. */
async function* inTurns<T>(rows: Rows<T>, signal: StopSignal | undefined): AsyncGenerator<T, void, undefined> {
  let count = 0;
  signal?.throwIfAborted();
  for await (const row of rows) {
    if (++count % ROWS_A_TURN === 0) await nextTurn();
    signal?.throwIfAborted();
    yield row;
  }
}

/**
 * Works out cases one after the other: one line for each row, in order. A bad row is a refusal and never stops
 * the run; nothing is thrown but what the source of the rows throws, and the reason of an aborted signal. Memory does not
 * grow with the rows, and the event loop goes on between them.
 */
export async function* batch(
  rows: Rows<unknown>,
  options: BatchOptions = {},
): AsyncGenerator<BatchLine, void, undefined> {
  const wrong = optionIssues(options, OPTIONS);
  if (wrong.length > 0) {
    let refused = 1;
    for await (const raw of rows) yield lineOf(refusedCase(raw, refused++, wrong));
    return;
  }
  const place = placeOf(options);
  let row = options.firstRow ?? 1;
  for await (const raw of inTurns(rows, options.signal))
    yield lineOf(caseOutcome(raw, row++, options, place), options.sha256);
}

/**
 * Works out a table whose header stands in its first rows, as {@link findHeader} reads it. Blank rows are passed over.
 * A header that cannot be read is a value, and then no row is worked out. Numbers and dates may be plain ones; a `Date`
 * has to be midnight of UTC, any other moment is refused where a date is wanted.
 */
export async function batchTable(
  rows: Rows<readonly TableValue[]>,
  options: BatchOptions = {},
): Promise<Checked<AsyncGenerator<BatchLine, void, undefined>>> {
  const wrong = optionIssues(options, OPTIONS);
  if (wrong.length > 0) return bad([...wrong]);
  const lang = options.lang ?? 'vi';
  // Without a scheme no word of a table would be known.
  const { law = builtinLaw(), scheme = DEFAULT_SCHEME } = options;
  const unknown = schemeIssues(law, scheme, lang);
  if (unknown.length > 0) return bad([...unknown]);
  const numbered = numberedRows(inTurns(rows, options.signal), options.firstRow ?? 1, options.textEncoding);
  const first: TableRow[] = [];
  while (first.length < HEADER_SEARCH_ROWS) {
    const next = await numbered.next();
    if (next.done) break;
    first.push(next.value);
  }
  const spelling = new Spelling(vocabularyOf(law, scheme));
  const given = givenValues(options.set ?? [], spelling, lang);
  if (!given.ok) return bad<AsyncGenerator<BatchLine>>([...given.issues]);
  const unit = options.unit === undefined ? {} : { unit: options.unit };
  const header = findHeader(first, { lang, ...unit, given: given.value, ...dittoOf(law) });
  if (!header.ok) return bad<AsyncGenerator<BatchLine>>(header.issues as Issue[]);
  for (const note of unusedColumns(header.value)) options.told?.(note);
  return good(tableLines(first, numbered, header.value, options));
}

async function* tableLines(
  first: readonly TableRow[],
  rest: AsyncIterable<TableRow>,
  header: Header,
  options: BatchOptions,
): AsyncGenerator<BatchLine, void, undefined> {
  const reader = rowReader(
    header,
    vocabularyOf(options.law ?? builtinLaw(), options.scheme ?? DEFAULT_SCHEME),
    options.lang ?? 'vi',
  );
  const place = placeOf(options);
  const line = (row: TableRow): BatchLine => lineOf(tableOutcome(reader, header, row, options, place), options.sha256);
  const passed = new PassedOver();
  const ditto = new DittoRows();
  const monthFirst = new MonthFirstRows();
  const person = peopleOf(header, (kind, row) => {
    passed.add(kind, row);
    options.passedOver?.(kind, row);
  });
  const outcomes = function* (row: TableRow): Generator<BatchLine> {
    const one = person(row);
    if (one?.ditto) ditto.add(one.row);
    if (one?.monthFirst) monthFirst.add(one.row);
    if (one) yield line(one);
  };
  for (const row of first) yield* outcomes(row);
  for await (const row of rest) yield* outcomes(row);
  for (const note of [passed.note(), ditto.note(), monthFirst.note()]) if (note) options.told?.(note);
}

async function* numberedRows(
  rows: Rows<unknown>,
  from: number,
  encoding: OldEncoding | undefined,
): AsyncGenerator<TableRow, void, undefined> {
  let row = from;
  for await (const given of rows) {
    const one = rowOf(given, row++);
    yield encoding === undefined ? one : unicodeRow(one, encoding);
  }
}

function placeOf({ file, sheet }: BatchOptions): Place {
  return { ...(file === undefined ? {} : { file }), ...(sheet === undefined ? {} : { sheet }) };
}

/** The output line of an outcome. */
export function lineOf(outcome: RowOutcome, sha256?: Sha256): BatchLine {
  const line = outcome.result ? recordOf(outcome.result, sha256) : (outcome.refusal as Refusal);
  return outcome.request === undefined ? line : copyWith(line, { request: outcome.request });
}
