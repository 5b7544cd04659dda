import { unscaled, ZERO } from '../base/decimal.ts';
import type { Calculation } from '../engine/derivation.ts';
import { amountInWords } from '../explanation/amount-in-words.ts';
import { contextOf, nameOf } from '../explanation/context.ts';
import { fundingTitle } from '../law/funding.ts';
import { QUANTITY_PLACES } from '../law/vocabulary.ts';
import { valueCell } from '../workbook/cells.ts';
import type { CellStyle, SheetCell, SheetPlan, SheetRow } from '../workbook/plan.ts';
import { estimateColumns, estimateNotes, estimateOf, estimateTitle, type EstimateLine } from './estimate.ts';
import { letterhead, signatures } from './letterhead.ts';
import { listTitle, type ListOptions } from './list-paper.ts';

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

/** A column of the list: its heading, its width, and what it holds of a person. */
interface ListColumn {
  readonly title: string;
  readonly width: number;
  readonly cell: (one: Calculation, number: number) => SheetCell;
}

const long = (text: string): SheetCell => ({ text, style: 'long' });
const number = (text: string | undefined, style: CellStyle): SheetCell =>
  text === undefined ? { text: '' } : { number: text, style };

function listColumns(people: readonly Calculation[], options: ListOptions): ListColumn[] {
  return [...personColumns(options), ...paidColumns(people, options)];
}

type NameOf = (one: Calculation, list: string, word: string) => string;

const namerIn =
  (options: ListOptions): NameOf =>
  (one, list, word) =>
    nameOf(contextOf(one, options), list, word);

/** Who somebody is, when they leave, and what their money is computed from. */
function personColumns(options: ListOptions): ListColumn[] {
  const say = sayIn(options);
  const named = namerIn(options);
  return [
    { title: say('TT', 'No.'), width: 6, cell: (_, at) => ({ number: String(at), style: 'count' }) },
    {
      title: say('Họ và tên', 'Full name'),
      width: 24,
      cell: ({ derivation: { case: one } }) => long(one.person.name ?? one.id ?? ''),
    },
    {
      title: say('Ngày sinh', 'Born'),
      width: 12,
      cell: ({ derivation }) => valueCell(derivation.case.person.birth, 'date'),
    },
    {
      title: say('Giới tính', 'Sex'),
      width: 8,
      cell: (one) => long(named(one, 'sex', one.derivation.case.person.sex)),
    },
    {
      title: say('Chức vụ', 'Position'),
      width: 18,
      cell: ({ derivation }) => long(derivation.case.person.position ?? ''),
    },
    { title: say('Đơn vị', 'Unit'), width: 24, cell: ({ derivation }) => long(derivation.case.person.unit ?? '') },
    {
      title: say('Đối tượng', 'Group'),
      width: 14,
      cell: (one) => long(named(one, 'group', one.derivation.case.person.group)),
    },
    {
      title: say('Ngày nghỉ', 'Leaves'),
      width: 12,
      cell: ({ derivation }) => ({ date: derivation.case.leaving.date }),
    },
    {
      title: say('Tiền lương tháng (đồng)', 'Monthly salary (đồng)'),
      width: 15,
      cell: ({ derivation }) => valueCell(derivation.salary.amount.toFixed(), 'dong'),
    },
    {
      title: say('Số tháng nghỉ sớm', 'Months early'),
      width: 9,
      cell: ({ derivation }) => number(derivation.measures.monthsEarly?.value.toString(), 'count'),
    },
    {
      title: say('Số năm tính trợ cấp', 'Service years'),
      width: 9,
      cell: ({ derivation: { measures } }) =>
        number(measures.serviceYears && String(unscaled(measures.serviceYears.value, QUANTITY_PLACES)), 'decimal'),
    },
  ];
}

/** Each benefit, the total, and where the money comes from. */
function paidColumns(people: readonly Calculation[], options: ListOptions): ListColumn[] {
  const { lang, law, office = {} } = options;
  const say = sayIn(options);
  const named = namerIn(options);
  const source =
    office.funding === undefined ? '' : (fundingTitle(law.funding, office.funding)?.[lang] ?? office.funding);
  return [
    ...benefitsPaid(people).map(([benefit, of]): ListColumn => ({
      title: `${named(of, 'benefit', benefit)} (${say('đồng', 'đồng')})`,
      width: 17,
      cell: ({ derivation }) => {
        const lines = derivation.lines.filter((line) => line.benefit === benefit);
        const sum = lines.reduce((all, { amount }) => all.plus(amount), ZERO);
        return lines.length === 0 ? { text: '' } : valueCell(sum.toFixed(), 'dong');
      },
    })),
    {
      title: say('Tổng cộng (đồng)', 'Total (đồng)'),
      width: 18,
      cell: ({ derivation }) => valueCell(derivation.total.toFixed(), 'dong'),
    },
    { title: say('Nguồn kinh phí', 'Budget source'), width: 18, cell: () => long(source) },
  ];
}

/** The kinds of benefit that anybody gets, each with one who gets it, in the order in which they come. */
function benefitsPaid(people: readonly Calculation[]): [benefit: string, of: Calculation][] {
  const found = new Map<string, Calculation>();
  for (const one of people)
    for (const { benefit } of one.derivation.lines) if (!found.has(benefit)) found.set(benefit, one);
  return [...found];
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
  const units = new Map<string, Calculation[]>();
  for (const one of people) {
    const unit = one.derivation.case.person.unit ?? '';
    units.set(unit, [...(units.get(unit) ?? []), one]);
  }
  let at = 0;
  const rows = [...units].flatMap(([unit, members]): SheetRow[] => [
    ...members.map((one) => columns.map(({ cell }, index) => cell(one, index === 0 ? (at += 1) : at))),
    ...(units.size > 1 ? [sumRow(say(`Cộng ${unit}`, `Sum ${unit}`).trim(), members, columns)] : []),
  ]);
  return [...rows, sumRow(say('Tổng cộng', 'Total'), people, columns)];
}

/** The sums of the amounts of people: under every benefit, and in all. */
function sumRow(label: string, people: readonly Calculation[], columns: readonly ListColumn[]): SheetRow {
  return columns.map(({ cell }, at): SheetCell => {
    if (at === 1) return { text: label, style: 'sum-text' };
    if (at < PERSONAL || at === columns.length - 1) return { text: '', style: 'sum-text' };
    const sum = people.reduce((all, one) => {
      const amount = cell(one, 0);
      return amount && 'number' in amount ? all.plus(amount.number) : all;
    }, ZERO);
    const total = valueCell(sum.toFixed(), 'dong');
    return total && 'number' in total ? { ...total, style: 'sum' } : total;
  });
}

/** The columns before the benefits. */
const PERSONAL = 11;

function closingRows(people: readonly Calculation[], width: number, { lang, office = {} }: ListOptions): SheetRow[] {
  const total = people.reduce((sum, { derivation }) => sum.plus(derivation.total), ZERO);
  const words = amountInWords(total.toFixed(), lang);
  const { signers, hint, names = [] } = signatures(office, lang);
  const each = Math.floor(width / signers.length);
  const beside = (texts: readonly string[], style: CellStyle): SheetRow =>
    texts.flatMap((text): SheetCell[] => [
      { text, style, across: each },
      ...Array.from({ length: each - 1 }, () => null),
    ]);
  return [
    ...(words === undefined
      ? []
      : [[{ text: `${lang === 'vi' ? 'Bằng chữ' : 'In words'}: ${words}.`, style: 'plain', across: width }] as const]),
    [],
    beside(signers, 'center-strong'),
    beside(
      signers.map(() => hint),
      'center',
    ),
    ...(names.length === 0 ? [] : [[], [], [], beside(names, 'center-strong')]),
  ];
}

function estimateSheet(people: readonly Calculation[], { lang, law, office = {} }: ListOptions): SheetPlan {
  const options = { lang, law, office };
  const { byMonth, byUnit, total } = estimateOf(people, options);
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
      ...estimateNotes(options).map((text): SheetRow => [{ text, style: 'note', across: width }]),
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
