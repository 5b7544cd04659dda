import { calculate } from '../../../src/index.ts';

const WHOLE = {
  person: { sex: 'male', birth: '1968-01', group: 'cadre' },
  leaving: { route: 'auto', date: '2025-05-01', reorganisation: '2025-03-01' },
  insurance: { years: 30 },
  salary: { monthly: '10000000' },
};

type Part = Readonly<Record<string, unknown>>;
type Change = Readonly<Record<string, unknown>>;

/** The whole case with some keys of its groups changed; `undefined` takes a key away. */
function changed(change: Change, replace = false): unknown {
  const merged: Record<string, unknown> = { ...WHOLE };
  for (const [group, keys] of Object.entries(change)) {
    const isGroup = !replace && keys !== null && typeof keys === 'object';
    const held = (WHOLE as Part)[group] as Part | undefined;
    merged[group] = isGroup ? { ...held, ...(keys as Part) } : keys;
  }
  return JSON.parse(JSON.stringify(merged));
}

/** A faulty input with the exact issues it must give, as `code path`. */
export interface Faulty {
  readonly name: string;
  readonly input: unknown;
  readonly issues: readonly string[];
}

function faulty(name: string, change: Change, ...issues: string[]): Faulty {
  return { name, input: changed(change), issues };
}

/** The issues of an input as `code path`, in order of place. */
export function faultsIn(input: unknown): string[] {
  const found = calculate(input, { scheme: 'nd178' });
  return found.ok ? [] : found.issues.map(({ code, path }) => `${code} ${path}`).sort();
}

const SALARY = 'salary';

/** Every fault that a case can have by itself, one at a time, and both sides of each limit. */
export const FAULTY: readonly Faulty[] = [
  faulty('sound', {}),
  faulty('month as text', { insurance: { months: '11' } }),
  faulty('many odd months', { insurance: { years: 20, months: 13 } }, 'months-beyond-year insurance.months'),
  faulty('months alone', { insurance: { years: 0, months: 253 } }),
  faulty('most odd months', { insurance: { years: 0, months: 999 } }, 'insurance-longer-than-life insurance.years'),
  faulty('too many odd months', { insurance: { months: 1000 } }, 'out-of-range insurance.months'),
  faulty('too many years', { insurance: { years: 81 } }, 'out-of-range insurance.years'),
  faulty('longest life', { acceptImplausible: true, insurance: { years: 57, months: 4 } }),
  faulty('longer than life', { insurance: { years: 57, months: 5 } }, 'insurance-longer-than-life insurance.years'),
  faulty('part of years', { insurance: { years: 1.5 } }, 'not-whole insurance.years'),
  faulty('negative years', { insurance: { years: -1 } }, 'not-whole insurance.years'),
  faulty('no years', { insurance: { years: undefined } }, 'missing insurance.years'),
  faulty('equal part', { insurance: { publicSector: { years: 30 } } }),
  faulty(
    'larger part',
    { insurance: { publicSector: { years: 30, months: 1 } } },
    'part-above-total insurance.publicSector.years',
  ),
  faulty('larger countable', { insurance: { countable: { years: 31 } } }, 'part-above-total insurance.countable.years'),
  faulty('larger hazardous', { insurance: { hazardous: { years: 31 } } }, 'part-above-total insurance.hazardous.years'),
  faulty('unknown sex', { person: { sex: 'man' } }, 'unknown-word person.sex'),
  faulty('unknown group', { person: { group: 'cadres' } }, 'unknown-word person.group'),
  faulty('group of another scheme', { person: { group: 'commune-part-time' } }, 'group-not-covered person.group'),
  faulty('unknown route', { leaving: { route: 'retire' } }, 'unknown-word leaving.route'),
  faulty('unknown impact', { leaving: { impact: 'some' } }, 'unknown-word leaving.impact'),
  faulty('unknown key', { person: { gender: 'male' } }, 'unknown-key person.gender'),
  faulty('key of another part', { birth: '1968-01' }, 'unknown-key birth'),
  faulty('end of a key', { mount: '5' }, 'unknown-key mount'),
  faulty('impossible day', { leaving: { date: '2025-02-29' } }, 'impossible-date leaving.date'),
  faulty('last day of February', { leaving: { date: '2025-02-28' } }),
  faulty('impossible month', { leaving: { date: '2025-13-01' } }, 'impossible-date leaving.date'),
  faulty('day zero', { leaving: { date: '2025-05-00' } }, 'impossible-date leaving.date'),
  faulty('day 31 of April', { leaving: { decided: '2025-04-31' } }, 'impossible-date leaving.decided'),
  faulty('day 31 of March', { leaving: { decided: '2025-03-31' } }),
  faulty('short date', { leaving: { date: '2025-5-1' } }, 'impossible-date leaving.date'),
  faulty('long date', { leaving: { date: '2025-05-011' } }, 'impossible-date leaving.date'),
  faulty('year of birth', { person: { birth: '1968' } }),
  faulty('year before 1900', { person: { birth: '1899' } }, 'impossible-date person.birth'),
  faulty('month 13 of birth', { person: { birth: '1968-13' } }, 'impossible-date person.birth'),
  faulty('birth before the tables', { person: { birth: '1960-12' } }, 'birth-not-covered person.birth'),
  faulty('first birth of the tables', { person: { birth: '1961-01' } }, 'leaving-after-age leaving.date'),
  faulty('leaving before birth', { person: { birth: '2025-06' } }, 'leaving-before-birth leaving.date'),
  faulty('leaving in the month of birth', { person: { birth: '2025-05' } }, 'leaving-before-birth leaving.date'),
  faulty(
    'no reorganisation',
    { leaving: { reorganisation: undefined } },
    'reorganisation-missing leaving.reorganisation',
  ),
  faulty('no group of keys', { leaving: 5 }, 'not-an-object leaving'),
  faulty('limit of 0 years', { age: { schedule: 'limit', limit: '0' } }, 'out-of-range age.limit'),
  faulty('limit of 1 year', { age: { schedule: 'limit', limit: '1' } }, 'leaving-after-age leaving.date'),
  faulty('limit of 99 years', { age: { schedule: 'limit', limit: '99' } }),
  faulty('limit of 100 years', { age: { schedule: 'limit', limit: '100' } }, 'out-of-range age.limit'),
  faulty('limit of no whole months', { age: { schedule: 'limit', limit: '57.3' } }, 'not-an-age age.limit'),
  faulty('limit beside a schedule', { age: { schedule: 'normal', limit: '58' } }, 'age-limit-unused age.limit'),
  faulty(
    'limit schedule of a cadre',
    { age: { schedule: 'limit' } },
    'age-limit-missing age.limit',
    'schedule-not-for-group age.schedule',
  ),
  faulty('officer without limit', { person: { group: 'army-officer' } }, 'age-limit-missing age.limit'),
  faulty('officer of no rank', { person: { group: 'army-officer', rank: 'trưởng' } }, 'rank-without-limit person.rank'),
  faulty(
    'association staff before their day',
    { person: { group: 'association-staff' }, leaving: { date: '2025-03-01' } },
    'group-not-covered person.group',
  ),
  { name: 'no salary', input: changed({ salary: {} }, true), issues: ['salary-missing salary'] },
  faulty('two salaries', { salary: { contract: '5000000' } }, 'salary-twice salary'),
  faulty('salary and component', { salary: { coefficient: '4' } }, 'salary-twice salary'),
  {
    name: 'only an allowance',
    input: changed({ [SALARY]: { publicService: '25%' } }, true),
    issues: ['salary-coefficient-missing salary.coefficient'],
  },
  { name: 'zero salary', input: changed({ salary: { monthly: '0' } }, true), issues: ['salary-zero salary.monthly'] },
  {
    name: 'zero coefficient',
    input: changed({ salary: { coefficient: '0.00' } }, true),
    issues: ['salary-zero salary.coefficient'],
  },
  { name: 'negative salary', input: changed({ salary: { monthly: '-5' } }, true), issues: ['negative salary.monthly'] },
  {
    name: 'salary in words',
    input: changed({ salary: { monthly: '5 tr' } }, true),
    issues: ['not-a-number salary.monthly'],
  },
  { name: 'exponent', input: changed({ salary: { monthly: '1e7' } }, true), issues: ['not-a-number salary.monthly'] },
  {
    name: 'inexact number',
    input: changed({ salary: { monthly: 0.1234567890123456 } }, true),
    issues: ['inexact-number salary.monthly'],
  },
  { name: 'exact number', input: changed({ salary: { coefficient: 4.65 } }, true), issues: [] },
  {
    name: 'whole per cent',
    input: changed({ salary: { coefficient: '4', party: '1' } }, true),
    issues: ['ambiguous-percent salary.party'],
  },
  { name: 'decimal comma', input: changed({ salary: { coefficient: '4,65', overFrame: '7,5 %' } }, true), issues: [] },
  {
    name: 'money for a per cent',
    input: changed({ salary: { coefficient: '4', party: '3071250' } }, true),
    issues: ['not-a-percent salary.party'],
  },
  {
    name: 'bare per cent',
    input: changed({ salary: { coefficient: '4', party: '1.01' } }, true),
    issues: ['ambiguous-percent salary.party'],
  },
  {
    name: 'per cent in words',
    input: changed({ salary: { coefficient: '4', party: '%' } }, true),
    issues: ['not-a-number salary.party'],
  },
  {
    name: 'highest per cent',
    input: changed({ acceptImplausible: true, salary: { coefficient: '4', preferential: '200%' } }, true),
    issues: [],
  },
  {
    name: 'too high a per cent',
    input: changed({ salary: { coefficient: '4', preferential: '200.001%' } }, true),
    issues: ['not-a-percent salary.preferential'],
  },
  {
    name: 'longest amount',
    input: changed({ acceptImplausible: true, salary: { monthly: '9'.repeat(16) } }, true),
    issues: [],
  },
  {
    name: 'too long an amount',
    input: changed({ salary: { monthly: '9'.repeat(17) } }, true),
    issues: ['out-of-range salary.monthly'],
  },
  { name: 'no object at all', input: 5, issues: ['not-an-object '] },
  faulty('no person', { person: undefined }, 'missing person.birth', 'missing person.group', 'missing person.sex'),
  faulty(
    'no leaving',
    { leaving: undefined },
    'missing leaving.date',
    'missing leaving.route',
    'reorganisation-missing leaving.reorganisation',
  ),
  faulty('no salary of any kind', { salary: undefined }, 'salary-missing salary'),
  faulty('null salary', { salary: null }, 'salary-missing salary'),
  faulty('null date', { leaving: { date: null } }, 'missing leaving.date'),
  faulty('null rank', { person: { rank: null } }),
  faulty('blank sex', { person: { sex: ' ' } }, 'missing person.sex'),
  faulty('flag as text', { leaving: { voluntary: 'yes' } }),
  faulty('flag that says neither', { leaving: { voluntary: 'maybe' } }, 'unknown-word leaving.voluntary'),
  faulty('years and months in words', { insurance: { years: '28 năm 7 tháng' } }),
  faulty('months twice', { insurance: { years: '28 năm 7 tháng', months: 6 } }, 'months-twice insurance.months'),
  faulty('years by a stroke', { insurance: { years: '28-07' } }, 'duration-in-years insurance.years'),
  faulty('word as a number', { person: { sex: 1 } }, 'wrong-type person.sex'),
  faulty('day as a flag', { leaving: { date: true } }, 'wrong-type leaving.date'),
  faulty('birth as a flag', { person: { birth: true } }, 'wrong-type person.birth'),
  faulty('name as a list', { person: { name: ['A'] } }, 'wrong-type person.name'),
  faulty('misspelt key', { person: { grup: 'cadre' } }, 'unknown-key person.grup'),
  faulty('key of another group', { person: { coefficient: '4' } }, 'unknown-key person.coefficient'),
  faulty('misspelt group of keys', { persn: {} }, 'unknown-key persn'),
  faulty(
    'misspelt key further in',
    { insurance: { publicSector: { years: 1, monhts: 2 } } },
    'unknown-key insurance.publicSector.monhts',
  ),
  faulty('months of training', { training: { months: 1000, fee: '1' } }, 'out-of-range training.months'),
  faulty('fee in words', { training: { months: 1, fee: 'x' } }, 'not-a-number training.fee'),
  faulty(
    'day of a settlement',
    { settled: { scheme: 'nd29', date: '2025-02-30', amount: '-1' } },
    'impossible-date settled.date',
    'negative settled.amount',
  ),
  faulty('end of a term', { post: { termEnds: '2025-02-30' } }, 'impossible-date post.termEnds'),
  faulty('settlement without a scheme', { settled: { amount: '1' } }, 'missing settled.scheme'),
  faulty('odd months of work alone', { work: { months: 1 } }, 'missing work.years'),
  faulty('years of work', { work: { years: 81 } }, 'out-of-range work.years'),
];
