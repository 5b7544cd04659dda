import type { Law } from '../../../../src/index.ts';
import { shiftDays } from '../../oracle/calendar.ts';
import type { OracleCase } from '../../oracle/types.ts';
import type { Probe } from '../../../support/engines.ts';
import type { Threshold } from '../generate.ts';
import { kindOf, leafName, leavesOf, spansOf, type Leaf, type LeafKind } from '../leaves.ts';
import { visible, type Series, type Span } from '../series.ts';
import { limitActSeries, rankSeries } from '../time-series.ts';
import * as count from './count-series.ts';
import * as money from './money-series.ts';
import { people } from './people.ts';
import { leavingOn, possible } from './put.ts';

type Generator = (span: Span, scheme: string, leaf: Leaf) => Series[];

/** How each kind of leaf is crossed, whatever the scheme. */
const GENERATORS: Readonly<Partial<Record<LeafKind, Generator>>> = {
  interval: count.intervalSeries,
  yield: count.intervalSeries,
  'odd-months': count.oddMonthSeries,
  term: count.termSeries,
  cap: count.termSeries,
  'pension-time': count.pensionSeries,
  'pension-start': count.ageSeries,
  'term-months': count.termMonthSeries,
  'severance-months': count.severanceMonthSeries,
  clock: count.clockSeries,
  'rank-limit': (span, scheme, leaf) => rankSeries(span, leaf).map((one) => askedOf(one, span, scheme)),
  'limit-act': (span, scheme, leaf) => limitActSeries(span, leaf).map((one) => askedOf(one, span, scheme)),
  rounding: money.roundingSeries,
  'base-salary': money.baseSalarySeries,
  most: money.mostSeries,
  'pay-scale': money.payScaleSeries,
  'over-frame': money.overFrameSeries,
};

/** The same cases as a scheme sees them: asked of it, with the impact that its subjects have. */
function askedOf(series: Series, { version }: Span, scheme: string): Series {
  const stated = version.rules('subject')[0]?.provision.when.impact;
  const [impact = 'direct'] = stated === undefined || 'except' in stated ? [] : stated;
  const points = series.points.map(({ case: one, asked }): Probe => {
    return { case: { ...one, leaving: { ...one.leaving, impact } }, asked: { ...asked, scheme } };
  });
  return { ...series, points };
}

/** Provisions without a number that decide something all the same. */
const WHOLE: Readonly<Record<string, (span: Span, scheme: string, leaf: Pick<Leaf, 'provision'>) => Series[]>> = {
  'months-past': count.ageSeries,
  'service-time': count.serviceTimeSeries,
  'work-time': count.workTimeSeries,
  raise: money.raiseSeries,
};

/**
 * Leaves that are no thresholds, or tested elsewhere: on births, on the days of the versions, on pensions; the limits of
 * the ranks under Decree 178; rates that only the audit of declared salaries reads, in `test/audit`.
 */
const ELSEWHERE: readonly LeafKind[] = [
  'amount',
  'word',
  'version-date',
  'first-birth',
  'age',
  'rank-limit',
  'pension',
  'declared',
  'plausible',
];

/** Which leaves of a version to cross: all of them, or only those of some kinds. */
export type Wanted = (leaf: Leaf, kind: LeafKind) => boolean;

/** Every threshold of the provisions of a scheme, with its cases. */
export function schemeThresholds(law: Law, scheme: string, wanted: Wanted = () => true): Threshold[] {
  return spansOf(law, scheme).flatMap((span) => {
    const version = span.version.date;
    const leaves = leavesOf(span.version).flatMap((leaf): Threshold[] => {
      const kind = kindOf(leaf);
      if (kind === undefined || ELSEWHERE.includes(kind) || !wanted(leaf, kind)) return [];
      const generate = GENERATORS[kind];
      if (!generate) throw new Error(`no way to cross ${leafName(leaf)} of ${scheme}`);
      // Whence a clock runs is the other side of how long.
      if (kind === 'clock' && leaf.path !== 'months') return [];
      return [{ version, name: leafName(leaf), series: generate(span, scheme, leaf) }];
    });
    const whole = [...span.version.provisions.values()].flatMap(({ provision }): Threshold[] => {
      const generate = WHOLE[provision.kind];
      return generate ? [{ version, name: provision.id, series: generate(span, scheme, { provision }) }] : [];
    });
    return [...leaves, ...whole];
  });
}

/** How many people are seen on the days around a change of the law. */
const SEEN = 24;

/** The days around each version of a scheme and around its end, asked of the scheme itself and of the choice. */
export function dayThresholds(law: Law, scheme: string): Threshold[] {
  const { from, until } = law.schemes.get(scheme)?.covers ?? { from: '' };
  const spans = spansOf(law, scheme);
  const last = spans.at(-1);
  const starts = spans.map((span) => ({ day: span.version.date, span }));
  const ends = until === undefined || !last ? [] : [{ day: shiftDays(until, 1), span: last }];
  return [...starts, ...ends].flatMap(({ day, span }) => {
    const word =
      day === from ? 'covers.from' : starts.some((one) => one.day === day) ? `version ${day}` : 'covers.until';
    const seen = people(span, scheme).slice(0, SEEN);
    const own = seen.map((one) => around(one, day, scheme, money.everything));
    const chosen = seen.map((one) => around(one, day, 'auto', count.statuses));
    const choice = { version: day, name: `${word} through the choice`, series: shownFirst(chosen) };
    const shown = law.schemes.get(scheme)?.auto !== undefined && word.startsWith('covers');
    return [{ version: day, name: word, series: shownFirst(own) }, ...(shown ? [choice] : [])];
  });
}

function around(one: OracleCase, day: string, scheme: string, observe: Series['observe']): Series {
  const moved = leavingOn(one, day);
  const points = [-1, 0, 1].map((step): Probe => {
    const leaving = { ...moved.leaving, date: shiftDays(day, step) };
    return { case: possible({ ...moved, leaving }), asked: { scheme } };
  });
  return { points, edge: 1, observe, shape: 'step' };
}

function shownFirst(all: readonly Series[]): Series[] {
  return [...all.filter(visible), ...all.filter((one) => !visible(one)).slice(0, 4)];
}
