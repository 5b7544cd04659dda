import { startsOfClock } from '../../../src/engine/measure/window.ts';
import type { Result } from '../../../src/index.ts';
import { correspondingDay, shiftDays } from '../oracle/calendar.ts';
import type { OracleCase } from '../oracle/types.ts';
import type { Probe } from '../../support/engines.ts';
import { duration, personWith, type Wanted } from '../../support/person.ts';
import { leavingOn } from './axes.ts';
import { contextsFor, quietDay } from './contexts.ts';
import type { Leaf } from './leaves.ts';
import { along, pinned, selection, type Series, type Span } from './series.ts';

/** The last day of a term, and the days beside it. */
export function clockSeries(span: Span, { provision }: Leaf): Series[] {
  if (provision.kind !== 'clock') return [];
  const { starts, months, event } = provision;
  const observe = (result: Result): string => String(result.measures?.window);
  return contextsFor(span.version, provision, 'window').flatMap((context) => {
    const one = personWith(context.wanted);
    const days = startsOfClock(starts).map((day) =>
      day === 'leaving.reorganisation' ? (context.wanted.reorganisation ?? '') : day,
    );
    const last = correspondingDay(days.sort().at(-1) ?? '', months);
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

/** How a case names a group, one of those paid like others by how it is paid. */
function named(span: Span, group: string): Pick<OracleCase['person'], 'group' | 'paidLike'> {
  const of = span.version.rules('group').find(({ provision }) => provision.group === group)?.provision.of;
  return of ? { group: of.group, paidLike: of.paidLike } : { group };
}

/** Somebody of a group and rank who retires by the limit that the law sets. */
function limited(
  date: string,
  who: Pick<OracleCase['person'], 'group' | 'paidLike' | 'sex' | 'birth'>,
  rank: string | undefined,
): OracleCase {
  const one = personWith({ date, monthsEarly: 40, schedule: 'limit' }) as OracleCase;
  const person = { ...who, ...(rank === undefined ? {} : { rank }) };
  return { ...one, person, age: { schedule: 'limit' }, insurance: duration(200) };
}

/** Who leaves one month before the age limit of a rank, at it, and after it. */
export function rankSeries(span: Span, leaf: Leaf): Series[] {
  if (leaf.provision.kind !== 'age-limit') return [];
  const { group, limits, when = {} } = leaf.provision;
  const [, at, sex = 'male'] = leaf.path.split('.');
  const row = limits[Number(at)];
  const [years = 0, odd = 0] = String(leaf.value).split('-').map(Number);
  const date = quietDay(span.version);
  const under = when.settlingDate?.under;
  return group.flatMap((name) =>
    (row?.ranks ?? [undefined]).map((rank) => {
      const points = [2, 1, 0].map((months): Probe => {
        const birth = correspondingDay(date, -months - years * 12 - odd).slice(0, 7);
        const one = limited(date, { ...named(span, name), sex, birth }, rank);
        const decided = under === undefined ? {} : { decided: shiftDays(under, -1) };
        return { case: { ...one, leaving: { ...one.leaving, ...decided } }, asked: {} };
      });
      return { points, edge: 1, observe: selection, shape: 'step' as const };
    }),
  );
}

/** An age so young that no limit is reached. */
const YOUNG = 44 * 12;

/** Who is decided on the day before a law of age limits begins or ends to apply, on it, and the day after. */
export function limitActSeries(span: Span, { provision, value }: Leaf): Series[] {
  if (provision.kind !== 'age-limit') return [];
  const date = quietDay(span.version);
  const birth = correspondingDay(date, -YOUNG).slice(0, 7);
  const observe = (result: Result): string => String(result.measures?.monthsEarly);
  return provision.group.flatMap((name) =>
    provision.limits.flatMap(({ ranks: [rank] = [] }) =>
      ['male', 'female'].map((sex) => {
        const one = limited(date, { ...named(span, name), sex, birth }, rank);
        const points = [-1, 0, 1].map((step): Probe => {
          const decided = shiftDays(String(value), step);
          return { case: { ...one, leaving: { ...one.leaving, decided } }, asked: {} };
        });
        return { points, edge: 1, observe, shape: 'step' as const };
      }),
    ),
  );
}
