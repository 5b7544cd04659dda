import { parseMonth, type Month } from '../../base/calendar.ts';
import { folded, nearest } from '../../base/text.ts';
import type { Facts } from '../../law/facts.ts';
import type { AgeLimitProvision, LimitAge, RankLimit, RetirementAgeProvision } from '../../law/provision.ts';
import { rankMeant, type RankMeant } from '../../law/ranks.ts';
import { holds } from '../../law/select.ts';
import type { LawVersion, Rule } from '../../law/version.ts';

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
  const table = law.derived(ageTables).get(rule);
  const { first, rows } = (table as Tables)[sex];
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

type Tables = Record<'male' | 'female', Table>;

/** The tables of retirement ages, by their rules. */
function ageTables(law: LawVersion): ReadonlyMap<Rule, Tables> {
  return new Map(law.rules('retirement-age').map((rule) => [rule, tablesOf(rule.provision)]));
}

/** The ages of a provision in months; the last year's stand for all later years. */
function tablesOf(provision: RetirementAgeProvision): Tables {
  const { ages, coversBirthsFrom, lessMonths = 0 } = provision;
  const table = (sex: 'male' | 'female'): Table => ({
    first: parseMonth(coversBirthsFrom[sex]) ?? 0,
    rows: ages.map((row) => ({ yearEnd: row.year * MONTHS + 11, age: ageInMonths(row[sex]) - lessMonths })),
  });
  return { male: table('male'), female: table('female') };
}

/** An age written `YY-MM`, in months. */
function ageInMonths(age: string): number {
  const [years = '', months = ''] = age.split('-');
  return Number(years) * MONTHS + Number(months);
}

/** The age limits that apply to a group in a case (hạn tuổi phục vụ cao nhất). */
function limitRules(law: LawVersion, group: string, facts: Facts): readonly Rule<AgeLimitProvision>[] {
  return law.rules('age-limit').filter((rule) => rule.provision.group.includes(group) && holds(rule, facts));
}

/** Whether the limits of a rank in a group differ by sex. The facts tell which act applies. */
export function limitDependsOnSex(law: LawVersion, facts: Facts, group: string, rank: string): boolean {
  const named = rankNamed(law, group, rank);
  return limitRules(law, group, facts).some(({ provision }) => {
    const row = limitRow(provision, named);
    return row !== undefined && JSON.stringify(row.male) !== JSON.stringify(row.female);
  });
}

/** The rank that a text means among those of all tables of a group. */
function meantRank(law: LawVersion, group: string, rank: string): RankMeant {
  const rules = law.rules('age-limit').filter(({ provision }) => provision.group.includes(group));
  return rankMeant(
    rules.flatMap(({ provision }) => provision.limits.flatMap(({ ranks = [] }) => ranks)),
    rank,
  );
}

/** The rank of a group as the tables of limits name it; as it was written where none, or several, may be meant. */
export function rankNamed(law: LawVersion, group: string, rank: string | undefined): string | undefined {
  const meant = rank === undefined ? undefined : meantRank(law, group, rank);
  return meant && 'rank' in meant ? meant.rank : rank;
}

/** The row of a rank in a table of limits; where the row names no rank, of everybody. */
export function limitRow(provision: AgeLimitProvision, rank: string | undefined): RankLimit | undefined {
  const wanted = rank === undefined ? undefined : folded(rank);
  return provision.limits.find(
    ({ ranks }) => !ranks || (wanted !== undefined && ranks.some((one) => folded(one) === wanted)),
  );
}

/** Whom a limit is asked for. */
export interface LimitAsked {
  readonly group: string;
  readonly rank: string | undefined;
  readonly sex: 'male' | 'female';
  readonly birth: Month;
}

/**
 * The month in which a person reaches the age limit of the rank in a group; or, where there is none for it, the nearest
 * rank that is known. The facts tell which act applies.
 */
export function limitMonth(
  law: LawVersion,
  facts: Facts,
  { group, rank, sex, birth }: LimitAsked,
): Retirement | NotCovered | { readonly near: string | undefined } {
  const all: string[] = [];
  const named = rankNamed(law, group, rank);
  for (const rule of limitRules(law, group, facts)) {
    const row = limitRow(rule.provision, named);
    if (row) return reached(law, rule, row[sex], sex, birth);
    all.push(...rule.provision.limits.flatMap(({ ranks = [] }) => ranks));
  }
  if (rank === undefined) return { near: undefined };
  const meant = meantRank(law, group, rank);
  const among = 'among' in meant ? meant.among.join(', ') : '';
  return { near: among === '' ? nearest(rank, all) : among };
}

function reached(
  law: LawVersion,
  rule: Rule<AgeLimitProvision>,
  limit: LimitAge,
  sex: 'male' | 'female',
  birth: Month,
): Retirement | NotCovered | { readonly near: undefined } {
  if (typeof limit === 'string') return { ageMonth: birth + ageInMonths(limit), rule };
  if ('schedule' in limit) {
    const found = retirementMonth(law, limit.schedule, sex, birth);
    if (!found) return { near: undefined };
    if (!('ageMonth' in found)) return found;
    const most = limit.upTo === undefined ? Infinity : birth + ageInMonths(limit.upTo);
    return { ageMonth: Math.min(found.ageMonth, most), rule };
  }
  let ageMonth = birth;
  for (const { year, age } of limit) {
    ageMonth = birth + ageInMonths(age);
    if (ageMonth <= year * MONTHS + MONTHS - 1) break;
  }
  return { ageMonth, rule };
}
