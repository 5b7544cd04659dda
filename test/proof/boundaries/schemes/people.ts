import { admits } from '../../../../src/law/facts.ts';
import type { LawVersion } from '../../../../src/law/version.ts';
import { correspondingDay, shiftDays } from '../../oracle/calendar.ts';
import type { OracleCase } from '../../oracle/types.ts';
import { duration } from '../../../support/person.ts';
import type { Span } from '../series.ts';
import { groupNamed, possible, PUTS } from './put.ts';

/** How many people are tried for a threshold. */
const PEOPLE = 72;

const SEXES = ['male', 'female', 'male'];
const IMPACTS = ['direct', 'direct', 'indirect', 'direct', 're-election'];
const SCHEDULES = ['normal', 'normal', 'reduced', 'normal', 'limit', 'reduced', 'normal'];
const EARLY = [36, 30, 12, 59, 60, 100, 70, 42, 25, 45, 0];
const INSURED = [264, 246, 200, 150, 300, 190, 216, 340];
const SALARIES: readonly OracleCase['salary'][] = [
  { monthly: '10000000' },
  { coefficient: '4.65', positionAllowance: '0.6', overFrame: '7%', publicService: '25%' },
  { monthly: '12345678' },
  { contract: '9000000' },
];

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

/** A first of a month well inside a version, or its second day where it holds no such month. */
export function quietDay({ version, until }: Span): string {
  const first = correspondingDay(`${version.date.slice(0, 7)}-01`, 1);
  return until === undefined || first < until ? first : shiftDays(version.date, 1);
}

/** Months after the quiet day on which others leave, as far as the version reaches. */
function leavingDay(span: Span, index: number): string {
  const day = correspondingDay(quietDay(span), pick([0, 1, 4, 2], index));
  return span.until === undefined || day < span.until ? day : quietDay(span);
}

function groupsOf(version: LawVersion): string[] {
  const tests = version.rules('subject').map(({ provision }) => provision.when.group);
  const groups = version.rules('group').map(({ provision }) => provision.group);
  return groups.filter((group) => tests.some((test) => test !== undefined && admits(test, group)));
}

/** The routes of a scheme that none of them takes by itself. */
function namedRoutes({ routes }: LawVersion): string[] {
  return routes.every(({ byName }) => byName === true) ? routes.map(({ route }) => route) : [];
}

/**
 * People of every group and circumstance, with everything given that any row may need, who leave inside the version.
 * The lists are of lengths that share no factor with the groups, so that combinations differ.
 */
export function people(span: Span, scheme: string): OracleCase[] {
  const groups = groupsOf(span.version);
  const routes = namedRoutes(span.version);
  const found: OracleCase[] = [];
  for (let index = 0; index < PEOPLE; index += 1) {
    const date = leavingDay(span, index);
    const months = pick(INSURED, index);
    const one: OracleCase = {
      person: { sex: pick(SEXES, index), birth: '1970-01', ...groupNamed(pick(groups, index)) },
      leaving: {
        route: routes.length > 0 ? pick(routes, index) : 'auto',
        date,
        reorganisation: correspondingDay(date, -2),
        impact: pick(IMPACTS, Math.floor(index / 2)),
      },
      insurance: duration(months),
      salary: { ...pick(SALARIES, Math.floor(index / 3)), average: '8000000' },
      work: duration(pick([86, 40, 150], index)),
      training: { months: 4, fee: '25000000' },
      post: { termEnds: correspondingDay(date, 11), newAllowance: '0.2' },
    };
    const scheduled = PUTS['schedule']?.(one, pick(SCHEDULES, index)) ?? one;
    const aged = PUTS['monthsEarly']?.(scheduled, pick(EARLY, index)) ?? scheduled;
    if (scheme !== 'nd178-11' || aged.salary.coefficient !== undefined) found.push(possible(aged));
  }
  return found;
}
