import fc from 'fast-check';
import { soundCase } from '../proof/oracle/arbitrary.ts';
import { monthOf, monthText, shiftDays } from '../proof/oracle/calendar.ts';
import { groupName, groupOf } from '../proof/oracle/law.ts';
import { SCHEMES } from '../proof/oracle/neighbours.ts';
import { ageMonth, retirementMonth } from '../proof/oracle/retirement.ts';
import type { Scheme } from '../proof/oracle/scheme.ts';
import type { Duration, OracleCase } from '../proof/oracle/types.ts';
import { type Aim, aim, AIMS, type Draws, draws } from './population-neighbours-draws.ts';
import { inTheArmy } from './population-neighbours-army.ts';
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

/** The groups that a route of a scheme is for; anybody where it names none. */
function groupsOf({ routes }: Scheme, groups: readonly string[], route: string): readonly string[] {
  const wanted = routes.find(({ name }) => name === route)?.groups;
  return wanted ? groups.filter((group) => wanted.has(group)) : groups;
}

/** Resolution 07 has a route for each of its groups: most leave it to be found. */
const AUTO = Array<string>(4).fill('auto');

/** Whom Resolution 07 pays below the age. */
const BELOW_AGE = ['contract-professional', 'union-official'];

const STRANGERS = ['civil-servant', 'village-part-time', 'army-officer', 'cipher', 'police-worker', 'cadre'];

function personOf(d: Draws, { past, byAge }: Aim, groups: readonly string[], training: boolean): OracleCase['person'] {
  const sex = d.female ? 'female' : 'male';
  const group = d.stranger === 0 ? pick(STRANGERS, d.group) : pick(groups, d.group);
  const leaves = monthOf(d.date);
  const schedule = d.schedule === 'reduced' ? 'reduced' : 'normal';
  const byPast = d.by < (BELOW_AGE.includes(group) ? Math.min(past, 2) : past);
  const early = BELOW_AGE.includes(group) && d.isShort < 4 ? d.early % 25 : d.early;
  const shift = byPast ? -d.past : early;
  const byYears = training ? d.by < 8 : !byPast && d.by >= past && d.by < past + byAge;
  const birth = byYears ? leaves - d.ageAtLeaving : birthFor(sex, schedule, leaves + shift - 1);
  const pensioner = d.pensioner === undefined ? {} : { pensioner: d.pensioner };
  const paid =
    group === 'cipher' && d.route % 8 > 0
      ? { paidLike: pick(['army', 'police', 'army', 'police', 'civil'], d.route) }
      : {};
  const drawn = d.pensionSince ?? (d.pensioner === true && d.isShort > 1 ? d.past : undefined);
  const since = drawn === undefined ? {} : { pensionSince: `${monthText(leaves - drawn)}-01` };
  return {
    sex,
    birth: `${monthText(birth)}-${pick(['01', '15', '28'], d.group)}`,
    group,
    ...paid,
    ...pensioner,
    ...since,
  };
}

function leavingOf(d: Draws, route: string): OracleCase['leaving'] {
  return {
    route,
    date: d.date,
    impact: d.impact,
    ...(d.reorganisation === undefined ? {} : { reorganisation: shiftDays(d.date, -d.reorganisation) }),
    ...(d.decided === undefined ? {} : { decided: shiftDays(d.date, -d.decided) }),
    ...(d.filed === undefined ? {} : { filed: shiftDays(d.date, -d.filed) }),
    ...(d.ground === undefined ? {} : { ground: d.ground }),
    ...(d.blocked === undefined ? {} : { blocked: d.blocked }),
    ...(d.voluntary === undefined ? {} : { voluntary: d.voluntary }),
  };
}

const RANKS: Readonly<Record<string, readonly string[]>> = {
  'army-officer': ['thượng tá', 'đại tá', 'thiếu tướng', 'Trung tá'],
  'professional-soldier': ['thượng tá', 'thiếu tá', 'đại úy'],
  'police-officer': ['trung tá', 'thượng tá', 'đại tá', 'cấp tướng'],
  'cipher-army': ['thượng tá', 'đại tá'],
  'cipher-police': ['thượng tá', 'đại tá'],
};

/** People of the forces, by a limit that the case tells or by their rank; the birth follows from the months early. */
function ofForces(one: OracleCase['person'], d: Draws, { past }: Aim): Pick<OracleCase, 'person' | 'age'> {
  const wanted = monthOf(d.date) + (d.by < past ? -d.past : d.early) - 1;
  const ranks = RANKS[groupName(one)] ?? [];
  const rank = d.route % 3 > 0 && ranks.length > 0 ? { rank: pick(ranks, d.group) } : {};
  const told = d.route % 3 === 0 ? { age: { schedule: 'limit', limit: String(d.limit) } } : {};
  const born = (birth: number): OracleCase['person'] => ({ ...one, ...rank, birth: monthText(birth) });
  for (let birth = wanted - 62 * 12; birth <= wanted - 45 * 12; birth += 1) {
    const person = born(birth);
    const reached = retirementMonth({ ...told, person, leaving: leavingOf(d, 'auto') } as OracleCase);
    if (typeof reached === 'number' && reached >= wanted) return { person, ...told };
  }
  return { person: born(wanted - 60 * 12), ...told };
}

/** The schedule; an age limit is 61 years, or not told. */
function ageOf({ schedule, route }: Draws): Pick<OracleCase, 'age'> {
  if (schedule === undefined) return {};
  return { age: schedule === 'limit' && route % 3 > 0 ? { schedule, limit: '61' } : { schedule } };
}

/** The time insured, never longer than a working life. */
function insuranceOf(d: Draws, { short }: Aim, age: number, group: string): OracleCase['insurance'] {
  const total = Math.max(1, Math.min(d.isShort < short ? d.short : d.long, age));
  const part = (months: number | undefined): Duration | undefined =>
    months === undefined ? undefined : duration(Math.min(total, months));
  const given = {
    publicSector: part(d.publicSector),
    countable: part(BELOW_AGE.includes(group) && d.isShort === 9 ? 170 + (d.route % 12) : d.countable),
    hazardous: part(d.hazardous),
    otherPosts: d.otherPosts === undefined ? undefined : duration(d.otherPosts),
    unemployment: part(d.unemployment),
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
  const waits = id === 'nd177-4' || (id === 'nd177' && d.isShort === 9);
  const built = (salary.coefficient ?? salary.scale) !== undefined;
  const committee = waits && built && d.committee !== undefined ? { committee: d.committee } : {};
  return { ...salary, ...average, ...allowance, ...committee };
}

/** Cases of one scheme: most are paid, about one in ten is faulty, blocked or outside of it. */
export function neighbourCase(id: string): fc.Arbitrary<OracleCase> {
  const scheme = SCHEMES.get(id);
  const wanted = AIMS[id];
  if (!scheme || !wanted) throw new RangeError(`unknown scheme ${id}`);
  const routes = ['auto', ...scheme.routes.map(({ name }) => name), ...(id === 'nq07' ? AUTO : [])];
  const groups = [...scheme.groups.keys(), ...wanted.often];
  return draws(wanted).map((d) => {
    const byName = id === 'nd178-12' ? routes.slice(1) : routes;
    const route = d.stranger === 1 ? pick(['severance', 'resignation', 'auto'], d.route) : pick(byName, d.route);
    const drawn = personOf(d, wanted, groupsOf(scheme, groups, route), route === 'severance-after-training');
    const leaving = leavingOf(d, route);
    if (id === 'nd338')
      return {
        acceptImplausible: true,
        ...inTheArmy(d, drawn, leaving, (age) => insuranceOf(d, wanted, age, drawn.group), d.full),
      };
    const corps = id === 'nd177' && d.schedule === undefined && groupOf(drawn)?.limitByDefault === true;
    const { person, age: limit } = corps ? ofForces(drawn, d, wanted) : { person: drawn };
    const age = monthOf(d.date) - monthOf(person.birth);
    return {
      acceptImplausible: true,
      person,
      leaving,
      ...(limit ? { age: limit } : ageOf(d)),
      insurance: insuranceOf(d, wanted, age, person.group),
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
