import { calculate, type Result } from '../../../src/index.ts';
import type { Interval } from '../../../src/law/provision.ts';
import type { LawVersion } from '../../../src/law/version.ts';
import { correspondingDay } from '../oracle/calendar.ts';
import type { OracleCase } from '../oracle/types.ts';
import type { Probe } from '../../support/engines.ts';
import { personWith, type Wanted } from '../../support/person.ts';
import type { Axis } from './axes.ts';
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

/** Whether the change that a series is about can be seen in its results. */
export function visible({ points, edge, observe, shape }: Series): boolean {
  const seen = points.map(({ case: one, asked }) => {
    const found = calculate(one, { scheme: 'nd178', ...asked });
    return found.ok ? observe(found.value) : found.issues.map((issue) => issue.code).join();
  });
  if (shape === 'some') return new Set(seen).size > 1;
  if (shape === 'step') return seen[edge - 1] !== seen[edge];
  const [before = 0, on = 0, after = 0] = seen.map(Number);
  return after - on !== on - before;
}

/** Which rows pay, what is told, what is open: everything that a condition can decide. */
export function selection(result: Result): string {
  const rows = result.benefits.map((line) => line.row).join();
  const findings = result.findings
    .map((one) => one.code)
    .sort()
    .join();
  const open = result.interpretations.map((one) => one.id).join();
  return [result.outcome, result.route, rows, findings, open, result.measures?.window].join(' | ');
}

/** Pins the version when the leaving day of a case lies outside it. */
export function pinned(version: LawVersion, until: string | undefined, one: OracleCase, { asked }: Context): Probe {
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

/** The cases that lie along these axes for a person; undefined when one of them can be nobody. */
export function along(span: Span, context: Context, axes: readonly ReturnType<Axis>[]): Probe[] | undefined {
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

/** Whether the bound itself belongs to the upper side. */
export function edgeOf(word: keyof Interval<number>): number {
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
