import { correspondingDay, monthOf, monthText } from '../proof/oracle/calendar.ts';
import { ageMonth } from '../proof/oracle/retirement.ts';
import type { Duration, OracleCase } from '../proof/oracle/types.ts';

/** What a person is wanted to be; the birth follows from the months early. */
export interface Wanted {
  readonly date: string;
  readonly monthsEarly: number;
  readonly group?: string;
  readonly sex?: 'male' | 'female';
  readonly impact?: string;
  readonly schedule?: string;
  readonly rank?: string;
  readonly route?: string;
  /** `null`: not given. Default: two months before leaving. */
  readonly reorganisation?: string | null;
  readonly decided?: string;
  readonly blocked?: string;
  readonly voluntary?: boolean;
  /** Months of insurance in all; default 30 years. */
  readonly insurance?: number;
  readonly countable?: number;
  readonly publicSector?: number;
  readonly hazardous?: number;
  readonly pensionEligible?: boolean;
  readonly salary?: OracleCase['salary'];
}

/** The age limit, in years, of a person who retires by one without a rank. */
const LIMIT = 58;

/** Months as a duration. */
export function duration(months: number): Duration {
  return { years: Math.floor(months / 12), months: months % 12 };
}

/** The person wanted; undefined when no birth reaches the age in the wanted month. */
export function personWith(wanted: Wanted): OracleCase | undefined {
  const { date, sex = 'male', schedule = 'normal', rank, insurance = 360 } = wanted;
  const birth = birthFor(wanted, monthOf(date) + wanted.monthsEarly - 1);
  if (birth === undefined) return undefined;
  const { countable, publicSector, hazardous, pensionEligible } = wanted;
  const part = (name: string, months: number | undefined): object =>
    months === undefined ? {} : { [name]: duration(Math.min(months, insurance)) };
  const limit = schedule === 'limit' && rank === undefined ? { limit: String(LIMIT) } : {};
  return {
    acceptImplausible: true,
    person: {
      sex,
      birth: monthText(birth),
      group: wanted.group ?? 'civil-servant',
      ...(rank === undefined ? {} : { rank }),
    },
    leaving: leavingOf(wanted),
    age: { schedule, ...limit },
    insurance: {
      ...duration(insurance),
      ...part('countable', countable),
      ...part('publicSector', publicSector),
      ...part('hazardous', hazardous),
      ...(pensionEligible === undefined ? {} : { pensionEligible }),
    },
    salary: wanted.salary ?? { monthly: '10000000' },
  };
}

function leavingOf(wanted: Wanted): OracleCase['leaving'] {
  const { date, reorganisation = correspondingDay(date, -2), decided, blocked, voluntary } = wanted;
  return {
    route: wanted.route ?? 'auto',
    date,
    ...(reorganisation === null ? {} : { reorganisation }),
    ...(decided === undefined ? {} : { decided }),
    impact: wanted.impact ?? 'direct',
    ...(blocked === undefined ? {} : { blocked }),
    ...(voluntary === undefined ? {} : { voluntary }),
  };
}

const births = new Map<string, ReadonlyMap<number, number>>();

/** The month of birth of who reaches the age in a month, for a sex and a schedule. */
function birthsOf(sex: string, schedule: 'normal' | 'reduced'): ReadonlyMap<number, number> {
  const key = `${sex} ${schedule}`;
  const there = births.get(key);
  if (there) return there;
  const found = new Map<number, number>();
  for (let birth = 1961 * 12; birth < 2000 * 12; birth += 1) {
    const reached = ageMonth(sex, birth, schedule);
    if (reached !== undefined && !found.has(reached)) found.set(reached, birth);
  }
  births.set(key, found);
  return found;
}

function birthFor({ schedule = 'normal', sex = 'male' }: Wanted, ageReached: number): number | undefined {
  if (schedule === 'limit') return ageReached - LIMIT * 12;
  return birthsOf(sex, schedule as 'normal' | 'reduced').get(ageReached);
}
