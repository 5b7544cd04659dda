import { birthMonthOf, correspondingDay, monthOf, monthText, shiftDays } from '../../oracle/calendar.ts';
import { totalMonths } from '../../oracle/facts.ts';
import { ageMonth, scheduleOf } from '../../oracle/retirement.ts';
import type { OracleCase } from '../../oracle/types.ts';
import { duration } from '../../../support/person.ts';

/** How a finished case is given a fact; undefined where nobody can be like that. */
export type Put = (one: OracleCase, value: number | string | boolean) => OracleCase | undefined;

/** The age limit, in years, of whoever retires by one. */
const LIMIT = 60;

const births = new Map<string, ReadonlyMap<number, number>>();

/** The births by the month in which they reach their age. */
function birthsOf(sex: string, schedule: 'normal' | 'reduced'): ReadonlyMap<number, number> {
  const key = `${sex} ${schedule}`;
  const there = births.get(key);
  if (there) return there;
  const found = new Map<number, number>();
  for (let birth = 1961 * 12; birth < 2010 * 12; birth += 1) {
    const reached = ageMonth(sex, birth, schedule);
    if (reached !== undefined && !found.has(reached)) found.set(reached, birth);
  }
  births.set(key, found);
  return found;
}

/** Somebody who reaches the age in a month. */
function agedIn(one: OracleCase, month: number): OracleCase | undefined {
  const schedule = scheduleOf(one);
  const { rank, ...person } = one.person;
  if (schedule === 'limit') {
    const birth = monthText(month - LIMIT * 12);
    return { ...one, person: { ...person, birth }, age: { schedule, limit: String(LIMIT) } };
  }
  const birth = birthsOf(person.sex, schedule).get(month);
  if (birth === undefined) return undefined;
  return { ...one, person: { ...person, ...(rank === undefined ? {} : { rank }), birth: monthText(birth) } };
}

/** The month in which the case leaves. */
function leaves(one: OracleCase): number {
  return monthOf(one.leaving.date);
}

function leaving(one: OracleCase, part: Partial<OracleCase['leaving']>): OracleCase {
  return { ...one, leaving: { ...one.leaving, ...part } };
}

/** The same person so much later or earlier: the birth and the reorganisation move with the leaving. */
export function leavingOn(one: OracleCase, date: string): OracleCase {
  const months = monthOf(date) - leaves(one);
  const birth = monthText((birthMonthOf(one.person.birth) ?? 0) + months);
  const { reorganisation } = one.leaving;
  const moved = reorganisation === undefined ? {} : { reorganisation: correspondingDay(reorganisation, months) };
  return leaving({ ...one, person: { ...one.person, birth } }, { date, ...moved });
}

function insured(one: OracleCase, part: Partial<OracleCase['insurance']>): OracleCase {
  return { ...one, insurance: { ...one.insurance, ...part } };
}

/** Service that counts, in every sense; the insurance reaches at least as far. */
function serving(one: OracleCase, months: number): OracleCase | undefined {
  if (months < 0) return undefined;
  const service = duration(months);
  const total = duration(Math.max(months, totalMonths(one.insurance)));
  return insured(one, { ...total, countable: service, publicSector: service });
}

/** Insurance of so many months in all, its parts no longer than that. */
function insuredFor(one: OracleCase, months: number): OracleCase {
  const part = (name: 'countable' | 'publicSector' | 'hazardous'): object => {
    const held = one.insurance[name];
    return held ? { [name]: duration(Math.min(totalMonths(held), months)) } : {};
  };
  return insured(one, { ...duration(months), ...part('countable'), ...part('publicSector'), ...part('hazardous') });
}

function hardFor(one: OracleCase, months: number): OracleCase {
  const total = Math.max(months, totalMonths(one.insurance));
  return insured(one, { ...duration(total), hazardous: duration(months) });
}

const early: Put = (one, months) => (Number(months) < 0 ? undefined : agedIn(one, leaves(one) + Number(months) - 1));
const service: Put = (one, months) => serving(one, Number(months));
const work: Put = (one, months) => (Number(months) < 0 ? undefined : { ...one, work: duration(Number(months)) });

/** How a case names a group of the rule files: cipher staff of the forces by how they are paid. */
export function groupNamed(name: string): Pick<OracleCase['person'], 'group' | 'paidLike'> {
  const paidLike = /^cipher-(army|police)$/.exec(name)?.[1];
  return paidLike === undefined ? { group: name } : { group: 'cipher', paidLike };
}

const SALARIES: Readonly<Record<string, OracleCase['salary']>> = {
  components: { coefficient: '4.65', positionAllowance: '0.6' },
  contract: { contract: '10000000' },
  monthly: { monthly: '10000000' },
  allowance: { allowance: '4000000' },
};

/** How each fact is given to a case. Facts that follow from others (regime, pay table, window) have no way of their own. */
export const PUTS: Readonly<Record<string, Put>> = {
  route: (one, route) => leaving(one, { route: String(route) }),
  group: (one, group) => {
    const person = Object.fromEntries(Object.entries(one.person).filter(([key]) => key !== 'paidLike'));
    return { ...one, person: { ...(person as OracleCase['person']), ...groupNamed(String(group)) } };
  },
  impact: (one, impact) => leaving(one, { impact: String(impact) }),
  blocked: (one, blocked) => leaving(one, { blocked: String(blocked) }),
  voluntary: (one, voluntary) => leaving(one, { voluntary: voluntary === true }),
  schedule: (one, schedule) => ({
    ...one,
    age: schedule === 'limit' ? { schedule, limit: String(LIMIT) } : { schedule: String(schedule) },
  }),
  sex: (one, sex) => ({ ...one, person: { ...one.person, sex: String(sex) } }),
  salaryForm: (one, form) => {
    const { average } = one.salary;
    return { ...one, salary: { ...SALARIES[String(form)], ...(average === undefined ? {} : { average }) } };
  },
  pensioner: (one, pensioner) => {
    const { pensionSince, ...person } = one.person;
    const since = pensioner === true ? { pensionSince: pensionSince ?? correspondingDay(one.leaving.date, -20) } : {};
    return { ...one, person: { ...person, ...since, pensioner: pensioner === true } };
  },
  pensionEligible: (one, eligible) => insured(one, { pensionEligible: eligible === true }),
  settledUnder: (one, scheme) => ({
    ...one,
    settled: { amount: '1000000', date: '2025-05-01', ...one.settled, scheme: String(scheme) },
  }),
  settledDate: (one, date) => ({
    ...one,
    settled: { scheme: 'nd29', amount: '1000000', ...one.settled, date: String(date) },
  }),
  programme: (one, programme) => leaving(one, { programme: String(programme) }),
  pensionSince: (one, date) => ({ ...one, person: { ...one.person, pensionSince: String(date) } }),
  leavingDate: (one, date) => leavingOn(one, String(date)),
  leavingDay: (one, day) => leaving(one, { date: shiftDays(`${one.leaving.date.slice(0, 8)}01`, Number(day) - 1) }),
  decidedDate: (one, date) => leaving(one, { decided: String(date) }),
  settlingDate: (one, date) => leaving(one, { decided: String(date) }),
  // The decision rather than the file, whose presence conditions ask for beside it.
  startedDate: (one, date) => leaving(one, { decided: String(date) }),
  filedDate: (one, date) => leaving(one, { filed: String(date) }),
  unemploymentMonths: (one, months) =>
    Number(months) < 0 ? undefined : insured(one, { unemployment: duration(Number(months)) }),
  monthsEarly: early,
  yearsEarly: (one, years) => early(one, Number(years) * 12),
  monthsPast: (one, months) => {
    if (Number(months) < 0) return undefined;
    const { pensionSince } = one.person;
    if (pensionSince === undefined) return agedIn(one, leaves(one) - 1 - Number(months));
    return { ...one, person: { ...one.person, pensionSince: `${monthText(leaves(one) - Number(months))}-01` } };
  },
  ageMonths: (one, months) => ({
    ...one,
    person: { ...one.person, birth: monthText(leaves(one) - Number(months)) },
  }),
  serviceMonths: service,
  serviceYears: (one, years) => service(one, Number(years) * 12),
  insuranceMonths: (one, months) => (Number(months) < 0 ? undefined : insuredFor(one, Number(months))),
  hazardousMonths: (one, months) => hardFor(one, Number(months)),
  workMonths: work,
  workYears: (one, years) => work(one, Number(years) * 12),
  trainingMonths: (one, months) =>
    Number(months) < 0 ? undefined : { ...one, training: { fee: '20000000', ...one.training, months: Number(months) } },
  termMonths: (one, months) => {
    const termEnds = correspondingDay(`${one.leaving.date.slice(0, 8)}01`, Number(months) - 1);
    return Number(months) < 1 ? undefined : { ...one, post: { ...one.post, termEnds } };
  },
};

/** What stands under a key of the leaving that a condition wants given. */
const USUAL = {
  'leaving.decided': ({ leaving: { date } }: OracleCase): string => date,
  'leaving.filed': ({ leaving: { date } }: OracleCase): string => date,
  'leaving.ground': (): string => 'quality',
  'leaving.reorganisation': ({ leaving: { date } }: OracleCase): string => date,
} as const;

const KEYS = {
  'leaving.decided': 'decided',
  'leaving.filed': 'filed',
  'leaving.ground': 'ground',
  'leaving.reorganisation': 'reorganisation',
} as const;

/** Whether the case asks whether an optional key is there; a case that gives it, or does not. */
export function given(one: OracleCase, key: string, there: boolean): OracleCase {
  if (key === 'insurance.hazardous') {
    const { hazardous, ...rest } = one.insurance;
    if (!there) return { ...one, insurance: rest };
    return { ...one, insurance: { ...rest, hazardous: hazardous ?? duration(Math.min(200, totalMonths(rest))) } };
  }
  if (key === 'settled.date' && one.settled) {
    const { date, ...rest } = one.settled;
    return { ...one, settled: there ? { ...rest, date: date ?? '2025-05-01' } : rest };
  }
  if (key === 'insurance.unemployment') {
    const { unemployment, ...rest } = one.insurance;
    return { ...one, insurance: there ? { ...rest, unemployment: unemployment ?? duration(12) } : rest };
  }
  if (key in USUAL) {
    const name = key as keyof typeof USUAL;
    const { [KEYS[name]]: value, ...rest } = one.leaving;
    return { ...one, leaving: there ? { ...rest, [KEYS[name]]: value ?? USUAL[name](one) } : rest };
  }
  return one;
}

/** The case made possible: a salary of the person's own kind, and no more insurance than a life can hold. */
export function possible(one: OracleCase): OracleCase {
  const part = one.person.group.endsWith('part-time');
  const form =
    one.salary.allowance !== undefined ? 'allowance' : one.salary.monthly !== undefined ? 'monthly' : 'other';
  const wrong = part ? form === 'other' : form === 'allowance';
  const paid = wrong ? (PUTS['salaryForm']?.(one, part ? 'allowance' : 'monthly') ?? one) : one;
  const life = monthOf(paid.leaving.date) - (birthMonthOf(paid.person.birth) ?? 0);
  return totalMonths(paid.insurance) > life ? insuredFor(paid, life) : paid;
}
