import { birthMonthOf } from './calendar.ts';
import { GROUPS } from './law.ts';
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
  if (birthMonth < table.firstBirth + less) return undefined;
  for (let year = 2021; ; year += 1) {
    const age = Math.min(table.first + table.step * (year - 2021), table.last) - less;
    if (birthMonth + age <= year * 12 + 11) return birthMonth + age;
  }
}

const JUNIOR = ['thieu uy', 'trung uy', 'thuong uy', 'dai uy', 'cap uy'];
const GENERALS = ['thieu tuong', 'trung tuong', 'thuong tuong', 'dai tuong', 'cap tuong'];

function rankTable(junior: number, generals: number | undefined, others: Record<string, number>): Map<string, number> {
  const table = new Map(Object.entries(others));
  for (const rank of JUNIOR) table.set(rank, junior);
  if (generals !== undefined) for (const rank of GENERALS) table.set(rank, generals);
  return table;
}

/** Age limits in years: army officers (Law 52/2024), professional soldiers (Law 98/2015 Điều 17). */
const RANK_LIMITS: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map([
  ['army-officer', rankTable(50, 60, { 'thieu ta': 52, 'trung ta': 54, 'thuong ta': 56, 'dai ta': 58 })],
  ['professional-soldier', rankTable(52, undefined, { 'thieu ta': 54, 'trung ta': 54, 'thuong ta': 56 })],
]);

function plain(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return bare.replace(/đ/g, 'd').trim().replace(/\s+/g, ' ');
}

/** The age limit in months: `age.limit` if given, else that of the rank; undefined if neither says. */
export function limitMonths(c: OracleCase): number | undefined {
  if (c.age?.limit !== undefined) {
    const months = Number(parseDecimal(c.age.limit)?.toDecimal() ?? NaN) * 12;
    return Number.isInteger(months) && months > 0 ? months : undefined;
  }
  const years = c.person.rank === undefined ? undefined : RANK_LIMITS.get(c.person.group)?.get(plain(c.person.rank));
  return years === undefined ? undefined : years * 12;
}

/** The schedule of the case: as given, else the rank limit for officers and professional soldiers, else Appendix I. */
export function scheduleOf(c: OracleCase): Schedule {
  const byGroup = GROUPS.get(c.person.group)?.limitByDefault ? 'limit' : 'normal';
  return (c.age?.schedule as Schedule | undefined) ?? byGroup;
}

/** The month in which this person reaches the age, or the reason why it cannot be told. */
export function retirementMonth(c: OracleCase): number | 'age-limit-unknown' | 'birth-before-tables' {
  const birth = birthMonthOf(c.person.birth) ?? NaN;
  const schedule = scheduleOf(c);
  if (schedule !== 'limit') return ageMonth(c.person.sex, birth, schedule) ?? 'birth-before-tables';
  const limit = limitMonths(c);
  return limit === undefined ? 'age-limit-unknown' : birth + limit;
}
