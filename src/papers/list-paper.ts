import type { Lang } from '../base/text.ts';
import type { Calculation } from '../engine/derivation.ts';
import { amountInWords } from '../explanation/amount-in-words.ts';
import type { Block, Column, Document } from '../explanation/document.ts';
import { formatNumber } from '../explanation/format.ts';
import { estimateBlocks, estimateOf } from './estimate.ts';
import { letterhead, signatures } from './letterhead.ts';
import { byUnits, listColumns, shownValue, sumOf, type ListColumn, type ListOptions } from './list-columns.ts';

/** The title of the list. */
export function listTitle(lang: Lang): string {
  return lang === 'vi' ? 'Danh sách và dự toán kinh phí chi trả chế độ' : 'List of leavers with the estimated money';
}

/**
 * The list of leavers with the estimated money of each (danh sách và dự toán kinh phí, Nghị định 178/2024/NĐ-CP Điều 17
 * khoản 3), by unit with sub-totals, on lying A3; then the estimate, and the signatures under both. People to whom nothing
 * is paid stand in it with nothing.
 */
export function listPaper(people: readonly Calculation[], options: ListOptions): Document {
  const { lang, law, office = {} } = options;
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const title = listTitle(lang);
  const every = listColumns(people, options);
  const columns = roomy(every, lang);
  const units = byUnits(people);
  let number = 0;
  const row = (one: Calculation): string[] => {
    number += 1;
    return columns.map((column) => shownValue(column, one, number, lang));
  };
  const rows = units.flatMap(([unit, members]) => [
    ...members.map(row),
    ...(units.length > 1 ? [sumRow(say(`Cộng ${unit}`, `Sum ${unit}`).trim(), members, columns, lang)] : []),
  ]);
  const foot = sumRow(say('Tổng cộng', 'Total'), people, columns, lang);
  return {
    lang,
    title,
    paper: 'a3-landscape',
    blocks: [
      letterhead(office, lang),
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'table',
        columns: withShares(columns, [...rows, foot]),
        rows,
        foot,
      },
      ...inWords(people, columns, lang),
      ...estimateBlocks(estimateOf(people, { lang, law, office }), { lang, law, office }),
      signatures(office, lang),
    ],
  };
}

function inWords(people: readonly Calculation[], columns: readonly ListColumn[], lang: Lang): Block[] {
  const total = columns.find(({ summed, benefit }) => summed && !benefit);
  const words = total && amountInWords(sumOf(people, total).toFixed(), lang);
  if (words === undefined) return [];
  return [{ kind: 'text', text: `${lang === 'vi' ? 'Bằng chữ' : 'In words'}: ${words}.`, tone: 'strong' }];
}

/** So many kinds of benefit have room for a column each; a workbook has room for all. */
const MOST_BENEFITS = 4;

/** The columns that a page has room for: where there are too many benefits, they stand in one. */
function roomy(columns: readonly ListColumn[], lang: Lang): ListColumn[] {
  const benefits = columns.filter(({ benefit }) => benefit);
  if (benefits.length <= MOST_BENEFITS) return [...columns];
  const together: ListColumn = {
    title: lang === 'vi' ? 'Các khoản (đồng)' : 'Benefits (đồng)',
    kind: 'text',
    width: 44,
    value: (one) =>
      benefits
        .map((column) => [column.title.replace(/ \(đồng\)$/u, ''), shownValue(column, one, 0, lang)])
        .filter(([, amount]) => amount !== '')
        .map((pair) => pair.join(': '))
        .join('; '),
  };
  return columns.flatMap((column) => (column === benefits[0] ? [together] : column.benefit ? [] : [column]));
}

/** The width between the margins of lying A3; of a figure, of a letter and of the margins of a cell, in twentieths of a point. */
const [ROOM, FIGURE, LETTER, PADDING] = [21_250, 104, 120, 210];

/**
 * The columns with their shares of the width: numbers and dates get what they need, so that none breaks, and every text
 * its longest word; the rest is shared by the widths of a workbook.
 */
function withShares(columns: readonly ListColumn[], rows: readonly (readonly string[])[]): Column[] {
  const longest = (texts: readonly string[]): number => Math.max(...texts.map(({ length }) => length));
  const needed = columns.map(({ title, kind }, at) => {
    const texts = rows.map((row) => row[at] ?? '');
    const words = longest([title, ...(kind === 'text' ? texts : [])].flatMap((text) => text.split(/\s+/u))) * LETTER;
    return Math.max(4 * LETTER, words, kind === 'text' ? 0 : longest(texts) * FIGURE) + PADDING;
  });
  const rest = Math.max(0, ROOM - needed.reduce((sum, one) => sum + one, 0));
  const texts = columns.filter(({ kind }) => kind === 'text').reduce((sum, { width }) => sum + width, 0);
  return columns.map(({ title, kind, width }, at) => ({
    title,
    align: kind === 'text' || kind === 'date' ? 'left' : 'right',
    share: (needed[at] ?? 0) + (kind === 'text' ? Math.floor((rest * width) / texts) : 0),
  }));
}

/** The sums of the amounts of people: under every benefit, and in all. */
function sumRow(label: string, people: readonly Calculation[], columns: readonly ListColumn[], lang: Lang): string[] {
  return columns.map((column, at) => {
    if (at === 1) return label;
    return column.summed ? formatNumber(sumOf(people, column), lang) : '';
  });
}
