import type { Lang, Words } from '../base/text.ts';
import { CASE_KEYS, type CaseKey } from '../case/keys.ts';
import type { Law } from '../law/law.ts';
import { QUANTITY, quantityColumn, QUANTITY_NAMES } from '../engine/measure/quantities.ts';
import { conditionsRead, multipliedBy, readBy } from '../law/keys-read.ts';
import type { FactName, QuantityName } from '../law/vocabulary.ts';
import { AUTO, schemesFor, schemesNamed } from '../engine/schemes.ts';
import { headingForm, matchHeading } from './columns.ts';

/** What a column of the output holds, and so how a workbook writes it. */
export type ColumnKind = 'text' | 'long' | 'date' | 'dong' | 'count' | 'decimal' | 'percent';

/** A column of the flat output. */
export interface LayoutColumn {
  /** The heading for programs: the key of the case, or `result.` and a name. */
  readonly id: string;
  /** The heading for people. */
  readonly title: Words;
  readonly kind: ColumnKind;
  readonly source: 'case' | 'result' | 'extra';
}

/** The columns of the flat output of one run, in order. */
export interface Layout {
  readonly columns: readonly LayoutColumn[];
  /** The keys of the case that have a column, in order. */
  readonly keys: readonly CaseKey[];
  /** The quantities and the kinds of benefit that have columns, in order. */
  readonly quantities: readonly QuantityName[];
  readonly benefits: readonly BenefitColumn[];
  readonly extras: readonly string[];
}

/** What a scheme has columns for. */
export interface SchemeColumns {
  /** The kinds of benefit, in the order of the law. */
  readonly benefits: readonly BenefitColumn[];
  /** The quantities that its lines multiply or its conditions test, in the order in which they are measured. */
  readonly quantities: readonly QuantityName[];
}

/** A kind of benefit of a scheme. */
export interface BenefitColumn {
  readonly id: string;
  readonly title: Words;
}

const ROW = { id: 'row', title: { vi: 'Dòng trong tệp gốc', en: 'Row of the input' } } as const;

const RESULT_TITLES: readonly (readonly [id: string, kind: ColumnKind, vi: string, en: string])[] = [
  [ROW.id, 'count', ROW.title.vi, ROW.title.en],
  ['outcome', 'text', 'Kết quả', 'Outcome'],
  ['route', 'text', 'Chính sách được hưởng', 'Route that pays'],
  ['monthlySalary', 'dong', 'Tiền lương tháng làm căn cứ tính', 'Monthly salary used'],
  ['normalRetirement', 'text', 'Tháng đủ tuổi nghỉ hưu', 'Month the retirement age is reached'],
  ['pensionStart', 'text', 'Tháng hưởng lương hưu nếu nghỉ đúng tuổi', 'Month the normal pension starts'],
];

const WINDOW_TITLE: (typeof RESULT_TITLES)[number] = [
  'window',
  'text',
  'Thời điểm nghỉ so với khi sắp xếp',
  'Window since the reorganisation',
];

const CLOSING_TITLES: readonly (readonly [id: string, kind: ColumnKind, vi: string, en: string])[] = [
  ['total', 'dong', 'Tổng số tiền', 'Total'],
  ['basis', 'long', 'Căn cứ pháp lý', 'Legal basis'],
  ['checks', 'long', 'Cần kiểm tra trước khi ký', 'To check before signing'],
  ['findings', 'long', 'Lưu ý', 'Findings'],
  ['interpretations', 'long', 'Câu hỏi pháp lý còn mở', 'Open legal questions'],
  ['refusal', 'long', 'Lý do từ chối', 'Reason of refusal'],
  ['law', 'text', 'Phiên bản luật', 'Law version'],
  ['lawHash', 'text', 'Mã băm phiên bản luật', 'Hash of the law version'],
];

/** The prefix of the headings of output columns. */
export const RESULT_PREFIX = 'result.';

/** The column for lines of benefits that have none of their own. */
export const OTHER_BENEFITS = 'other';

const OTHER: BenefitColumn = { id: OTHER_BENEFITS, title: { vi: 'Khoản khác', en: 'Other benefits' } };

/**
 * The kinds of benefit of a scheme over all its versions, in the order of the law. Where the scheme is to be found:
 * those of the schemes that take part in the choice, by the routes that need not be named, and one column for others.
 */
export function benefitsOf(law: Law, scheme: string): readonly BenefitColumn[] {
  if (scheme !== AUTO) return benefitsOfScheme(law, scheme);
  const all = new Map<string, BenefitColumn>();
  for (const { scheme: name, routes } of schemesFor(law, AUTO)) {
    const named = new Set(routes.filter((one) => one.byName).map((one) => one.route));
    for (const column of benefitsOfScheme(law, name, named)) if (!all.has(column.id)) all.set(column.id, column);
  }
  return [...all.values(), OTHER];
}

/** What a scheme has columns for, over all its versions; where it is to be found, every quantity of any scheme. */
export function columnsOf(law: Law, scheme: string): SchemeColumns {
  const schemes = schemesNamed(law, scheme);
  const read = new Set<string>(schemes.flatMap((one) => factsRead(law, one)));
  return { benefits: benefitsOf(law, scheme), quantities: QUANTITY_NAMES.filter((name) => read.has(name)) };
}

/** The facts that the rules of a scheme test or multiply in any of its versions. */
function factsRead(law: Law, scheme: string): readonly FactName[] {
  return law.versions(scheme).flatMap(({ date }) => {
    const version = law.at(scheme, date);
    const provisions = version.ok ? [...version.value.provisions.values()] : [];
    return provisions.flatMap(({ provision: one }) => [
      ...conditionsRead(one).flatMap((condition) => readBy(condition).facts),
      ...multipliedBy(one).facts,
    ]);
  });
}

/** The kinds of benefit of a scheme, then those of all others: for sums in which nothing may be missing. */
export function everyBenefit(law: Law, scheme: string): readonly BenefitColumn[] {
  const all = new Map<string, BenefitColumn>();
  const others = [...law.schemes.keys()].flatMap((name) => benefitsOfScheme(law, name));
  for (const column of [...benefitsOf(law, scheme), ...others]) {
    if (column.id !== OTHER_BENEFITS && !all.has(column.id)) all.set(column.id, column);
  }
  return [...all.values()];
}

function benefitsOfScheme(law: Law, scheme: string, without: ReadonlySet<string> = new Set()): BenefitColumn[] {
  const found = new Map<string, { order: number; title: Words }>();
  for (const { date } of law.versions(scheme)) {
    const version = law.at(scheme, date);
    if (!version.ok) continue;
    for (const { provision } of version.value.rules('benefit-title')) {
      if (without.has(provision.route)) continue;
      found.set(provision.benefit, { order: provision.order, title: provision.title });
    }
  }
  return [...found].sort(([, a], [, b]) => a.order - b.order).map(([id, { title }]) => ({ id, title }));
}

/** Every key of the case: what an output has whose input has no header. */
export const ALL_KEYS: readonly CaseKey[] = CASE_KEYS;

/** The columns of an output: the case as understood, the result, then the extra columns of the input. */
export function layoutOf(
  { benefits, quantities }: SchemeColumns,
  keys: readonly CaseKey[],
  extras: readonly string[],
): Layout {
  const [first, ...measures] = RESULT_TITLES.map(resultColumn);
  const columns: LayoutColumn[] = [
    ...(first ? [first] : []),
    ...keys.map((key): LayoutColumn => ({ id: key.key, title: key.title, kind: kindOf(key), source: 'case' })),
    ...measures,
    ...quantities.map(quantityOf),
    resultColumn(WINDOW_TITLE),
    ...benefits.flatMap(benefitColumns),
    ...CLOSING_TITLES.map(resultColumn),
    ...extras.map((heading): LayoutColumn => ({
      id: heading,
      title: { vi: heading, en: heading },
      kind: 'text',
      source: 'extra',
    })),
  ];
  return { columns, keys, quantities, benefits, extras };
}

function resultColumn([id, kind, vi, en]: (typeof RESULT_TITLES)[number]): LayoutColumn {
  return { id: RESULT_PREFIX + id, title: { vi, en }, kind, source: 'result' };
}

function quantityOf(name: QuantityName): LayoutColumn {
  const kind = QUANTITY[name].unit === 'year' ? 'decimal' : 'count';
  return { id: RESULT_PREFIX + name, title: quantityColumn(name), kind, source: 'result' };
}

function benefitColumns({ id, title }: BenefitColumn): LayoutColumn[] {
  const months = { vi: `${title.vi} (số tháng lương)`, en: `${title.en} (months of salary)` };
  const amount = { vi: `${title.vi} (đồng)`, en: `${title.en} (đồng)` };
  return [
    { id: `${RESULT_PREFIX}${id}.months`, title: months, kind: 'decimal', source: 'result' },
    { id: `${RESULT_PREFIX}${id}.amount`, title: amount, kind: 'dong', source: 'result' },
  ];
}

/** How the values under a key are written. */
export function kindOf(key: CaseKey): ColumnKind {
  switch (key.type) {
    case 'day':
    case 'birth':
      return 'date';
    case 'dong':
    case 'count':
    case 'decimal':
    case 'percent':
      return key.type;
    default:
      return 'text';
  }
}

/** Tells the headings of output columns, so that an output that is read again is not copied into itself. */
export function outputHeadings(benefits: readonly BenefitColumn[]): (heading: string) => boolean {
  const { columns } = layoutOf({ benefits, quantities: QUANTITY_NAMES }, [], []);
  const forms = new Set(columns.flatMap(({ title }) => [title.vi, title.en]).map(headingForm));
  return (heading) => {
    if (isResultKey(heading)) return true;
    return matchHeading(heading) === undefined && forms.has(headingForm(heading));
  };
}

/** Whether a heading can be nothing but that of an output for programs. */
export function isResultKey(heading: string): boolean {
  return heading.trim().startsWith(RESULT_PREFIX);
}

/** Whether a heading is that of the column by which an output is known: the row of its input. */
export function isOutputRow(heading: string): boolean {
  const form = headingForm(heading);
  return heading.trim() === RESULT_PREFIX + ROW.id || [ROW.title.vi, ROW.title.en].map(headingForm).includes(form);
}

/** The heading of a column in a file for people. */
export function heading(column: LayoutColumn, lang: Lang): string {
  return column.title[lang];
}
