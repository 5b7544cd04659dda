import type { Issue } from '../base/checked.ts';
import type { Lang } from '../base/text.ts';
import { AUTO } from '../engine/schemes.ts';
import type { Law } from '../law/law.ts';
import { cellName, cellText, type TableRow } from '../table/cell.ts';
import { headingForm } from '../table/columns.ts';
import { flattener } from '../table/flat.ts';
import { findHeader, type Header } from '../table/header.ts';
import { columnsOf, layoutOf, outputHeadings, RESULT_PREFIX, type Layout } from '../table/layout.ts';
import { rowReader } from '../table/rows.ts';
import { indexWords, type WordIndex } from '../case/spelling/words.ts';
import { vocabularyOf } from '../engine/vocabulary.ts';
import { recordIssue } from './messages.ts';

/** How the columns of a sheet of results are read. */
export interface Plan {
  readonly header: Header;
  readonly layout: Layout;
  /** The headings as they are compared. */
  readonly headings: readonly string[];
  /** What computes the case of a row that names no version. */
  readonly scheme: string;
  /** Where each result column stands, by its id without the prefix. */
  readonly at: ReadonlyMap<string, number>;
  readonly read: ReturnType<typeof rowReader>;
  readonly flatten: ReturnType<typeof flattener>;
  /** The names of the routes: the same route has another name under another scheme. */
  readonly routes: WordIndex;
}

/**
 * How to read a sheet of results; undefined when it is none. A scheme that takes part in the choice is read with the
 * columns of all of them or with its own, whichever leaves fewer columns unknown; so is a sheet that names none.
 */
export function planOf(head: readonly TableRow[], law: Law, lang: Lang): Plan | undefined {
  const any = planUnder(AUTO, head, law, lang);
  if (!any) return undefined;
  const named = head
    .filter(({ row }) => row >= any.header.dataFrom)
    .map(({ cells }) => textAt(cells, any.at.get('law')).split('@')[0] ?? '')
    .find((name) => law.schemes.has(name));
  const own = named === undefined ? undefined : planUnder(named, head, law, lang);
  if (!own || named === undefined) return any;
  if (law.schemes.get(named)?.auto === undefined) return own;
  return strangeColumns(own).length < strangeColumns(any).length ? own : any;
}

function planUnder(scheme: string, head: readonly TableRow[], law: Law, lang: Lang): Plan | undefined {
  const columns = columnsOf(law, scheme);
  const found = findHeader(head, { lang, isOutput: outputHeadings(columns.benefits) });
  if (!found.ok) return undefined;
  const header = found.value;
  const layout = layoutOf(columns, [], []);
  const headings = head.find(({ row }) => row === header.row)?.cells.map((cell) => headingForm(cellText(cell))) ?? [];
  const at = new Map<string, number>();
  let english = false;
  for (const { id, title } of layout.columns) {
    const place = headings.findIndex((one) => one === headingForm(title.vi) || one === headingForm(title.en));
    if (place < 0) continue;
    at.set(id.slice(RESULT_PREFIX.length), place);
    english ||= headings[place] === headingForm(title.en) && headingForm(title.vi) !== headingForm(title.en);
  }
  if (!at.has('law') || !at.has('total')) return undefined;
  const vocabulary = vocabularyOf(law, scheme);
  const flatten = flattener({ layout, law, vocabulary, lang: english ? 'en' : 'vi', words: 'titles' });
  const routes = indexWords(vocabulary.get('leaving.route') ?? []);
  return { header, layout, headings, scheme, at, read: rowReader(header, vocabulary, lang), flatten, routes };
}

/** The text of a cell, without spaces around it; of a column that is not there nothing. */
export function textAt(cells: TableRow['cells'], at: number | undefined): string {
  return at === undefined ? '' : cellText(cells[at]).trim();
}

/** Columns of the result that stand twice, and others that stand among them: nobody can tell which is the result. */
export function columnIssues(plan: Plan, lang: Lang): Issue[] {
  const { header, layout, headings } = plan;
  const cell = (place: number): string => cellName(header.row, place);
  const own = layout.columns.filter(({ source }) => source === 'result');
  const doubled = own.flatMap(({ title }): Issue[] => {
    const forms = [headingForm(title.vi), headingForm(title.en)];
    const places = [...headings.keys()].filter((place) => forms.includes(headings[place] ?? ''));
    if (places.length < 2) return [];
    return [recordIssue(lang, 'doubled-column', '', { heading: title[lang], cells: places.map(cell).join(', ') })];
  });
  return [
    ...doubled,
    ...strangeColumns(plan).map(({ heading, index }) =>
      recordIssue(lang, 'foreign-column', '', { heading, cell: cell(index) }),
    ),
  ];
}

/** The first columns say who a row is: there may stand a column of one's own, which names the unit. */
const WHO = 2;

/** Columns that stand among those of the result and are none; columns of one's own stand behind them. */
function strangeColumns({ header, headings, at }: Plan): { readonly heading: string; readonly index: number }[] {
  const last = Math.max(...at.values());
  const bare = [...headings.keys()].filter((place) => place < last && headings[place] === '');
  return [
    ...header.extras.filter(({ index }) => index >= WHO && index < last),
    ...bare.map((index) => ({ heading: '', index })),
  ];
}
