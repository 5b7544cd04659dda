import { Decimal, ZERO, type Decimal as Exact } from '../base/decimal.ts';
import type { Lang } from '../base/text.ts';
import { formatDifference, formatMoney } from '../explanation/format.ts';
import { cellName, cellText, isBlank } from '../table/cell.ts';
import { readMoney } from './cells/amounts.ts';
import { certain } from './cells/reading.ts';
import { sumMessage } from './messages.ts';
import type { AuditRow, SumCheck } from './report.ts';
import { dongOf, type SheetLayout } from './sheet/layout.ts';
import type { DeclaredSum } from './sheet/people.ts';
import { rowRanges } from './sheet/ranges.ts';

/**
 * The sums that a sheet declares in its column of totals, beside those of its people as they are declared. A sum that
 * cannot be read, or one over somebody without a declared total, is not told.
 */
export function checkedSums(
  sums: readonly DeclaredSum[],
  rows: readonly AuditRow[],
  layout: SheetLayout,
  lang: Lang,
): SumCheck[] {
  const key = layout.form.columns.find(({ gives }) => gives && 'total' in gives)?.key ?? '';
  const place = layout.at.get(key);
  if (place === undefined) return [];
  const dong = new Decimal(dongOf(layout, key));
  const totals = new Map(rows.map(({ row, declaredTotal }) => [row, declaredTotal]));
  return sums.flatMap(({ row, label, kind, of }): SumCheck[] => {
    const cell = row.cells[place];
    const declared = isBlank(cell) ? undefined : certain(readMoney(cell))?.times(dong);
    if (declared === undefined) return [];
    const scopes = of.flatMap((some) => {
      const sum = sumOf(some, totals);
      return sum === undefined ? [] : [{ rows: some, sum }];
    });
    // Amounts in thousands are rounded, each by half a thousand at most.
    const agrees = ({ rows: some, sum }: (typeof scopes)[number]): boolean =>
      sum
        .minus(declared)
        .abs()
        .lte(dong.eq(1) ? ZERO : dong.times(some.length + 1).div(2));
    const scope = scopes.find(agrees) ?? scopes[0];
    if (!scope) return [];
    const difference = agrees(scope) ? ZERO : declared.minus(scope.sum);
    const ranges = rowRanges(scope.rows, lang);
    const params = {
      label: label === '' ? cellText(cell) : label,
      cell: cellName(row.row, place),
      declared: formatMoney(declared, lang),
      sum: formatMoney(scope.sum, lang),
      difference: formatDifference(difference, lang),
      rows: ranges,
    };
    return [
      {
        row: row.row,
        cell: params.cell,
        label,
        kind,
        declared: declared.toFixed(),
        sum: scope.sum.toFixed(),
        difference: difference.toFixed(),
        rows: ranges,
        message: sumMessage(lang, difference.isZero() ? 'sum-right' : 'sum-wrong', params),
      },
    ];
  });
}

function sumOf(rows: readonly number[], totals: ReadonlyMap<number, string | null>): Exact | undefined {
  let sum = ZERO;
  for (const row of rows) {
    const total = totals.get(row);
    if (total === undefined || total === null) return undefined;
    sum = sum.plus(total);
  }
  return sum;
}
