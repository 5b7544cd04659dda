import { parseMonth, type Month } from '../base/calendar.ts';
import { folded, nearest } from '../base/text.ts';
import type { AgeLimitProvision, RetirementAgeProvision } from '../law/provision.ts';
import type { LawVersion, Rule } from '../law/version.ts';

/** The month in which the normal retirement age is reached, and by which rule. */
export interface Retirement {
  readonly ageMonth: Month;
  readonly rule: Rule<RetirementAgeProvision | AgeLimitProvision> | undefined;
}

const MONTHS = 12;

/** A retirement month that the tables do not give: the birth is before them. */
export interface NotCovered {
  readonly coveredFrom: string;
  /** The first month of the table: who is not covered reached the age before it. */
  readonly tableStarts: Month;
  /** The address of the table. */
  readonly at: string;
}

/**
 * The month in which a birth reaches the retirement age of a schedule (Nghị định 135/2020/NĐ-CP): the age that
 * goes with the calendar year in which it is reached. Undefined when the law has no such schedule.
 */
export function retirementMonth(
  law: LawVersion,
  schedule: string,
  sex: 'male' | 'female',
  birth: Month,
): Retirement | NotCovered | undefined {
  const rule = law.rules('retirement-age').find((one) => one.provision.schedule === schedule);
  if (!rule) return undefined;
  const { first, rows } = tableOf(rule.provision)[sex];
  if (birth < first) {
    const { coversBirthsFrom, ages, at } = rule.provision;
    return { coveredFrom: coversBirthsFrom[sex], tableStarts: (ages[0]?.year ?? 0) * MONTHS, at };
  }
  let ageMonth = birth;
  for (const { yearEnd, age } of rows) {
    ageMonth = birth + age;
    if (ageMonth <= yearEnd) break;
  }
  return { ageMonth, rule };
}

interface Table {
  readonly first: Month;
  readonly rows: readonly { readonly yearEnd: Month; readonly age: number }[];
}

const tables = new WeakMap<RetirementAgeProvision, Record<'male' | 'female', Table>>();

/** The ages of a provision in months; the last year's stand for all later years. */
function tableOf(provision: RetirementAgeProvision): Record<'male' | 'female', Table> {
  const there = tables.get(provision);
  if (there) return there;
  const { ages, coversBirthsFrom, lessMonths = 0 } = provision;
  const table = (sex: 'male' | 'female'): Table => ({
    first: parseMonth(coversBirthsFrom[sex]) ?? 0,
    rows: ages.map((row) => ({ yearEnd: row.year * MONTHS + 11, age: ageInMonths(row[sex]) - lessMonths })),
  });
  const fresh = { male: table('male'), female: table('female') };
  tables.set(provision, fresh);
  return fresh;
}

/** An age written `YY-MM`, in months. */
function ageInMonths(age: string): number {
  const [years = '', months = ''] = age.split('-');
  return Number(years) * 12 + Number(months);
}

/** The age limit in years of a rank in a group (hạn tuổi phục vụ cao nhất), or the ranks that are known. */
export function rankLimit(
  law: LawVersion,
  group: string,
  rank: string,
): { years: number; rule: Rule<AgeLimitProvision> } | { near: string | undefined } {
  const wanted = folded(rank);
  const rules = law.rules('age-limit').filter((rule) => rule.provision.group.includes(group));
  const known: string[] = [];
  for (const rule of rules) {
    for (const { ranks, years } of rule.provision.limits) {
      if (ranks.some((one) => folded(one) === wanted)) return { years, rule };
      known.push(...ranks);
    }
  }
  return { near: nearest(rank, known) };
}
