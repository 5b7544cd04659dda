import { ZERO, type Decimal } from '../base/decimal.ts';
import type { Lang } from '../base/text.ts';
import type { Calculation } from '../engine/derivation.ts';
import { contextOf, nameOf } from '../explanation/context.ts';
import { leftColumn, rightColumn, type Block } from '../explanation/document.ts';
import { formatNumber } from '../explanation/format.ts';
import { numberedAct } from '../law/citation.ts';
import type { Law } from '../law/law.ts';
import { fundingSource } from './funding-source.ts';
import type { Office } from './office.ts';

/** How an estimate is laid out. */
export interface EstimateOptions {
  readonly lang: Lang;
  readonly law: Law;
  readonly office: Office;
}

/** People of one month of leaving, act, group and budget source; or of one unit. */
export interface EstimateLine {
  /** What the line is of, in the order of the columns. */
  readonly labels: readonly string[];
  readonly people: number;
  readonly amount: Decimal;
  /** Whether it adds up the lines above it. */
  readonly sum: boolean;
}

/** The estimate of the money of a list (dự toán kinh phí). */
export interface Estimate {
  /** By month of leaving, with the sums of quarters. */
  readonly byMonth: readonly EstimateLine[];
  readonly byUnit: readonly EstimateLine[];
  readonly total: EstimateLine;
  /** Whether neither case nor office says where the money of somebody comes from. */
  readonly sourceOpen: boolean;
}

/** Adds up what is paid, by month and quarter of leaving × act × group × budget source, and by unit. */
export function estimateOf(people: readonly Calculation[], options: EstimateOptions): Estimate {
  const say = (vi: string, en: string): string => (options.lang === 'vi' ? vi : en);
  const paid = people
    .filter(({ derivation }) => derivation.outcome === 'paid')
    .sort((one, other) => (one.derivation.case.leaving.date < other.derivation.case.leaving.date ? -1 : 1));
  const quarters = grouped(paid, (one) => quarterOf(one, say));
  return {
    byMonth: quarters.flatMap(([quarter, members]) => [
      ...grouped(members, (one) => monthLabels(one, options).join('\n')).map(([labels, some]) =>
        lineOf(labels.split('\n'), some),
      ),
      { ...lineOf([say(`Cộng ${quarter}`, `Sum of ${quarter}`), '', '', ''], members), sum: true },
    ]),
    byUnit: grouped(
      paid,
      ({ derivation }) => derivation.case.person.unit ?? say('(không ghi đơn vị)', '(no unit given)'),
    ).map(([unit, members]) => lineOf([unit], members)),
    total: { ...lineOf([say('Tổng cộng', 'Total'), '', '', ''], paid), sum: true },
    sourceOpen: paid.some((one) => sourceOf(one, options) === undefined),
  };
}

function sourceOf({ derivation }: Calculation, { lang, law, office }: EstimateOptions): string | undefined {
  return fundingSource(derivation.case.person, office, law, lang);
}

function lineOf(labels: readonly string[], people: readonly Calculation[]): EstimateLine {
  const amount = people.reduce((sum, { derivation }) => sum.plus(derivation.total), ZERO);
  return { labels, people: people.length, amount, sum: false };
}

function grouped(people: readonly Calculation[], key: (one: Calculation) => string): [string, Calculation[]][] {
  const groups = new Map<string, Calculation[]>();
  for (const one of people) {
    const found = groups.get(key(one));
    if (found) found.push(one);
    else groups.set(key(one), [one]);
  }
  return [...groups];
}

function quarterOf({ derivation }: Calculation, say: (vi: string, en: string) => string): string {
  const [year = '', month] = derivation.case.leaving.date.split('-');
  const quarter = ['I', 'II', 'III', 'IV'][Math.floor((Number(month) - 1) / 3)] ?? '';
  return say(`quý ${quarter}/${year}`, `quarter ${quarter} of ${year}`);
}

/** Month of leaving, act, group, source: the source is that of the person or the office, or left to be filled in. */
function monthLabels(worked: Calculation, options: EstimateOptions): string[] {
  const { lang, law } = options;
  const { derivation } = worked;
  const { person, leaving } = derivation.case;
  const [year = '', month = ''] = leaving.date.split('-');
  return [
    `${month}/${year}`,
    actOf(worked, { lang, law }),
    nameOf(contextOf(worked, { lang, law }), 'group', person.group),
    sourceOf(worked, options) ?? '……………',
  ];
}

/** The act by which somebody is paid, by its number; where several pay, the title of the scheme, which names them. */
function actOf({ derivation }: Calculation, { lang, law }: Pick<EstimateOptions, 'lang' | 'law'>): string {
  const [act, ...others] = new Set(derivation.lines.flatMap(({ row }) => row.cites.map((cite) => cite.act)));
  const { scheme } = derivation.law;
  return act === undefined || others.length > 0
    ? (law.schemes.get(scheme)?.title[lang] ?? scheme)
    : numberedAct(law.acts.get(act), act, lang);
}

/** The columns of the estimate by month; the last one is left to be filled in. */
export function estimateColumns(lang: Lang): {
  readonly byMonth: readonly string[];
  readonly byUnit: readonly string[];
} {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  const sums = [
    say('Số người', 'People'),
    say('Số tiền (đồng)', 'Amount (đồng)'),
    say('Kinh phí tương đương đóng quỹ hưu trí, tử tuất (đồng)', 'Equivalent of pension fund contributions (đồng)'),
  ];
  return {
    byMonth: [
      say('Tháng nghỉ', 'Month of leaving'),
      say('Văn bản', 'Act'),
      say('Đối tượng', 'Group'),
      say('Nguồn kinh phí', 'Budget source'),
      ...sums,
    ],
    byUnit: [say('Đơn vị', 'Unit'), ...sums],
  };
}

/** Why the last column is empty, and what else the estimate does not hold. */
export function estimateNotes({ sourceOpen }: Estimate, lang: Lang): string[] {
  const say = (vi: string, en: string): string => (lang === 'vi' ? vi : en);
  return [
    say(
      'Cột kinh phí tương đương đóng quỹ hưu trí, tử tuất để trống cho đơn vị điền: văn bản đã rà soát chưa có cách tính khoản này.',
      'The column of the equivalent of pension fund contributions is left for the office to fill in: the acts that were looked at do not say how it is computed.',
    ),
    ...(sourceOpen
      ? [
          say(
            'Nguồn kinh phí để trống cho đơn vị điền, theo loại đơn vị của từng người.',
            'The budget source is left for the office to fill in, by the kind of unit of each person.',
          ),
        ]
      : []),
  ];
}

/** The title of the estimate. */
export function estimateTitle(lang: Lang): string {
  return lang === 'vi' ? 'Dự toán theo tháng/quý' : 'Estimate by month and quarter';
}

/** The estimate as a section of a paper of its own pages. */
export function estimateBlocks(estimate: Estimate, options: EstimateOptions): Block[] {
  const { lang } = options;
  const titles = estimateColumns(lang);
  const table = (columns: readonly string[], lines: readonly EstimateLine[], total: EstimateLine): Block => {
    const labels = columns.length - SUMS;
    const row = ({ labels: of, people, amount }: EstimateLine): string[] => [
      ...of.slice(0, labels),
      String(people),
      formatNumber(amount, lang),
      '',
    ];
    return {
      kind: 'table',
      columns: columns.map((title, at) => (at < labels ? leftColumn(title) : rightColumn(title))),
      rows: lines.map(row),
      foot: row(total),
    };
  };
  return [
    { kind: 'page', text: estimateTitle(lang) },
    table(titles.byMonth, estimate.byMonth, estimate.total),
    { kind: 'heading', level: 2, text: lang === 'vi' ? 'Dự toán theo đơn vị' : 'Estimate by unit' },
    table(titles.byUnit, estimate.byUnit, estimate.total),
    ...estimateNotes(estimate, lang).map((text): Block => ({ kind: 'text', text, tone: 'muted' })),
  ];
}

/** People, amount, and the column to be filled in. */
const SUMS = 3;
