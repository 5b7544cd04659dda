import { Decimal } from '../../src/base/decimal.ts';
import type { Lang } from '../../src/base/text.ts';
import { parseCase } from '../../src/case/parse.ts';
import type { Law } from '../../src/law/law.ts';
import type { ResultRecord } from '../../src/records/receipt.ts';
import { minus, type Difference } from '../../src/replay/difference.ts';
import { recompute } from '../../src/replay/recompute.ts';
import { unreadable, type Cause, type Replayed } from '../../src/replay/replay.ts';
import type { Result } from '../../src/result/result.ts';
import { cellText, isBlankRow, type TableRow } from '../../src/table/cell.ts';
import { headingForm } from '../../src/table/columns.ts';
import { flattener } from '../../src/table/flat.ts';
import { findHeader, HEADER_SEARCH_ROWS, type Header } from '../../src/table/header.ts';
import { benefitsOf, layoutOf, outputHeadings, RESULT_PREFIX, type Layout } from '../../src/table/layout.ts';
import { workedOut } from '../../src/table/outcome.ts';
import { rowReader } from '../../src/table/rows.ts';
import { indexWords, readWord, vocabularyOf, type WordIndex } from '../../src/table/words.ts';
import { AUTO } from '../../src/work/schemes.ts';
import { allBytes, type InputBytes } from '../table/bytes.ts';
import { DEFAULT_LIMITS } from '../table/limits.ts';
import { FileRefused } from '../table/refused.ts';
import type { WorkbookReader } from '../table/workbook.ts';
import { openXlsx } from '../table/xlsx/open.ts';

/** A row of a workbook of results, computed again; `record` is what is computed now. */
export interface BookRow {
  readonly row: number;
  readonly replayed: Replayed;
  readonly record?: Omit<ResultRecord, 'receipt'>;
}

/** Columns that are not compared: places, and texts for people that another release may word anew. */
const TEXTS: ReadonlySet<string> = new Set([
  'row',
  'basis',
  'findings',
  'interpretations',
  'refusal',
  'law',
  'lawHash',
]);

/**
 * The rows of a workbook that `nd178 batch` wrote, computed again under the version each names, and compared cell by
 * cell. A workbook has no receipts: an altered case and an altered result cannot be told apart there. Rows that batch
 * refused have no version and are passed over.
 */
export async function* bookRows(input: InputBytes, law: Law, lang: Lang): AsyncGenerator<BookRow, void, undefined> {
  const book = await openXlsx(await allBytes(input, DEFAULT_LIMITS.fileBytes));
  let found = 0;
  for (const sheet of book.sheets) {
    const head = await firstRows(book, sheet);
    const plan = planOf(head, law, lang);
    if (!plan) continue;
    found++;
    for await (const rows of book.rows(sheet)) {
      for (const row of rows) {
        if (row.row < plan.header.dataFrom || isBlankRow(row.cells)) continue;
        const one = replayRow(row, plan, law, lang);
        if (one) yield one;
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

interface Plan {
  readonly header: Header;
  readonly layout: Layout;
  /** Where each result column stands, by its id without the prefix. */
  readonly at: ReadonlyMap<string, number>;
  readonly read: ReturnType<typeof rowReader>;
  readonly flatten: ReturnType<typeof flattener>;
  /** The names of the routes: the same route has another name under another scheme. */
  readonly routes: WordIndex;
}

/** How to read a sheet of results; undefined when it is none. */
function planOf(head: readonly TableRow[], law: Law, lang: Lang): Plan | undefined {
  for (const scheme of [AUTO, ...law.schemes.keys()]) {
    const benefits = benefitsOf(law, scheme);
    const found = findHeader(head, { lang, isOutput: outputHeadings(benefits) });
    if (!found.ok) return undefined;
    const header = found.value;
    const layout = layoutOf(benefits, [], []);
    const headings = head.find(({ row }) => row === header.row)?.cells.map((cell) => headingForm(cellText(cell))) ?? [];
    const at = new Map<string, number>();
    let english = false;
    for (const { id, title } of layout.columns) {
      const place = headings.findIndex((one) => one === headingForm(title.vi) || one === headingForm(title.en));
      if (place < 0) continue;
      at.set(id.slice(RESULT_PREFIX.length), place);
      english ||= headings[place] === headingForm(title.en) && headingForm(title.vi) !== headingForm(title.en);
    }
    const first = head.find(({ row, cells }) => row >= header.dataFrom && textAt(cells, at.get('law')) !== '');
    if (!at.has('law') || !at.has('total') || !first) return undefined;
    // A scheme that takes part in the choice is read with the columns of all of them.
    const [named = ''] = textAt(first.cells, at.get('law')).split('@');
    if (scheme === AUTO ? law.schemes.get(named)?.auto === undefined : named !== scheme) continue;
    const vocabulary = vocabularyOf(law, scheme);
    const flatten = flattener({ layout, law, vocabulary, lang: english ? 'en' : 'vi', words: 'titles' });
    const routes = indexWords(vocabulary.get('leaving.route') ?? []);
    return { header, layout, at, read: rowReader(header, vocabulary, lang), flatten, routes };
  }
  return undefined;
}

function textAt(cells: TableRow['cells'], at: number | undefined): string {
  return at === undefined ? '' : cellText(cells[at]).trim();
}

function replayRow(row: TableRow, plan: Plan, law: Law, lang: Lang): BookRow | undefined {
  const { at, header } = plan;
  const named = textAt(row.cells, at.get('law'));
  const [scheme = '', version = ''] = named.split('@');
  if (version === '') return undefined;
  const { raw, issues } = plan.read.read(row);
  const parsed = parseCase(raw, { lang });
  if (!parsed.ok || issues.length > 0) {
    const all = [...issues, ...(parsed.ok ? [] : parsed.issues)];
    return { row: row.row, replayed: unreadable(row.row, all) };
  }
  const hash = textAt(row.cells, at.get('lawHash'));
  const recorded = pseudoRecord(parsed.value, scheme, version, textAt(row.cells, at.get('interpretations')));
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
  };
}

/** What a row says of its computation, in the shape that is computed again. */
function pseudoRecord(one: Result['case'], scheme: string, version: string, questions: string): Result {
  const interpretations = [...questions.matchAll(/^(\S+) = (\S+)/gm)].map(([, id = '', chosen = '']) => ({
    id,
    chosen,
    alternatives: [],
  }));
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
    const line = result.benefits.find((each) => each.id === benefit);
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
