import { ZERO } from '../base/decimal.ts';
import type { Calculation } from '../engine/derivation.ts';
import { amountInWords } from '../explanation/amount-in-words.ts';
import { valueCell } from '../workbook/cells.ts';
import type { CellStyle, SheetCell, SheetPlan, SheetRow } from '../workbook/plan.ts';
import { estimateColumns, estimateNotes, estimateOf, estimateTitle, type EstimateLine } from './estimate.ts';
import { letterhead, signatures } from './letterhead.ts';
import { byUnits, listColumns, sumOf, type ListColumn, type ListOptions } from './list-columns.ts';
import { listTitle } from './list-paper.ts';

/**
 * The list of leavers with the estimated money as a workbook: what the list paper holds, with real numbers and dates, a
 * column for each kind of benefit, and the estimate on a sheet of its own.
 */
export function listSheets(people: readonly Calculation[], options: ListOptions): SheetPlan[] {
  return [listSheet(people, options), estimateSheet(people, options)];
}

type Say = (vi: string, en: string) => string;

const sayIn =
  ({ lang }: ListOptions): Say =>
  (vi, en) =>
    lang === 'vi' ? vi : en;

/** What a column holds of a person, as a real number or date where it is one. */
function cellOf({ kind, value }: ListColumn, one: Calculation, number: number): SheetCell {
  const text = value(one, number);
  return kind === 'text' || text === '' ? { text, style: 'long' } : valueCell(text, kind);
}

function listSheet(people: readonly Calculation[], options: ListOptions): SheetPlan {
  const say = sayIn(options);
  const columns = listColumns(people, options);
  const head = headRows(columns.length, options);
  const heading = head.length + 1;
  return {
    name: say('Danh sách', 'List'),
    widths: columns.map(({ width }) => width),
    frozenRows: heading,
    frozenColumns: 2,
    printedRows: [heading, heading],
    paper: 'a3',
    rows: [
      ...head,
      columns.map(({ title }): SheetCell => ({ text: title, style: 'heading' })),
      ...bodyRows(people, columns, options),
      ...closingRows(people, columns.length, options),
    ],
  };
}

/** Who issues the list at the left, the name of the country at the right, the title below. */
function headRows(width: number, { lang, office = {} }: ListOptions): SheetRow[] {
  const { superior, agency, country, motto, place } = letterhead(office, lang);
  const [left, right] = [Math.floor(width / 2), Math.ceil(width / 2)];
  const beside = (one: string, other: string, style: CellStyle, second = style): SheetRow => [
    { text: one, style, across: left },
    ...Array.from({ length: left - 1 }, () => null),
    { text: other, style: second, across: right },
  ];
  return [
    beside(superior ?? '', country, 'center', 'center-strong'),
    beside(agency ?? '', motto, 'center-strong'),
    beside('', place ?? '', 'center'),
    [],
    [{ text: listTitle(lang).toUpperCase(), style: 'center-strong', across: width }],
    [],
  ];
}

function bodyRows(people: readonly Calculation[], columns: readonly ListColumn[], options: ListOptions): SheetRow[] {
  const say = sayIn(options);
  const units = byUnits(people);
  let at = 0;
  const row = (one: Calculation): SheetRow => {
    at += 1;
    return columns.map((column) => cellOf(column, one, at));
  };
  const rows = units.flatMap(([unit, members]): SheetRow[] => [
    ...members.map(row),
    ...(units.length > 1 ? [sumRow(say(`Cộng ${unit}`, `Sum ${unit}`).trim(), members, columns)] : []),
  ]);
  return [...rows, sumRow(say('Tổng cộng', 'Total'), people, columns)];
}

/** The sums of the amounts of people: under every benefit, and in all. */
function sumRow(label: string, people: readonly Calculation[], columns: readonly ListColumn[]): SheetRow {
  return columns.map((column, at): SheetCell => {
    if (at === 1) return { text: label, style: 'sum-text' };
    if (!column.summed) return { text: '', style: 'sum-text' };
    const total = valueCell(sumOf(people, column).toFixed(), 'dong');
    return total && 'number' in total ? { ...total, style: 'sum' } : total;
  });
}

/** The total in words, and the signatures. */
function closingRows(people: readonly Calculation[], width: number, options: ListOptions): SheetRow[] {
  const total = people.reduce((sum, { derivation }) => sum.plus(derivation.total), ZERO);
  const words = amountInWords(total.toFixed(), options.lang);
  const said = `${sayIn(options)('Bằng chữ', 'In words')}: ${words ?? ''}.`;
  return [
    ...(words === undefined ? [] : [[{ text: said, style: 'plain', across: width }] as const]),
    ...signatureRows(width, options),
  ];
}

/** Who signs, beside each other over so many columns. */
function signatureRows(width: number, { lang, office = {} }: ListOptions): SheetRow[] {
  const { signers, hint, names = [] } = signatures(office, lang);
  const each = Math.floor(width / signers.length);
  const beside = (texts: readonly string[], style: CellStyle): SheetRow =>
    texts.flatMap((text): SheetCell[] => [
      { text, style, across: each },
      ...Array.from({ length: each - 1 }, () => null),
    ]);
  const hints = signers.map(() => hint);
  return [
    [],
    beside(signers, 'center-strong'),
    beside(hints, 'center'),
    ...(names.length === 0 ? [] : [[], [], [], beside(names, 'center-strong')]),
  ];
}

function estimateSheet(people: readonly Calculation[], { lang, law, office = {} }: ListOptions): SheetPlan {
  const options = { lang, law, office };
  const estimate = estimateOf(people, options);
  const { byMonth, byUnit, total } = estimate;
  const titles = estimateColumns(lang);
  const heading = (texts: readonly string[], before = 0): SheetRow => [
    ...Array.from({ length: before }, () => null),
    ...texts.map((text): SheetCell => ({ text, style: 'heading' })),
  ];
  const width = titles.byMonth.length;
  // The columns of the units stand under those of the months: the unit under the first, the sums under the sums.
  const [unit = '', ...sums] = titles.byUnit;
  return {
    name: estimateTitle(lang).replace('/', ', '),
    widths: [26, 44, 22, 30, 12, 22, 28],
    frozenRows: 0,
    paper: 'a4',
    rows: [
      [{ text: estimateTitle(lang), style: 'title', across: width }],
      heading(titles.byMonth),
      ...[...byMonth, total].map(estimateRow),
      [],
      [{ text: lang === 'vi' ? 'Dự toán theo đơn vị' : 'Estimate by unit', style: 'title', across: width }],
      [{ text: unit, style: 'heading', across: 4 }, null, null, null, ...heading(sums)],
      ...[...byUnit, total].map((line): SheetRow => {
        const [label, , , , ...rest] = estimateRow(line);
        return [label && 'text' in label ? { ...label, across: 4 } : null, null, null, null, ...rest];
      }),
      [],
      ...estimateNotes(estimate, lang).map((text): SheetRow => [{ text, style: 'note', across: width }]),
      ...signatureRows(width, options),
    ],
  };
}

function estimateRow({ labels, people, amount, sum }: EstimateLine): SheetRow {
  const style = sum ? 'sum-text' : 'long';
  const texts = Array.from({ length: 4 }, (_, at): SheetCell => ({ text: labels[at] ?? '', style }));
  const money = valueCell(amount.toFixed(), 'dong');
  return [
    ...texts,
    { number: String(people), style: sum ? 'sum' : 'count' },
    sum && money && 'number' in money ? { ...money, style: 'sum' } : money,
    { text: '', style },
  ];
}
