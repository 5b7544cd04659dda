import type { Result } from '../../src/index.ts';
import { correspondingDay, shiftDays } from '../oracle/calendar.ts';
import type { OracleCase } from '../oracle/types.ts';
import type { Probe } from '../support/engines.ts';
import { duration, personWith, type Wanted } from '../support/person.ts';
import { leavingOn } from './axes.ts';
import { contextsFor } from './contexts.ts';
import type { Leaf } from './leaves.ts';
import { along, pinned, selection, type Series, type Span } from './series.ts';

/** The last day of a term, and the days beside it. */
export function clockSeries(span: Span, { provision }: Leaf): Series[] {
  if (provision.kind !== 'clock') return [];
  const { starts, months, event } = provision;
  const observe = (result: Result): string => String(result.measures?.window);
  return contextsFor(span.version, provision, 'window').flatMap((context) => {
    const one = personWith(context.wanted);
    const fromCase = starts === 'leaving.reorganisation';
    const last = correspondingDay(fromCase ? (context.wanted.reorganisation ?? '') : starts, months);
    if (!one) return [];
    const points = [-1, 0, 1].map((step) => {
      const day = shiftDays(last, step);
      const decided = { ...one, leaving: { ...one.leaving, date: shiftDays(last, 60), decided: day } };
      return pinned(span.version, span.until, event === 'leaving.decided' ? decided : leavingOn(one, day), context);
    });
    return [{ points, edge: 2, observe, shape: 'step' as const }];
  });
}

/** Insurance just short of a pension, enough, and more. */
export function pensionSeries(span: Span, leaf: Leaf): Series[] {
  const axes = [-1, 0, 1].map((step) => Number(leaf.value) + step);
  const observe = (result: Result): string => String(result.measures?.pensionEligible);
  return contextsFor(span.version, leaf.provision, 'insurance').flatMap(({ wanted, asked }) => {
    const open = withoutOverride(wanted);
    const points = along(
      span,
      { wanted: open, asked },
      axes.map((insurance) => ({ wanted: { insurance } })),
    );
    return points ? [{ points, edge: 1, observe, shape: 'step' as const }] : [];
  });
}

function withoutOverride(wanted: Wanted): Wanted {
  return Object.fromEntries(Object.entries(wanted).filter(([key]) => key !== 'pensionEligible')) as unknown as Wanted;
}

/** The month before the pension starts, that month, and the next: nothing is early any more, then an error. */
export function pensionStartSeries(span: Span, leaf: Leaf): Series[] {
  return contextsFor(span.version, leaf.provision, 'monthsEarly', 4).flatMap((context) => {
    const axes = [0, 1, 2].map((months) => ({
      wanted: { monthsEarly: 1 },
      put: (_: Wanted, one: OracleCase): OracleCase => leavingOn(one, correspondingDay(one.leaving.date, months)),
    }));
    const points = along(span, context, axes);
    return points ? [{ points, edge: 1, observe: selection, shape: 'step' as const }] : [];
  });
}

/** Who leaves one month before the age limit of a rank, at it, and after it. */
export function rankSeries(span: Span, leaf: Leaf): Series[] {
  if (leaf.provision.kind !== 'age-limit') return [];
  const { group, limits } = leaf.provision;
  const row = limits[Number(leaf.path.split('.')[1])];
  const [date] = contextsFor(span.version, leaf.provision, '', 1).map(({ wanted }) => wanted.date);
  if (!row || date === undefined) return [];
  return group.flatMap((name) =>
    row.ranks.map((rank) => {
      const person = personWith({ date, monthsEarly: 40, group: name, schedule: 'limit' }) as OracleCase;
      const points = [0, 1, 2].map((months): Probe => {
        const birth = correspondingDay(date, -months - row.years * 12).slice(0, 7);
        const one = { ...person, person: { ...person.person, birth, rank }, age: { schedule: 'limit' } };
        return { case: { ...one, insurance: duration(200) }, asked: {} };
      });
      return { points: points.reverse(), edge: 1, observe: selection, shape: 'step' as const };
    }),
  );
}
