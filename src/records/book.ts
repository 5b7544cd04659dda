import { Decimal } from '../base/decimal.ts';
import type { Lang } from '../base/text.ts';
import type { Sha256 } from '../base/hash.ts';
import { parseCase } from '../case/parse.ts';
import { calculate } from '../engine/calculate.ts';
import { ENGINE_VERSION } from '../engine/engine-version.ts';
import { givenAt } from '../case/flat.ts';
import type { Calculation } from '../engine/derivation.ts';
import type { Law } from '../law/law.ts';
import type { ResultRecord } from '../engine/receipt.ts';
import { columnIssues, planOf, textAt, type Plan } from './book-plan.ts';
import { BookSums, isSumRow, type AlteredSums } from './book-sums.ts';
import { minus, type Difference } from './difference.ts';
import { bookSeal, type BookSeal, type SealReport } from './book-seal.ts';
import { recordIssue, type RecordIssueCode } from './messages.ts';
import { recompute } from './recompute.ts';
import { unreadable, type Cause, type Replayed } from './replay.ts';
import { lineOf } from '../engine/result-lines.ts';
import type { Result } from '../engine/result.ts';
import { cellName, isBlankRow, type TableRow } from '../table/cell.ts';
import { REFUSED_WORDS } from '../table/flat.ts';
import { HEADER_SEARCH_ROWS } from '../table/header.ts';
import { RESULT_PREFIX } from '../table/layout.ts';
import { workedOut } from '../table/outcome.ts';
import { readQuestions, type ToldQuestion } from '../table/questions.ts';
import { readWord, type WordIndex } from '../case/spelling/words.ts';
import { FileRefused } from '../messages/refused.ts';
import type { WorkbookReader } from '../workbook/plan.ts';

/** A row of a workbook of results, computed again; `record` is what is computed now. */
export interface BookRow {
  readonly row: number;
  readonly replayed: Replayed;
  readonly record?: Omit<ResultRecord, 'receipt'>;
  /** The computation with its rules, for papers. */
  readonly worked?: Calculation;
}

/** A row that the batch had refused and that is refused still: who it is, and the reason as the workbook tells it. */
export interface RefusedBookRow {
  readonly row: number;
  readonly sheet: string;
  readonly refused: { readonly who: string; readonly reason: string };
}

/** What the seal of a workbook of results showed; it comes after all rows. */
export interface SealedBook {
  readonly seal: SealReport;
}

/** A row of sums that holds other sums than those of the rows above it. */
export interface AlteredSumRow {
  readonly sums: AlteredSums;
}

/** How a workbook of results is read. */
export interface BookOptions {
  readonly law: Law;
  readonly lang: Lang;
  /** SHA-256 of the host, faster than the one in plain JavaScript. */
  readonly sha256?: Sha256;
  /** The version of the engine that replays; default: this one. */
  readonly engine?: string | undefined;
}

/** Columns that are not compared: places, and texts for people that another release may word anew. */
const TEXTS: ReadonlySet<string> = new Set([
  'row',
  'basis',
  'checks',
  'findings',
  'interpretations',
  'refusal',
  'law',
  'lawHash',
]);

/**
 * The rows of a workbook that `nd178 batch` wrote, computed again under the version each names, and compared cell by
 * cell; behind them what its seal showed. The seal tells an altered case and an altered result apart; a workbook of version
 * 0.1.0 has none, and there they cannot be told apart. Rows that batch refused have no version and are told as refused, as
 * long as they hold no result and none comes out for them; the row of sums is compared with the amounts above it.
 */
export async function* bookRows(
  book: WorkbookReader,
  options: BookOptions,
): AsyncGenerator<BookRow | RefusedBookRow | AlteredSumRow | SealedBook, void, undefined> {
  const { law, lang, engine = ENGINE_VERSION } = options;
  let found = 0;
  const sums = new BookSums();
  const sumRows = new Set<string>();
  let seal: BookSeal | undefined;
  for (const sheet of book.sheets) {
    const head = await firstRows(book, sheet);
    const plan = planOf(head, law, lang);
    if (!plan) continue;
    found++;
    seal ??= await bookSeal(book, options.sha256);
    const wrong = columnIssues(plan, lang);
    if (wrong.length > 0) yield { row: plan.header.row, replayed: unreadable(plan.header.row, wrong) };
    for await (const rows of book.rows(sheet)) {
      for (const row of rows) {
        if (row.row < plan.header.dataFrom || isBlankRow(row.cells)) continue;
        const fate = seal.fate(sheet, row.row);
        if (isSumRow(row, plan, fate?.kind === 'altered' ? fate.columns : [])) {
          sumRows.add(rowKey(sheet, row.row));
          const differences = sums.compare(row, plan);
          // Sums that are as they were sealed differ because of the rows above them, which are told themselves.
          const explained = seal.report.broken > 0 && seal.holds(sheet, row.row);
          if (differences.length > 0 && !explained) yield { sums: { row: row.row, sheet, differences } };
          continue;
        }
        const one = replayRow(row, { plan, law, lang, engine, seal, sheet });
        sums.add(row, plan, one?.record);
        yield one ?? { row: row.row, sheet, refused: refusedIn(row, plan) };
      }
    }
  }
  const message = {
    vi: 'Không phải sổ tính do nd178 batch ghi: thiếu cột phiên bản luật và cột kết quả.',
    en: 'Not a workbook that nd178 batch wrote: the columns of law version and results are not there.',
  };
  if (found === 0 || !seal) throw new FileRefused('header', { message: message[lang] });
  yield { seal: withSums(seal.report, sumRows) };
}

/** The breaks of a seal, those in a row of sums named as that. */
function withSums(report: SealReport, sumRows: ReadonlySet<string>): SealReport {
  const breaks = report.breaks.map((one) =>
    one.kind === 'altered' && sumRows.has(rowKey(one.sheet, one.row)) ? { ...one, sums: true as const } : one,
  );
  return { ...report, breaks };
}

function rowKey(sheet = '', row = 0): string {
  return `${row} ${sheet}`;
}

/** Under what a row is computed again. */
interface Around {
  readonly plan: Plan;
  readonly law: Law;
  readonly lang: Lang;
  readonly engine: string;
  readonly seal: BookSeal;
  readonly sheet: string;
}

async function firstRows(book: WorkbookReader, sheet: string): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const some of book.rows(sheet)) {
    rows.push(...some);
    if (rows.length > HEADER_SEARCH_ROWS) break;
  }
  return rows;
}

const VERSION = /^[^@\s]+@\d{4}-\d{2}-\d{2}$/;

/** Result columns that a row without a version may fill: its number, the outcome, the reason, and texts. */
const WITHOUT_VERSION: ReadonlySet<string> = new Set(['row', 'outcome', 'refusal', 'checks', 'findings']);

/**
 * A row that names no version: one that was refused, or that no version covers, has no result and none comes out when it
 * is computed now. Undefined for such a row; anything else lost its version.
 */
function withoutVersion(row: TableRow, { plan, law, lang, engine, seal, sheet }: Around): BookRow | undefined {
  const { at, layout, scheme } = plan;
  const withIssue = (code: RecordIssueCode): BookRow => {
    const cell = cellName(row.row, at.get('law') ?? 0);
    return { row: row.row, replayed: unreadable(row.row, [recordIssue(lang, code, '', { cell })]) };
  };
  const filled = layout.columns.some(({ id, source }) => {
    const name = id.slice(RESULT_PREFIX.length);
    const text = source === 'result' && !WITHOUT_VERSION.has(name) ? textAt(row.cells, at.get(name)) : '';
    return text !== '' && !(name === 'total' && text === '0');
  });
  const refused = REFUSED_WORDS.includes(textAt(row.cells, at.get('outcome')));
  if (filled || !refused) return withIssue('no-law-version');
  const { raw, issues } = plan.read.read(row);
  if (issues.length > 0) return undefined;
  const now = calculate(raw, { scheme, law, lang });
  if (!now.ok || now.value.outcome === 'refused') return undefined;
  if (!seal.holds(sheet, row.row)) return withIssue('refused-yet-computable');
  // It was refused then, as the seal says.
  const recorded = { kind: 'outcome', what: 'outcome', recorded: 'refused', computed: now.value.outcome } as const;
  const cause = causeOfSealed(seal, engine, undefined);
  return { row: row.row, replayed: { row: row.row, status: 'different', causes: [cause], differences: [recorded] } };
}

function refusedIn(row: TableRow, { at, read }: Plan): RefusedBookRow['refused'] {
  const { raw } = read.read(row);
  const name = givenAt(raw, 'person.name') ?? givenAt(raw, 'id');
  return { who: typeof name === 'string' ? name : '', reason: textAt(row.cells, at.get('refusal')) };
}

/** Whether a workbook holds results that `nd178 batch` wrote. */
export async function isResultBook(book: WorkbookReader, law: Law, lang: Lang): Promise<boolean> {
  for (const sheet of book.sheets) if (planOf(await firstRows(book, sheet), law, lang)) return true;
  return false;
}

function replayRow(row: TableRow, around: Around): BookRow | undefined {
  const { plan, law, lang } = around;
  const { at, header } = plan;
  const named = textAt(row.cells, at.get('law'));
  if (!VERSION.test(named)) return withoutVersion(row, around);
  const [scheme = '', version = ''] = named.split('@');
  const { raw, issues } = plan.read.read(row);
  const parsed = parseCase(raw, { lang });
  if (!parsed.ok || issues.length > 0) {
    const all = [...issues, ...(parsed.ok ? [] : parsed.issues)];
    return { row: row.row, replayed: unreadable(row.row, all) };
  }
  const installed = law.at(scheme, version);
  const questions = textAt(row.cells, at.get('interpretations'));
  const asked = readQuestions(questions, installed.ok ? installed.value : undefined);
  const recorded = pseudoRecord(parsed.value, scheme, version, asked);
  const common = { row: row.row, ...(recorded.id === undefined ? {} : { id: recorded.id }), law: named };
  const found = recompute(recorded, law, lang);
  if (found.kind === 'not-installed') {
    const altered = causesOf(row, around, { named, hash: undefined, differs: false });
    const causes: Cause[] = [...altered.filter((cause) => cause !== 'law-altered'), 'law-not-installed'];
    return { row: row.row, replayed: { ...common, status: 'not-recomputed', causes, differences: [] } };
  }
  if (found.kind === 'issues') return { row: row.row, replayed: unreadable(row.row, found.issues, recorded.id) };
  const { result } = found;
  const differences = cellDifferences(row, plan, result);
  const causes = causesOf(row, around, { named, hash: found.version?.hash, differs: differences.length > 0 });
  const total = textAt(row.cells, at.get('total'));
  const difference = /^\d+(\.\d+)?$/.test(total) ? minus(total, result.total) : '0';
  const status = causes.length === 0 ? 'same' : 'different';
  const extra = Object.fromEntries(
    header.extras.map(({ heading }, index) => [heading, plan.read.extras(row)[index] ?? '']),
  );
  return {
    row: row.row,
    replayed: { ...common, status, causes, differences, difference },
    record: { ...result, extra },
    ...(found.worked ? { worked: found.worked } : {}),
  };
}

interface Compared {
  /** The version that the row names. */
  readonly named: string;
  /** The hash of that version as it is installed. */
  readonly hash: string | undefined;
  readonly differs: boolean;
}

/** Why a row is not what comes out now: what was changed of it after it was sealed, else the law or the engine. */
function causesOf(row: TableRow, { plan, engine, seal, sheet }: Around, { named, hash, differs }: Compared): Cause[] {
  const fate = seal.fate(sheet, row.row);
  if (fate?.kind === 'altered' && fate.columns.length > 0) {
    const ofResult = new Set(plan.at.values());
    const result = fate.columns.some((column) => ofResult.has(column));
    const given = fate.columns.some((column) => !ofResult.has(column));
    return [...(given ? ['input-altered' as const] : []), ...(result ? ['output-altered' as const] : [])];
  }
  const recorded = seal.law?.hashes.get(named) ?? textAt(row.cells, plan.at.get('lawHash'));
  if (recorded !== '' && recorded !== hash) return ['law-altered'];
  if (!differs) return [];
  return [seal.holds(sheet, row.row) ? causeOfSealed(seal, engine, recorded) : 'output-altered'];
}

/** Why a row that stands as it was sealed does not come out: the same law and the same engine would give the same. */
function causeOfSealed({ law }: BookSeal, engine: string, recorded: string | undefined): Cause {
  return law?.engine === engine && recorded !== '' ? 'output-altered' : 'engine-changed';
}

/** What a row says of its computation, in the shape that is computed again. */
function pseudoRecord(one: Result['case'], scheme: string, version: string, asked: readonly ToldQuestion[]): Result {
  const interpretations = asked.map((one) => ({ ...one, alternatives: [] }));
  return {
    schema: 'nd178/result@1',
    ...(one.id === undefined ? {} : { id: one.id }),
    outcome: 'paid',
    law: { scheme, version, hash: null, acts: [] },
    route: null,
    benefits: [],
    total: '0',
    findings: [],
    interpretations,
    salary: [],
    case: one,
  };
}

function cellDifferences(row: TableRow, { layout, at, flatten, routes }: Plan, result: Result): Difference[] {
  const expected = flatten(workedOut(row.row, result));
  return layout.columns.flatMap(({ id }, index): Difference[] => {
    const name = id.slice(RESULT_PREFIX.length);
    const place = at.get(name);
    const computed = expected[index] ?? '';
    if (TEXTS.has(name) || place === undefined) return [];
    const recorded = textAt(row.cells, place);
    if (recorded === computed || equalNumbers(recorded, computed)) return [];
    if (name === 'route' && sameRoute(recorded, result.route, routes)) return [];
    const [benefit = '', part] = name.split('.');
    const money =
      part === 'amount' || name === 'total' ? { difference: minus(numeric(recorded), numeric(computed)) } : {};
    const shown = { recorded: recorded || null, computed: computed || null, ...money };
    if (part === undefined) return [{ kind: name === 'total' ? 'total' : 'measure', what: name, ...shown }];
    const line = lineOf(result, benefit);
    return [{ kind: 'line', what: benefit, ...shown, ...(line ? { cite: line.cite, row: line.row } : {}) }];
  });
}

function sameRoute(recorded: string, route: string | null, routes: WordIndex): boolean {
  const read = readWord(routes, recorded, 'vi');
  return route !== null && 'value' in read && read.value === route;
}

const NUMBER = /^-?\d+(\.\d+)?$/;

function numeric(text: string): string {
  return NUMBER.test(text) ? text : '0';
}

/** An empty cell stands for an amount of nothing. */
function equalNumbers(a: string, b: string): boolean {
  const [left, right] = [a || '0', b || '0'];
  return NUMBER.test(left) && NUMBER.test(right) && new Decimal(left).eq(right);
}
