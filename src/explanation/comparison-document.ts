import { Decimal } from '../base/decimal.ts';
import type { Lang, Words } from '../base/text.ts';
import type { Change, Comparison, ComparisonRow, Planned } from '../engine/compare.ts';
import type { Result } from '../engine/result.ts';
import type { Law } from '../law/law.ts';
import { comparisonTable, variantText } from './comparison-table.ts';
import { basisOf } from './context.ts';
import type { Block, Document } from './document.ts';
import { formatDate, formatDifference, formatMoney, formatMonth, formatNumber } from './format.ts';
import { MEASURE_TITLES, wordLabel } from './labels.ts';
import { amountOf, reasonOf } from './pictures/changes.ts';
import { comparisonFigures } from './pictures/comparison-pictures.ts';
import { svgOf } from './pictures/svg.ts';
import { messageText, routeTitle, termsOf, versionOf, windowText, type Terms } from './pictures/terms.ts';

/**
 * A comparison for a reader: pictures where leaving dates are compared, the rows side by side, why a row has no amount,
 * then what differs and by which provision; `brief` leaves only the table and its notes.
 */
export function comparisonDocument(comparison: Comparison, law: Law, lang: Lang, brief = false): Document {
  const terms = termsOf(law, lang);
  const { say } = terms;
  const { id, rows, planned } = comparison;
  const differing = brief ? [] : rows.filter((row) => row.changes.length > 0 && amountOf(row) !== null);
  const why: Block[] = differing.flatMap((row): Block[] => [
    { kind: 'heading', level: 2, text: headingText(terms, row, rows) },
    {
      kind: 'list',
      items: row.changes.map((change) => ({ text: changeText(terms, sourcesOf(comparison, row), change) })),
    },
  ]);
  return {
    lang,
    title: say('So sánh', 'Comparison') + (id === undefined ? '' : `: ${id}`),
    blocks: [
      ...(brief ? [] : pictures(comparison, law, lang)),
      comparisonTable(terms, comparison),
      ...reasons(terms, rows),
      ...notes(terms, comparison, planned).map((text): Block => ({ kind: 'text', text, tone: 'muted' })),
      ...why,
    ],
  };
}

function pictures(comparison: Comparison, law: Law, lang: Lang): Block[] {
  return comparisonFigures(comparison, law, lang).map((figure) => ({
    kind: 'picture',
    svg: svgOf(figure, lang),
    alt: `${figure.title}. ${figure.description}`,
  }));
}

function headingText(terms: Terms, row: ComparisonRow, rows: readonly ComparisonRow[]): string {
  const difference = row.difference === null ? [] : [formatDifference(new Decimal(row.difference), terms.lang)];
  return [variantText(terms, row.variant, rows), ...difference].join(': ');
}

/** Why rows have no amount: each reason once, with the variants that it holds for. */
function reasons(terms: Terms, rows: readonly ComparisonRow[]): Block[] {
  const found = new Map<string, ComparisonRow[]>();
  for (const row of rows) {
    const reason = reasonOf(row);
    if (reason === undefined) continue;
    const { date } = row.variant;
    // What differs by the date alone is one reason.
    const text = messageText(
      terms,
      date === undefined ? reason : reason.replaceAll(date, terms.say('này', 'in question')),
    );
    found.set(text, [...(found.get(text) ?? []), row]);
  }
  if (found.size === 0) return [];
  const items = [...found].map(([text, those]) => {
    const variants = those.map(({ variant }) => variantText(terms, variant, rows));
    const dates = those.flatMap(({ variant }) => variant.date ?? []);
    return { text: `${shortList(terms, variants, dates)}: ${text}` };
  });
  return [{ kind: 'list', items }];
}

/** The variants that share a reason: neighbouring dates from the first to the last. */
function shortList({ say, lang }: Terms, variants: readonly string[], dates: readonly string[]): string {
  const [first, last] = [dates[0], dates.at(-1)];
  if (dates.length < variants.length || dates.length <= 2 || first === undefined || last === undefined)
    return variants.join('; ');
  const [from, to] = [formatDate(first, lang), formatDate(last, lang)];
  return say(`nghỉ từ ${from} đến ${to}`, `leaving ${from} to ${to}`);
}

function notes({ say, lang }: Terms, comparison: Comparison, planned: Planned | undefined): string[] {
  const found: string[] = [];
  if (planned) {
    const amount = amountOf(planned);
    const date = formatDate(planned.date, lang) + (amount === null ? '' : ` (${formatMoney(amount, lang)})`);
    found.push(
      say(`Chênh lệch so với ngày nghỉ dự định ${date}.`, `Differences are from the planned leaving date ${date}.`),
    );
  }
  if (comparison.rows.some((row) => row.salaryUntilPension)) {
    found.push(
      say(
        'Lương đến tuổi: số tháng từ ngày nghỉ đến khi hưởng lương hưu đúng tuổi × tiền lương tháng của ngày nghỉ dự định, không tính nâng lương; chỉ để tham khảo, không phải khoản được hưởng.',
        'Salary to age: the months from leaving to the normal pension × the monthly salary of the planned date, without raises; for information only, nothing that is due.',
      ),
    );
  }
  if (comparison.rows.some((row) => row.variant.date !== undefined)) {
    found.push(
      comparison.accrued
        ? say('Thời gian đóng BHXH được cộng (trừ) theo ngày nghỉ.', 'Insured time moves along with the leaving date.')
        : say(
            'Thời gian đóng BHXH và tiền lương giữ như hồ sơ; dùng --accrue để cộng theo ngày nghỉ.',
            'Insured time and salary stay as in the case; use --accrue to move the time along.',
          ),
    );
  }
  return found;
}

/** Where the titles of a change stand: its own row, and what it is set against. */
function sourcesOf({ planned, rows }: Comparison, row: ComparisonRow): (Result | undefined)[] {
  return [row.result, planned ? planned.result : rows.find(({ result }) => result)?.result];
}

const MEASURES: Readonly<Record<string, Words>> = {
  ...MEASURE_TITLES,
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  route: { vi: 'Chính sách', en: 'Route' },
};

function changeText(terms: Terms, sources: readonly (Result | undefined)[], change: Change): string {
  const { lang, law, say } = terms;
  const { kind, what, before, after, difference, citeBefore, citeAfter } = change;
  const none = say('không có', 'nothing');
  if (kind !== 'line') {
    const shown = (value: string | null): string =>
      value === null ? none : kind === 'salary' ? formatMoney(value, lang) : measureText(terms, sources, what, value);
    return `${MEASURES[what]?.[lang] ?? what}: ${shown(before)} → ${shown(after)}`;
  }
  const titles = sources.flatMap((result) => versionOf(terms, result)?.rules('benefit-title') ?? []);
  const title = titles.find(({ provision }) => provision.benefit === what)?.provision.title[lang];
  const bases = basisOf(law, citeAfter ?? citeBefore ?? [], lang).map((basis) => basis.text);
  const numbers = (formula: string | null): string => (formula === null ? none : formulaText(formula, lang));
  const amount = formatDifference(new Decimal(difference ?? '0'), lang);
  return `${title ?? what}: ${numbers(before)} → ${numbers(after)} (${amount}). ${say('Căn cứ', 'Basis')}: ${bases.join('; ')}`;
}

/** A formula with its numbers as a reader writes them; bounds in words. */
function formulaText(formula: string, lang: Lang): string {
  const words = { min: { vi: 'nhỏ nhất', en: 'least of ' }, max: { vi: 'lớn nhất', en: 'most of ' } } as const;
  return formula
    .replace(/\b(min|max)(?=\()/g, (name) => words[name as 'min' | 'max'][lang].trimEnd())
    .replace(/, /g, '; ')
    .replace(/\d+(?:\.\d+)?/g, (number) => formatNumber(number, lang));
}

function measureText(terms: Terms, sources: readonly (Result | undefined)[], what: string, value: string): string {
  const { lang } = terms;
  if (what === 'pensionEligible') return wordLabel('flag', value, lang);
  if (what === 'normalRetirement') return formatMonth(value, lang);
  if (what === 'window') return windowText(terms, sources, value);
  if (what === 'route') return routeTitle(terms, sources[0]?.law.scheme, value);
  return what === 'outcome' ? wordLabel(what, value, lang) : formatNumber(value, lang);
}
