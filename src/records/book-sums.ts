import { ZERO, type Decimal } from '../base/decimal.ts';
import type { Result } from '../engine/result.ts';
import { lineOf } from '../engine/result-lines.ts';
import { cellText, isBlank, type TableRow } from '../table/cell.ts';
import { headingForm } from '../table/columns.ts';
import { OTHER_BENEFITS } from '../table/layout.ts';
import { textAt, type Plan } from './book-plan.ts';
import { minus, type Difference } from './difference.ts';

/** A row of sums of a workbook of results that holds other sums than those of its rows; it is no record. */
export interface AlteredSums {
  readonly row: number;
  readonly sheet: string;
  readonly differences: readonly Difference[];
}

/** Adds up the amounts of a workbook of results, and compares them with its row of sums (hàng tổng cộng). */
export class BookSums {
  readonly #recorded = new Map<string, Decimal>();
  readonly #computed = new Map<string, Decimal>();

  /** Counts the amounts that a row records, and those that come out for it now, where any do. */
  add({ cells }: TableRow, { at }: Plan, now?: Amounts): void {
    for (const name of [...at.keys()].filter(isAmount)) {
      const text = textAt(cells, at.get(name));
      const recorded = NUMBER.test(text) ? text : '0';
      count(this.#recorded, name, recorded);
      count(this.#computed, name, now ? (amountOf(now, name) ?? recorded) : recorded);
    }
  }

  /**
   * What a row of sums says that is neither the sum of the amounts above it nor of those that come out now: where a row
   * was altered, it is told itself.
   */
  compare({ cells }: TableRow, { at }: Plan): Difference[] {
    return [...at.keys()].filter(isAmount).flatMap((name): Difference[] => {
      const recorded = textAt(cells, at.get(name));
      const sums = [this.#recorded, this.#computed].map((sum) => sum.get(name) ?? ZERO);
      if (NUMBER.test(recorded || '0') && sums.some((sum) => sum.eq(recorded || '0'))) return [];
      const computed = (sums[0] ?? ZERO).toFixed();
      const difference = NUMBER.test(recorded) ? minus(recorded, computed) : '0';
      const shown = { recorded: recorded || null, computed, difference };
      return [
        name === TOTAL ? { kind: 'total', what: name, ...shown } : { kind: 'line', what: benefitOf(name), ...shown },
      ];
    });
  }
}

/** What a result pays. */
type Amounts = Pick<Result, 'total' | 'benefits'>;

function count(sums: Map<string, Decimal>, name: string, amount: string): void {
  sums.set(name, (sums.get(name) ?? ZERO).plus(amount));
}

/** The amount of a result in a column; undefined for the column of all other benefits. */
function amountOf(now: Amounts, name: string): string | undefined {
  if (name === TOTAL) return now.total;
  const benefit = benefitOf(name);
  return benefit === OTHER_BENEFITS ? undefined : (lineOf(now, benefit)?.amount ?? '0');
}

const TOTAL = 'total';
const NUMBER = /^-?\d+(?:\.\d+)?$/;

function isAmount(name: string): boolean {
  return name === TOTAL || name.endsWith('.amount');
}

function benefitOf(name: string): string {
  return name.slice(0, -'.amount'.length);
}

/** The labels of the row of sums. */
const LABELS: ReadonlySet<string> = new Set(['Tổng cộng', 'Total'].map(headingForm));

/**
 * Whether a row is that of the sums, and holds nothing but its label and amounts: a row with anything else is a person's.
 * What was put into it after it was sealed makes it no person's; `altered`: the columns of those cells.
 */
export function isSumRow({ cells }: TableRow, { at }: Plan, altered: readonly number[] = []): boolean {
  const amounts = new Set([...at].filter(([name]) => isAmount(name)).map(([, place]) => place));
  const sealed = cells.map((cell, place) => (altered.includes(place) && !amounts.has(place) ? null : cell));
  // A label that was altered is known by the sums alone: no person's row is without an outcome.
  const labelled = altered.includes(0) || LABELS.has(headingForm(cellText(cells[0])));
  return labelled && sealed.every((cell, place) => place === 0 || amounts.has(place) || isBlank(cell));
}
