import type { Decimal as Exact } from '../../base/decimal.ts';
import { formatNumber } from '../../explanation/format.ts';
import { Decimal } from '../../base/decimal.ts';
import type { Params } from '../../messages/issue.ts';
import type { CellCode } from '../messages.ts';
import { declaredOf, type DeclaredCell } from './cells.ts';
import type { Value } from './values.ts';
import type { Judged } from './verdicts.ts';

/** A slip of one amount, and the numbers of its message. */
export interface Slip {
  readonly code: CellCode;
  readonly params: Params;
}

/** The slip that explains a wrong amount alone: years that were not rounded, months beyond the most that count. */
export function slipOf(one: DeclaredCell, value: Value, { worked: { derivation }, lang }: Judged): Slip | undefined {
  const { gives } = one.column;
  const declared = declaredOf(one);
  if (declared?.kind !== 'money' || value.kind !== 'money' || !gives || !('benefit' in gives)) return undefined;
  const line = derivation.lines.find(({ benefit }) => benefit === gives.benefit);
  const [term, other] = line?.terms ?? [];
  const months = derivation.measures.monthsEarly?.value;
  if (!term || other || months === undefined) return undefined;
  const isNear = (amount: Exact): boolean => declared.amount.minus(amount).abs().lte(1);
  if (term.per === 'yearsEarly') {
    const exact = new Decimal(months).div(12);
    for (const years of [exact, exact.toDecimalPlaces(2), exact.toDecimalPlaces(1)]) {
      if (!years.eq(term.quantity) && isNear(value.amount.times(years).div(term.quantity)))
        return { code: 'unrounded-years', params: { years: formatNumber(exact.toDecimalPlaces(2).toFixed(), lang) } };
    }
  }
  const { upTo } = term;
  if (term.per === 'monthsEarly' && upTo !== undefined && new Decimal(months).gt(upTo)) {
    if (isNear(value.amount.times(months).div(upTo)))
      return { code: 'uncapped', params: { months, cap: String(upTo) } };
  }
  return undefined;
}
