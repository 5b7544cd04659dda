import { birthMonthOf } from './calendar.ts';
import { groupName, groupOf } from './law.ts';
import { parseDecimal } from './rational.ts';
import type { OracleCase } from './types.ts';

export type Schedule = 'normal' | 'reduced' | 'limit';

/** Decree 135/2020 Appendix I by calendar year: first age in months (2021), yearly step, last age. */
const AGES = {
  male: { first: 60 * 12 + 3, step: 3, last: 62 * 12, firstBirth: 1961 * 12 },
  female: { first: 55 * 12 + 4, step: 4, last: 60 * 12, firstBirth: 1966 * 12 },
} as const;

/** Appendix II is Appendix I less five years, in every row. */
const REDUCTION = 60;

/**
 * The month in which the age is reached (Decree 135/2020): for a birth month B, the smallest year Y from 2021 on
 * with B + age(Y) not after December of Y. Undefined for a birth before the tables begin.
 */
export function ageMonth(sex: string, birthMonth: number, schedule: 'normal' | 'reduced'): number | undefined {
  const table = sex === 'male' ? AGES.male : AGES.female;
  const less = schedule === 'reduced' ? REDUCTION : 0;
  if (!(birthMonth >= table.firstBirth + less)) return undefined;
  for (let year = 2021; ; year += 1) {
    const age = Math.min(table.first + table.step * (year - 2021), table.last) - less;
    if (birthMonth + age <= year * 12 + 11) return birthMonth + age;
  }
}

/** An age limit in years: of men and women alike, of men and of women, or as this function gives it in months. */
type Limit = number | readonly [men: number, women: number] | ((sex: string, birthMonth: number) => number | undefined);

const JUNIOR = ['thieu uy', 'trung uy', 'thuong uy', 'dai uy', 'cap uy'];
const GENERALS = ['thieu tuong', 'trung tuong', 'thuong tuong', 'dai tuong', 'cap tuong'];
const SERGEANTS = ['ha si', 'trung si', 'thuong si', 'ha si quan'];

/** Limits by rank: of sergeants, lieutenants and captains, each rank of field officers, generals. */
function byRank(
  sergeants: Limit | undefined,
  junior: Limit,
  [major, lieutenantColonel, seniorLieutenantColonel, colonel]: readonly (Limit | undefined)[],
  generals?: Limit,
): ReadonlyMap<string, Limit> {
  const rows: readonly (readonly [ranks: readonly string[], limit: Limit | undefined])[] = [
    [SERGEANTS, sergeants],
    [JUNIOR, junior],
    [['thieu ta'], major],
    [['trung ta'], lieutenantColonel],
    [['thuong ta'], seniorLieutenantColonel],
    [['dai ta'], colonel],
    [GENERALS, generals],
  ];
  return new Map(rows.flatMap(([ranks, limit]) => (limit === undefined ? [] : ranks.map((rank) => [rank, limit]))));
}

/** Appendix I of Decree 135, which ends at 62 and 60, as the senior police and the police workers reach them. */
const appendixOne = (sex: string, birthMonth: number): number | undefined => ageMonth(sex, birthMonth, 'normal');

/** Women thượng tá of the police: 56 in 2023, 4 months more each year, 58 from 2029, by the year in which it is reached. */
function womenSeniorLieutenantColonel(birthMonth: number): number {
  for (let year = 2023; ; year += 1) {
    const age = Math.min(56 * 12 + 4 * (year - 2023), 58 * 12);
    if (birthMonth + age <= year * 12 + 11 || age === 58 * 12) return birthMonth + age;
  }
}

/** Law 52/2024, decided from 2024-12-01. */
const OFFICERS = byRank(undefined, 50, [52, 54, 56, 58], 60);
/** Law 19/2008, decided before it (TT 19 Điều 17). */
const OFFICERS_BEFORE = byRank(undefined, 46, [48, 51, 54, [57, 55]], [60, 55]);
/** Law 98/2015 Điều 17 khoản 2. */
const SOLDIERS = byRank(undefined, 52, [54, 54, [56, 55], undefined]);
/** Law 21/2023 with the way there of Decree 57/2023, decided from 2023-08-15. */
const POLICE = byRank(
  47,
  55,
  [
    [57, 55],
    [57, 55],
    (sex, birth) => (sex === 'male' ? birth + 60 * 12 : womenSeniorLieutenantColonel(birth)),
    appendixOne,
  ],
  (sex, birth) => (sex === 'male' ? appendixOne(sex, birth) : birth + 60 * 12),
);
/** Law 37/2018, decided before it. */
const POLICE_BEFORE = byRank(
  45,
  53,
  [
    [55, 53],
    [55, 53],
    [58, 55],
    [60, 55],
  ],
  60,
);
/** Law 98/2015 Điều 31: defence workers and employees, whatever they are called. */
const DEFENCE: Limit = [60, 55];

function plain(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.replace(/đ/g, 'd').trim().replace(/\s+/g, ' ');
}

/** The limit that the laws set for a person: by the day of the decision, or of leaving if there is none. */
function lawfulLimit({ person, leaving }: OracleCase): Limit | undefined {
  const { rank } = person;
  const decided = leaving.decided ?? leaving.date;
  const ranked = (table: ReadonlyMap<string, Limit>): Limit | undefined =>
    rank === undefined ? undefined : table.get(plain(rank));
  switch (groupName(person)) {
    case 'army-officer':
    case 'cipher-army':
      return ranked(decided < '2024-12-01' ? OFFICERS_BEFORE : OFFICERS);
    case 'professional-soldier':
      return ranked(SOLDIERS);
    case 'defence-worker':
    case 'defence-employee':
      return DEFENCE;
    case 'police-officer':
    case 'cipher-police':
      return ranked(decided < '2023-08-15' ? POLICE_BEFORE : POLICE);
    case 'police-worker':
      return appendixOne;
    default:
      return undefined;
  }
}

/** An age as `age.limit` writes it, in months: "58", "61y3m", "61.25", "61,25"; undefined if it is none. */
export function limitInMonths(text: string): number | undefined {
  const parts = /^(\d{1,2})y(\d{1,2})m$/.exec(text);
  const months = parts
    ? Number(parts[1]) * 12 + Number(parts[2])
    : Number(parseDecimal(text.replace(',', '.'))?.toDecimal() ?? NaN) * 12;
  return Number.isInteger(months) && months > 0 ? months : undefined;
}

/** The month in which the age limit is reached: `age.limit` if given, else that of the law. */
function limitMonth(c: OracleCase, birth: number): number | 'age-limit-unknown' | 'birth-before-tables' {
  if (c.age?.limit !== undefined) {
    const months = limitInMonths(c.age.limit);
    return months === undefined ? 'age-limit-unknown' : birth + months;
  }
  const limit = lawfulLimit(c);
  if (limit === undefined) return 'age-limit-unknown';
  if (typeof limit === 'function') return limit(c.person.sex, birth) ?? 'birth-before-tables';
  const years = typeof limit === 'number' ? limit : limit[c.person.sex === 'male' ? 0 : 1];
  return birth + years * 12;
}

/** The schedule of the case: as given, else the limit for the forces, else Appendix I. */
export function scheduleOf(c: OracleCase): Schedule {
  const byGroup = groupOf(c.person)?.limitByDefault === true ? 'limit' : 'normal';
  return (c.age?.schedule as Schedule | undefined) ?? byGroup;
}

/** The month in which this person reaches the age, or the reason why it cannot be told. */
export function retirementMonth(c: OracleCase): number | 'age-limit-unknown' | 'birth-before-tables' {
  const birth = birthMonthOf(c.person.birth) ?? NaN;
  const schedule = scheduleOf(c);
  if (schedule === 'limit') return limitMonth(c, birth);
  return ageMonth(c.person.sex, birth, schedule) ?? 'birth-before-tables';
}
