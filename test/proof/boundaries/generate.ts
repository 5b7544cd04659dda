import type { Law, Result } from '../../../src/index.ts';
import { correspondingDay, shiftDays } from '../oracle/calendar.ts';
import type { OracleCase } from '../oracle/types.ts';
import type { Probe } from '../../support/engines.ts';
import { personWith, type Wanted } from '../../support/person.ts';
import { kindOf, leafName, leavesOf, spansOf, type Leaf, type LeafKind } from './leaves.ts';
import { COUNTS, DAYS } from './axes.ts';
import { intervalSeries, oddMonthSeries, termSeries } from './condition-series.ts';
import { roundingSeries } from './rounding-series.ts';
import { dayThresholds, schemeThresholds } from './schemes/generate.ts';
import { around, selection, type Series, type Span } from './series.ts';
import { clockSeries, limitActSeries, pensionSeries, pensionStartSeries, rankSeries } from './time-series.ts';

/** A threshold of the law in force in a version, with the cases on both sides of it. */
export interface Threshold {
  readonly version: string;
  /** The provision and the place in it, or the date of a version. */
  readonly name: string;
  readonly series: readonly Series[];
}

type Generator = (span: Span, leaf: Leaf) => Series[];

/** The scheme whose cases come from a pool of their own, with the clock, the ranks and pinned versions. */
const MAIN = 'nd178';

const GENERATORS: Readonly<Partial<Record<LeafKind, Generator>>> = {
  interval: intervalSeries,
  'odd-months': oddMonthSeries,
  term: termSeries,
  clock: clockSeries,
  'pension-time': pensionSeries,
  'pension-start': pensionStartSeries,
  'rank-limit': rankSeries,
  'limit-act': limitActSeries,
  rounding: roundingSeries,
  'severance-months': (span, leaf) =>
    around(span, leaf, (publicSector) => ({ publicSector }), Number(leaf.value), {
      edge: 1,
      observe: (result) => result.measures?.severanceMonths ?? 0,
      shape: 'kink',
    }),
  'base-salary': baseSalarySeries,
  'top-up': topUpSeries,
};

/** Tested on births, in `ages.test.ts`, with the dates of the versions, by the audit of declared salaries, or in `test/engine/plausible.test.ts`. */
const ELSEWHERE: readonly LeafKind[] = [
  'amount',
  'word',
  'version-date',
  'first-birth',
  'age',
  'declared',
  'plausible',
];

/** Leaves that no generator knows, by name: a new kind of threshold must not arrive untested. */
export function unknownLeaves(law: Law, scheme: string): string[] {
  const names = spansOf(law, scheme).flatMap(({ version }) =>
    leavesOf(version).filter((leaf) => kindOf(leaf) === undefined),
  );
  return [...new Set(names.map(leafName))];
}

/** Kinds of leaves that are crossed in the same way in every scheme. */
const EVERYWHERE: readonly LeafKind[] = ['cap', 'most', 'term-months', 'pay-scale', 'over-frame', 'yield'];

/** Whether a leaf of the main scheme is crossed as in the others: what the others brought with them. */
function asElsewhere({ path }: Leaf, kind: LeafKind): boolean {
  const [, fact = ''] = path.split('.');
  return EVERYWHERE.includes(kind) || (kind === 'interval' && !(fact in COUNTS) && !(fact in DAYS));
}

/** Every threshold of every version of a scheme, with its cases. */
export function thresholds(law: Law, scheme: string): Threshold[] {
  if (scheme !== MAIN) return [...schemeThresholds(law, scheme), ...dayThresholds(law, scheme)];
  const choice = dayThresholds(law, scheme).filter(({ name }) => name.endsWith('the choice'));
  return [...mainThresholds(law), ...versionThresholds(law, scheme), ...choice];
}

function mainThresholds(law: Law): Threshold[] {
  const found = spansOf(law, MAIN).flatMap((span) =>
    leavesOf(span.version).flatMap((leaf): Threshold[] => {
      const kind = kindOf(leaf);
      if (kind === undefined || ELSEWHERE.includes(kind) || asElsewhere(leaf, kind)) return [];
      const generate = GENERATORS[kind];
      if (!generate) throw new Error(`no way to cross ${leafName(leaf)}`);
      return [{ version: span.version.date, name: leafName(leaf), series: generate(span, leaf) }];
    }),
  );
  return [...found, ...schemeThresholds(law, MAIN, asElsewhere)];
}

/** The months before and after the base salary changes, as the month before leaving counts. */
function baseSalarySeries({ version, until }: Span, { provision, value }: Leaf): Series[] {
  const since = provision.kind === 'base-salary' ? String(value) : version.rules('base-salary').at(-1)?.provision.since;
  const before = version.rules('base-salary-month')[0]?.provision.monthsBefore ?? 0;
  const first = correspondingDay(`${since ?? version.date.slice(0, 7)}-01`, before);
  const observe = (result: Result): string => String(result.measures?.monthlySalary);
  const points = [-1, 0, 1].flatMap((step): Probe[] => {
    const date = shiftDays(first, step);
    const one = personWith({ date, monthsEarly: 40, salary: { coefficient: '4' } });
    const inside = date >= version.date && (until === undefined || date < until);
    return one ? [{ case: one, asked: inside ? {} : { asOf: version.date } }] : [];
  });
  return [{ points, edge: 1, observe, shape: 'step' }];
}

/** The first and the last leaver whom a transition raises, and those beside them. */
function topUpSeries(_: Span, { provision, path, value }: Leaf): Series[] {
  if (provision.kind !== 'top-up') return [];
  const day = String(value);
  const observe = (result: Result): string => String(result.topUp?.version);
  const points = [-1, 0, 1].map((step): Probe => {
    const one = personWith({ date: `${day.slice(0, 7)}-01`, monthsEarly: 40 }) as OracleCase;
    return { case: { ...one, leaving: { ...one.leaving, date: shiftDays(day, step) } }, asked: {} };
  });
  return [{ points, edge: path === 'leavers.until' ? 2 : 1, observe, shape: 'step' }];
}

/** People in whom a change of the law shows, on the days around each version and around the end of the scheme. */
const SEEN: readonly Omit<Wanted, 'date'>[] = [
  { monthsEarly: 40, salary: { coefficient: '4', retained: '0.5' } },
  { monthsEarly: 40, insurance: 200 },
  { monthsEarly: 40, insurance: 200, sex: 'female', group: 'commune-cadre' },
  { monthsEarly: 40, impact: 'indirect' },
  { monthsEarly: 40, impact: 're-election', group: 'cadre' },
  { monthsEarly: 40, group: 'association-staff' },
  { monthsEarly: 80, schedule: 'limit', group: 'army-officer' },
  { monthsEarly: 40, insurance: 300, countable: 200 },
  { monthsEarly: 40, insurance: 300, countable: 170 },
];

function versionThresholds(law: Law, scheme: string): Threshold[] {
  const { from, until } = law.schemes.get(scheme)?.covers ?? { from: '' };
  const ends = until === undefined ? [] : [{ name: 'covers.until', day: shiftDays(until, 1) }];
  const starts = law.versions(scheme).map(({ date }) => ({ name: `version ${date}`, day: date }));
  return [...starts, ...ends].map(({ name, day }) => ({
    version: day,
    name: day === from ? 'covers.from' : name,
    series: SEEN.flatMap((wanted): Series[] => {
      const one = personWith({ ...wanted, date: `${day.slice(0, 7)}-01` });
      if (!one) return [];
      const points = [-1, 0, 1].map((step): Probe => {
        const date = shiftDays(day, step);
        return { case: { ...one, leaving: { ...one.leaving, date } }, asked: {} };
      });
      return [{ points, edge: 1, observe: (result) => `${selection(result)} ${result.law.version}`, shape: 'step' }];
    }),
  }));
}

/** Every generated case, once. */
export function boundaryProbes(law: Law, scheme: string): Probe[] {
  const all = new Map<string, Probe>();
  for (const { series } of thresholds(law, scheme))
    for (const { points } of series) for (const point of points) all.set(JSON.stringify(point), point);
  return [...all.values()];
}
