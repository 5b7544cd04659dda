import type { Result } from '../../src/index.ts';
import type { Interval } from '../../src/law/provision.ts';
import type { LawVersion } from '../../src/law/version.ts';
import { correspondingDay, shiftDays } from '../oracle/calendar.ts';
import type { OracleCase } from '../oracle/types.ts';
import type { Probe } from '../support/engines.ts';
import { duration, personWith, type Wanted } from '../support/person.ts';
import { contextsFor, type Context } from './contexts.ts';
import type { Leaf } from './leaves.ts';

/** Cases along one line, everything else equal, with a threshold between two of them. */
export interface Series {
  readonly points: readonly Probe[];
  /** The threshold lies between `points[edge - 1]` and `points[edge]`. */
  readonly edge: number;
  /** What must change there. */
  readonly observe: (result: Result) => string | number;
  /** `step`: the two differ; `kink`: a number goes on differently from there; `some`: not all are alike. */
  readonly shape: 'step' | 'kink' | 'some';
}

type Put = (wanted: Wanted, one: OracleCase) => OracleCase;

/** How a fact is given the value wanted, in an otherwise finished case. */
type Axis = (value: number) => { readonly wanted?: Partial<Wanted>; readonly put?: Put };

/** Which rows pay, what is told, what is open: everything that a condition can decide. */
export function selection(result: Result): string {
  const rows = result.benefits.map((line) => line.row).join();
  const findings = result.findings.map((one) => one.code).sort().join();
  const open = result.interpretations.map((one) => one.id).join();
  return [result.outcome, result.route, rows, findings, open, result.measures?.window].join(' | ');
}

const COUNTS: Readonly<Record<string, Axis>> = {
  monthsEarly: (value) => ({ wanted: { monthsEarly: value } }),
  yearsEarly: (value) => ({ wanted: { monthsEarly: value * 12 } }),
  serviceYears: (value) => ({ wanted: { insurance: 360, countable: value * 12 } }),
  severanceMonths: (value) => ({ wanted: { publicSector: value } }),
  insuranceMonths: (value) => ({ wanted: { insurance: value } }),
  hazardousMonths: (value) => ({ wanted: { hazardous: value } }),
  leavingDay: (value) => ({ put: (_, one) => leavingOn(one, `${one.leaving.date.slice(0, 8)}${String(value).padStart(2, '0')}`) }),
  monthsAfterReorganisation: (value) => ({
    put: ({ date }, one) => ({
      ...one,
      leaving: { ...one.leaving, reorganisation: value < 0 ? shiftDays(date, 1) : correspondingDay(date, -value) },
    }),
  }),
};

const DAYS: Readonly<Record<string, (day: string) => Put>> = {
  leavingDate: (day) => (_, one) => leavingOn(one, day),
  decidedDate: (day) => (_, one) => ({ ...one, leaving: { ...one.leaving, decided: day } }),
};

function leavingOn(one: OracleCase, date: string): OracleCase {
  return { ...one, leaving: { ...one.leaving, date } };
}

/** The step of a fact: half a year for years, else one. */
function unit(fact: string): number {
  return fact === 'yearsEarly' || fact === 'serviceYears' ? 0.5 : 1;
}

/** Pins the version when the leaving day of a case lies outside it. */
function pinned(version: LawVersion, until: string | undefined, one: OracleCase, { asked }: Context): Probe {
  const { date } = one.leaving;
  const inside = date >= version.date && (until === undefined || date < until);
  return { case: one, asked: inside ? asked : { ...asked, asOf: version.date } };
}

/** A version and the day the next one begins. */
export interface Span {
  readonly version: LawVersion;
  readonly until: string | undefined;
}

/** Not every month is somebody's age month: months by which the leaving is moved until all the cases exist. */
const MOVES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

function along(span: Span, context: Context, axes: readonly ReturnType<Axis>[]): Probe[] | undefined {
  for (const months of MOVES) {
    const { date, reorganisation } = context.wanted;
    const moved = reorganisation ? { reorganisation: correspondingDay(reorganisation, months) } : {};
    const wanted = { ...context.wanted, ...moved, date: correspondingDay(date, months) };
    const points = exactlyAlong(span, { ...context, wanted }, axes);
    if (points) return points;
  }
  return undefined;
}

function exactlyAlong(span: Span, context: Context, axes: readonly ReturnType<Axis>[]): Probe[] | undefined {
  const points: Probe[] = [];
  for (const { wanted, put } of axes) {
    const full = { ...context.wanted, ...wanted };
    const one = personWith(full);
    if (!one) return undefined;
    points.push(pinned(span.version, span.until, put ? put(full, one) : one, context));
  }
  return points;
}

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

/** Whether the bound itself belongs to the upper side. */
function edgeOf(word: keyof Interval<number>): number {
  return word === 'atLeast' || word === 'under' ? 1 : 2;
}

/** Three cases along an axis around a value, for everybody a provision may concern. */
export function around(
  span: Span,
  { provision }: Leaf,
  axis: (value: number) => Partial<Wanted>,
  value: number,
  series: Omit<Series, 'points'>,
): Series[] {
  const axes = [-1, 0, 1].map((step) => ({ wanted: axis(value + step) }));
  return contextsFor(span.version, provision, '').flatMap((context) => {
    const points = along(span, context, axes);
    return points ? [{ points, ...series }] : [];
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
    const points = along(span, context, [-1, 0, 1].map((step) => axis((at + step) * size)));
    if (points) found.push({ points, edge: 1, observe, shape: 'kink' });
  }
  return found;
}

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
    const { pensionEligible: _, ...open } = wanted;
    const points = along(span, { wanted: open, asked }, axes.map((insurance) => ({ wanted: { insurance } })));
    return points ? [{ points, edge: 1, observe, shape: 'step' as const }] : [];
  });
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

/** Salaries whose line, or whose allowance of 25 %, falls on a quarter, a half and three quarters of a đồng. */
export function roundingSeries(span: Span, leaf: Leaf): Series[] {
  if (leaf.provision.kind !== 'rounding') return [];
  const { of } = leaf.provision;
  const base = Number(span.version.rules('base-salary').at(-1)?.provision.amount);
  return contextsFor(span.version, leaf.provision, '').flatMap((context) => {
    const axes = [1, 2, 3].map((part) => ({ wanted: roundingCase(of, part, base) }));
    const points = along(span, context, axes);
    return points ? [{ points, edge: 1, observe: of === 'line' ? lineRounded : componentRounded, shape: 'some' as const }] : [];
  });
}

function direction(exact: number, amount: number): string {
  return amount > exact ? 'up' : amount < exact ? 'down' : 'exact';
}

function lineRounded({ benefits, measures }: Result): string {
  const line = benefits.find(({ id }) => id === 'service');
  return direction(Number(line?.months) * Number(measures?.monthlySalary), Number(line?.amount));
}

function componentRounded({ salary }: Result): string {
  const amount = (name: string): number => Number(salary.find(({ component }) => component === name)?.amount);
  return direction(amount('coefficient') / 4, amount('publicService'));
}

/** 20.5 service years pay 5.25 months; a coefficient salary of 4n + 1, 2, 3 đồng has a quarter that is not whole. */
function roundingCase(of: string, part: number, base: number): Partial<Wanted> {
  if (of === 'line') return { insurance: 360, countable: 246, salary: { monthly: String(10_000_000 + part) } };
  for (let step = 1; ; step += 1) {
    if (((base / 20_000) * step) % 4 !== part) continue;
    return { salary: { coefficient: (1 + step / 20_000).toFixed(5), publicService: '25%' } };
  }
}
