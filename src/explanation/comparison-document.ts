import type { Lang, Words } from '../base/text.ts';
import { Decimal } from '../base/decimal.ts';
import type { Change, Comparison, ComparisonRow, Variant } from '../engine/compare.ts';
import type { Law } from '../law/law.ts';
import type { LawVersion } from '../law/version.ts';
import { QUANTITY, RESULT_QUANTITIES } from '../engine/measure/quantities.ts';
import type { Result } from '../engine/result.ts';
import { basisOf } from './context.ts';
import { leftColumn, rightColumn, type Block, type Document } from './document.ts';
import { formatDate, formatDifference, formatMoney, formatMonth, readable } from './format.ts';
import { wordLabel } from './labels.ts';

interface View {
  readonly law: Law;
  readonly lang: Lang;
  readonly say: (vi: string, en: string) => string;
}

/**
 * A comparison for a reader: the rows side by side, then what differs from the first and by which provision; `brief`
 * leaves out the second part.
 */
export function comparisonDocument(comparison: Comparison, law: Law, lang: Lang, brief = false): Document {
  const view: View = { law, lang, say: (vi, en) => (lang === 'vi' ? vi : en) };
  const { say } = view;
  const differing = brief ? [] : comparison.rows.filter((row) => row.changes.length > 0);
  const why: Block[] = differing.flatMap((row) => [
    { kind: 'heading', level: 2, text: `${variantText(view, row.variant)}: ${differenceText(view, row)}` } as Block,
    { kind: 'list', items: whyItems(view, comparison.rows, row) } as Block,
  ]);
  const note = comparison.accrued
    ? say('Thời gian đóng BHXH được cộng (trừ) theo ngày nghỉ.', 'Insured time moves along with the leaving date.')
    : say(
        'Thời gian đóng BHXH và tiền lương giữ như hồ sơ; dùng --accrue để cộng theo ngày nghỉ.',
        'Insured time and salary stay as in the case; use --accrue to move the time along.',
      );
  return {
    lang,
    title: say('So sánh', 'Comparison') + (comparison.id === undefined ? '' : `: ${comparison.id}`),
    blocks: [
      table(view, comparison.rows),
      ...(comparison.rows.some((row) => row.variant.date !== undefined)
        ? [{ kind: 'text', text: note, tone: 'muted' } as Block]
        : []),
      ...why,
    ],
  };
}

function table(view: View, rows: readonly ComparisonRow[]): Block {
  const { say, lang } = view;
  const several = new Set(rows.flatMap(({ result }) => result?.law.scheme ?? [])).size > 1;
  const name = (result: Result): string => (several ? `${result.law.scheme} ` : '');
  return {
    kind: 'table',
    columns: [
      leftColumn(say('Phương án', 'Variant')),
      leftColumn(say('Phiên bản luật', 'Law version')),
      leftColumn(say('Chính sách', 'Route')),
      rightColumn(say('Tháng nghỉ sớm', 'Months early')),
      rightColumn(say('Tổng', 'Total')),
      rightColumn(say('Chênh lệch', 'Difference')),
    ],
    rows: rows.map((row) => {
      const { variant, result, issues } = row;
      if (!result)
        return [variantText(view, variant), '', say('lỗi dữ liệu', 'invalid'), '', '', issues?.[0]?.message ?? ''];
      const route =
        result.route === null ? wordLabel('outcome', result.outcome, lang) : routeName(view, row, result.route);
      return [
        variantText(view, variant),
        result.law.version === null ? '—' : name(result) + formatDate(result.law.version, lang),
        route,
        String(result.measures?.monthsEarly ?? '—'),
        result.law.version === null ? '—' : formatMoney(result.total, lang),
        result.law.version === null ? '—' : differenceText(view, row),
      ];
    }),
  };
}

function differenceText({ lang }: View, { difference }: ComparisonRow): string {
  return difference === null ? '—' : formatDifference(new Decimal(difference), lang);
}

function variantText(view: View, { scheme, asOf, route, date, interpretations }: Variant): string {
  const { say, lang } = view;
  const parts = [
    ...(asOf === undefined ? [] : [say('luật ', 'law of ') + formatDate(asOf, lang)]),
    ...(scheme === undefined || asOf !== undefined ? [] : [view.law.schemes.get(scheme)?.title[lang] ?? scheme]),
    ...(date === undefined ? [] : [say('nghỉ ', 'leaving ') + formatDate(date, lang)]),
    ...(route === undefined ? [] : [route]),
    ...Object.entries(interpretations ?? {}).map(([id, option]) => `${id}=${option}`),
  ];
  return parts.length === 0 ? say('như hồ sơ', 'as given') : parts.join(', ');
}

function versionOf(view: View, row: ComparisonRow): LawVersion | undefined {
  const { scheme, version } = row.result?.law ?? {};
  const found =
    scheme === undefined || version === null || version === undefined ? undefined : view.law.at(scheme, version);
  return found?.ok ? found.value : undefined;
}

function routeName(view: View, row: ComparisonRow, route: string): string {
  return versionOf(view, row)?.routes.find((one) => one.route === route)?.title[view.lang] ?? route;
}

const MEASURES: Readonly<Record<string, Words>> = {
  ...Object.fromEntries(RESULT_QUANTITIES.map((name) => [name, QUANTITY[name].title])),
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  route: { vi: 'Chính sách', en: 'Route' },
  normalRetirement: { vi: 'Tháng đủ tuổi nghỉ hưu', en: 'Normal retirement' },
  window: { vi: 'Thời điểm nghỉ', en: 'Window' },
  pensionEligible: { vi: 'Đủ thời gian hưởng lương hưu', en: 'Pension eligible' },
  monthlySalary: { vi: 'Tiền lương tháng hiện hưởng', en: 'Current monthly salary' },
};

/** What changed, or why there is no result to compare. */
function whyItems(view: View, rows: readonly ComparisonRow[], row: ComparisonRow): { readonly text: string }[] {
  const { result } = row;
  const [first] = rows;
  if (result?.law.version === null) return result.findings.map(({ message }) => ({ text: message }));
  return row.changes.map((change) => ({ text: changeText(view, [row, ...(first ? [first] : [])], change) }));
}

function changeText(view: View, sources: readonly ComparisonRow[], change: Change): string {
  const { lang, law, say } = view;
  const { kind, what, before, after, difference, citeBefore, citeAfter } = change;
  const none = say('không có', 'nothing');
  if (kind !== 'line') {
    const shown = (value: string | null): string =>
      value === null ? none : kind === 'salary' ? formatMoney(value, lang) : measureText(what, value, lang);
    return `${MEASURES[what]?.[lang] ?? what}: ${shown(before)} → ${shown(after)}`;
  }
  const titles = sources.flatMap((row) => versionOf(view, row)?.rules('benefit-title') ?? []);
  const title = titles.find(({ provision }) => provision.benefit === what)?.provision.title[lang];
  const bases = basisOf(law, citeAfter ?? citeBefore ?? [], lang).map((basis) => basis.text);
  const numbers = (formula: string | null): string => (formula === null ? none : readable(formula, lang));
  const amount = formatDifference(new Decimal(difference ?? '0'), lang);
  return `${title ?? what}: ${numbers(before)} → ${numbers(after)} (${amount}). ${say('Căn cứ', 'Basis')}: ${bases.join('; ')}`;
}

function measureText(what: string, value: string, lang: Lang): string {
  if (what === 'pensionEligible') return wordLabel('flag', value, lang);
  return what === 'normalRetirement' ? formatMonth(value, lang) : wordLabel(what, value, lang);
}
