import { monthOfDay, monthText, parseDay, type Day, type Month } from '../../base/calendar.ts';
import { RuleDefect } from '../../base/checked.ts';
import type { Case } from '../../case/case.ts';
import { birthMonth, limitMonths } from '../../case/parse.ts';
import type { Facts } from '../../law/facts.ts';
import type {
  AgeLimitProvision,
  MonthsEarlyProvision,
  MonthsPastProvision,
  RetirementAgeProvision,
} from '../../law/provision.ts';
import { demand, select, type Readings } from '../../law/select.ts';
import type { LawVersion, Rule } from '../../law/version.ts';
import type { Report } from '../../messages/report.ts';
import { limitMonth, retirementMonth, type Retirement } from './retirement.ts';

/** When a person reaches the age, and how the months to it or past it are counted. */
export interface Age {
  readonly leaving: Month;
  readonly early: Rule<MonthsEarlyProvision>;
  /** The rule by which months past the age count, where the scheme has one for the person. */
  readonly past: Rule<MonthsPastProvision> | undefined;
  readonly retirement: RetirementReached | undefined;
  /** Where the age was reached before the tables begin: the month in which they begin. */
  readonly reachedBefore: Month | undefined;
}

/** Tháng đủ tuổi nghỉ hưu; the age rule is absent where the case itself gives the limit. */
export interface RetirementReached {
  readonly ageMonth: Month;
  readonly pensionStart: Month;
  readonly rule: Rule<RetirementAgeProvision | AgeLimitProvision> | undefined;
  /** Where the case states a limit that is not the one of its rank: the month of the rank. */
  readonly ofRank?: Retirement;
}

/** The age of a case; undefined, with an issue reported, when the case does not allow it to be told. */
export function ageOf(law: LawVersion, one: Case, facts: Facts, readings: Readings, report: Report): Age | undefined {
  const past = select(law.rules('months-past'), facts, readings);
  const leaving = monthOfDay(parseDay(one.leaving.date) as Day);
  const reached = retirementOf(law, one, facts, past !== undefined, leaving, report);
  if (!reached) return undefined;
  const early = demand(law.rules('months-early'), facts, readings, 'months early');
  const retirement = 'reachedBefore' in reached ? undefined : retirementReached(reached, early.provision);
  if (retirement && retirement.pensionStart < leaving && !past) {
    const pensionStart = monthText(retirement.pensionStart);
    report('leaving-after-age', 'leaving.date', { date: one.leaving.date, pensionStart });
    return undefined;
  }
  if (past?.provision.since === 'pension' && one.person.pensionSince === undefined) {
    report('needed-by-measure', 'person.pensionSince', { key: 'person.pensionSince', law: law.scheme });
    return undefined;
  }
  const reachedBefore = 'reachedBefore' in reached ? reached.reachedBefore : undefined;
  return { leaving, early, past, retirement, reachedBefore };
}

function retirementReached(
  { ageMonth, rule, ofRank }: Aged,
  { pensionStartsAfterMonths }: MonthsEarlyProvision,
): RetirementReached {
  const pensionStart = ageMonth + pensionStartsAfterMonths;
  return ofRank ? { ageMonth, rule, pensionStart, ofRank } : { ageMonth, rule, pensionStart };
}

/** The month in which the age is reached; beside a limit that the case states, that of the rank where it is another. */
type Aged = Retirement & { readonly ofRank?: Retirement };

/**
 * The month in which the age is reached; or, for who was past it before the tables begin, the month they begin, where
 * the scheme counts who is past the age.
 */
function retirementOf(
  law: LawVersion,
  one: Case,
  facts: Facts,
  pastCounts: boolean,
  leaving: Month,
  report: Report,
): Aged | { readonly reachedBefore: Month } | undefined {
  const { sex, birth, rank } = one.person;
  const group = String(facts.values.group);
  const { schedule = '', limit } = one.age;
  const month = birthMonth(birth);
  if (schedule !== 'limit') {
    const found = retirementMonth(law, schedule, sex, month);
    if (!found) throw new RuleDefect(`no rule for the retirement age of schedule ${schedule}`);
    if ('ageMonth' in found) return found;
    if (pastCounts && leaving >= found.tableStarts) return { reachedBefore: found.tableStarts };
    report('birth-not-covered', 'person.birth', { birth, from: found.coveredFrom, schedule: found.at });
    return undefined;
  }
  const ofRank = limitMonth(law, facts, { group, rank, sex, birth: month });
  if (limit !== undefined) {
    const ageMonth = month + limitMonths(limit);
    const other = 'ageMonth' in ofRank && ofRank.ageMonth !== ageMonth ? ofRank : undefined;
    return { ageMonth, rule: undefined, ...(other ? { ofRank: other } : {}) };
  }
  if ('ageMonth' in ofRank) return ofRank;
  if ('coveredFrom' in ofRank) {
    if (pastCounts && leaving >= ofRank.tableStarts) return { reachedBefore: ofRank.tableStarts };
    report('birth-not-covered', 'person.birth', { birth, from: ofRank.coveredFrom, schedule: ofRank.at });
    return undefined;
  }
  if (rank === undefined) report('age-limit-missing', 'age.limit', { group });
  else report('rank-without-limit', 'person.rank', { rank, group, near: ofRank.near });
  return undefined;
}
