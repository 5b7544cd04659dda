import { unscaled, ZERO, type Decimal } from '../base/decimal.ts';
import type { Lang } from '../base/text.ts';
import type { Calculation } from '../engine/derivation.ts';
import { contextOf, nameOf } from '../explanation/context.ts';
import { formatBirth, formatNumber } from '../explanation/format.ts';
import { narrowest, numberedAct, officialPlaces } from '../law/citation.ts';
import type { Law } from '../law/law.ts';
import { isYears, QUANTITY_PLACES, type QuantityName } from '../law/vocabulary.ts';
import { fundingSource } from './funding-source.ts';
import type { Office } from './office.ts';

/** How to lay a list out. */
export interface ListOptions {
  readonly lang: Lang;
  readonly law: Law;
  readonly office?: Office;
}

/** A column of the list of leavers: its heading, and what it holds of a person. */
export interface ListColumn {
  readonly title: string;
  /** What the column holds: a number, a date and an amount by their canonical text. */
  readonly kind: 'text' | 'count' | 'decimal' | 'date' | 'dong';
  /** Its width in a workbook, in characters. */
  readonly width: number;
  readonly value: (one: Calculation, number: number) => string;
  /** Whether the sums of units and of all stand under it. */
  readonly summed?: true;
  /** Whether it is that of one kind of benefit. */
  readonly benefit?: true;
}

type Say = (vi: string, en: string) => string;

/**
 * The columns of the list of leavers (danh sách và dự toán kinh phí, Nghị định 178/2024/NĐ-CP Điều 17 khoản 3): who, what
 * their money is computed from, each kind of benefit that anybody gets, the total, the source of the money, the law.
 */
export function listColumns(people: readonly Calculation[], options: ListOptions): ListColumn[] {
  return [...personColumns(options), ...measureColumns(options), ...paidColumns(people, options)];
}

/** People by unit, in the order in which the units come. */
export function byUnits(people: readonly Calculation[]): [unit: string, members: Calculation[]][] {
  const units = new Map<string, Calculation[]>();
  for (const one of people) {
    const unit = one.derivation.case.person.unit ?? '';
    units.set(unit, [...(units.get(unit) ?? []), one]);
  }
  return [...units];
}

/** What people get in all under a column of amounts. */
export function sumOf(people: readonly Calculation[], { value }: ListColumn): Decimal {
  return people.reduce((sum, one) => sum.plus(value(one, 0) || '0'), ZERO);
}

function sayIn({ lang }: ListOptions): Say {
  return (vi, en) => (lang === 'vi' ? vi : en);
}

/** A word of the case as people write it. */
function named(one: Calculation, list: string, word: string, options: ListOptions): string {
  return nameOf(contextOf(one, options), list, word);
}

function personColumns(options: ListOptions): ListColumn[] {
  const say = sayIn(options);
  return [
    { title: say('TT', 'No.'), kind: 'count', width: 6, value: (_, at) => String(at) },
    {
      title: say('Họ và tên', 'Full name'),
      kind: 'text',
      width: 22,
      value: ({ derivation: { case: one } }) => one.person.name ?? one.id ?? '',
    },
    {
      title: say('Ngày sinh', 'Born'),
      kind: 'date',
      width: 12,
      value: ({ derivation }) => derivation.case.person.birth,
    },
    {
      title: say('Giới tính', 'Sex'),
      kind: 'text',
      width: 8,
      value: (one) => named(one, 'sex', one.derivation.case.person.sex, options),
    },
    {
      title: say('Chức vụ', 'Position'),
      kind: 'text',
      width: 14,
      value: ({ derivation }) => derivation.case.person.position ?? '',
    },
    {
      title: say('Đơn vị', 'Unit'),
      kind: 'text',
      width: 20,
      value: ({ derivation }) => derivation.case.person.unit ?? '',
    },
    {
      title: say('Đối tượng', 'Group'),
      kind: 'text',
      width: 12,
      value: (one) => named(one, 'group', one.derivation.case.person.group, options),
    },
    {
      title: say('Ngạch, bậc, hệ số lương', 'Grade, step, coefficient'),
      kind: 'text',
      width: 14,
      value: (one) => gradeOf(one, options),
    },
  ];
}

/** Rank of the forces, or grade and step where the case gives them; and the coefficient that counts. */
function gradeOf(one: Calculation, options: ListOptions): string {
  const { case: of, salary } = one.derivation;
  const { scale, step } = of.salary;
  const coefficient = salary.lines.find(({ component }) => component === 'coefficient')?.given;
  const parts = [
    of.person.rank === undefined ? scale : named(one, 'rank', of.person.rank, options),
    step === undefined ? undefined : `${sayIn(options)('bậc', 'step')} ${step}`,
    coefficient === undefined ? undefined : formatNumber(coefficient, options.lang),
  ];
  return parts.filter((part) => part !== undefined).join('; ');
}

/** When they leave, and the numbers that their money is computed from. */
function measureColumns(options: ListOptions): ListColumn[] {
  const say = sayIn(options);
  return [
    {
      title: say('Tiền lương tháng (đồng)', 'Monthly salary (đồng)'),
      kind: 'dong',
      width: 12,
      value: ({ derivation }) => derivation.salary.amount.toFixed(),
    },
    {
      title: say('Ngày nghỉ', 'Leaves'),
      kind: 'date',
      width: 12,
      value: ({ derivation }) => derivation.case.leaving.date,
    },
    {
      title: say('Số tháng nghỉ sớm', 'Months early'),
      kind: 'count',
      width: 9,
      value: (one) => measured(one, 'monthsEarly'),
    },
    {
      title: say('Số năm nghỉ sớm', 'Years early'),
      kind: 'decimal',
      width: 9,
      value: (one) => measured(one, 'yearsEarly'),
    },
    {
      title: say('Số năm tính trợ cấp', 'Service years'),
      kind: 'decimal',
      width: 9,
      value: (one) => measured(one, 'serviceYears'),
    },
  ];
}

function measured({ derivation }: Calculation, name: QuantityName): string {
  const found = derivation.measures[name];
  if (found === undefined) return '';
  return isYears(name) ? String(unscaled(found.value, QUANTITY_PLACES)) : String(found.value);
}

/** Each benefit, the total, where the money comes from, and what it rests on. */
function paidColumns(people: readonly Calculation[], options: ListOptions): ListColumn[] {
  const { lang, law, office = {} } = options;
  const say = sayIn(options);
  return [
    ...benefitsPaid(people).map(([benefit, of]): ListColumn => ({
      title: `${named(of, 'benefit', benefit, options)} (đồng)`,
      kind: 'dong',
      width: 14,
      value: ({ derivation }) => {
        const lines = derivation.lines.filter((line) => line.benefit === benefit);
        return lines.length === 0 ? '' : lines.reduce((all, { amount }) => all.plus(amount), ZERO).toFixed();
      },
      summed: true,
      benefit: true,
    })),
    {
      title: say('Tổng cộng (đồng)', 'Total (đồng)'),
      kind: 'dong',
      width: 16,
      value: ({ derivation }) => derivation.total.toFixed(),
      summed: true,
    },
    {
      title: say('Nguồn kinh phí', 'Budget source'),
      kind: 'text',
      width: 14,
      value: ({ derivation }) => fundingSource(derivation.case.person, office, law, lang) ?? '',
    },
    { title: say('Căn cứ', 'Legal basis'), kind: 'text', width: 26, value: (one) => shortBasis(one, options) },
  ];
}

/** The kinds of benefit that anybody gets, each with one who gets it, in the order in which they come. */
function benefitsPaid(people: readonly Calculation[]): [benefit: string, of: Calculation][] {
  const found = new Map<string, Calculation>();
  for (const one of people)
    for (const { benefit } of one.derivation.lines) if (!found.has(benefit)) found.set(benefit, one);
  return [...found];
}

/**
 * The legal basis of the benefits of a person as a list has room for it: the places of each act, and its number ("điểm a
 * khoản 1, điểm a khoản 2 Điều 7 Nghị định số 178/2024/NĐ-CP"); the sheet of the person says it in full.
 */
function shortBasis({ derivation }: Calculation, { law, lang }: ListOptions): string {
  const places = new Map<string, string[]>();
  for (const { act, at } of narrowest(derivation.lines.flatMap(({ row }) => row.cites)))
    places.set(act, [...(places.get(act) ?? []), at]);
  const of = lang === 'vi' ? ' ' : ' of ';
  return [...places]
    .map(([act, at]) => `${officialPlaces(at, lang)}${of}${numberedAct(law.acts.get(act), act, lang)}`)
    .join('; ');
}

/** What a column holds of a person as paper shows it: numbers and dates in the way of the language. */
export function shownValue({ kind, value }: ListColumn, one: Calculation, number: number, lang: Lang): string {
  const text = value(one, number);
  if (kind === 'date') return formatBirth(text, lang);
  return kind === 'text' ? text : formatNumber(text, lang);
}
