import type { Comparison, ComparisonRow, Variant } from '../engine/compare.ts';
import { Decimal } from '../base/decimal.ts';
import type { Result } from '../engine/result.ts';
import { leftColumn, rightColumn, type Block } from './document.ts';
import { formatDate, formatNumber } from './format.ts';
import { wordLabel } from './labels.ts';
import { amountOf } from './pictures/changes.ts';
import { readingText, routeTitle, schemeTitle, type Terms } from './pictures/terms.ts';

const NONE = '—';

/** The variants side by side: law, route, months early, total, difference, salary until the normal age. */
export function comparisonTable(terms: Terms, { rows, planned }: Comparison): Block {
  const { say, lang } = terms;
  const dates = rows.every(({ variant }) => isDate(variant));
  const withSalary = rows.some((row) => row.salaryUntilPension);
  return {
    kind: 'table',
    columns: [
      leftColumn(dates ? say('Ngày nghỉ', 'Leaving') : say('Phương án', 'Variant')),
      leftColumn(say('Luật từ ngày', 'Law since')),
      leftColumn(say('Chính sách', 'Route')),
      rightColumn(say('Sớm (tháng)', 'Early (mo.)')),
      rightColumn(say('Tổng (đồng)', 'Total (VND)')),
      rightColumn(say('Chênh lệch', 'Difference')),
      ...(withSalary ? [rightColumn(say('Lương đến tuổi', 'Salary to age'))] : []),
    ],
    rows: rows.map((row) => {
      const { variant, result, salaryUntilPension } = row;
      const amount = amountOf(row);
      const own = dates && variant.date === planned?.date ? say(' (dự\u00a0định)', ' (planned)') : '';
      return [
        (dates ? formatDate(variant.date ?? '', lang) : variantText(terms, variant, rows)) + own,
        lawText(terms, rows, row),
        result ? outcomeText(terms, result) : wordLabel('outcome', 'refused', lang),
        monthsText(terms, result),
        amount === null ? NONE : formatNumber(amount, lang),
        differenceText(terms, row),
        ...(withSalary ? [salaryUntilPension ? formatNumber(salaryUntilPension.amount, lang) : NONE] : []),
      ];
    }),
  };
}

/** Months early, or past the age. */
function monthsText({ say }: Terms, result: Result | undefined): string {
  const { monthsEarly, monthsPast = 0 } = result?.measures ?? {};
  return monthsPast > 0 ? say(`quá ${monthsPast}`, `${monthsPast} past`) : String(monthsEarly ?? NONE);
}

function isDate(variant: Variant): boolean {
  return variant.date !== undefined && Object.values(variant).filter((value) => value !== undefined).length === 1;
}

function outcomeText(terms: Terms, { outcome, route, law }: Result): string {
  return route === null ? wordLabel('outcome', outcome, terms.lang) : routeTitle(terms, law.scheme, route);
}

/** The version by its day, and the scheme where it differs from row to row and the variant does not name it. */
function lawText(terms: Terms, rows: readonly ComparisonRow[], { variant, result }: ComparisonRow): string {
  if (!result || result.law.version === null) return NONE;
  const date = formatDate(result.law.version, terms.lang);
  const several = new Set(rows.flatMap((row) => row.result?.law.scheme ?? [])).size > 1;
  return several && variant.scheme === undefined ? `${schemeTitle(terms, result.law.scheme)}, ${date}` : date;
}

function differenceText({ lang }: Terms, row: ComparisonRow): string {
  if (row.difference === null || amountOf(row) === null) return NONE;
  const difference = new Decimal(row.difference);
  return (difference.gt(0) ? '+' : '') + formatNumber(difference, lang);
}

/** What a variant changes, in words. */
export function variantText(terms: Terms, variant: Variant, rows: readonly ComparisonRow[]): string {
  const { say, lang } = terms;
  const { scheme, asOf, route, date, interpretations } = variant;
  const schemes = new Set(rows.map((row) => row.variant.scheme));
  const parts = [
    ...(scheme === undefined || (asOf !== undefined && schemes.size === 1) ? [] : [schemeTitle(terms, scheme)]),
    ...(asOf === undefined ? [] : [say('luật ', 'law of ') + formatDate(asOf, lang)]),
    ...(date === undefined ? [] : [say('nghỉ ', 'leaving ') + formatDate(date, lang)]),
    ...(route === undefined ? [] : [routeTitle(terms, scheme, route)]),
    ...Object.entries(interpretations ?? {}).map(([id, option]) => readingText(terms, id, option)),
  ];
  return parts.length === 0 ? say('như hồ sơ', 'as given') : parts.join(', ');
}
