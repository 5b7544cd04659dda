import fc from 'fast-check';
import { soundCase } from '../oracle/arbitrary.ts';
import { monthOf, monthText, shiftDays } from '../oracle/calendar.ts';
import { SCHEMES } from '../oracle/neighbours.ts';
import { ageMonth } from '../oracle/retirement.ts';
import type { Duration, OracleCase } from '../oracle/types.ts';
import { type Aim, aim, AIMS, type Draws, draws } from './population-neighbours-draws.ts';
import { optional } from './population-neighbours-parts.ts';

/** Invented cases of the schemes beside Decree 178, crowded around every threshold of their Articles. */

/** The neighbouring schemes with cases of their own. */
export const SCHEME_IDS: readonly string[] = Object.keys(AIMS);

function pick<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

function duration(months: number): Duration {
  return { years: Math.floor(months / 12), months: months % 12 };
}

const births = new Map<string, number[]>();

/** The birth whose age month comes nearest after the wanted one. */
function birthFor(sex: string, schedule: 'normal' | 'reduced', wanted: number): number {
  const key = `${sex} ${schedule}`;
  const reached = births.get(key) ?? [];
  if (reached.length === 0) {
    for (let birth = 1961 * 12; birth < 2010 * 12; birth += 1) reached.push(ageMonth(sex, birth, schedule) ?? -1);
    births.set(key, reached);
  }
  const index = reached.findIndex((month) => month >= wanted);
  return 1961 * 12 + Math.max(0, index);
}

/** The groups that a route of Decree 154 is for; anybody for the others. */
function groupsOf(groups: readonly string[], route: string): readonly string[] {
  const part = groups.filter((group) => group.endsWith('part-time'));
  if (part.length === 0 || route === 'auto') return groups;
  return route === 'part-time' ? part : groups.filter((group) => !part.includes(group));
}

const STRANGERS = ['civil-servant', 'village-part-time', 'army-officer', 'cipher', 'police-worker', 'cadre'];

function personOf(d: Draws, { past, byAge }: Aim, groups: readonly string[], training: boolean): OracleCase['person'] {
  const sex = d.female ? 'female' : 'male';
  const group = d.stranger === 0 ? pick(STRANGERS, d.group) : pick(groups, d.group);
  const leaves = monthOf(d.date);
  const schedule = d.schedule === 'reduced' ? 'reduced' : 'normal';
  const byPast = d.by < past;
  const shift = byPast ? -d.past : d.early;
  const byYears = training ? d.by < 8 : !byPast && d.by < past + byAge;
  const birth = byYears ? leaves - d.ageAtLeaving : birthFor(sex, schedule, leaves + shift - 1);
  const pensioner = d.pensioner === undefined ? {} : { pensioner: d.pensioner };
  return { sex, birth: `${monthText(birth)}-${pick(['01', '15', '28'], d.group)}`, group, ...pensioner };
}

function leavingOf(d: Draws, route: string): OracleCase['leaving'] {
  return {
    route,
    date: d.date,
    impact: d.impact,
    ...(d.reorganisation === undefined ? {} : { reorganisation: shiftDays(d.date, -d.reorganisation) }),
    ...(d.decided === undefined ? {} : { decided: shiftDays(d.date, -d.decided) }),
    ...(d.blocked === undefined ? {} : { blocked: d.blocked }),
    ...(d.voluntary === undefined ? {} : { voluntary: d.voluntary }),
  };
}

/** The schedule; an age limit is 61 years, or not told. */
function ageOf({ schedule, route }: Draws): Pick<OracleCase, 'age'> {
  if (schedule === undefined) return {};
  return { age: schedule === 'limit' && route % 3 > 0 ? { schedule, limit: '61' } : { schedule } };
}

/** The time insured, never longer than a working life. */
function insuranceOf(d: Draws, { short }: Aim, age: number): OracleCase['insurance'] {
  const total = Math.max(1, Math.min(d.isShort < short ? d.short : d.long, age));
  const part = (months: number | undefined): Duration | undefined =>
    months === undefined ? undefined : duration(Math.min(total, months));
  const given = {
    publicSector: part(d.publicSector),
    countable: part(d.countable),
    hazardous: part(d.hazardous),
    pensionEligible: d.pensionEligible,
  };
  return {
    ...duration(total),
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
}

function extras(d: Draws): Pick<OracleCase, 'work' | 'training' | 'settled' | 'post'> {
  const termEnds = d.term === undefined ? {} : { termEnds: `${monthText(monthOf(d.date) + d.term)}-20` };
  const newAllowance = d.newAllowance === undefined ? {} : { newAllowance: d.newAllowance };
  return {
    ...(d.work === undefined ? {} : { work: duration(d.work) }),
    ...(d.training ? { training: d.training } : {}),
    ...(d.settled ? { settled: d.settled } : {}),
    ...(d.term === undefined && d.newAllowance === undefined ? {} : { post: { ...termEnds, ...newAllowance } }),
  };
}

/** A leadership allowance for the cases of Điều 11; it is more than most of the new ones. */
function salaryOf(id: string, d: Draws, group: string): OracleCase['salary'] {
  const salary = group.endsWith('part-time') ? d.part : d.full;
  const average = d.average === undefined ? {} : { average: d.average };
  const led = id === 'nd178-11' && (salary.coefficient ?? salary.scale) !== undefined && d.isShort > 0;
  const allowance = led ? { positionAllowance: pick(['0.2', '0.45', '0.6', '0.85', '1.3'], d.group) } : {};
  return { ...salary, ...average, ...allowance };
}

/** Cases of one scheme: most are paid, about one in ten is faulty, blocked or outside of it. */
export function neighbourCase(id: string): fc.Arbitrary<OracleCase> {
  const scheme = SCHEMES.get(id);
  const wanted = AIMS[id];
  if (!scheme || !wanted) throw new RangeError(`unknown scheme ${id}`);
  const routes = ['auto', ...scheme.routes.map(({ name }) => name)];
  const groups = [...scheme.groups.keys()];
  return draws(wanted).map((d) => {
    const byName = id === 'nd178-12' ? routes.slice(1) : routes;
    const route = d.stranger === 1 ? pick(['severance', 'resignation', 'auto'], d.route) : pick(byName, d.route);
    const person = personOf(d, wanted, groupsOf(groups, route), route === 'severance-after-training');
    const age = monthOf(d.date) - monthOf(person.birth);
    return {
      person,
      leaving: leavingOf(d, route),
      ...ageOf(d),
      insurance: insuranceOf(d, wanted, age),
      salary: salaryOf(id, d, person.group),
      ...extras(d),
    };
  });
}

/** A case of Decree 178 with keys that only the neighbours brought: earlier payments, pay scales, allowances. */
export const extendedCase: fc.Arbitrary<OracleCase> = fc
  .tuple(soundCase, draws(aim({ noAverage: 5 })))
  .map(([one, d]) => ({
    ...one,
    person: { ...one.person, ...(d.pensioner === undefined ? {} : { pensioner: d.pensioner }) },
    ...extras(d),
    salary: { ...d.full, ...(d.average === undefined ? {} : { average: d.average }) },
  }));

/** Any choice of the readings of a scheme, each left to its default half of the time. */
export function interpretationsOf(id: string): fc.Arbitrary<Record<string, string>> {
  const readings = Object.entries(SCHEMES.get(id)?.readings ?? {});
  const chosen = readings.map(([question, options]) =>
    optional(fc.constantFrom(...options), 5).map((option) => (option === undefined ? {} : { [question]: option })),
  );
  return fc.tuple(...chosen).map((all) => Object.assign({}, ...all) as Record<string, string>);
}
