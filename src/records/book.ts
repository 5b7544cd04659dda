import { Decimal } from '../base/decimal.ts';
import type { Lang } from '../base/text.ts';
import { parseCase } from '../case/parse.ts';
import { calculate } from '../engine/calculate.ts';
import { givenAt } from '../case/flat.ts';
import type { Calculation } from '../engine/derivation.ts';
import type { Law } from '../law/law.ts';
import type { ResultRecord } from '../engine/receipt.ts';
import { columnIssues, planOf, textAt, type Plan } from './book-plan.ts';
import { BookSums, isSumRow } from './book-sums.ts';
import { minus, type Difference } from './difference.ts';
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
 * cell. A workbook has no receipts: an altered case and an altered result cannot be told apart there. Rows that batch
 * refused have no version and are told as refused, as long as they hold no result and none comes out for them; the row of
 * sums is compared with the amounts above it.
 */
export async function* bookRows(
  book: WorkbookReader,
  law: Law,
  lang: Lang,
): AsyncGenerator<BookRow | RefusedBookRow, void, undefined> {
  let found = 0;
  const sums = new BookSums();
  for (const sheet of book.sheets) {
    const head = await firstRows(book, sheet);
    const plan = planOf(head, law, lang);
    if (!plan) continue;
    found++;
    const wrong = columnIssues(plan, lang);
    if (wrong.length > 0) yield { row: plan.header.row, replayed: unreadable(plan.header.row, wrong) };
    for await (const rows of book.rows(sheet)) {
      for (const row of rows) {
        if (row.row < plan.header.dataFrom || isBlankRow(row.cells)) continue;
        if (isSumRow(row, plan)) {
          const replayed = sums.compare(row, plan);
          if (replayed) yield { row: row.row, replayed };
          continue;
        }
        const one = replayRow(row, plan, law, lang);
        sums.add(row, plan, one?.record);
        yield one ?? { row: row.row, sheet, refused: refusedIn(row, plan) };
      }
    }
  }
  const message = {
    vi: 'Không phải sổ tính do nd178 batch ghi: thiếu cột phiên bản luật và cột kết quả.',
    en: 'Not a workbook that nd178 batch wrote: the columns of law version and results are not there.',
  };
  if (found === 0) throw new FileRefused('header', { message: message[lang] });
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
function withoutVersion(row: TableRow, plan: Plan, law: Law, lang: Lang): BookRow | undefined {
  const { at, layout, scheme } = plan;
  const told = (code: RecordIssueCode): BookRow => {
    const cell = cellName(row.row, at.get('law') ?? 0);
    return { row: row.row, replayed: unreadable(row.row, [recordIssue(lang, code, '', { cell })]) };
  };
  const filled = layout.columns.some(({ id, source }) => {
    const name = id.slice(RESULT_PREFIX.length);
    const text = source === 'result' && !WITHOUT_VERSION.has(name) ? textAt(row.cells, at.get(name)) : '';
    return text !== '' && !(name === 'total' && text === '0');
  });
  const refused = REFUSED_WORDS.includes(textAt(row.cells, at.get('outcome')));
  if (filled || !refused) return told('no-law-version');
  const { raw, issues } = plan.read.read(row);
  if (issues.length > 0) return undefined;
  const now = calculate(raw, { scheme, law, lang });
  return now.ok && now.value.outcome !== 'refused' ? told('refused-yet-computable') : undefined;
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

function replayRow(row: TableRow, plan: Plan, law: Law, lang: Lang): BookRow | undefined {
  const { at, header } = plan;
  const named = textAt(row.cells, at.get('law'));
  if (!VERSION.test(named)) return withoutVersion(row, plan, law, lang);
  const [scheme = '', version = ''] = named.split('@');
  const { raw, issues } = plan.read.read(row);
  const parsed = parseCase(raw, { lang });
  if (!parsed.ok || issues.length > 0) {
    const all = [...issues, ...(parsed.ok ? [] : parsed.issues)];
    return { row: row.row, replayed: unreadable(row.row, all) };
  }
  const hash = textAt(row.cells, at.get('lawHash'));
  const installed = law.at(scheme, version);
  const questions = textAt(row.cells, at.get('interpretations'));
  const asked = readQuestions(questions, installed.ok ? installed.value : undefined);
  const recorded = pseudoRecord(parsed.value, scheme, version, asked);
  const common = { row: row.row, ...(recorded.id === undefined ? {} : { id: recorded.id }), law: named };
  const found = recompute(recorded, law, lang);
  if (found.kind === 'not-installed') {
    const causes: Cause[] = ['law-not-installed'];
    return { row: row.row, replayed: { ...common, status: 'not-recomputed', causes, differences: [] } };
  }
  if (found.kind === 'issues') return { row: row.row, replayed: unreadable(row.row, found.issues, recorded.id) };
  const { result } = found;
  const differences = cellDifferences(row, plan, result);
  const other = hash !== '' && hash !== found.version?.hash;
  const causes: Cause[] = other ? ['law-altered'] : differences.length > 0 ? ['output-altered'] : [];
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
