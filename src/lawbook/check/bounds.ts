import { bound, range } from '../../law/facts.ts';
import type { Interval, Provision } from '../../law/provision.ts';
import { startsOf } from '../space/axes.ts';
import { AXIS_OF, DOMAIN, type AxisName } from '../space/axis.ts';
import { conditionsOf } from '../space/conditions.ts';
import type { LawVersion } from '../../law/version.ts';
import { FACTS, isYears, type FactName, type QuantityName } from '../../law/vocabulary.ts';
import type { Extent } from './table.ts';

/** An interval that a condition states, with its fact. */
export interface StatedInterval {
  readonly fact: FactName;
  readonly interval: Interval<number | string>;
}

/** The intervals of a provision's conditions. */
export function intervalsOf(provision: Provision): StatedInterval[] {
  return conditionsOf(provision).flatMap(({ condition }) =>
    Object.entries(condition)
      .filter(([fact]) => isNumeric(fact))
      .map(([fact, interval]) => ({ fact: fact as FactName, interval: interval as Interval<number | string> })),
  );
}

/** Whether a key of a condition is a fact that is compared by size. */
export function isNumeric(fact: string): boolean {
  const kind = Object.hasOwn(FACTS, fact) ? FACTS[fact as FactName].kind : undefined;
  return kind === 'count' || kind === 'years' || kind === 'day';
}

/** The words of an interval: "atLeast 24, upTo 60". */
export function intervalText(interval: Interval<number | string>): string {
  return Object.entries(interval)
    .map(([word, value]) => `${word} ${value}`)
    .join(', ');
}

/** The bounds that a rule states and that no case it was reached by comes up to. */
export function boundsNotReached(
  law: LawVersion,
  provision: Provision,
  extents: ReadonlyMap<AxisName, Extent>,
): { fact: FactName; bound: string }[] {
  const found: { fact: FactName; bound: string }[] = [];
  for (const { fact, interval } of intervalsOf(provision)) {
    const axis = AXIS_OF[fact];
    const extent = axis === undefined ? undefined : extents.get(axis);
    if (axis === undefined || !extent) continue;
    const { least, most } = range(fact, interval);
    const [first] = DOMAIN[axis] ?? [0];
    const low = startsOf([law], fact, least);
    const high = startsOf([law], fact, most + 1);
    const { atLeast, above, upTo, under } = interval;
    if (least > Number.MIN_SAFE_INTEGER && low.length > 0 && extent.least > Math.max(first, Math.min(...low))) {
      found.push({
        fact,
        bound: intervalText({
          ...(atLeast === undefined ? {} : { atLeast }),
          ...(above === undefined ? {} : { above }),
        }),
      });
    }
    if (most < Number.MAX_SAFE_INTEGER && high.length > 0 && extent.most < Math.max(...high) - 1) {
      found.push({
        fact,
        bound: intervalText({ ...(upTo === undefined ? {} : { upTo }), ...(under === undefined ? {} : { under }) }),
      });
    }
  }
  return found;
}

/** A bound of a term that its quantity never passes. */
export interface UnreachedTerm {
  readonly leaf: string;
  readonly fact: QuantityName;
  readonly bound: string;
  /** The most there is, in months. */
  readonly most: string;
}

/**
 * The bounds of terms that the quantity of nobody whom the row pays ever passes: the term pays nothing, or its limit
 * never bites. Bounds in months on a quantity in years show so.
 */
export function termsNotReached(
  law: LawVersion,
  provision: Provision,
  extents: ReadonlyMap<AxisName, Extent>,
): UnreachedTerm[] {
  if (provision.kind !== 'benefit') return [];
  return provision.terms.flatMap((term, index) => {
    const fact = term.per;
    const axis = fact === undefined ? undefined : AXIS_OF[fact];
    const extent = axis === undefined ? undefined : extents.get(axis);
    if (fact === undefined || !extent || extent.most === Infinity) return [];
    return (['above', 'upTo'] as const).flatMap((word): UnreachedTerm[] => {
      const value = term[word];
      if (value === undefined) return [];
      const passed = startsOf([law], fact, bound(fact, isYears(fact) ? value : Math.floor(Number(value))) + 1);
      if (passed.some((start) => start <= extent.most)) return [];
      return [{ leaf: `terms.${index}`, fact, bound: `${word} ${value}`, most: String(extent.most) }];
    });
  });
}
