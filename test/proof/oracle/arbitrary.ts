import fc from 'fast-check';
import {
  countableService,
  longService,
  leavingDay,
  monthsEarlyIn,
  salary,
  shortService,
  termOver,
  termRunning,
} from './arbitrary-parts.ts';
import { DEFECTS } from './arbitrary-defects.ts';
import { correspondingDay, monthOf, monthText, shiftDays } from './calendar.ts';
import { type Band, type Cell, LAWFUL_CELLS } from './cells.ts';
import { GROUPS, groupOf } from './law.ts';
import { READINGS } from './readings.ts';
import { ageMonth, retirementMonth } from './retirement.ts';
import type { Duration, OracleCase } from './types.ts';

/** Draws aimed at one box of the decision table; `build` puts them together. */
interface Draws {
  cell: Cell;
  group: number;
  female: boolean;
  rank: number;
  limitYears: number;
  byRank: boolean;
  birthDay: number;
  birthForm: 'day' | 'month' | 'year';
  leaving: { any: string; since67: string; indirectRunning: string; indirectOver: string };
  monthsEarly: Record<Band, number>;
  term: { running: readonly [number, number]; over: readonly [number, number] };
  decidedBefore: number | undefined;
  service: { long: number; short: number };
  override: number;
  publicMonths: number | undefined;
  countable: number | undefined;
  hazardous: number | undefined;
  salary: OracleCase['salary'];
  route: number;
  explicit: { impact: boolean; schedule: boolean; reorganisation: boolean };
  voluntary: boolean | undefined;
  blocked: string | undefined;
  id: string | undefined;
  /** One time in ten the aim is left on purpose: other months early, or any leaving day. */
  stray: { kind: number; monthsEarly: number };
}

const optional = <T>(arbitrary: fc.Arbitrary<T>, absentOf10: number): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: absentOf10, arbitrary: fc.constant(undefined) }, { weight: 10 - absentOf10, arbitrary });

const LAST_DAY = '2027-12-31';

/** The civil staff have half of the groups: their boxes come up twice as often. */
const CIVIL_CELLS = LAWFUL_CELLS.filter(({ regime }) => regime === 'civil');

const draws: fc.Arbitrary<Draws> = fc.record({
  cell: fc.constantFrom(...LAWFUL_CELLS, ...CIVIL_CELLS),
  group: fc.nat(1000),
  female: fc.boolean(),
  rank: fc.nat(1000),
  limitYears: fc.integer({ min: 45, max: 62 }),
  byRank: fc.boolean(),
  birthDay: fc.constantFrom(1, 1, 2, 15, 28, 30, 31),
  birthForm: fc.constantFrom('day', 'day', 'day', 'month', 'year'),
  leaving: fc.record({
    any: leavingDay('2025-01-01', LAST_DAY),
    since67: leavingDay('2025-03-15', LAST_DAY),
    indirectRunning: leavingDay('2025-03-15', '2026-03-15'),
    indirectOver: leavingDay('2026-03-16', LAST_DAY),
  }),
  monthsEarly: fc.record(monthsEarlyIn),
  term: fc.record({ running: termRunning, over: termOver }),
  decidedBefore: optional(fc.oneof(fc.constantFrom(0, 1, 2, 30, 600), fc.nat(400)), 4),
  service: fc.record({ long: longService, short: shortService }),
  override: fc.nat(19),
  publicMonths: optional(fc.oneof(fc.constantFrom(1, 12, 59, 60, 61), fc.integer({ min: 1, max: 300 })), 6),
  countable: optional(countableService, 6),
  hazardous: optional(fc.constantFrom(179, 180, 181, 60, 240), 6),
  salary,
  route: fc.nat(19),
  explicit: fc.record({ impact: fc.boolean(), schedule: fc.boolean(), reorganisation: fc.boolean() }),
  voluntary: optional(fc.boolean(), 6),
  blocked: optional(
    fc.nat(24).map((n) => ['pregnancy-or-small-child', 'discipline-or-inspection'][n] ?? 'none'),
    5,
  ),
  id: optional(fc.constantFrom('C', '7', 'Tổ 3/12'), 7),
  stray: fc.record({
    kind: fc.nat(39),
    monthsEarly: fc.oneof(fc.constantFrom(-1, 0, 0, 1), fc.integer({ min: 0, max: 150 })),
  }),
});

const SOLDIER_RANKS = ['đại úy', 'thiếu tá', 'trung tá', 'thượng tá'];
const OFFICER_RANKS = [...SOLDIER_RANKS, 'đại tá', 'thiếu tướng', 'cấp úy'];
const POLICE_RANKS = [...OFFICER_RANKS, 'thượng tá', 'hạ sĩ quan', 'Trung sĩ'];

function pick<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

function duration(months: number): Duration {
  return { years: Math.floor(months / 12), months: months % 12 };
}

/** Ranks of a group; workers and employees have none that matters. */
function ranksOf({ group, paidLike }: OracleCase['person']): readonly string[] {
  if (group === 'professional-soldier') return SOLDIER_RANKS;
  return group.includes('police') || paidLike === 'police' ? POLICE_RANKS : OFFICER_RANKS;
}

/** Person and age: everything but the birth, which follows from the months early wanted. */
function personOf(d: Draws): Pick<OracleCase, 'person' | 'age'> {
  const { regime, schedule } = d.cell;
  const corps = schedule === 'limit';
  const names = [...GROUPS]
    .filter(([name, g]) => g.regime === regime && (!corps || g.limitByDefault || name === 'cipher'))
    .map(([name]) => name);
  const group = pick(names, d.group);
  const person: OracleCase['person'] = { sex: d.female ? 'female' : 'male', birth: '', group };
  if (group === 'cipher') person.paidLike = pick(corps ? ['army', 'police'] : ['civil', 'army', 'police'], d.group);
  const byDefault = groupOf(person)?.limitByDefault === true ? 'limit' : 'normal';
  const age: NonNullable<OracleCase['age']> = d.explicit.schedule || schedule !== byDefault ? { schedule } : {};
  if (corps && d.byRank) {
    person.rank = pick(ranksOf(person), d.rank);
  } else if (corps) {
    age.limit = String(d.limitYears) + pick(['', '', '', 'y3m', '.25', ',5'], d.rank);
  }
  return Object.keys(age).length > 0 ? { person, age } : { person };
}

function leavingDate(d: Draws): string {
  if (d.stray.kind === 0) return d.leaving.any;
  if (d.cell.impact === 're-election') return d.leaving.since67;
  if (d.cell.impact === 'direct') return d.leaving.any;
  return d.cell.window === 'first-12-months' ? d.leaving.indirectRunning : d.leaving.indirectOver;
}

/** The birth for which the age limit comes nearest to the wanted month; limits lie between 45 and 63 years. */
function birthByLimit(c: OracleCase, wanted: number): number {
  const reachedBy = (birth: number): number => {
    const reached = retirementMonth({ ...c, person: { ...c.person, birth: monthText(birth) } });
    return typeof reached === 'number' ? reached : NaN;
  };
  // Most limits are one age for everybody: the first guess is right.
  const guess = 2 * wanted - 60 * 12 - reachedBy(wanted - 60 * 12);
  if (Number.isFinite(guess) && reachedBy(guess) === wanted) return guess;
  for (let birth = wanted - 63 * 12; birth <= wanted - 45 * 12; birth += 1) {
    if (reachedBy(birth) >= wanted) return birth;
  }
  return wanted - 60 * 12;
}

/** The birth for which the age month comes nearest to the wanted one (not every age month is anybody's). */
function birthMonthFor(c: OracleCase, cell: Cell, wanted: number): number {
  if (cell.schedule === 'limit') return birthByLimit(c, wanted);
  const less = cell.schedule === 'reduced' ? 60 : 0;
  const [youngest, oldest] = c.person.sex === 'male' ? [723, 744] : [664, 720];
  for (let birth = wanted - oldest + less; birth <= wanted - youngest + less; birth += 1) {
    const reached = ageMonth(c.person.sex, birth, cell.schedule);
    if (reached !== undefined && reached >= wanted) return birth;
  }
  return wanted - oldest + less;
}

function birthText(month: number, d: Draws): string {
  const text = monthText(month);
  if (d.birthForm === 'year' && text.endsWith('-01')) return text.slice(0, 4);
  if (d.birthForm !== 'day') return text;
  return correspondingDay(`${monthText(month - (month % 12))}-${String(d.birthDay).padStart(2, '0')}`, month % 12);
}

function leavingOf(d: Draws, date: string): OracleCase['leaving'] {
  const { impact, route, window } = d.cell;
  const asked = d.route < 13 ? route : d.route < 19 ? 'auto' : route === 'severance' ? 'early-retirement' : 'severance';
  const leaving: OracleCase['leaving'] = { route: asked, date };
  if (impact === 'direct' || d.explicit.reorganisation) {
    const [months, days] = window === 'from-month-13' ? d.term.over : d.term.running;
    leaving.reorganisation = shiftDays(correspondingDay(date, -months), days);
  }
  if (d.decidedBefore !== undefined) leaving.decided = shiftDays(date, -d.decidedBefore);
  if (impact !== 'direct' || d.explicit.impact) leaving.impact = impact;
  if (d.voluntary !== undefined) leaving.voluntary = d.voluntary;
  if (d.blocked !== undefined) leaving.blocked = d.blocked;
  return leaving;
}

/**
 * Insurance that leads to the wanted route: long for early retirement, short for severance within reach of it, or
 * the other way round with the pension condition overridden.
 */
function insuranceOf(d: Draws): OracleCase['insurance'] {
  const early = d.cell.route === 'early-retirement';
  const overridden = d.override < 4;
  const total = Math.max(1, early === overridden ? d.service.short : d.service.long);
  const insurance: OracleCase['insurance'] = duration(total);
  if (overridden || d.override === 4) insurance.pensionEligible = early;
  if (d.publicMonths !== undefined) insurance.publicSector = duration(Math.min(total, d.publicMonths));
  if (d.countable !== undefined) insurance.countable = duration(Math.min(total, d.countable));
  if (d.hazardous !== undefined && (d.cell.schedule === 'reduced' || d.override === 5)) {
    const wanted = early && d.override !== 6 ? Math.max(180, d.hazardous) : d.hazardous;
    insurance.hazardous = duration(Math.min(total, wanted));
  }
  return insurance;
}

function build(d: Draws): OracleCase {
  const date = leavingDate(d);
  const c: OracleCase = {
    ...(d.id === undefined ? {} : { id: d.id }),
    acceptImplausible: true,
    ...personOf(d),
    leaving: leavingOf(d, date),
    insurance: insuranceOf(d),
    salary: d.salary,
  };
  const months = d.stray.kind === 1 || d.stray.kind === 2 ? d.stray.monthsEarly : d.monthsEarly[d.cell.band];
  c.person.birth = birthText(birthMonthFor(c, d.cell, monthOf(date) + months - 1), d);
  return c;
}

/** A case of the law, most of them paid, spread evenly over the boxes of the decision table. */
export const soundCase: fc.Arbitrary<OracleCase> = draws.map(build);

/** Any case of the contract: about nine in ten are sound, the others have one defect. */
export const anyCase: fc.Arbitrary<OracleCase> = fc.oneof(
  { weight: 9, arbitrary: soundCase },
  { weight: 1, arbitrary: fc.tuple(soundCase, fc.constantFrom(...DEFECTS)).map(([c, spoil]) => spoil(c)) },
);

/** Any choice of readings, each question left to its default half of the time. */
export const anyInterpretations: fc.Arbitrary<Record<string, string>> = fc
  .tuple(
    ...Object.entries(READINGS).map(([id, options]) =>
      optional(fc.constantFrom(...(options as readonly string[])), 5).map((option) => [id, option] as const),
    ),
  )
  .map((chosen) => {
    const given: Record<string, string> = {};
    for (const [id, option] of chosen) if (option !== undefined) given[id] = option;
    return given;
  });

/** Mostly no as-of day, else one around the days on which the law changed. */
export const anyAsOf: fc.Arbitrary<string | undefined> = optional(
  fc
    .tuple(fc.constantFrom('2025-01-01', '2025-03-15', '2025-07-01', '2026-07-01'), fc.integer({ min: -1, max: 1 }))
    .map(([day, shift]) => shiftDays(day, shift)),
  7,
);
