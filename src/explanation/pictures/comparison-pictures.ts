import { parseDay, type Day } from '../../base/calendar.ts';
import { Decimal } from '../../base/decimal.ts';
import type { Lang } from '../../base/text.ts';
import type { Comparison, ComparisonRow, Planned } from '../../engine/compare.ts';
import type { Law } from '../../law/law.ts';
import { formatDate, formatMoney } from '../format.ts';
import { amountsFigure, type AmountPoint } from './amounts.ts';
import { amountOf, changesOfTerms, type ChangeOfTerms } from './changes.ts';
import { stacked, svgOf, type Figure } from './svg.ts';
import { termsOf, type Terms } from './terms.ts';
import { timelineFigure } from './timeline.ts';
import { wayOf } from './way.ts';

/**
 * The pictures of a comparison of leaving dates: the amount by leaving date, and the way of the person to the pension.
 * None where the variants differ by something else, or no date can be computed.
 */
export function comparisonFigures(comparison: Comparison, law: Law, lang: Lang): Figure[] {
  const { planned, rows } = comparison;
  if (!planned || !rows.every(byDateAlone) || rows.every((row) => amountOf(row) === null)) return [];
  const terms = termsOf(law, lang);
  return [amountsFigure(amountsOf(terms, withPlanned(comparison, planned))), timelineFigure(wayOf(terms, planned))];
}

/** The pictures of a comparison as one SVG; undefined where it has none. */
export function comparisonSvg(comparison: Comparison, law: Law, lang: Lang): string | undefined {
  const figures = comparisonFigures(comparison, law, lang);
  if (figures.length === 0) return undefined;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${svgOf(stacked(figures, 'nd178-compare'), lang, 'file')}\n`;
}

/** The comparison with a row for the planned date where that lies between two others. */
function withPlanned(comparison: Comparison, { date, result }: Planned): Comparison {
  const dateOf = ({ variant }: ComparisonRow): string => variant.date ?? '';
  const later = comparison.rows.findIndex((row) => dateOf(row) >= date);
  const next = comparison.rows[later];
  if (later < 1 || !next || dateOf(next) === date) return comparison;
  const own: ComparisonRow = { variant: { date }, result, difference: '0', changes: [] };
  return { ...comparison, rows: [...comparison.rows.slice(0, later), own, ...comparison.rows.slice(later)] };
}

function byDateAlone({ variant }: ComparisonRow): boolean {
  return Object.entries(variant).every(([name, value]) => name === 'date' || value === undefined);
}

function amountsOf(terms: Terms, comparison: Comparison): Parameters<typeof amountsFigure>[0] {
  const { lang, say } = terms;
  const { id, planned, rows } = comparison;
  const points = rows.map(pointOf);
  const changes = changesOfTerms(terms, comparison);
  const title = say('Số tiền theo ngày nghỉ', 'Amount by leaving date') + (id === undefined ? '' : `: ${id}`);
  const amount = planned ? amountOf(planned) : null;
  return {
    lang,
    title,
    description: descriptionOf(terms, rows, changes),
    points,
    changes,
    ...(planned ? { planned: { day: parseDay(planned.date) as Day, amount } } : {}),
  };
}

function pointOf(row: ComparisonRow): AmountPoint {
  const day = parseDay(row.variant.date ?? '') as Day;
  const salary = row.salaryUntilPension?.amount;
  return { day, amount: amountOf(row), ...(salary === undefined ? {} : { salary }) };
}

/** The range of the amounts and every change, in words. */
function descriptionOf(
  { lang, say }: Terms,
  rows: readonly ComparisonRow[],
  changes: readonly ChangeOfTerms[],
): string {
  const paid = rows.flatMap((row) => {
    const amount = amountOf(row);
    return amount === null ? [] : [{ amount: new Decimal(amount), date: row.variant.date ?? '' }];
  });
  const sorted = [...paid].sort((a, b) => b.amount.cmp(a.amount));
  const described = (one: (typeof sorted)[number] | undefined): string =>
    one ? `${formatMoney(one.amount, lang)} (${say('nghỉ', 'leaving')} ${formatDate(one.date, lang)})` : '';
  const [highest, lowest] = [sorted[0], sorted.at(-1)];
  const range =
    highest && lowest && highest.amount.eq(lowest.amount)
      ? `${say('Không đổi:', 'Unchanged:')} ${formatMoney(highest.amount, lang)}`
      : `${say('Cao nhất', 'Highest')} ${described(highest)}, ${say('thấp nhất', 'lowest')} ${described(lowest)}`;
  return [range, ...changes.map(({ texts }) => texts.join(', '))].join('; ') + '.';
}
