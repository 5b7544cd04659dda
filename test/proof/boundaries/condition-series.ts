import type { Result } from '../../../src/index.ts';
import type { Interval } from '../../../src/law/provision.ts';
import { shiftDays } from '../oracle/calendar.ts';
import type { Wanted } from '../../support/person.ts';
import { COUNTS, DAYS, unit, type Axis } from './axes.ts';
import { contextsFor } from './contexts.ts';
import type { Leaf } from './leaves.ts';
import { along, around, edgeOf, selection, type Series, type Span } from './series.ts';

/** Cases before, on and after an interval's bound, one series for each circumstance. */
export function intervalSeries(span: Span, { provision, path, value }: Leaf): Series[] {
  const [, fact = '', word = ''] = path.split('.');
  const edge = edgeOf(word as keyof Interval<number>);
  const day = DAYS[fact];
  const count = COUNTS[fact];
  if (!day && !count) throw new Error(`no way to give a case the fact ${fact}`);
  const axes = [-1, 0, 1].map((step): ReturnType<Axis> => {
    if (day) return { put: day(shiftDays(String(value), step)) };
    return count?.(Number(value) + step * unit(fact)) ?? {};
  });
  return contextsFor(span.version, provision, fact).flatMap((context) => {
    const points = along(span, context, axes);
    return points ? [{ points, edge, observe: selection, shape: 'step' as const }] : [];
  });
}

/** The bounds of a band of odd months: full years of the quantity, and so many months more. */
export function oddMonthSeries(span: Span, leaf: Leaf): Series[] {
  if (leaf.provision.kind !== 'odd-months') return [];
  const { quantity } = leaf.provision;
  const word = leaf.path.split('.').at(-1) as keyof Interval<number>;
  const axis = (odd: number): Partial<Wanted> =>
    quantity === 'yearsEarly' ? { monthsEarly: 36 + odd } : { insurance: 372, countable: 252 + odd };
  const observe = (result: Result): string => String(result.measures?.[quantity]);
  return around(span, leaf, axis, Number(leaf.value), { edge: edgeOf(word), observe, shape: 'step' });
}

/** A bound of a term: the months of the line go on differently beyond it. */
export function termSeries(span: Span, leaf: Leaf): Series[] {
  if (leaf.provision.kind !== 'benefit') return [];
  const { benefit, terms } = leaf.provision;
  const per = terms[Number(leaf.path.split('.')[1])]?.per ?? '';
  const axis = COUNTS[per];
  if (!axis) throw new Error(`no way to give a case the quantity ${per}`);
  const size = unit(per);
  const at = Number(leaf.value) / size;
  const observe = (result: Result): number => Number(result.benefits.find((line) => line.id === benefit)?.months ?? 0);
  const found: Series[] = [];
  for (const context of contextsFor(span.version, leaf.provision, per)) {
    const points = along(
      span,
      context,
      [-1, 0, 1].map((step) => axis((at + step) * size)),
    );
    if (points) found.push({ points, edge: 1, observe, shape: 'kink' });
  }
  return found;
}
